package stats

import (
	"math"
	"math/bits"
	"slices"

	"xsell/sim/draw"
)

// resamples is the number B of bootstrap resamples; B+1 = 2,000 puts the 2.5 %
// and 97.5 % points on whole ranks.
const resamples = 1999

// takes returns how often resample b takes each of n blocks; the counts add up
// to n. The luck is keyed by (b, position), so the same n gives the same
// resamples every time, on every machine.
func takes(counts []float64, b int) {
	clear(counts)
	stream := draw.World{}.Stream(draw.Bootstrap, draw.Firm, 0)
	n := len(counts)
	for i := range n {
		block, _ := bits.Mul64(stream.Bits(draw.Pair(uint32(b), uint32(i))), uint64(n))
		counts[block]++
	}
}

// bootstrapT returns the bootstrap-t interval of the mean (Efron 1979; Hall
// 1988): resampled t statistics replace Student's table, so that a skewed sample
// gets an unequal interval. ok is false where a limit is infinite because too
// many resamples held one value only.
func bootstrapT(values []float64, m moments, confidence float64) (low, high float64, ok bool) {
	n := float64(m.n)
	apart := make([]float64, m.n)
	for i, v := range values {
		apart[i] = v - m.mean
	}
	counts, ts := make([]float64, m.n), make([]float64, resamples)
	for b := range ts {
		takes(counts, b)
		ts[b] = resampledT(apart, counts, n)
	}
	slices.Sort(ts)
	tail := float64((1 - confidence) / 2)
	se := m.standardError()
	low = m.mean - float64(ts[rank(1-tail)]*se)
	high = m.mean - float64(ts[rank(tail)]*se)
	return low, high, !math.IsInf(low, 0) && !math.IsInf(high, 0)
}

// rank returns the index of the p-quantile among the sorted resamples.
func rank(p float64) int {
	return min(max(int(math.Round(p*(resamples+1)))-1, 0), resamples-1)
}

// resampledT returns the t statistic of a resample, given deviations from the
// sample's mean. A resample of one value only has no spread: ±Inf, or 0 if it
// sits on the mean.
func resampledT(apart, counts []float64, n float64) float64 {
	total, square := 0.0, 0.0
	for i, c := range counts {
		total += float64(c * apart[i])
		square += float64(c * apart[i] * apart[i])
	}
	mean := total / n
	variance := (square - float64(n*mean*mean)) / (n - 1)
	switch {
	case mean == 0:
		return 0
	case variance <= square*spreadless:
		return math.Inf(int(math.Copysign(1, mean)))
	}
	return mean / math.Sqrt(variance/n)
}

// spreadless is the variance, relative to the mean square, below which a
// resample holds one value and the rest is rounding.
const spreadless = 1e-12
