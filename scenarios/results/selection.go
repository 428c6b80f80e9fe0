package results

// Selection is how one scenario was selected as the best, and what that took.
type Selection struct {
	Measure    string  `toml:"measure"`
	Better     string  `toml:"better"` // More or Less
	Asked      string  `toml:"asked"`  // the difference that matters, as it was written
	Delta      float64 `toml:"delta"`  // the same in the unit of the measure
	Confidence float64 `toml:"confidence"`
	Budget     int     `toml:"budget,omitempty"` // most worlds; 0: none was named
	First      int     `toml:"first"`            // observations of the first stage
	Batch      int     `toml:"batch"`            // worlds that make one observation
	Skew       float64 `toml:"skew"`             // of the most skewed difference in the first stage
	Eta        float64 `toml:"eta"`              // Kim and Nelson's constants
	H2         float64 `toml:"h2"`
	Settled    bool    `toml:"settled"`          // the procedure came to its end; else the budget or what is unseen ended it
	Unseen     int     `toml:"unseen,omitempty"` // differences of the first stage that were the same in a pair that is left: more than half, so that nothing is settled
	Selected   string  `toml:"selected"`         // scenario with the best mean among those left
	Worlds     int     `toml:"worlds"`           // of the scenario that was lived longest
	Shared     int     `toml:"shared"`           // worlds that all scenarios were lived in
	Dropped    int     `toml:"dropped"`          // worlds left out because the measure was undefined in some scenario that was left
	Histories  int     `toml:"histories"`        // lived
	Whole      int     `toml:"whole"`            // histories if every scenario had been lived in every world
}

// Contestant is what became of one scenario in a selection.
type Contestant struct {
	Scenario, Measure string
	Fate              string  // Selected, Tied, Even, Left or DroppedOut
	Worlds            int     // it was lived in
	By                string  // scenario that was ahead when it was dropped
	Behind            float64 // how far that was ahead in the same worlds, in the unit of the measure; NaN where it was not dropped
	Margin            float64 // by which it had to be
	Mean              float64 // over the worlds it was lived in
}

// Fates in a selection.
const (
	Selected   = "selected"
	Tied       = "tied with the selected" // it lived the same histories
	Even       = "equal on average"       // to the selected, which was named first
	Left       = "not ruled out"
	DroppedOut = "dropped"
)

// Observed is the measure of a selection in one world of one scenario, whether or not others were still lived there.
type Observed struct {
	Scenario    string
	Replication int
	Measure     string
	Value       float64
}

var contestantsTable = table[Contestant]{"selection.csv", []column[Contestant]{
	text("scenario", func(c *Contestant) *string { return &c.Scenario }),
	text("measure", func(c *Contestant) *string { return &c.Measure }),
	text("fate", func(c *Contestant) *string { return &c.Fate }),
	whole("worlds", func(c *Contestant) *int { return &c.Worlds }),
	text("by", func(c *Contestant) *string { return &c.By }),
	number("behind", func(c *Contestant) *float64 { return &c.Behind }),
	number("margin", func(c *Contestant) *float64 { return &c.Margin }),
	number("mean", func(c *Contestant) *float64 { return &c.Mean }),
}}

var observedTable = table[Observed]{"selection_outcomes.csv", []column[Observed]{
	text("scenario", func(o *Observed) *string { return &o.Scenario }),
	whole("replication", func(o *Observed) *int { return &o.Replication }),
	text("measure", func(o *Observed) *string { return &o.Measure }),
	number("value", func(o *Observed) *float64 { return &o.Value }),
}}

// selectionFiles are the tables that only a selection has.
func (s *Set) selectionFiles() []file {
	if s.Manifest.Selection == nil {
		return nil
	}
	return []file{encode(contestantsTable, s.Contestants), encode(observedTable, s.Observed)}
}

// readSelection reads the tables that only a selection has.
func (s *Set) readSelection(dir string) (err error) {
	if s.Manifest.Selection == nil {
		return nil
	}
	if s.Contestants, err = readTable(dir, contestantsTable); err != nil {
		return err
	}
	s.Observed, err = readTable(dir, observedTable)
	return err
}
