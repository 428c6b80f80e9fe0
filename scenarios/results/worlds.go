package results

// The ledger of worlds: beside books, measures, outcomes and distributions, what is kept of every world so that whatever
// is derived from all of them can be made anew when worlds are added.

// World is one history: a scenario in a world.
type World struct {
	Scenario    string
	Replication int
	Digest      string // sha256 over the whole numbers of the history: the same on every machine
}

// Happening is a change of a scenario in one world.
type Happening struct {
	Scenario    string
	Replication int
	Change      string
	Made        bool // else the world ended before
	Week        int  // in which it was made; 0 where it was not
}

// Sides are the two sides of a change made for some and not for others, in one world and one measure.
type Sides struct {
	Scenario             string
	Replication          int
	Change, Of, Measure  string
	NTreated, NUntreated int // members of each side
	Treated, Untreated   float64
}

var worldsTable = table[World]{"worlds.csv", []column[World]{
	text("scenario", func(w *World) *string { return &w.Scenario }),
	whole("replication", func(w *World) *int { return &w.Replication }),
	text("history", func(w *World) *string { return &w.Digest }),
}}

var happeningsTable = table[Happening]{"changes.csv", []column[Happening]{
	text("scenario", func(h *Happening) *string { return &h.Scenario }),
	whole("replication", func(h *Happening) *int { return &h.Replication }),
	text("change", func(h *Happening) *string { return &h.Change }),
	truth("made", func(h *Happening) *bool { return &h.Made }),
	whole("week", func(h *Happening) *int { return &h.Week }),
}}

var sidesTable = table[Sides]{"effects_by_world.csv", []column[Sides]{
	text("scenario", func(s *Sides) *string { return &s.Scenario }),
	whole("replication", func(s *Sides) *int { return &s.Replication }),
	text("change", func(s *Sides) *string { return &s.Change }),
	text("of", func(s *Sides) *string { return &s.Of }),
	text("measure", func(s *Sides) *string { return &s.Measure }),
	whole("n_treated", func(s *Sides) *int { return &s.NTreated }),
	whole("n_untreated", func(s *Sides) *int { return &s.NUntreated }),
	number("treated", func(s *Sides) *float64 { return &s.Treated }),
	number("untreated", func(s *Sides) *float64 { return &s.Untreated }),
}}

// ledgerFiles are the tables per world that not all results have.
func (s *Set) ledgerFiles() (files []file) {
	if len(s.Happenings) > 0 {
		files = append(files, encode(happeningsTable, s.Happenings))
	}
	if len(s.Sides) > 0 {
		files = append(files, encode(sidesTable, s.Sides))
	}
	return files
}
