package document

// ExplainSchema is the version of Explain.
const ExplainSchema = "xsell-explain/1"

// Explain is the answer of explain, and of report about its results.
type Explain struct {
	Schema    string       `json:"schema" jsonschema:"enum=xsell-explain/1"`
	Question  string       `json:"question"`
	Answer    string       `json:"answer" doc:"one sentence, on the first measure"`
	Words     []string     `json:"words" doc:"a sentence for each measure"`
	Manifest  Manifest     `json:"manifest"`
	Files     Files        `json:"files"`
	Scenarios []Scenario   `json:"scenarios" doc:"the two designs; the first is the base"`
	Levers    []Lever      `json:"levers" doc:"groups of keys in which the designs differ"`
	Measures  []Difference `json:"measures" doc:"what is shared out, and the shares"`
	Notes     []string     `json:"notes" doc:"how to read it, and how the levers were found"`
}

// Lever is edits that are laid together.
type Lever struct {
	Number int    `json:"number" doc:"from 1; outcomes.csv names designs by the numbers of the levers laid in them"`
	Name   string `json:"name"`
	Inert  bool   `json:"inert" doc:"whether it changed nothing in any history"`
	Note   string `json:"note" doc:"why it holds what would be levers of their own; empty: it does not"`
	Edits  []Edit `json:"edits"`
}

// Edit is a key in which the designs differ.
type Edit struct {
	Key  string `json:"key"`
	From string `json:"from" doc:"as in TOML; empty: not set"`
	To   string `json:"to" doc:"as in TOML; empty: not set"`
}

// Difference is the difference between the designs in a measure, and what each lever has of it.
type Difference struct {
	Measure         string       `json:"measure" doc:"id"`
	Title           string       `json:"title"`
	Unit            string       `json:"unit"`
	Good            string       `json:"good" jsonschema:"enum=more,enum=less,enum=neither"`
	Base            Number       `json:"base" doc:"mean of the first design"`
	Other           Number       `json:"other" doc:"mean of the second"`
	Difference      Number       `json:"difference" doc:"the shares add up to it exactly"`
	Low             Number       `json:"low" doc:"lower end of its 95 % interval, by itself"`
	High            Number       `json:"high" doc:"upper end of it"`
	Interaction     Number       `json:"interaction" doc:"sum over levers of what a lever adds last less what it changes alone"`
	InteractionLow  Number       `json:"interaction_low"`
	InteractionHigh Number       `json:"interaction_high"`
	Worlds          int          `json:"worlds" doc:"used"`
	Dropped         int          `json:"dropped" doc:"worlds left out because the measure is undefined for some design in them"`
	Method          string       `json:"method" doc:"of the interval of the difference"`
	Trust           string       `json:"trust" doc:"why the interval of the difference is not to be trusted; empty where it is"`
	SharesMethod    string       `json:"shares_method" doc:"of the intervals of the shares"`
	Shares          []LeverShare `json:"shares" doc:"in the order of the levers"`

	InteractionWords string `json:"interaction_words" jsonschema:"enum=more,enum=less,enum=no clear difference,enum=identical"`
	InteractionTrust string `json:"interaction_trust" doc:"why the interval of the interaction is not to be trusted; empty where it is"`
}

// LeverShare is what a lever has of a difference.
type LeverShare struct {
	Lever string `json:"lever" doc:"its name"`
	Share Number `json:"share" doc:"what it adds, on average over the orders in which levers are laid"`
	Low   Number `json:"low" doc:"lower end of its 95 % interval; those of all levers of a measure hold at once"`
	High  Number `json:"high" doc:"upper end of it"`
	Alone Number `json:"alone" doc:"what it changes in the first design by itself"`
	Last  Number `json:"last" doc:"what it adds to all others"`
	Words string `json:"words" jsonschema:"enum=more,enum=less,enum=no clear difference,enum=identical"`

	AloneLow  Number `json:"alone_low" doc:"lower end of the 95 % interval of what it changes alone; those of all levers of a measure hold at once"`
	AloneHigh Number `json:"alone_high" doc:"upper end of it"`
	LastLow   Number `json:"last_low" doc:"lower end of the 95 % interval of what it adds last; those of all levers of a measure hold at once"`
	LastHigh  Number `json:"last_high" doc:"upper end of it"`
	Trust     string `json:"trust" doc:"why the interval of the share is not to be trusted; empty where it is"`

	AloneTrust string `json:"alone_trust" doc:"why that of what it changes alone is not to be trusted; empty where it is"`
	LastTrust  string `json:"last_trust" doc:"why that of what it adds last is not to be trusted; empty where it is"`
}
