package fit

import (
	"math"

	"xsell/scenarios/stats"
)

// leastGain is the share of the objective that a step must take off even where there is no luck; less is not worth a
// round.
const leastGain = 1e-4

// gain is how much lower the objective is at another evaluation, and its standard error by leaving out one world at a
// time from both, which live in the same luck. Without luck the error is 0.
func (p *Problem) gain(from, to *Evaluation) (gain, se float64) {
	gain = from.Objective - to.Objective
	worlds := min(len(from.Outcome.Without), len(to.Outcome.Without))
	if worlds == 0 {
		return gain, 0
	}
	without := make([]float64, worlds)
	for w := range without {
		without[w] = p.objective(from.Point, from.Outcome.Without[w]) - p.objective(to.Point, to.Outcome.Without[w])
	}
	return gain, stats.Jackknife(gain, without).SE
}

// better says whether an evaluation is a real improvement: by more than its standard error, and by more than a trifle.
func (p *Problem) better(from, to *Evaluation) bool {
	gain, se := p.gain(from, to)
	return !math.IsNaN(se) && gain > se && gain > leastGain*from.Objective
}
