package results

// Calibration is everything that a calibration leaves on disk.
type Calibration struct {
	Manifest   CalibrationManifest
	Parameters []Calibrated
	Targets    []Confirmed
	Slopes     []Slope
	Directions []Direction
	Trace      []Trial           // numbers in the order of Parameters and Targets
	Texts      map[string]string // further files by name
}

// CalibrationManifest says what was asked and chosen. It carries no time of day.
type CalibrationManifest struct {
	Title           string             `toml:"title"`
	Tool            string             `toml:"tool_version"`
	Command         []string           `toml:"command"`
	Kind            string             `toml:"kind"` // calibration or sensitivity
	Complete        bool               `toml:"complete"`
	Rounds          int                `toml:"rounds"` // that found a better point
	Points          int                `toml:"points"` // tried
	ObjectiveStart  float64            `toml:"objective_start"`
	ObjectiveChosen float64            `toml:"objective_chosen"`
	Condition       float64            `toml:"condition"` // of the curvature of the objective
	ResultsHash     string             `toml:"results_hash"`
	Input           block              `toml:"input"`
	Constants       map[string]float64 `toml:"constants"`   // chosen
	Assignments     []string           `toml:"assignments"` // chosen, for --set
}

// SetInput puts the file as it was written into the manifest.
func (m *CalibrationManifest) SetInput(text string) { m.Input = block(text) }

// Calibrated is one parameter.
type Calibrated struct {
	Parameter  string
	Kind       string // constant, set or scale
	What       string // it moves
	Unit       string
	Source     string // of a constant
	Low, High  float64
	Present    float64 // in the model as it is
	Start      float64
	Chosen     float64
	Prior      float64 // standard deviation before any target, in halves of the range; NaN where slopes are missing
	SD         float64 // once the targets are met as they are
	Identified float64 // share of the prior variance that the targets take away
}

// Confirmed is one target at the start and at the chosen point, in the luck of the search and in fresh luck.
type Confirmed struct {
	Target, Title, Unit             string
	Weight, Aim, Tolerance          float64
	TargetLow, TargetHigh           float64 // NaN: open
	Start, StartSE                  float64 // in the luck of the search
	Chosen, ChosenSE                float64
	FreshStart                      float64 // in fresh luck; NaN where it was not confirmed
	FreshStartLow, FreshStartHigh   float64
	Confirmed                       float64
	ConfirmedLow, ConfirmedHigh     float64
	FreshStartVerdict, FreshVerdict string
}

// Slope is how a target answers to a parameter.
type Slope struct {
	Parameter, Target string
	Slope, SE         float64 // tolerances per half of the parameter's range
	Sure              bool    // luck alone would hardly give it
}

// Direction is how much a parameter takes part in a combination that the targets know about.
type Direction struct {
	Direction int // from 1, the best known first
	Share     float64
	Parameter string
	Loading   float64
}

// Trial is one point that was tried.
type Trial struct {
	Number, Round int
	Stage         string
	Objective     float64
	Kept          bool
	Parameters    []float64
	Targets       []float64
}

// Kinds of calibrations.
const (
	Search      = "calibration"
	Sensitivity = "sensitivity"
)

const calibrationFile = "calibration.toml"
