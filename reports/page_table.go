package reports

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/stat"

	"xsell/scenarios/results"
)

// tableGroup is a heading and its rows in the page's table.
type tableGroup struct {
	Name string
	Rows []tableRow
}

type tableRow struct {
	Title, Unit, Towards, Base string
	Cells                      []tableCell // one per scenario after the base
}

type tableCell struct {
	Scenario, Class, Mark, Difference, Mean, Words, Verdict string
}

func (v *view) tableGroups() []tableGroup {
	var groups []tableGroup
	for _, g := range v.grouped() {
		group := tableGroup{Name: g.Name}
		for _, m := range g.Measures {
			base := v.row(v.base(), m.ID)
			row := tableRow{m.Title, m.Unit, towards(m), onOneLine(v.levelWords(m, base)), nil}
			for _, s := range v.scenarios[1:] {
				row.Cells = append(row.Cells, v.tableCell(s.Name, m))
			}
			group.Rows = append(group.Rows, row)
		}
		groups = append(groups, group)
	}
	return groups
}

func (v *view) tableCell(scenario string, m results.Measure) tableCell {
	r, verdict := v.judged(scenario, m)
	words := r.Words
	if words == "" {
		words = verdict.words
	}
	return tableCell{
		scenario, verdict.class, verdict.mark, onOneLine(change(r.Difference, r.DifferenceLow, r.DifferenceHigh) + doubt(r)),
		estimate(r.Mean, r.Low, r.High), words, verdict.words,
	}
}

// luckSection is what the shared luck was worth.
type luckSection struct {
	Scenarios []luckMedian
	Rows      []luckRow
}

type luckMedian struct {
	Name, Median string
	Measures     int
}

type luckRow struct {
	Title string
	Cells []luckCell
}

type luckCell struct{ Correlation, Ratio string }

func (v *view) luckSection() luckSection {
	var section luckSection
	for _, s := range v.scenarios[1:] {
		if ratios := v.ratios(s.Name); len(ratios) > 0 {
			median := stat.Quantile(0.5, stat.LinInterp, ratios, nil)
			section.Scenarios = append(section.Scenarios, luckMedian{s.Name, number(median, decimals(median, 2)), len(ratios)})
		}
	}
	if len(section.Scenarios) == 0 {
		return section
	}
	for _, m := range v.set.Dictionary {
		if row, any := v.luckRow(m.ID, m.Title); any {
			section.Rows = append(section.Rows, row)
		}
	}
	return section
}

// ratios are the finite variance ratios of a scenario, sorted.
func (v *view) ratios(scenario string) []float64 {
	var ratios []float64
	for _, l := range v.set.Luck {
		if l.Scenario == scenario && !math.IsNaN(l.VarianceRatio) && !math.IsInf(l.VarianceRatio, 0) {
			ratios = append(ratios, l.VarianceRatio)
		}
	}
	slices.Sort(ratios)
	return ratios
}

func (v *view) luckRow(measure, title string) (luckRow, bool) {
	row, any := luckRow{Title: title}, false
	for _, s := range v.scenarios[1:] {
		l, ok := v.luck[cell{s.Name, measure}]
		if !ok {
			row.Cells = append(row.Cells, luckCell{unknown, unknown})
			continue
		}
		any = true
		row.Cells = append(row.Cells, luckCell{number(l.Correlation, 2), number(l.VarianceRatio, decimals(l.VarianceRatio, 2))})
	}
	return row, any
}
