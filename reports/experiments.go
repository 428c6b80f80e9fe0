package reports

import (
	"fmt"
	"slices"

	"xsell/scenarios/results"
)

// trialTable compares those a change was for with those it was not for.
type trialTable struct {
	Title, Note string
	Rows        []trialRow
}

// trialRow is one measure of a comparison.
type trialRow struct {
	Measure, Unit, Untreated, Treated, Difference, Mark, Class, Words string
	headline                                                          bool
}

// trials are the comparisons inside the run, in the order of scenarios and changes.
func (v *view) trials() (tables []trialTable) {
	for i := range v.set.Effects {
		e := &v.set.Effects[i]
		if i == 0 || e.Scenario != v.set.Effects[i-1].Scenario || e.Change != v.set.Effects[i-1].Change {
			tables = append(tables, trialTable{
				Title: fmt.Sprintf("%s, %s", e.Scenario, v.titleOf(e)),
				Note: fmt.Sprintf("%s %s treated and %s untreated in a world, on average over %s.", memberCount(e.NTreated), e.Of, memberCount(e.NUntreated),
					plural(e.Worlds, "world")),
			})
		}
		t := &tables[len(tables)-1]
		t.Rows = append(t.Rows, v.trialRow(e))
	}
	return tables
}

// memberCount writes a mean number of members.
func memberCount(n float64) string { return number(n, decimals(n, 3)) }

// titleOf the change of an effect: its own title, or its name.
func (v *view) titleOf(e *results.Effect) string {
	for _, s := range v.scenarios {
		for _, c := range s.Changes {
			if s.Name == e.Scenario && c.Name == e.Change && c.Title != "" {
				return fmt.Sprintf("%s (%s)", c.Title, e.Change)
			}
		}
	}
	return e.Change
}

func (v *view) trialRow(e *results.Effect) trialRow {
	item, _ := v.set.EffectItem(e.Of, e.Measure)
	row := results.Row{Difference: e.Difference, DifferenceLow: e.Low, DifferenceHigh: e.High}
	if v.set.Manifest.Finished < 2 {
		row = withoutIntervals(row)
		row.Difference = e.Difference
	}
	verdict := judge(row, item.Good)
	return trialRow{
		Measure: item.Title, Unit: item.Unit,
		Untreated:  estimate(e.Untreated, row.DifferenceLow-e.Difference+e.Untreated, row.DifferenceHigh-e.Difference+e.Untreated),
		Treated:    estimate(e.Treated, row.DifferenceLow-e.Difference+e.Treated, row.DifferenceHigh-e.Difference+e.Treated),
		Difference: change(row.Difference, row.DifferenceLow, row.DifferenceHigh), Mark: verdict.mark, Class: verdict.class, Words: verdict.words,
		headline: e.Of != "markets" || isHeadline(e.Measure),
	}
}

// isHeadline tells whether a measure is one of the answer's.
func isHeadline(id string) bool {
	for _, x := range headline {
		if x == id {
			return true
		}
	}
	return false
}

// notMade says how often changes under a condition were made, and names those that never were, or never for some only.
func (v *view) notMade() (notes []string) {
	for _, s := range v.scenarios {
		for _, c := range s.Changes {
			if c.Of != "" && c.Worlds > 0 && !v.compared(s.Name, c.Name) {
				notes = append(notes, fmt.Sprintf("%s, %s: no world had both treated and untreated %s.", s.Name, c.Name, c.Of))
			}
			if c.When == "" && c.Worlds == v.set.Manifest.Finished {
				continue
			}
			note := fmt.Sprintf("%s, %s: made in %s of %s, in week %s on average", s.Name, c.Name, number(float64(c.Worlds), 0),
				plural(v.set.Manifest.Finished, "world"), number(c.MeanWeek, 0))
			if c.Worlds == 0 {
				note = fmt.Sprintf("%s, %s: never happened", s.Name, c.Name)
			}
			notes = append(notes, note+v.why(&c)+".")
		}
	}
	return notes
}

// compared says whether there is anything treated beside untreated of a change.
func (v *view) compared(scenario, change string) bool {
	return slices.ContainsFunc(v.set.Effects, func(e results.Effect) bool { return e.Scenario == scenario && e.Change == change })
}

// why says what a change waited for.
func (v *view) why(c *results.Change) string {
	switch {
	case c.When != "":
		return fmt.Sprintf(" (from week %d on, when %s)", c.At, c.When)
	case c.At >= v.set.Manifest.Weeks:
		return fmt.Sprintf(" (its date, week %d, is not before the end of the run after %s)", c.At, plural(v.set.Manifest.Weeks, "week"))
	}
	return fmt.Sprintf(" (at week %d)", c.At)
}
