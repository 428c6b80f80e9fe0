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
	what := lower(v.measures[x.Measure].Title)
	tied, even, left := v.fared(results.Tied), v.fared(results.Even), v.fared(results.Left)
	switch {
	case x.Unseen > 0:
		lines = append(lines, v.unseen(x, left))
	case !x.Settled:
		lines = append(lines, fmt.Sprintf("Nothing is selected yet: the budget of %s ended the selection. %s is ahead in %s, and %s cannot be ruled out. "+
			"Select again with a larger budget, or with a larger difference that matters.", plural(x.Budget, "world"), x.Selected, what, list(left)))
	case len(tied) > 0:
		lines = append(lines, fmt.Sprintf("%s is selected, and %s %s equal to it in %s in every world.", x.Selected, list(tied), wasOrWere(tied), what))
	default:
		lines = append(lines, fmt.Sprintf("%s is selected as the best in %s (%s is better).", x.Selected, what, x.Better))
	}
	if len(even) > 0 {
		lines[0] += fmt.Sprintf(" On average %s %s just as good; the one that was named first is taken.", list(even), wasOrWere(even))
	}
	if x.Settled {
		lines = append(lines, v.promised(x))
	}
	return append(lines, v.selectionCost(x)...)
}

// fared are the scenarios with that fate, without the one that is ahead.
func (v *view) fared(fate string) (names []string) {
	for _, c := range v.set.Contestants {
		if c.Fate == fate && c.Scenario != v.set.Manifest.Selection.Selected {
			names = append(names, c.Scenario)
		}
	}
	return names
}

// wasOrWere is the verb for so many.
func wasOrWere(names []string) string {
	if len(names) == 1 {
		return "was"
	}
	return "were"
}

// unseen says why nothing was selected where too little of what sets designs apart was seen.
func (v *view) unseen(x *results.Selection, left []string) string {
	seen := "it was in few of them"
	if x.Unseen == x.First {
		seen = "no such thing was seen in them"
	}
	of := plural(x.First, "world")
	if x.Batch > 1 {
		of = fmt.Sprintf("%d means of %d worlds", x.First, x.Batch)
	}
	return fmt.Sprintf("Nothing is selected: in %s a difference between %s was the same in %d of the first %s. What may set them apart is rare, and %s. "+
		"Compare them in many worlds instead: xsell compare with --decide %s.",
		lower(v.measures[x.Measure].Title), list(append([]string{x.Selected}, left...)), x.Unseen, of, seen, x.Measure)
}

// promised is what a selection that came to its end guarantees, and what it cannot know. What happens in a share of 3/n of
// worlds is in none of n worlds with a probability of e⁻³, 5 %.
func (v *view) promised(x *results.Selection) string {
	return fmt.Sprintf("The best is selected with a confidence of %s if it leads every other scenario by %s or more and means over worlds are about normal. "+
		"Where others are as good within that, one of these is selected as a rule, which is not proved for every case. "+
		"What happens in fewer than one world in %d may not have been seen in %s, and counts for nothing here.",
		share(x.Confidence), byUnit(exactly(x.Delta), v.measures[x.Measure].Unit), (x.Shared+2)/3, plural(x.Shared, "world"))
}

// selectionCost says what a selection took.
func (v *view) selectionCost(x *results.Selection) (lines []string) {
	lines = append(lines, fmt.Sprintf("It took %s histories in up to %s; all scenarios in all of these would have taken %s. Tables and pictures are of the %s that all scenarios share.",
		number(float64(x.Histories), 0), plural(x.Worlds, "world"), number(float64(x.Whole), 0), plural(x.Shared, "world")))
	if len(v.fared(results.DroppedOut)) > 0 {
		lines[0] += " Where these end depends on who was ahead, so their 95 % intervals hold a little less often (91 to 95 %)."
	}
	if x.Batch > 1 {
		lines = append(lines, fmt.Sprintf("Differences are skewed (%.1f) or coarse, so the mean of %d worlds was taken as one observation.", x.Skew, x.Batch))
	}
	if x.Dropped > 0 {
		lines = append(lines, fmt.Sprintf("The measure was undefined in some scenario in %s, left out whole.", plural(x.Dropped, "world")))
	}
	return lines
}

// chosen is a selection as the terminal and the page show it.
type chosen struct {
	Asked string // what was declared
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
	c := &chosen{Asked: fmt.Sprintf("Selected by %s: %s is better, and %s matters.", lower(m.Title), x.Better, byUnit(exactly(x.Delta), m.Unit))}
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
	g.head("scenario", "what became of it", "worlds", "mean", "behind", "margin")
	for _, r := range c.Rows {
		g.rows = append(g.rows, []piece{{r.Scenario, asItIs}, {r.Fate, asItIs}, {r.Worlds, asItIs}, {r.Mean, asItIs}, {r.Behind, asItIs}, {r.Margin, asItIs}})
	}
	p.write(g)
	p.line("")
	for _, note := range c.Notes {
		p.say(asItIs, note)
	}
}
