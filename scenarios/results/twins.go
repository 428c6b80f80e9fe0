package results

// TwinSet is what it leaves on disk to follow the same persons under two designs: the manifest's first scenario, and its
// second. Differences are the second less the first.
type TwinSet struct {
	Manifest   Manifest
	Outcomes   []TwinOutcome   // what is compared
	Dimensions []TwinDimension // what persons are divided by
	Worlds     []TwinCount     // who is better and worse off in every world; shares come from it
	Spread     []TwinSpread    // quantiles of individual differences in every world
	Bars       []TwinBar       // and their histograms
	Shares     []TwinShare     // derived from Worlds
	Quantiles  []TwinQuantile  // derived from Spread
	Sums       []TwinSum       // differences summed over all persons, beside those of the firm's books
	Alone      []TwinAlone     // who is there under one design only
	Kinds      []TwinKind      // events at which histories part
	Partings   []TwinParting   // how many part in which week, by kind
	Stories    []TwinStory
	Lines      []TwinLine   // of stories
	People     []TwinPerson // one row a person and outcome, of the first world; empty unless asked for
}

// TwinOutcome is one row of the dictionary of outcomes.
type TwinOutcome struct {
	Crowd      string // customers or sellers
	ID         string
	Title      string
	Unit       string
	Person     string  // which way is better for the person: one of More, Less, Neither
	Firm       string  // and for the firm
	Least      float64 // smallest difference that counts, in the unit: it must be exceeded
	Definition string
}

// Whose is in whose eyes an outcome is better or worse, and which way is better: the person's where it matters to the
// person, else the firm's; where it matters to neither, more stands for better.
func (o TwinOutcome) Whose() (whose, good string) {
	switch {
	case o.Person != Neither:
		return "the person", o.Person
	case o.Firm != Neither:
		return "the firm", o.Firm
	}
	return "nobody", More
}

// TwinDimension is one way to divide a crowd, with its groups in order.
type TwinDimension struct {
	Crowd, ID, Title string
	Group            string
}

// TwinCount is how persons of a group fared in one world. By and Group are empty for all.
type TwinCount struct {
	Replication    int
	Crowd, Outcome string
	By, Group      string
	Pairs          int // persons under both designs
	Better, Worse  int
	Mixed          int     // of the overall outcome: better in some outcomes and worse in others
	Difference     float64 // mean over pairs, in the outcome's unit; NaN overall
	LeastBetter    float64 // share that is better off however the fates of the pairs are joined, at least; NaN overall and of groups
	LeastWorse     float64 // likewise worse off
}

// TwinSpread is a quantile of individual differences in one world.
type TwinSpread struct {
	Replication    int
	Crowd, Outcome string
	Part           float64 // in (0, 1)
	Value          float64
}

// TwinBar is how many pairs of one world differ by an amount in [Low, High).
type TwinBar struct {
	Replication    int
	Crowd, Outcome string
	Low, High      float64
	Pairs          int
}

// TwinShare is the mean over worlds of what TwinCount holds, each with its 95 % interval over worlds. Shares are in [0, 1].
type TwinShare struct {
	Crowd, Outcome                            string
	By, Group                                 string
	Pairs                                     float64 // per world
	Better, BetterLow, BetterHigh             float64
	Worse, WorseLow, WorseHigh                float64
	Mixed                                     float64
	Net, NetLow, NetHigh                      float64 // better less worse
	Difference, DifferenceLow, DifferenceHigh float64 // NaN overall
	LeastBetter, LeastWorse                   float64 // shares that are so however the fates of the pairs are joined, at least; NaN overall and of groups
	Method                                    string  // of the interval of Net
}

// TwinQuantile is the mean over worlds of a quantile.
type TwinQuantile struct {
	Crowd, Outcome   string
	Part             float64
	Value, Low, High float64
}

// TwinSum is the sum of one outcome's differences in one world: over pairs, and what those add who are there under one
// design only. Books is the difference of the firm's books, NaN where they do not hold the outcome.
type TwinSum struct {
	Replication                 int
	Crowd, Outcome              string
	Both, FirstOnly, SecondOnly float64
	Books                       float64
}

// TwinAlone counts persons by where they are, and why they are there alone.
type TwinAlone struct {
	Replication int
	Crowd       string
	Scenario    string // the only one they are in; empty: in both
	Why         string
	Persons     int
}

// TwinKind is a kind of event at which histories part.
type TwinKind struct{ ID, Words string }

// Sides of a parting beside the scenarios' names.
const BothSides = "both"

// TwinParting is how many pairs parted in a week by a kind of event, which happened in one scenario only or, where Scenario
// is "both", in each but otherwise. The kinds "feelings" and "holdings" count those who first felt otherwise and first held
// other products, whatever it was by.
type TwinParting struct {
	Replication int
	Crowd       string
	Week        int
	Kind        string
	Scenario    string
	Pairs       int
}

// Kinds of parting that are not events.
const (
	Feelings = "feelings"
	Holdings = "holdings"
)

// TwinStory is one pair told.
type TwinStory struct {
	ID, Title, Rule string // how it was chosen
	Crowd           string
	Person          string // its key
	Who             string // in words
	Outcome         string // the differences that matter
	LeftOut         int    // lines that are not told
}

// TwinLine is one line of a story: what happened in a week in either scenario.
type TwinLine struct {
	Story         string
	Week          int
	First, Second string
}

// TwinPerson is one person and outcome.
type TwinPerson struct {
	Crowd, Person, Outcome string
	First, Second          float64 // NaN where the person is not there
	Parted                 float64 // week; NaN where they never part
	Kind                   string
}

// WriteTwins puts the set into dir, as Write does with a set of measures.
func WriteTwins(dir string, set *TwinSet) error { return writeKept(dir, set) }

// HoldsTwins says whether a directory holds twins.
func HoldsTwins(dir string) bool { return holds(dir, twinSharesTable.file) }

// ReadTwins returns what WriteTwins wrote. It fails when a file is missing, damaged or was changed after the run.
func ReadTwins(dir string) (*TwinSet, error) {
	set := new(TwinSet)
	if err := readKept(dir, set); err != nil {
		return nil, err
	}
	return set, nil
}
