package reports

import (
	"math"
	"slices"

	"xsell/scenarios/results"
)

// effect is what the other scenarios change in one measure.
type effect struct {
	measure results.Measure
	percent bool // differences are in per cent of the base mean, else in the measure's unit
	changes []difference
}

// difference is one scenario's difference from the base with its interval.
type difference struct {
	number       int // place of the scenario in the manifest
	v, low, high float64
}

// effects lists the differences of measures from the base. They are scaled to
// per cent of the base mean unless that mean is too close to zero to divide by.
func (v *view) effects(ids []string) []effect {
	var all []effect
	for _, m := range v.present(ids) {
		base := v.summary[cell{v.base(), m.ID}]
		e := effect{measure: m, percent: divisible(base)}
		for n, s := range v.scenarios[1:] {
			row, ok := v.summary[cell{s.Name, m.ID}]
			if !ok || math.IsNaN(row.Difference) {
				continue
			}
			e.changes = append(e.changes, e.scaled(n+1, row, base.Mean))
		}
		if len(e.changes) > 0 {
			all = append(all, e)
		}
	}
	return all
}

// divisible says whether per cent of a mean have a meaning: its interval must
// keep away from zero.
func divisible(base results.Row) bool {
	if base.Mean == 0 || math.IsNaN(base.Mean) {
		return false
	}
	return !(base.Low <= 0 && base.High >= 0)
}

func (e effect) scaled(number int, row results.Row, base float64) difference {
	d := difference{number, row.Difference, row.DifferenceLow, row.DifferenceHigh}
	if !e.percent {
		return d
	}
	by := 100 / math.Abs(base)
	return difference{number, d.v * by, d.low * by, d.high * by}
}

// reach is the largest distance from zero that a difference's interval touches.
func (d difference) reach() float64 {
	far := 0.0
	for _, v := range []float64{d.v, d.low, d.high} {
		if !math.IsNaN(v) {
			far = math.Max(far, math.Abs(v))
		}
	}
	return far
}

// reach is that of an effect's farthest difference.
func (e effect) reach() float64 {
	far := 0.0
	for _, d := range e.changes {
		far = math.Max(far, d.reach())
	}
	return far
}

const (
	fitting = 0.8 // share of the differences whose intervals must lie on the axis
	outlier = 2.5 // how many times farther out the others may lie
)

// reachOf is how far the axis goes for a list of effects: far enough for all, or,
// when a few lie several times farther out than the rest, for the rest.
func reachOf(effects []effect) float64 {
	var far []float64
	for _, e := range effects {
		for _, d := range e.changes {
			far = append(far, d.reach())
		}
	}
	if len(far) == 0 {
		return 0
	}
	slices.Sort(far)
	most := far[int(math.Ceil(fitting*float64(len(far))))-1]
	reach := most
	for _, v := range far {
		if v <= outlier*most {
			reach = v
		}
	}
	return reach
}

// inPercent splits effects into those in per cent and those in their own unit.
func inPercent(effects []effect) (percent, own []effect) {
	for _, e := range effects {
		if e.percent {
			percent = append(percent, e)
		} else {
			own = append(own, e)
		}
	}
	return percent, own
}
