package results

import (
	"errors"
	"slices"
	"strconv"
)

// The tables of a results directory, each a file and its columns. A column reads
// and writes one field, so a table is declared once for both directions.

var dictionaryTable = table[Measure]{"dictionary.csv", []column[Measure]{
	text("measure", func(m *Measure) *string { return &m.ID }),
	text("title", func(m *Measure) *string { return &m.Title }),
	text("unit", func(m *Measure) *string { return &m.Unit }),
	text("kind", func(m *Measure) *string { return &m.Kind }),
	text("good", func(m *Measure) *string { return &m.Good }),
	text("group", func(m *Measure) *string { return &m.Group }),
	text("definition", func(m *Measure) *string { return &m.Definition }),
}}

var framesTable = table[Frame]{"measures.csv", []column[Frame]{
	text("scenario", func(f *Frame) *string { return &f.Scenario }),
	whole("replication", func(f *Frame) *int { return &f.Replication }),
	whole("week", func(f *Frame) *int { return &f.Week }),
	text("measure", func(f *Frame) *string { return &f.Measure }),
	number("value", func(f *Frame) *float64 { return &f.Value }),
}}

var outcomesTable = table[Outcome]{"outcomes.csv", []column[Outcome]{
	text("scenario", func(o *Outcome) *string { return &o.Scenario }),
	whole("replication", func(o *Outcome) *int { return &o.Replication }),
	text("measure", func(o *Outcome) *string { return &o.Measure }),
	number("value", func(o *Outcome) *float64 { return &o.Value }),
}}

var summaryTable = table[Row]{"summary.csv", []column[Row]{
	text("scenario", func(r *Row) *string { return &r.Scenario }),
	text("measure", func(r *Row) *string { return &r.Measure }),
	text("unit", func(r *Row) *string { return &r.Unit }),
	number("mean", func(r *Row) *float64 { return &r.Mean }),
	number("low", func(r *Row) *float64 { return &r.Low }),
	number("high", func(r *Row) *float64 { return &r.High }),
	number("difference", func(r *Row) *float64 { return &r.Difference }),
	number("difference_low", func(r *Row) *float64 { return &r.DifferenceLow }),
	number("difference_high", func(r *Row) *float64 { return &r.DifferenceHigh }),
	text("words", func(r *Row) *string { return &r.Words }),
	text("method", func(r *Row) *string { return &r.Method }),
	text("trust", func(r *Row) *string { return &r.Trust }),
}}

var luckTable = table[Luck]{"luck.csv", []column[Luck]{
	text("scenario", func(l *Luck) *string { return &l.Scenario }),
	text("measure", func(l *Luck) *string { return &l.Measure }),
	number("correlation", func(l *Luck) *float64 { return &l.Correlation }),
	number("variance_ratio", func(l *Luck) *float64 { return &l.VarianceRatio }),
}}

var histogramsTable = table[Histogram]{"distributions.csv", []column[Histogram]{
	text("scenario", func(h *Histogram) *string { return &h.Scenario }),
	whole("replication", func(h *Histogram) *int { return &h.Replication }),
	text("distribution", func(h *Histogram) *string { return &h.Distribution }),
	number("low", func(h *Histogram) *float64 { return &h.Low }),
	number("high", func(h *Histogram) *float64 { return &h.High }),
	number("value", func(h *Histogram) *float64 { return &h.Value }),
}}

var distributionsTable = table[Distribution]{"distribution_dictionary.csv", []column[Distribution]{
	text("distribution", func(d *Distribution) *string { return &d.ID }),
	text("title", func(d *Distribution) *string { return &d.Title }),
	text("x_title", func(d *Distribution) *string { return &d.XTitle }),
	text("x_unit", func(d *Distribution) *string { return &d.XUnit }),
	text("y_title", func(d *Distribution) *string { return &d.YTitle }),
	text("definition", func(d *Distribution) *string { return &d.Definition }),
}}

// encodeTables returns every table as CSV, in the order the hash reads them.
func (s *Set) encodeTables() []file {
	return append([]file{
		encode(dictionaryTable, s.Dictionary),
		encode(framesTable, s.Frames),
		encode(outcomesTable, s.Outcomes),
		encode(summaryTable, s.Summary),
		encode(luckTable, s.Luck),
		encode(histogramsTable, s.Histograms),
		encode(distributionsTable, s.DistributionDictionary),
		encode(booksTable, s.Books),
		encode(itemsTable, s.BooksDictionary),
		encode(worldsTable, s.Worlds),
	}, slices.Concat(s.ledgerFiles(), s.effectFiles(), s.decisionFiles(), s.selectionFiles())...)
}

// text is a column of words.
func text[T any](name string, field func(*T) *string) column[T] {
	return column[T]{name,
		func(row *T) string { return *field(row) },
		func(row *T, cell string) error { *field(row) = cell; return nil },
	}
}

// whole is a column of whole numbers.
func whole[T any](name string, field func(*T) *int) column[T] {
	return column[T]{name,
		func(row *T) string { return strconv.Itoa(*field(row)) },
		func(row *T, cell string) (err error) { *field(row), err = strconv.Atoi(cell); return err },
	}
}

// truth is a column of yes and no.
func truth[T any](name string, field func(*T) *bool) column[T] {
	return column[T]{name,
		func(row *T) string {
			if *field(row) {
				return "yes"
			}
			return "no"
		},
		func(row *T, cell string) error {
			if cell != "yes" && cell != "no" {
				return errors.New("neither yes nor no")
			}
			*field(row) = cell == "yes"
			return nil
		},
	}
}

// number is a column of numbers, written so that they read back exactly.
func number[T any](name string, field func(*T) *float64) column[T] {
	return column[T]{name,
		func(row *T) string { return formatNumber(*field(row)) },
		func(row *T, cell string) (err error) { *field(row), err = parseNumber(cell); return err },
	}
}
