package results

// Effect compares those a change was for with those it was not for, in one measure, from the change on. It is a mean over
// the worlds in which the change was made and both sides have a value; the interval is that of the differences within
// worlds.
type Effect struct {
	Scenario   string
	Change     string
	Of         string // markets, sellers or customers
	Measure    string
	NTreated   float64 // members of each side in a world, on average
	NUntreated float64
	Treated    float64 // in the measure's unit
	Untreated  float64
	Difference float64 // treated less untreated
	Low, High  float64 // 95 % interval of the difference; NaN with fewer than two worlds
	Worlds     int
	Words      string
}

// EffectItem is one row of the dictionary of effects.
type EffectItem struct {
	Of         string // whom the measure is of
	ID         string // measure
	Title      string
	Unit       string
	Good       string // one of More, Less, Neither
	Definition string
}

var effectsTable = table[Effect]{"effects.csv", []column[Effect]{
	text("scenario", func(e *Effect) *string { return &e.Scenario }),
	text("change", func(e *Effect) *string { return &e.Change }),
	text("of", func(e *Effect) *string { return &e.Of }),
	text("measure", func(e *Effect) *string { return &e.Measure }),
	number("n_treated", func(e *Effect) *float64 { return &e.NTreated }),
	number("n_untreated", func(e *Effect) *float64 { return &e.NUntreated }),
	number("treated", func(e *Effect) *float64 { return &e.Treated }),
	number("untreated", func(e *Effect) *float64 { return &e.Untreated }),
	number("difference", func(e *Effect) *float64 { return &e.Difference }),
	number("low", func(e *Effect) *float64 { return &e.Low }),
	number("high", func(e *Effect) *float64 { return &e.High }),
	whole("worlds", func(e *Effect) *int { return &e.Worlds }),
	text("words", func(e *Effect) *string { return &e.Words }),
}}

var effectItemsTable = table[EffectItem]{"effects_dictionary.csv", []column[EffectItem]{
	text("of", func(i *EffectItem) *string { return &i.Of }),
	text("measure", func(i *EffectItem) *string { return &i.ID }),
	text("title", func(i *EffectItem) *string { return &i.Title }),
	text("unit", func(i *EffectItem) *string { return &i.Unit }),
	text("good", func(i *EffectItem) *string { return &i.Good }),
	text("definition", func(i *EffectItem) *string { return &i.Definition }),
}}

// effectFiles are the tables that only results with a comparison inside the run have.
func (s *Set) effectFiles() []file {
	if len(s.Effects) == 0 {
		return nil
	}
	return []file{encode(effectsTable, s.Effects), encode(effectItemsTable, s.EffectsDictionary)}
}

// EffectItem returns the dictionary's row of a measure of effects, and whether there is one.
func (s *Set) EffectItem(of, id string) (EffectItem, bool) {
	for _, i := range s.EffectsDictionary {
		if i.Of == of && i.ID == id {
			return i, true
		}
	}
	return EffectItem{}, false
}
