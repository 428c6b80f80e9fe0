package results

// ExplainSet is what it leaves on disk to explain why a design differs from another.
type ExplainSet struct {
	Manifest    Manifest // its scenarios are the two designs, the base first
	Dictionary  []Measure
	Levers      []Lever      // by number; one row for each key
	Differences []Gap        // by measure: what is shared out
	Shares      []Share      // by measure and lever
	Orders      []LeverOrder // in which levers were laid, by world; none where all combinations were lived
	Outcomes    []Outcome    // Scenario is the design: "none", or the numbers of the levers laid, "1+3"
	Notes       []LeverNote  // on how the levers were found
}

// Lever is one key of a lever. A lever is what its rows say.
type Lever struct {
	Number int // from 1, as designs are named
	Name   string
	Key    string
	From   string // as in TOML; empty: not set
	To     string
	Inert  bool   // of the lever: it changed nothing in any history
	Note   string // of the lever: why it holds what would be levers of their own
}

// Gap is the difference between the two designs in a measure. All intervals are at 95 %.
type Gap struct {
	Measure         string
	Base            float64 // mean of the first design over the worlds used
	Other           float64 // of the second
	Difference      float64 // the shares add up to it exactly
	Low             float64 // of the difference, by itself
	High            float64
	Interaction     float64 // sum over levers of what a lever adds last less what it adds alone; 0 where all simply add up
	InteractionLow  float64
	InteractionHigh float64
	Worlds          int    // used
	Dropped         int    // left out because the measure is undefined for some design in them
	Words           string // on the difference
	Method          string // of the interval of the difference
	Trust           string // why the interval of the difference is not to be trusted; empty where it is
	SharesMethod    string // of the intervals of the shares, which hold all at once
	// On the interaction: the words, and why its interval is not to be trusted; empty where it is.
	InteractionWords, InteractionTrust string
}

// Share is what a lever has of the difference in a measure.
type Share struct {
	Measure string
	Lever   string
	Share   float64 // in the measure's unit; NaN where it is not defined
	Low     float64 // 95 % for all levers of the measure at once
	High    float64
	Alone   float64 // what it changes in the first design by itself
	Last    float64 // what it adds to all others
	Words   string
	// 95 % for all levers of the measure at once, those of Alone and those of Last each as a family of its own.
	AloneLow, AloneHigh float64
	LastLow, LastHigh   float64
	Trust               string // why the interval of the share is not to be trusted; empty where it is
	AloneTrust          string // and so of Alone
	LastTrust           string // and of Last
}

// LeverOrder is one order in which the levers were laid in a world: their numbers, joined by +.
type LeverOrder struct {
	Replication int
	Order       string
}

// LeverNote is a sentence.
type LeverNote struct{ Note string }

// Measure returns the dictionary's row for an id, and whether there is one.
func (s *ExplainSet) Measure(id string) (Measure, bool) {
	return (&Set{Dictionary: s.Dictionary}).Measure(id)
}

// WriteExplain puts the set into dir, as Write does with a set of measures.
func WriteExplain(dir string, set *ExplainSet) error { return writeKept(dir, set) }

// HoldsExplain says whether a directory explains why two designs differ.
func HoldsExplain(dir string) bool { return holds(dir, sharesTable.file) }

// ReadExplain returns the explanation in dir exactly as it was written. It fails when a file is missing, damaged or was
// changed after the run.
func ReadExplain(dir string) (*ExplainSet, error) {
	set := new(ExplainSet)
	if err := readKept(dir, set); err != nil {
		return nil, err
	}
	return set, nil
}
