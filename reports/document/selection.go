package document

// Selection is how the best of several scenarios was selected.
type Selection struct {
	Measure     string       `json:"measure" doc:"id of the measure it was selected in"`
	Better      string       `json:"better" jsonschema:"enum=more,enum=less"`
	Delta       Number       `json:"delta" doc:"the difference that matters, in the unit of the measure"`
	Declared    string       `json:"declared" doc:"all of it in words"`
	Confidence  Number       `json:"confidence" doc:"that the best is selected if it leads by delta and outcomes are about normal, from 0 to 1"`
	Settled     bool         `json:"settled" doc:"whether the selection came to its end; else the budget ended it, or too little was seen of what sets scenarios apart, and nothing is guaranteed"`
	Selected    string       `json:"selected" doc:"scenario with the best mean among those left"`
	Worlds      int          `json:"worlds" doc:"of the scenario that was run longest"`
	Shared      int          `json:"shared" doc:"worlds that all scenarios were run in; tables and pictures are of these"`
	Histories   int          `json:"histories" doc:"run"`
	Whole       int          `json:"whole" doc:"histories if every scenario had been run in every world"`
	Contestants []Contestant `json:"contestants" doc:"what became of every scenario"`
	Notes       []string     `json:"notes" doc:"how sure it is and what it took, in words"`
}

// Contestant is one scenario of a selection.
type Contestant struct {
	Scenario string `json:"scenario"`
	Fate     string `json:"fate" doc:"selected, tied with the selected, equal on average, dropped, or not ruled out"`
	Worlds   int    `json:"worlds" doc:"it was run in"`
	By       string `json:"by" doc:"scenario that was ahead when it was dropped"`
	Behind   Number `json:"behind" doc:"how far that was ahead in the same worlds; null where it was not dropped"`
	Margin   Number `json:"margin" doc:"by which it had to be"`
	Mean     Number `json:"mean" doc:"over the worlds it was run in"`
}
