package document

// TwinsSchema is the version of Twins.
const TwinsSchema = "xsell-twins/1"

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
	Sums      []TwinSum     `json:"sums" doc:"of the differences of all persons, as means over worlds"`
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

// TwinSum is a difference of all persons of a crowd in sum: that of the firm. It is the sum over pairs and over those who
// are there under one design only.
type TwinSum struct {
	Crowd      string `json:"crowd"`
	Outcome    string `json:"outcome"`
	Both       Number `json:"pairs" doc:"over those who are there under both designs"`
	FirstOnly  Number `json:"first_only" doc:"what is missed of those who are there under the first design only"`
	SecondOnly Number `json:"second_only"`
	All        Number `json:"all" doc:"the three together"`
	AllLow     Number `json:"all_low"`
	AllHigh    Number `json:"all_high"`
	Books      Number `json:"books" doc:"difference of the firm's books; null where these do not hold the outcome"`
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
