package results

// The tables of an explanation. Outcomes and dictionary are those of a set of measures.

var leversTable = table[Lever]{"levers.csv", []column[Lever]{
	whole("number", func(l *Lever) *int { return &l.Number }),
	text("lever", func(l *Lever) *string { return &l.Name }),
	text("key", func(l *Lever) *string { return &l.Key }),
	text("from", func(l *Lever) *string { return &l.From }),
	text("to", func(l *Lever) *string { return &l.To }),
	truth("inert", func(l *Lever) *bool { return &l.Inert }),
	text("note", func(l *Lever) *string { return &l.Note }),
}}

var gapsTable = table[Gap]{"explain_differences.csv", []column[Gap]{
	text("measure", func(g *Gap) *string { return &g.Measure }),
	number("base", func(g *Gap) *float64 { return &g.Base }),
	number("other", func(g *Gap) *float64 { return &g.Other }),
	number("difference", func(g *Gap) *float64 { return &g.Difference }),
	number("low", func(g *Gap) *float64 { return &g.Low }),
	number("high", func(g *Gap) *float64 { return &g.High }),
	number("interaction", func(g *Gap) *float64 { return &g.Interaction }),
	number("interaction_low", func(g *Gap) *float64 { return &g.InteractionLow }),
	number("interaction_high", func(g *Gap) *float64 { return &g.InteractionHigh }),
	whole("worlds", func(g *Gap) *int { return &g.Worlds }),
	whole("dropped", func(g *Gap) *int { return &g.Dropped }),
	text("words", func(g *Gap) *string { return &g.Words }),
	text("method", func(g *Gap) *string { return &g.Method }),
	text("trust", func(g *Gap) *string { return &g.Trust }),
	text("shares_method", func(g *Gap) *string { return &g.SharesMethod }),
	text("interaction_words", func(g *Gap) *string { return &g.InteractionWords }),
	text("interaction_trust", func(g *Gap) *string { return &g.InteractionTrust }),
}}

var sharesTable = table[Share]{"explain.csv", []column[Share]{
	text("measure", func(s *Share) *string { return &s.Measure }),
	text("lever", func(s *Share) *string { return &s.Lever }),
	number("share", func(s *Share) *float64 { return &s.Share }),
	number("low", func(s *Share) *float64 { return &s.Low }),
	number("high", func(s *Share) *float64 { return &s.High }),
	number("alone", func(s *Share) *float64 { return &s.Alone }),
	number("last", func(s *Share) *float64 { return &s.Last }),
	text("words", func(s *Share) *string { return &s.Words }),
	number("alone_low", func(s *Share) *float64 { return &s.AloneLow }),
	number("alone_high", func(s *Share) *float64 { return &s.AloneHigh }),
	number("last_low", func(s *Share) *float64 { return &s.LastLow }),
	number("last_high", func(s *Share) *float64 { return &s.LastHigh }),
	text("trust", func(s *Share) *string { return &s.Trust }),
	text("alone_trust", func(s *Share) *string { return &s.AloneTrust }),
	text("last_trust", func(s *Share) *string { return &s.LastTrust }),
}}

var leverOrdersTable = table[LeverOrder]{"lever_orders.csv", []column[LeverOrder]{
	whole("replication", func(o *LeverOrder) *int { return &o.Replication }),
	text("order", func(o *LeverOrder) *string { return &o.Order }),
}}

var leverNotesTable = table[LeverNote]{"lever_notes.csv", []column[LeverNote]{
	text("note", func(n *LeverNote) *string { return &n.Note }),
}}

// keeps names every table, in the order the hash reads them.
func (s *ExplainSet) keeps() (*Manifest, []part) {
	return &s.Manifest, []part{
		rows(&s.Dictionary, dictionaryTable),
		rows(&s.Levers, leversTable),
		rows(&s.Differences, gapsTable),
		rows(&s.Shares, sharesTable),
		rows(&s.Orders, leverOrdersTable),
		rows(&s.Outcomes, outcomesTable),
		rows(&s.Notes, leverNotesTable),
	}
}

// SharesCSV is the table of shares as it stands in the directory.
func (s *ExplainSet) SharesCSV() []byte { return encode(sharesTable, s.Shares).bytes }
