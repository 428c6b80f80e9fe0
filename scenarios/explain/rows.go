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
	paired := singly(m, base, other)
	if same {
		paired = stats.Paired(base, other)
	}
	gap.Low, gap.High, gap.Words, gap.Trust = says(paired, same)
	gap.Method = paired.Method
	gap.Difference = mean(column(used, func(s shared) float64 { return s.difference }))
	between := stats.Settled(column(used, shared.interaction), largest(used))
	gap.Interaction = mean(between)
	gap.InteractionLow, gap.InteractionHigh, gap.InteractionWords, gap.InteractionTrust =
		says(stats.Paired(make([]float64, len(used)), between), same)
	return gap
}

// says is what a difference says by itself: of different histories that are equal in all worlds seen it has no interval.
func says(d stats.Difference, same bool) (low, high float64, words, why string) {
	if !same && d.Words == stats.Identical {
		return math.NaN(), math.NaN(), stats.Unclear, ""
	}
	low, high = around(d.Low, d.High)
	return low, high, d.Words, trust(d.Few)
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
