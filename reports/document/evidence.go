package document

// Versions of the documents about risk and about claims.
const (
	RiskSchema   = "xsell-risk/1"
	FactsSchema  = "xsell-facts/1"
	LawsSchema   = "xsell-laws/1"
	ClaimsSchema = "xsell-claims/1"
)

// Risk is the answer of risk, and of report about its results.
type Risk struct {
	Schema    string         `json:"schema" jsonschema:"enum=xsell-risk/1"`
	Manifest  Manifest       `json:"manifest"`
	Files     Files          `json:"files"`
	Scenarios []Scenario     `json:"scenarios" doc:"the first is the base"`
	Estimates []RiskEstimate `json:"estimates"`
	Curve     []RiskChance   `json:"curve" doc:"the chance of disclosure over time"`
	Bills     []RiskBill     `json:"bills" doc:"the chance that the first bill exceeds an amount"`
	Notes     []string       `json:"notes" doc:"how to read it"`
}

// RiskEstimate is one quantity of one scenario within some years.
type RiskEstimate struct {
	Scenario       string `json:"scenario"`
	Years          int    `json:"years" doc:"horizon"`
	Quantity       string `json:"quantity"`
	Title          string `json:"title"`
	Unit           string `json:"unit"`
	Good           string `json:"good" jsonschema:"enum=more,enum=less,enum=neither"`
	Definition     string `json:"definition"`
	Value          Number `json:"value"`
	Low            Number `json:"low" doc:"lower end of its 95 % interval over worlds"`
	High           Number `json:"high" doc:"upper end of it"`
	Method         string `json:"method" doc:"of the interval"`
	Difference     Number `json:"difference" doc:"from the base in the same worlds; null for the base"`
	DifferenceLow  Number `json:"difference_low"`
	DifferenceHigh Number `json:"difference_high"`
	Worth          Number `json:"plain_worlds" doc:"plain histories that say as much as one of these; null where it is no mean over worlds"`
}

// RiskChance is the chance of a disclosure up to a week.
type RiskChance struct {
	Scenario string `json:"scenario"`
	Week     int    `json:"week"`
	Chance   Number `json:"chance" doc:"from 0 to 1"`
	Low      Number `json:"low"`
	High     Number `json:"high"`
}

// RiskBill is the chance that the first bill exceeds an amount.
type RiskBill struct {
	Scenario string `json:"scenario"`
	Years    int    `json:"years" doc:"horizon"`
	Bill     Number `json:"bill" doc:"EUR"`
	Chance   Number `json:"chance_of_more" doc:"from 0 to 1"`
	Low      Number `json:"low"`
	High     Number `json:"high"`
}

// Facts is the answer of facts, and of report about its results.
type Facts struct {
	Schema  string   `json:"schema" jsonschema:"enum=xsell-facts/1"`
	Tool    string   `json:"tool_version"`
	Command []string `json:"command"`
	Seed    string   `json:"seed"`
	Files   Files    `json:"files"`
	Totals  string   `json:"totals" doc:"how many are met, in words"`
	Facts   []Fact   `json:"facts"`
}

// Fact is a published figure beside what the model gives.
type Fact struct {
	ID          string `json:"id"`
	Role        string `json:"role" jsonschema:"enum=CAL,enum=CHK,enum=BOUND" doc:"CAL: the model was set to it; CHK: it was not; BOUND: what is plausible"`
	Title       string `json:"title"`
	Unit        string `json:"unit"`
	Text        string `json:"text" doc:"the claim in a sentence"`
	Source      string `json:"source"`
	Value       Number `json:"value"`
	Low         Number `json:"low" doc:"lower end of its 95 % interval over worlds"`
	High        Number `json:"high" doc:"upper end of it"`
	TargetLow   Number `json:"target_low" doc:"null: open"`
	TargetHigh  Number `json:"target_high" doc:"null: open"`
	Verdict     string `json:"verdict" jsonschema:"enum=met,enum=missed,enum=undefined"`
	Explanation string `json:"explanation" doc:"why it is missed, where that is known"`
	Worlds      int    `json:"worlds"`
}

// Laws is the answer of laws and of systems.
type Laws struct {
	Schema string `json:"schema" jsonschema:"enum=xsell-laws/1"`
	Tool   string `json:"tool_version"`
	Noun   string `json:"noun" jsonschema:"enum=law,enum=system"`
	Seed   string `json:"seed"`
	Laws   []Law  `json:"laws"`
}

// Law is a shape beside what the model gives, with its mechanism on and off.
type Law struct {
	Name        string      `json:"name" doc:"its number, or its id where it has none"`
	ID          string      `json:"id"`
	Scenario    string      `json:"scenario"`
	Title       string      `json:"title" doc:"what was measured"`
	Text        string      `json:"text" doc:"what must hold"`
	On          Measured    `json:"on"`
	Also        []Condition `json:"also" doc:"what must hold besides"`
	Off         *Condition  `json:"off" jsonschema:"nullable" doc:"with the mechanism switched off; null without a switch"`
	Verdict     string      `json:"verdict" jsonschema:"enum=holds,enum=unsure,enum=does not hold"`
	Gone        *bool       `json:"gone" jsonschema:"nullable" doc:"whether it is gone with the mechanism off; null without a switch"`
	Worlds      int         `json:"worlds"`
	Failures    []string    `json:"failures" doc:"what is not as it should be"`
	Explanation string      `json:"explanation"`
}

// Measured is a value with its interval and the bounds it must lie within.
type Measured struct {
	Value Number `json:"value"`
	Low   Number `json:"low" doc:"lower end of its 95 % interval over worlds"`
	High  Number `json:"high" doc:"upper end of it"`
	Least Number `json:"at_least" doc:"null: open"`
	Most  Number `json:"at_most" doc:"null: open"`
}

// Condition is a sentence with what was measured.
type Condition struct {
	Text     string   `json:"text"`
	Measured Measured `json:"measured"`
}

// Claims is what facts, laws and systems list without running anything.
type Claims struct {
	Schema string  `json:"schema" jsonschema:"enum=xsell-claims/1"`
	Noun   string  `json:"noun" jsonschema:"enum=fact,enum=law,enum=system"`
	Claims []Claim `json:"claims"`
}

// Claim is one of them.
type Claim struct {
	Name     string `json:"name" doc:"what the command line takes"`
	ID       string `json:"id"`
	Role     string `json:"role" doc:"of a fact: CAL, CHK or BOUND"`
	Title    string `json:"title"`
	Text     string `json:"text"`
	Scenario string `json:"scenario" doc:"what is lived for it"`
	Least    Number `json:"at_least" doc:"null: open"`
	Most     Number `json:"at_most" doc:"null: open"`
}
