package reports

import (
	"fmt"
	"maps"
	"math"
	"slices"

	"xsell/scenarios/results"
	"xsell/scenarios/stats"
)

// gapOf says where a line starts and ends against the base, with intervals, and when it crosses for good. Where an interval
// holds zero there is no side to be on.
func (v *view) gapOf(n int, id string) string {
	name := v.scenarios[n].Name
	weeks, gaps := v.gaps(name, id)
	if len(gaps) < 2 {
		return ""
	}
	first, last := v.gapAt(name, id, weeks[0]), v.lastGap(name, id)
	words := fmt.Sprintf("%s is %s %s and ends %s", name, sideOf(first, v.base()), v.atFirst(id, weeks[0]), sideOf(last, "it"))
	crossed := 0
	for i, g := range gaps {
		if (g > 0) != (last.Difference > 0) {
			crossed = i + 1
		}
	}
	if crossed > 0 && crossed < len(gaps)-1 && clear(first) && clear(last) && (first.Difference > 0) != (last.Difference > 0) {
		words += fmt.Sprintf(", for good from week %s on", number(weeks[crossed], 0))
	}
	return words + "."
}

// atFirst says of when the first value of a measure is: of the weeks up to the first close, or of that close.
func (v *view) atFirst(id string, weeks float64) string {
	if kind := v.measures[id].Kind; kind == "stock" || kind == "final" {
		return "after its first " + plural(int(weeks), "week")
	}
	return "in its first " + plural(int(weeks), "week")
}

// lastGap is the difference from the base at the last close.
func (v *view) lastGap(scenario, id string) results.Row {
	weeks, _ := v.gaps(scenario, id)
	if len(weeks) == 0 {
		return results.Row{Difference: math.NaN()}
	}
	return v.gapAt(scenario, id, weeks[len(weeks)-1])
}

// gapAt is the difference from the base at the close after so many weeks, world by world, with its interval.
func (v *view) gapAt(scenario, id string, weeks float64) results.Row {
	at := map[string]map[int]float64{v.base(): {}, scenario: {}}
	for _, f := range v.set.Frames {
		if worlds, asked := at[f.Scenario]; asked && f.Measure == id && float64(f.Week+1) == weeks {
			worlds[f.Replication] = f.Value
		}
	}
	var base, own []float64
	for _, r := range slices.Sorted(maps.Keys(at[scenario])) {
		if other, both := at[v.base()][r]; both {
			base, own = append(base, other), append(own, at[scenario][r])
		}
	}
	d := stats.Paired(base, own)
	return results.Row{Difference: d.Mean, DifferenceLow: d.Low, DifferenceHigh: d.High}
}

// sideOf is "12.3 [8.1, 16.5] above silo", or that it is about even with it.
func sideOf(gap results.Row, what string) string {
	size := interval(math.Abs(gap.Difference), nearer(gap), farther(gap))
	switch {
	case gap.Difference == 0 && gap.DifferenceLow == 0 && gap.DifferenceHigh == 0:
		return "level with " + what
	case gap.DifferenceLow <= 0 && gap.DifferenceHigh >= 0:
		return "about even with " + what
	case gap.Difference > 0:
		return size + " above " + what
	}
	return size + " below " + what
}
