package results

import "strings"

// Set is everything one experiment left on disk.
type Set struct {
	Manifest               Manifest
	Dictionary             []Measure         // in the order a reader should meet them
	Frames                 []Frame           // one row per scenario, replication, close and measure
	Outcomes               []Outcome         // the unit of inference: one number per replication
	Summary                []Row             // what the statistics made of the outcomes
	Luck                   []Luck            // what the shared luck was worth
	Histograms             []Histogram       // long rows of every distribution
	DistributionDictionary []Distribution    // what those distributions are
	Books                  []Book            // every counter at every close, exact
	BooksDictionary        []Item            // what those counters are
	Worlds                 []World           // every history that was lived
	Happenings             []Happening       // of the changes of scenarios, world by world; none in results without a timeline
	Sides                  []Sides           // what Effects are made of, world by world
	Effects                []Effect          // of changes made for some and not for others; none in most results
	EffectsDictionary      []EffectItem      // what those effects are in
	Verdicts               []Verdict         // of a decision; none in most results
	Standings              []Standing        // of a decision
	Guards                 []Guard           // of a decision
	Contestants            []Contestant      // of a selection; none in most results
	Observed               []Observed        // of a selection
	Manifests              map[string]string // of what stands within these results, as texts by their paths; they are not part of the hash
	Attached               []string          // paths of finished files that Write puts beside the tables; they are not part of the hash
}

// Manifest says what was asked and with which luck. It carries no time of day.
type Manifest struct {
	Tool        string     `toml:"tool_version"`
	Scheme      int        `toml:"luck_scheme"` // version of the rule that turns a seed into luck
	Command     []string   `toml:"command"`     // the command line as argv words, so that it can be repeated
	Seed        uint64     `toml:"-"`           // written as text: TOML's whole numbers end at 2^63
	Asked       int        `toml:"replications_asked"`
	Finished    int        `toml:"replications_finished"` // at most Asked; less when the run was cut short
	Weeks       int        `toml:"weeks"`                 // [weeks] measured, after the warm-up
	WarmUp      int        `toml:"warm_up"`               // [weeks] run before anything is measured
	Close       int        `toml:"close"`                 // [weeks] per frame
	ResultsHash string     `toml:"results_hash"`          // sha256 over the tables; set by Write, checked by Read
	Histories   string     `toml:"histories_hash"`        // sha256 over the whole numbers of every history: the same on every machine
	Grown       []int      `toml:"grown_from,omitempty"`  // worlds that the results held before each time they were extended
	Decision    *Decision  `toml:"decision,omitempty"`    // what was to be decided; nil in most results
	Selection   *Selection `toml:"selection,omitempty"`   // how the best was selected; nil in most results
	Deeper      []string   `toml:"deeper,omitempty"`      // kinds of results that stand within these, or were to: Why, Who
	Scenarios   []Scenario `toml:"-"`                     // the first is the base all others are read against
}

// Scenario is one organisation design as it was run.
type Scenario struct {
	Name        string   `toml:"name"`
	Title       string   `toml:"title"`
	Summary     string   `toml:"summary"`
	Source      string   `toml:"source"` // the file it came from, or "built in"
	Sets        []string `toml:"sets"`   // the --set overlays, "path=value"
	Model       string   `toml:"model"`  // fingerprint of the compiled scenario with all constants
	TOML        string   `toml:"-"`      // the whole scenario after all overlays
	Assumptions []string `toml:"assumptions"`
	Changes     []Change `toml:"changes,omitempty"` // of its timeline, by date
}

// Change says in how many worlds a change of the timeline was made.
type Change struct {
	Name     string  `toml:"name"`
	Title    string  `toml:"title,omitempty"`
	At       int     `toml:"at"`             // week asked for, or from which its condition was asked
	When     string  `toml:"when,omitempty"` // its condition
	Of       string  `toml:"of,omitempty"`   // of whom it is for a share, with the others untreated; empty: for all
	Worlds   int     `toml:"worlds"`         // in which it was made
	MeanWeek float64 `toml:"mean_week"`      // over these worlds; 0 where there are none
}

