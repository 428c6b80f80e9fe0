package reports

import (
	"bufio"
	"fmt"
	"io"
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
		lines = append(lines, fmt.Sprintf("Nothing is selected yet: the budget of %s ended the selection. %s is ahead in %s, and %s cannot be ruled out. A larger budget goes on from what is known: "+
			"run the command again with one.", plural(x.Budget, "world"), x.Selected, lower(m.Title), list(left)))
	case len(tied) > 0:
		lines = append(lines, fmt.Sprintf("%s is selected, and %s was equal to it in %s in every world.", x.Selected, list(tied), lower(m.Title)))
	default:
		lines = append(lines, fmt.Sprintf("%s is selected as the best in %s (%s is better).", x.Selected, lower(m.Title), x.Better))
	}
	if x.Settled {
		lines = append(lines, fmt.Sprintf("The best is selected with a confidence of %s if it leads every other scenario by %s or more and means over worlds are about normal. "+
			"Where others are as good within that, one of these is selected as a rule, which is not proved for every case.", share(x.Confidence), withUnit(exactly(x.Delta), m.Unit)))
	}
	return append(lines, v.selectionCost(x)...)
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

// Selection writes the course of a selection as aligned columns for a terminal; nothing where there was none.
func Selection(w io.Writer, set *results.Set) error {
	v, out := newView(set), bufio.NewWriter(w)
	x := set.Manifest.Selection
	if x == nil {
		return nil
	}
	m := v.measures[x.Measure]
	fmt.Fprintf(out, "\nSelection by %s: %s is better, and %s matters.\n\n", lower(m.Title), x.Better, withUnit(exactly(x.Delta), m.Unit))
	rows := [][]string{{"scenario", "what became of it", "worlds", "mean", "behind", "margin"}}
	for _, c := range set.Contestants {
		fate, behind, margin := c.Fate, "", ""
		if c.Fate == results.DroppedOut {
			fate, behind, margin = "dropped for "+c.By, rough(c.Behind), rough(c.Margin)
		}
		rows = append(rows, []string{c.Scenario, fate, strconv.Itoa(c.Worlds), number(c.Mean, decimals(c.Mean, 4)), behind, margin})
	}
	writeColumns(out, rows)
	return out.Flush()
}
