package results

// Decision is what was declared before a comparison, and how far it came.
type Decision struct {
	Measure    string     `toml:"measure"`
	Better     string     `toml:"better"`             // More or Less
	Smallest   string     `toml:"smallest,omitempty"` // difference that matters, as it was written; empty: none was
	Confidence float64    `toml:"confidence"`         // that all verdicts hold
	Budget     int        `toml:"budget,omitempty"`   // most worlds; 0: none was named
	Looks      []int      `toml:"looks"`              // worlds at which outcomes were to be judged
	Look       int        `toml:"look"`               // which of them the verdicts are of, from 1
	Settled    bool       `toml:"settled"`            // nothing that counts is undecided
	Worlds     int        `toml:"worlds"`             // used
	Dropped    int        `toml:"dropped"`            // worlds left out because the measure was undefined in some scenario
	Method     string     `toml:"method"`             // of the intervals
	Short      int        `toml:"short,omitempty"`    // worlds that the skewness of the differences asks for, where intervals are stretched for it; 0: none is
	Guards     []Boundary `toml:"guardrail,omitempty"`
	Until      []Until    `toml:"until,omitempty"` // precision asked for
	Taken      []Taken    `toml:"taken,omitempty"` // looks that have been taken, those before an extension included
}

// Taken is one look at the outcomes: the verdicts of a look were shown to somebody, so every look costs.
type Taken struct {
	Worlds int     `toml:"worlds"`
	Alpha  float64 `toml:"alpha"` // probability that any word of this look is wrong
}

// Spent is the probability that any word of any look so far is wrong: those of the looks together.
func (d *Decision) Spent() (alpha float64) {
	for _, t := range d.Taken {
		alpha += t.Alpha
	}
	return alpha
}

// Until is a precision that was asked for: worlds were added until the intervals of all differences were so narrow.
type Until struct {
	Measure string  `toml:"measure"`
	Asked   string  `toml:"asked"`  // half of the interval, as it was written
	Want    float64 `toml:"want"`   // in the unit of the measure
	Widest  float64 `toml:"widest"` // half of the widest interval; +Inf where there is none
	Reached bool    `toml:"reached"`
	Short   int     `toml:"short,omitempty"` // worlds that are lived before a width is trusted, where there are fewer
}

// Boundary is a guardrail as it was declared.
type Boundary struct {
	Name      string `toml:"name"`
	Measure   string `toml:"measure"`
	Statistic string `toml:"statistic"` // mean, or a percentile such as p95
	Kind      string `toml:"kind"`      // at most, at least, up at most, down at most
	Limit     string `toml:"limit"`     // as it was written
}

// Verdict is one scenario against another in the measure of the decision.
type Verdict struct {
	Scenario, Against, Measure string
	Difference                 float64 // Scenario less Against
	Low, High                  float64 // the intervals of all pairs hold at once; infinite where worlds are too few
	Seen                       float64 // half of the interval: the difference it could have seen
	Seen80                     float64 // the true difference that would be seen with a power of 80 %; NaN where the interval is stretched to one side
	Smallest                   float64 // difference that matters; NaN for none
	Words                      string  // empty without a smallest difference
	Note                       string
	More                       float64 // about how many more worlds an undecided pair needs; 0 elsewhere, +Inf where nobody knows
}

// Standing is a scenario against the best of the others.
type Standing struct {
	Scenario, Measure string
	Mean              float64
	Low, High         float64 // of its mean less the best mean of the others, positive being better; all hold at once
	Words             string  // PossiblyBest or NotBest
	Contender         bool    // breaks no guardrail, and no other such scenario is better
}

// Words of a standing.
const (
	PossiblyBest = "cannot be ruled out as the best"
	NotBest      = "not the best"
)

// Guard is one guardrail of one scenario.
type Guard struct {
	Scenario, Guardrail, Measure, Statistic, Kind string
	Limit, Value, Low, High                       float64 // levels, or changes from the base, in the unit of the measure
	Words                                         string  // kept, broken or undecided
	More                                          float64 // about how many more worlds would decide it
	Worlds, Dropped                               int
	Note                                          string // why it is undecided though its limits say kept or broken
}