// Measure is one row of the dictionary: what a number means and in which unit.
type Measure struct {
	ID         string // measure
	Title      string
	Unit       string
	Kind       string // how it is read over time: flow, stock, ratio, final or tail
	Good       string // one of More, Less, Neither
	Group      string // heading under which tables show it
	Definition string
}

// Frame is the value of a measure at one close of the books.
type Frame struct {
	Scenario    string
	Replication int
	Week        int // last week of the frame; week 0 is the first after the warm-up
	Measure     string
	Value       float64 // in the measure's unit; NaN where it is not defined
}

// Outcome is the value of a measure over the whole horizon of one replication.
type Outcome struct {
	Scenario    string
	Replication int
	Measure     string
	Value       float64 // in the measure's unit; NaN where it is not defined
}

// Row is one line of the summary. Low and High are the ends of the 95 % interval
// of the mean, DifferenceLow and DifferenceHigh those of the mean difference
// from the first scenario in the same luck. Words puts the verdict in words.
type Row struct {
	Scenario       string
	Measure        string
	Unit           string
	Mean           float64
	Low            float64
	High           float64
	Difference     float64 // NaN for the first scenario
	DifferenceLow  float64
	DifferenceHigh float64
	Words          string
	Method         string // of the interval of the difference; of the first scenario, of the mean
	Trust          string // why that interval is not to be trusted; empty where it is
}

// Luck says what running a scenario in the same luck as the first was worth for
// one measure. VarianceRatio is the variance the difference would have with
// independent runs over the variance it has: 4 means a quarter of the runs.
type Luck struct {
	Scenario      string
	Measure       string
	Correlation   float64 // in [-1, 1]; NaN where a measure does not vary
	VarianceRatio float64 // >= 0; below 1 the shared luck did harm; NaN or +Inf where it does not vary
}

// Histogram is one bar of one distribution in one replication.
type Histogram struct {
	Scenario     string
	Replication  int
	Distribution string
	Low          float64 // in the distribution's x unit, inclusive
	High         float64 // in the distribution's x unit, exclusive
	Value        float64 // height of the bar, as the distribution's y title says
}

// Distribution is one row of the dictionary of distributions.
type Distribution struct {
	ID         string // distribution
	Title      string
	XTitle     string
	XUnit      string
	YTitle     string
	Definition string
}

// Ways a measure can be good.
const (
	More    = "more"
	Less    = "less"
	Neither = "neither"
)

// Measure returns the dictionary's row for an id, and whether there is one.
func (s *Set) Measure(id string) (Measure, bool) {
	for _, m := range s.Dictionary {
		if m.ID == id {
			return m, true
		}
	}
	return Measure{}, false
}

// Distribution returns the dictionary's row for an id, and whether there is one.
func (s *Set) Distribution(id string) (Distribution, bool) {
	for _, d := range s.DistributionDictionary {
		if d.ID == id {
			return d, true
		}
	}
	return Distribution{}, false
}

// Values are a measure over the whole horizon by world and scenario, in the order of the manifest; NaN where it is undefined.
func (s *Set) Values(measure string) (y [][]float64) {
	column, row := make(map[string]int), make(map[int]int)
	for i, x := range s.Manifest.Scenarios {
		column[x.Name] = i
	}
	for _, o := range s.Outcomes {
		if o.Measure != measure {
			continue
		}
		r, known := row[o.Replication]
		if !known {
			r = len(y)
			row[o.Replication] = r
			y = append(y, make([]float64, len(column)))
		}
		y[r][column[o.Scenario]] = o.Value
	}
	return y
}

// Label is the scenario's title, or its name where it has none.
func (s Scenario) Label() string {
	if title := strings.TrimSpace(s.Title); title != "" {
		return title
	}
	return s.Name
}
