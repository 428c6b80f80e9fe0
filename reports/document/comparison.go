package document

// ComparisonSchema is the version of Comparison.
const ComparisonSchema = "xsell-comparison/1"

// Comparison is the answer of run and compare, and of report about their results. A run is a comparison of one scenario.
type Comparison struct {
	Schema    string     `json:"schema" jsonschema:"enum=xsell-comparison/1"`
	Question  string     `json:"question" doc:"what was asked"`
	Answer    string     `json:"answer" doc:"what the results say to it, in one sentence with its number"`
	Words     []string   `json:"words" doc:"the answer in plain words: what was run, a line for each scenario, how far to trust it"`
	Manifest  Manifest   `json:"manifest" doc:"what was run"`
	Files     Files      `json:"files" doc:"where everything is kept"`
	Scenarios []Scenario `json:"scenarios" doc:"what was compared; the first is the base"`
	Measures  []Measure  `json:"measures" doc:"all measures, in the order a reader should meet them"`
	Decision  *Decision  `json:"decision" jsonschema:"nullable" doc:"verdicts; null where nothing was to be decided"`
	Selection *Selection `json:"selection" jsonschema:"nullable" doc:"how the best was selected; null where nothing was to be selected"`
	Effects   []Effect   `json:"effects" doc:"treated against untreated, of changes of the timeline that were for some only"`
	Why       []Explain  `json:"why" doc:"why each design differs from the base, as xsell explain says it; empty where --why was not asked for"`
	Who       []Twins    `json:"who" doc:"who gains and who loses under each design, as xsell twins says it; empty where --who was not asked for"`
	Notes     []string   `json:"notes" doc:"changes of the timeline that were not made in every world"`
}

// Manifest says what was run, so that it can be repeated.
type Manifest struct {
	Tool      string   `json:"tool_version" doc:"of xsell"`
	Command   []string `json:"command" doc:"the command that repeats it, word by word"`
	Seed      string   `json:"seed" doc:"where luck started: a whole number as text, for it may exceed what other programs read exactly"`
	Scheme    int      `json:"luck_scheme" doc:"version of the rule that turns a seed into luck"`
	Asked     int      `json:"replications_asked" doc:"worlds"`
	Finished  int      `json:"replications_finished" doc:"worlds; less than asked where the run was cut short"`
	Grown     []int    `json:"extended_from" doc:"worlds at which the results were seen before they were extended; 95 % intervals hold for one look"`
	Weeks     int      `json:"weeks" doc:"measured, after the warm-up"`
	WarmUp    int      `json:"warm_up" doc:"weeks before anything is measured"`
	Close     int      `json:"close" doc:"weeks between two closes of the books"`
	Results   string   `json:"results_hash" doc:"SHA-256 of the tables; equal hashes mean equal numbers to the last bit"`
	Histories string   `json:"histories_hash" doc:"SHA-256 of the whole numbers of every history, the same on every machine; empty where no histories are kept"`
}

// Files are paths as the command line sees them.
type Files struct {
	Directory string `json:"directory" doc:"of all files; empty where nothing was written"`
	Report    string `json:"report" doc:"the page; empty where there is none"`
	Manifest  string `json:"manifest" doc:"what was run, with every scenario in full"`
	Summary   string `json:"summary" doc:"means, intervals and differences"`
	Outcomes  string `json:"outcomes" doc:"every measure in every world"`
	Measures  string `json:"measures" doc:"every measure in every world at every close of the books"`
}

// Scenario is one organisation design as it was run.
type Scenario struct {
	Name        string   `json:"name"`
	Title       string   `json:"title"`
	Summary     string   `json:"summary"`
	Source      string   `json:"source" doc:"the file it came from, or built in"`
	Sets        []string `json:"sets" doc:"assignments laid over it"`
	Base        bool     `json:"base" doc:"whether the others are read against it"`
	Assumptions []string `json:"assumptions"`
	Changes     []Change `json:"changes" doc:"of its timeline, by date"`
}

// Change is a change of a timeline, and in how many worlds it was made.
type Change struct {
	Name     string `json:"name"`
	Title    string `json:"title"`
	At       int    `json:"at" doc:"week asked for, or from which its condition was asked"`
	When     string `json:"when" doc:"its condition; empty for none"`
	Of       string `json:"of" doc:"of whom it was for a share; empty: for all"`
	Worlds   int    `json:"worlds" doc:"in which it was made"`
	MeanWeek Number `json:"mean_week" doc:"over these worlds"`
}

// Measure is a number of interest in every scenario.
type Measure struct {
	ID         string  `json:"id"`
	Title      string  `json:"title"`
	Unit       string  `json:"unit"`
	Kind       string  `json:"kind" doc:"how it is read over time: flow, stock, ratio, final or tail"`
	Good       string  `json:"good" jsonschema:"enum=more,enum=less,enum=neither" doc:"which way is good"`
	Group      string  `json:"group"`
	Definition string  `json:"definition"`
	Matters    bool    `json:"matters" doc:"whether it is of the decision, of a guardrail or of the headline"`
	Values     []Value `json:"values" doc:"one for each scenario, in their order"`
}

// Value is a measure of one scenario: a mean over worlds, and the difference from the base in the same worlds.
type Value struct {
	Scenario       string `json:"scenario"`
	Mean           Number `json:"mean" doc:"over worlds, in the unit of the measure"`
	Low            Number `json:"low" doc:"lower end of the 95 % interval of the mean"`
	High           Number `json:"high" doc:"upper end of it"`
	Difference     Number `json:"difference" doc:"from the base; null for the base"`
	DifferenceLow  Number `json:"difference_low" doc:"lower end of its 95 % interval; of the measure of a decision of the interval of the decision"`
	DifferenceHigh Number `json:"difference_high" doc:"upper end of it"`
	Verdict        string `json:"verdict" jsonschema:"enum=base,enum=better,enum=worse,enum=different,enum=no clear difference,enum=no difference at all,enum=no difference seen,enum=not measured,enum=practically the same,enum=breaks a guardrail,enum=undecided" doc:"what the interval of the difference allows one to say; of the measure of a decision the verdict of the decision against the base"`
	Method         string `json:"method" doc:"how the interval of the difference was found; of the base, that of the mean"`
	Trust          string `json:"trust" doc:"why that interval is not to be trusted; empty where it is"`
	Correlation    Number `json:"correlation" doc:"with the base over worlds"`
	VarianceRatio  Number `json:"variance_ratio" doc:"how much wider, as a variance, the difference would be without shared luck"`
}

// Effect compares those a change was for with those it was not for.
type Effect struct {
	Scenario   string `json:"scenario"`
	Change     string `json:"change"`
	Of         string `json:"of" doc:"markets, sellers or customers"`
	Measure    string `json:"measure"`
	Title      string `json:"title"`
	Unit       string `json:"unit"`
	Good       string `json:"good" jsonschema:"enum=more,enum=less,enum=neither"`
	Untreated  Number `json:"untreated"`
	Treated    Number `json:"treated"`
	Difference Number `json:"difference" doc:"treated less untreated"`
	Low        Number `json:"low" doc:"lower end of its 95 % interval over worlds"`
	High       Number `json:"high" doc:"upper end of it"`
	Worlds     int    `json:"worlds"`
}
