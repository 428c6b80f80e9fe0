package risk

import (
	"context"
	"math"

	"xsell/scenarios/experiment"
	"xsell/scenarios/results"
	"xsell/sim"
)

// Run lives the plan's histories undisclosed and returns what they say of the risk. Its errors are those of
// experiment.Run: after an interrupt the set holds the first complete worlds, and is nil without one.
func Run(ctx context.Context, p Plan) (*results.RiskSet, error) {
	if err := Check(p); err != nil {
		return nil, err
	}
	quiet := p.undisclosed()
	blocks, err := experiment.Lives(ctx, quiet)
	if len(blocks) == 0 {
		return nil, err
	}
	a := analysis{names: quiet.Names(), years: p.Years, set: &results.RiskSet{Manifest: experiment.Manifest(quiet, len(blocks))}}
	for s := range a.names {
		a.courses = append(a.courses, a.note(quiet, blocks, s))
	}
	for i := range quantities {
		a.set.Quantities = append(a.set.Quantities, quantities[i].RiskQuantity)
	}
	for s := range a.names {
		a.estimates(s)
		a.curve(s)
	}
	a.exceedance()
	return a.set, err
}

// analysis turns courses into a set.
type analysis struct {
	names   []string
	years   []int
	courses [][]course // by scenario and world
	set     *results.RiskSet
}

// note adds the rows of one scenario's hazards and returns its courses.
func (a *analysis) note(p experiment.Plan, blocks [][]*sim.Record, s int) []course {
	courses := make([]course, len(blocks))
	for r, block := range blocks {
		courses[r] = courseOf(block[s].Risk)
		for _, h := range block[s].Risk {
			a.set.Hazards = append(a.set.Hazards, results.RiskHazard{
				Scenario: a.names[s], Replication: p.Number(r), Week: int(h.Week), Since: int(h.Since), Due: int(h.Due),
				Chance: h.Chance, Bill: h.Bill.Float(),
			})
		}
	}
	return courses
}

// within cuts all courses of a scenario at a horizon.
func (a *analysis) within(s, years int) []course {
	cut := make([]course, len(a.courses[s]))
	for r, c := range a.courses[s] {
		cut[r] = c.within(years * yearWeeks)
	}
	return cut
}

// longest is the last horizon [years].
func (a *analysis) longest() int { return a.years[len(a.years)-1] }

// estimates adds the rows of one scenario, with what it changes against the first.
func (a *analysis) estimates(s int) {
	for _, years := range a.years {
		base, own := a.within(0, years), a.within(s, years)
		comparison := compared{years: years, base: base, own: own, baseMix: pool(base), ownMix: pool(own)}
		for i := range quantities {
			q := &quantities[i]
			if q.whole && years != a.longest() {
				continue
			}
			row := comparison.level(q)
			row.Scenario, row.Years, row.Words = a.names[s], years, "base"
			row.Difference, row.DifferenceLow, row.DifferenceHigh = math.NaN(), math.NaN(), math.NaN()
			if s > 0 {
				comparison.differ(q, &row)
			}
			a.set.Estimates = append(a.set.Estimates, row)
		}
	}
}
