package stats

import (
	"math"
	"math/bits"
	"slices"
	"strings"
	"sync"

	"xsell/sim/draw"
)

// resamples is the number B of bootstrap resamples; B+1 = 2,000 puts the 2.5 %
// and 97.5 % points on whole ranks.
const resamples = 1999

// Far out in a tail the usual resamples are too few to tell where a limit lies: with fewer than leastBeyond of them
// beyond it, ten times as many are taken. Beyond Finest even those would be too few.
const (
	leastBeyond = 5
	manyTimes   = 10*(resamples+1) - 1

	// Finest is the smallest probability of error in one tail for which limits can be found by resampling.
	Finest = leastBeyond / (manyTimes + 1.0)
)

// enough returns how many resamples show a tail of this probability.
func enough(tail float64) int {
	if tail*(resamples+1) < leastBeyond-roundings {
		return manyTimes
	}
	return resamples
}

// roundings is what a product such as 0.0025 · 2,000 may be off.
const roundings = 1e-6

// counted is the name of a method with the number of resamples it took.
func counted(method string, times int) string {
	if times == manyTimes {
		return strings.Replace(method, "1,999", "19,999", 1)
	}
	return method
}

// takes returns how often resample b takes each of n blocks; the counts add up
// to n. The luck is keyed by (b, position), so the same n gives the same
// resamples every time, on every machine.
func takes(counts []float64, b int) {
	n := len(counts)
	if n > keptBlocks || b >= resamples {
		draws(counts, b)
		return
	}
	kept := kept(n)[b*n : (b+1)*n]
	for i := range counts {
		counts[i] = float64(kept[i])
	}
}

// draws is takes without looking up what was drawn before.
func draws(counts []float64, b int) {
	clear(counts)
	stream := draw.World{}.Stream(draw.Bootstrap, draw.Firm, 0)
	n := len(counts)
	for i := range n {
		block, _ := bits.Mul64(stream.Bits(draw.Pair(uint32(b), uint32(i))), uint64(n))
		counts[block]++
	}
}

// The usual resamples of so few blocks are kept once they are drawn, as they are
// the same every time: at most 2 MB for each number of blocks.
const keptBlocks = 500

var keptTakes sync.Map // number of blocks → []uint16, resample after resample

func kept(n int) []uint16 {
	if all, known := keptTakes.Load(n); known {
		return all.([]uint16)
	}
	all, counts := make([]uint16, 0, resamples*n), make([]float64, n)
	for b := range resamples {
		draws(counts, b)
		for _, c := range counts {
			all = append(all, uint16(c))
		}
	}
	keptTakes.Store(n, all)
	return all
}

// bootstrapT returns the bootstrap-t interval of the mean (Efron 1979; Hall
// 1988): resampled t statistics replace Student's table, so that a skewed sample
// gets an unequal interval. ok is false where a limit is infinite because too
// many resamples held one value only.
func bootstrapT(values []float64, m moments, confidence float64) (low, high float64, ok bool) {
	n, tail := float64(m.n), float64((1-confidence)/2)
	apart := make([]float64, m.n)
	for i, v := range values {
		apart[i] = v - m.mean
	}
	counts, ts := make([]float64, m.n), make([]float64, enough(tail))
	for b := range ts {
		takes(counts, b)
		ts[b] = resampledT(apart, counts, n)
	}
	slices.Sort(ts)
	se := m.standardError()
	low = m.mean - float64(ts[rank(1-tail, len(ts))]*se)
	high = m.mean - float64(ts[rank(tail, len(ts))]*se)
	return low, high, !math.IsInf(low, 0) && !math.IsInf(high, 0)
}

// rank returns the index of the p-quantile among so many sorted resamples.
func rank(p float64, times int) int {
	return min(max(int(math.Round(p*float64(times+1)))-1, 0), times-1)
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
