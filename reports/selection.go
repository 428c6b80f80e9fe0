package reports

import (
	"fmt"
	"strconv"

	"xsell/scenarios/results"
)

// selected says what a selection has come to, and how sure that is; nothing where there was none.
func (v *view) selected() (lines []string) {
	x := v.set.Manifest.Selection
	if x == nil {
		return nil
	}
	m := v.measures[x.Measure]
	var tied, left []string
	for _, c := range v.set.Contestants {
		switch {
		case c.Fate == results.Tied:
			tied = append(tied, c.Scenario)
		case c.Fate == results.Left && c.Scenario != x.Selected:
			left = append(left, c.Scenario)
		}
	}
	switch {
	case !x.Settled:
		lines = append(lines, fmt.Sprintf("Nothing is selected yet: the budget of %s ended the selection. %s is ahead in %s, and %s cannot be ruled out. "+
			"Select again with a larger budget, or with a larger difference that matters.", plural(x.Budget, "world"), x.Selected, lower(m.Title), list(left)))
	case len(tied) > 0:
		lines = append(lines, fmt.Sprintf("%s is selected, and %s was equal to it in %s in every world%s.", x.Selected, list(tied), lower(m.Title), v.close(x, m)))
	default:
		lines = append(lines, fmt.Sprintf("%s is selected in %s (%s is better)%s.", x.Selected, lower(m.Title), x.Better, v.close(x, m)))
	}
	if x.Settled {
		lines = append(lines, fmt.Sprintf("The best is selected with a confidence of %s if it leads every other scenario by %s or more and means over worlds are about normal. "+
			"Where others are as good within that, one of these is selected as a rule, which is not proved for every case.", share(x.Confidence), byUnit(exactly(x.Delta), m.Unit)))
	}
	return append(lines, v.selectionCost(x)...)
}

// close names those that were dropped although less than the difference that matters lay between them and the best.
func (v *view) close(x *results.Selection, m results.Measure) (words string) {
	of := make(map[string][]string)
	for _, c := range v.set.Contestants {
		if c.Fate == results.DroppedOut && c.Behind < x.Delta {
			of[c.By] = append(of[c.By], c.Scenario)
		}
	}
	for _, by := range v.names() {
		if near := of[by]; len(near) > 0 {
			words += fmt.Sprintf("; %s %s within %s of %s", list(near), verb(len(near), "was", "were"), byUnit(exactly(x.Delta), m.Unit), itOr(by, x.Selected))
		}
	}
	return words
}

// itOr is "it" for what was just named.
func itOr(name, named string) string {
	if name == named {
		return "it"
	}
	return name
}

// selectionCost says what a selection took.
func (v *view) selectionCost(x *results.Selection) (lines []string) {
	lines = append(lines, fmt.Sprintf("It took %s histories in up to %s; all scenarios in all of these would have taken %s. Tables and pictures are of the %s that all scenarios share.",
		number(float64(x.Histories), 0), plural(x.Worlds, "world"), number(float64(x.Whole), 0), plural(x.Shared, "world")))
	if x.Batch > 1 {
		lines = append(lines, fmt.Sprintf("Differences are skewed (%.1f), so the mean of %d worlds was taken as one observation.", x.Skew, x.Batch))
	}
	if x.Dropped > 0 {
		lines = append(lines, fmt.Sprintf("The measure was undefined in some scenario in %s, left out whole.", plural(x.Dropped, "world")))
	}
	return lines
}

// chosen is a selection as the terminal and the page show it.
type chosen struct {
	Asked string // what was declared
	Unit  string // of the means
	Rows  []chosenRow
	Notes []string // what it took, and how sure it is
}

// chosenRow is one scenario.
type chosenRow struct{ Scenario, Fate, Worlds, Mean, Behind, Margin string }

// selection returns how the best was selected; nil where there was no selection.
func (v *view) selection() *chosen {
	x := v.set.Manifest.Selection
	if x == nil {
		return nil
	}
	m := v.measures[x.Measure]
	c := &chosen{Unit: m.Unit, Asked: fmt.Sprintf("Selected by %s: %s is better, and %s matters.", lower(m.Title), x.Better, byUnit(exactly(x.Delta), m.Unit))}
	c.Notes = append(v.selected()[1:], "Behind: how far another scenario was ahead in the same worlds when it was dropped; margin: how far it had to be.")
	for _, row := range v.set.Contestants {
		shown := chosenRow{Scenario: row.Scenario, Fate: row.Fate, Worlds: strconv.Itoa(row.Worlds), Mean: number(row.Mean, decimals(row.Mean, 4))}
		if row.Fate == results.DroppedOut {
			shown.Fate, shown.Behind, shown.Margin = "dropped for "+row.By, rough(row.Behind), rough(row.Margin)
		}
		c.Rows = append(c.Rows, shown)
	}
	return c
}

// saySelection writes the course of a selection; nothing where there was none.
func (v *view) saySelection(p *printer) {
	c := v.selection()
	if c == nil {
		return
	}
	p.head("Selection")
	p.say(soft, c.Asked)
	p.line("")
	g := &sheet{wraps: []int{1}, spare: []int{5, 4}}
	g.head("scenario", "what became of it", "worlds", withComma("mean", c.Unit), "behind", "margin")
	for _, r := range c.Rows {
		g.rows = append(g.rows, []piece{{r.Scenario, asItIs}, {r.Fate, asItIs}, {r.Worlds, asItIs}, {r.Mean, asItIs}, {r.Behind, asItIs}, {r.Margin, asItIs}})
	}
	p.write(g)
	p.line("")
	for _, note := range c.Notes {
		p.say(asItIs, note)
	}
}
