package explain

import (
	"math"
	"slices"

	"xsell/scenarios/results"
	"xsell/scenarios/stats"
	"xsell/sim/metric"
)

// indexOf is the place of a measure that exists.
func indexOf(id string) int {
	return slices.IndexFunc(metric.Measures, func(m metric.Measure) bool { return m.ID == id })
}

// gapOf is the difference in a measure over the worlds in which it is defined, of so many lived. same says that all
// histories are: only then is a difference of 0 in all worlds an interval from 0 to 0.
func gapOf(m *metric.Measure, used []shared, lived int, same bool) results.Gap {
	base := column(used, func(s shared) float64 { return s.base })
	other := column(used, func(s shared) float64 { return s.other })
	gap := results.Gap{Measure: m.ID, Base: mean(base), Other: mean(other), Worlds: len(used), Dropped: lived - len(used)}
	paired := stats.Paired(base, other)
	switch {
	case same:
	case m.Kind == metric.Tail:
		paired = stats.PairedChance(base, other, m.Scale)
	case paired.Method == stats.MethodEqual: // no spread to judge it by
		paired.Low, paired.High, paired.Words = math.NaN(), math.NaN(), stats.Unclear
	}
	gap.Words, gap.Trust = paired.Words, trust(paired.Few)
	gap.Low, gap.High = around(paired.Low, paired.High)
	gap.Difference = mean(column(used, func(s shared) float64 { return s.difference }))
	between := stats.Summary(column(used, shared.interaction))
	gap.Interaction = between.Mean
	gap.InteractionLow, gap.InteractionHigh = around(between.Low, between.High)
	if !same && between.Method == stats.MethodEqual {
		gap.InteractionLow, gap.InteractionHigh = math.NaN(), math.NaN()
	}
	return gap
}

// trust is why an interval is not to be trusted; empty where it is.
func trust(few bool) string {
	if few {
		return stats.FewDecide
	}
	return ""
}

// meansOf are the mean shares of all levers, undefined where no world has any.
func (c *collector) meansOf(used []shared) []float64 {
	means := make([]float64, len(c.plan.Split.Levers))
	for i := range means {
		means[i] = mean(column(used, func(s shared) float64 { return s.shares[i] }))
	}
	return means
}

// around returns an interval, undefined where it has no end.
func around(low, high float64) (float64, float64) {
	if math.IsInf(low, 0) || math.IsInf(high, 0) {
		return math.NaN(), math.NaN()
	}
	return low, high
}

// mean of no values is undefined.
func mean(values []float64) float64 {
	sum := 0.0
	for _, v := range values {
		sum += v
	}
	return sum / float64(len(values))
}