// Explained is one column of the tables of a decision in words.
type Explained struct{ File, Column, Meaning string }

var verdictsTable = table[Verdict]{"verdicts.csv", []column[Verdict]{
	text("scenario", func(v *Verdict) *string { return &v.Scenario }),
	text("against", func(v *Verdict) *string { return &v.Against }),
	text("measure", func(v *Verdict) *string { return &v.Measure }),
	number("difference", func(v *Verdict) *float64 { return &v.Difference }),
	number("low", func(v *Verdict) *float64 { return &v.Low }),
	number("high", func(v *Verdict) *float64 { return &v.High }),
	number("seen", func(v *Verdict) *float64 { return &v.Seen }),
	number("seen_80", func(v *Verdict) *float64 { return &v.Seen80 }),
	number("smallest", func(v *Verdict) *float64 { return &v.Smallest }),
	text("words", func(v *Verdict) *string { return &v.Words }),
	text("note", func(v *Verdict) *string { return &v.Note }),
	number("more_replications", func(v *Verdict) *float64 { return &v.More }),
}}

var standingsTable = table[Standing]{"standings.csv", []column[Standing]{
	text("scenario", func(s *Standing) *string { return &s.Scenario }),
	text("measure", func(s *Standing) *string { return &s.Measure }),
	number("mean", func(s *Standing) *float64 { return &s.Mean }),
	number("low", func(s *Standing) *float64 { return &s.Low }),
	number("high", func(s *Standing) *float64 { return &s.High }),
	text("words", func(s *Standing) *string { return &s.Words }),
	truth("contender", func(s *Standing) *bool { return &s.Contender }),
}}

var guardsTable = table[Guard]{"guardrails.csv", []column[Guard]{
	text("scenario", func(g *Guard) *string { return &g.Scenario }),
	text("guardrail", func(g *Guard) *string { return &g.Guardrail }),
	text("measure", func(g *Guard) *string { return &g.Measure }),
	text("statistic", func(g *Guard) *string { return &g.Statistic }),
	text("kind", func(g *Guard) *string { return &g.Kind }),
	number("limit", func(g *Guard) *float64 { return &g.Limit }),
	number("value", func(g *Guard) *float64 { return &g.Value }),
	number("low", func(g *Guard) *float64 { return &g.Low }),
	number("high", func(g *Guard) *float64 { return &g.High }),
	text("words", func(g *Guard) *string { return &g.Words }),
	number("more_replications", func(g *Guard) *float64 { return &g.More }),
	whole("worlds", func(g *Guard) *int { return &g.Worlds }),
	whole("dropped", func(g *Guard) *int { return &g.Dropped }),
	text("note", func(g *Guard) *string { return &g.Note }),
}}

var explainedTable = table[Explained]{"verdicts_dictionary.csv", []column[Explained]{
	text("file", func(e *Explained) *string { return &e.File }),
	text("column", func(e *Explained) *string { return &e.Column }),
	text("meaning", func(e *Explained) *string { return &e.Meaning }),
}}

// decisionFiles are the tables that only results with a decision have.
func (s *Set) decisionFiles() []file {
	if s.Manifest.Decision == nil {
		return nil
	}
	return []file{encode(verdictsTable, s.Verdicts), encode(standingsTable, s.Standings), encode(guardsTable, s.Guards),
		encode(explainedTable, decisionWords)}
}

// readDecision reads the tables that only results with a decision have.
func (s *Set) readDecision(dir string) (err error) {
	if s.Manifest.Decision == nil {
		return nil
	}
	if s.Verdicts, err = readTable(dir, verdictsTable); err != nil {
		return err
	}
	if s.Standings, err = readTable(dir, standingsTable); err != nil {
		return err
	}
	s.Guards, err = readTable(dir, guardsTable)
	return err
}
