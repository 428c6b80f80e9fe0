package document

// Versions of the documents about why two designs differ, and for whom.
const (
	ExplainSchema = "xsell-explain/1"
	TwinsSchema   = "xsell-twins/1"
)

// Explain is the answer of explain, and of report about its results.
type Explain struct {
	Schema    string      `json:"schema" jsonschema:"enum=xsell-explain/1"`
	Words     []string    `json:"words" doc:"a sentence for each measure"`
	Manifest  Manifest    `json:"manifest"`
	Files     Files       `json:"files"`
	Scenarios []Scenario  `json:"scenarios" doc:"the two designs, the base first"`
	Levers    []Lever     `json:"levers"`
	Measures  []Explained `json:"measures"`
	Notes     []string    `json:"notes" doc:"on how the levers were found"`
}

// Lever is a group of edits that leads from the base to the other design.
type Lever struct {
	Number int    `json:"number" doc:"from 1"`
	Name   string `json:"name"`
	Inert  bool   `json:"inert" doc:"it changed nothing in any history"`
	Note   string `json:"note" doc:"why it holds what would be levers of their own"`
	Edits  []Edit `json:"edits"`
}

// Edit is a key in which the designs differ.
type Edit struct {
	Key  string `json:"key"`
	From string `json:"from" doc:"as in TOML; empty: not set"`
	To   string `json:"to" doc:"as in TOML; empty: not set"`
}

// Explained is a measure and how its difference is shared out.
type Explained struct {
	ID              string  `json:"id"`
	Title           string  `json:"title"`
	Unit            string  `json:"unit"`
	Good            string  `json:"good" jsonschema:"enum=more,enum=less,enum=neither"`
	Base            Number  `json:"base" doc:"mean of the first design"`
	Other           Number  `json:"other" doc:"mean of the second"`
	Difference      Number  `json:"difference" doc:"the shares add up to it exactly"`
	Low             Number  `json:"low" doc:"lower end of its 95 % interval"`
	High            Number  `json:"high" doc:"upper end of it"`
	Interaction     Number  `json:"interaction" doc:"sum over levers of what a lever adds last less what it adds alone"`
	InteractionLow  Number  `json:"interaction_low"`
	InteractionHigh Number  `json:"interaction_high"`
	Worlds          int     `json:"worlds" doc:"used"`
	Dropped         int     `json:"dropped" doc:"worlds left out because the measure is undefined in some design"`
	Method          string  `json:"method" doc:"of the intervals of the shares"`
	Shares          []Share `json:"shares"`
}

// Share is what a lever has of the difference in a measure.
type Share struct {
	Lever string `json:"lever"`
	Share Number `json:"share"`
	Low   Number `json:"low" doc:"lower end of its interval; those of all levers of the measure hold at once, at 95 %"`
	High  Number `json:"high" doc:"upper end of it"`
	Alone Number `json:"alone" doc:"what the lever changes in the base by itself"`
	Last  Number `json:"last" doc:"what it adds when all others are there"`
	Words string `json:"words"`
}

// Twins is the answer of twins, and of report about its results.
type Twins struct {
	Schema    string        `json:"schema" jsonschema:"enum=xsell-twins/1"`
	Words     []string      `json:"words" doc:"the answer in plain words"`
	Manifest  Manifest      `json:"manifest"`
	Files     Files         `json:"files"`
	Scenarios []Scenario    `json:"scenarios" doc:"the two designs"`
	Outcomes  []TwinOutcome `json:"outcomes" doc:"what is compared"`
	Shares    []TwinShare   `json:"shares" doc:"who is better and worse off, by outcome and group"`
	Quantiles []TwinPart    `json:"quantiles" doc:"of individual differences"`
	Stories   []TwinStory   `json:"stories" doc:"pairs told side by side"`
}

// TwinOutcome is what persons are compared in.
type TwinOutcome struct {
	Crowd      string `json:"crowd" jsonschema:"enum=customers,enum=sellers"`
	ID         string `json:"id"`
	Title      string `json:"title"`
	Unit       string `json:"unit"`
	Person     string `json:"good_for_person" jsonschema:"enum=more,enum=less,enum=neither"`
	Firm       string `json:"good_for_firm" jsonschema:"enum=more,enum=less,enum=neither"`
	Least      Number `json:"least" doc:"smallest difference that counts: it must be exceeded"`
	Definition string `json:"definition"`
}

// TwinShare is how a group fares: means over worlds, shares from 0 to 1, with 95 % intervals.
type TwinShare struct {
	Crowd          string `json:"crowd"`
	Outcome        string `json:"outcome"`
	By             string `json:"by" doc:"what the crowd is divided by; empty: all of it"`
	Group          string `json:"group"`
	Pairs          Number `json:"pairs" doc:"persons under both designs, in a world"`
	Better         Number `json:"better"`
	BetterLow      Number `json:"better_low"`
	BetterHigh     Number `json:"better_high"`
	Worse          Number `json:"worse"`
	WorseLow       Number `json:"worse_low"`
	WorseHigh      Number `json:"worse_high"`
	Mixed          Number `json:"mixed" doc:"better in some outcomes and worse in others"`
	Net            Number `json:"net" doc:"better less worse"`
	NetLow         Number `json:"net_low"`
	NetHigh        Number `json:"net_high"`
	Difference     Number `json:"difference" doc:"mean over pairs, in the unit of the outcome"`
	DifferenceLow  Number `json:"difference_low"`
	DifferenceHigh Number `json:"difference_high"`
}

// TwinPart is a quantile of individual differences.
type TwinPart struct {
	Crowd   string `json:"crowd"`
	Outcome string `json:"outcome"`
	Part    Number `json:"part" doc:"from 0 to 1"`
	Value   Number `json:"value"`
	Low     Number `json:"low"`
	High    Number `json:"high"`
}

// TwinStory is a pair told.
type TwinStory struct {
	Title   string     `json:"title"`
	Rule    string     `json:"rule" doc:"how it was chosen"`
	Crowd   string     `json:"crowd"`
	Person  string     `json:"person"`
	Who     string     `json:"who"`
	Outcome string     `json:"outcome"`
	Lines   []TwinLine `json:"lines"`
}

// TwinLine is what happened in a week under either design.
type TwinLine struct {
	Week   int    `json:"week"`
	First  string `json:"first"`
	Second string `json:"second"`
}
