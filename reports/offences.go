package reports

import (
	"fmt"
	"maps"
	"math"

	"xsell/scenarios/results"
)

const (
	offencesID = "offences_by_distance"
	atRiskID   = "weeks_by_distance"

	leastOffences = 20 // accounts in all histories of a scenario; fewer are not drawn
	perWeeks      = 1000
)

// offences shows how close to their goal sellers are when they cheat: the rate
// per week at risk where the results hold the weeks, else the plain count.
func offences(v *view) figure {
	f := figure{id: "offences", title: "Accounts opened without consent by distance to the goal, by scenario"}
	f.reading = "The distance is that to the nearest goal, pay or firing line: 0 means that all lines are met, n that n accounts are missing. "
	b := bars{v: v, line: math.NaN(), few: v.fewOffences()}
	if _, known := v.set.Distribution(offencesID); known && len(b.few) == len(v.scenarios) {
		return f.not(fmt.Sprintf("No scenario has %d accounts without consent in all histories together: too few to draw.", leastOffences))
	}
	if _, known := v.set.Distribution(atRiskID); known {
		b.v = v.withOffenceRates()
		b.up = "accounts per 1,000 seller weeks at this distance"
		f.reading += "Heights are accounts per 1,000 weeks that sellers spend at that distance, so that a frequent distance does not look like a tempting one. "
	}
	f.reading += "A bar is the mean over replications, the thin line on it the middle 80 % of replications (P10 to P90). " +
		fmt.Sprintf("A scenario with fewer than %d such accounts in all histories is not drawn.", leastOffences)
	f.note = v.seenInEach(b.offencesSeen)
	return b.figure(f, offencesID)
}

// fewOffences are the scenarios with too few accounts to show a pattern.
func (v *view) fewOffences() map[string]bool {
	few := make(map[string]bool)
	for _, s := range v.scenarios {
		total := 0.0
		for _, values := range v.bars[cell{s.Name, offencesID}] {
			for _, n := range values {
				total += n
			}
		}
		if total < leastOffences {
			few[s.Name] = true
		}
	}
	return few
}

// withOffenceRates is the view with counts of offences replaced by offences per
// 1,000 weeks at risk. A replication without such weeks has no rate.
func (v *view) withOffenceRates() *view {
	rated := *v
	rated.bars = maps.Clone(v.bars)
	for _, s := range v.scenarios {
		at := cell{s.Name, offencesID}
		rates := make(map[bin]map[int]float64)
		for place, counts := range v.bars[at] {
			rates[place] = make(map[int]float64)
			for r, n := range counts {
				rates[place][r] = offenceRate(n, v.bars[cell{s.Name, atRiskID}][place][r])
			}
		}
		rated.bars[at] = rates
	}
	return &rated
}

// offenceRate is accounts per 1,000 weeks; NaN when no week is at risk.
func offenceRate(accounts, weeks float64) float64 {
	if weeks == 0 {
		return math.NaN()
	}
	return accounts / weeks * perWeeks
}

// titled is a distribution under the picture's own title of the y axis, if any.
func (b bars) titled(d results.Distribution) string {
	if b.up != "" {
		return b.up
	}
	return d.YTitle
}
