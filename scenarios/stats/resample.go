package stats

import (
	"math"
	"slices"
)

// Names of methods for statistics of resampled worlds, as tables print them.
const (
	MethodBCa        = "BCa bootstrap over worlds, 1,999 resamples"
	MethodPercentile = "percentile bootstrap over worlds, 1,999 resamples"
)

// Statistic is a number of a sample in which world r stands taken[r] times; once each is the sample itself.
type Statistic func(taken []float64) float64

// Resampled returns a statistic of n worlds, such as a quantile of all of them pooled, with the bias-corrected and
// accelerated bootstrap interval (Efron 1987) over whole worlds; the acceleration is the jackknife's. Where no resample
// changes the statistic the interval has width zero. Fewer than two worlds, or an undefined value (NaN) of the sample
// or of more than 1 in 1,000 resamples, give the value without limits (NaN).
func Resampled(n int, statistic Statistic) Estimate { return ResampledAt(n, statistic, Confidence) }

// ResampledAt is Resampled at another confidence in (0, 1).
func ResampledAt(n int, statistic Statistic, confidence float64) Estimate {
	e, all := bootstrapped(n, statistic, enough((1-confidence)/2))
	if all == nil {
		return e
	}
	correct := bias(all, e.Value)
	speed := acceleration(n, statistic)
	limit := func(p float64) float64 {
		z := correct + normalQuantile(p)
		bend := 1 - float64(speed*z)
		if bend <= 0 { // beyond what the approximation can say
			return all[rank(p, len(all))]
		}
		return all[rank(normalShare(correct+z/bend), len(all))]
	}
	e.Low, e.High = limit((1-confidence)/2), limit((1+confidence)/2)
	return e
}

// ResampledRank is Resampled with plain percentiles, for statistics that are numbers of a place, such as the year of a
// peak: they move in jumps, and the jackknife says nothing about them.
func ResampledRank(n int, statistic Statistic) Estimate {
	e, all := bootstrapped(n, statistic, resamples)
	if all != nil {
		e.Low, e.High = all[rank((1-Confidence)/2, len(all))], all[rank((1+Confidence)/2, len(all))]
	}
	return e
}

// mostUndefined is the share of undefined resamples that still leaves an interval its meaning.
const mostUndefined = 0.001

// bootstrapped is the statistic of the sample, without limits, and of the resamples, sorted; nil where there is no
// interval.
func bootstrapped(n int, statistic Statistic, times int) (Estimate, []float64) {
	e := Estimate{Value: statistic(once(n)), Low: math.NaN(), High: math.NaN(), N: n}
	if n < leastForSD || math.IsNaN(e.Value) {
		return e, nil
	}
	all, counts, undefined := make([]float64, times), make([]float64, n), 0
	for b := range all {
		takes(counts, b)
		all[b] = statistic(counts)
		if math.IsNaN(all[b]) {
			all[b] = e.Value // the few that are let pass count as the centre
			undefined++
		}
	}
	if float64(undefined) > mostUndefined*float64(times) {
		return e, nil
	}
	slices.Sort(all)
	return e, all
}

// once takes every world once.
func once(n int) []float64 {
	counts := make([]float64, n)
	for r := range counts {
		counts[r] = 1
	}
	return counts
}

// bias is the normal quantile of the share of resamples below the value, ties counted half; kept finite.
func bias(sorted []float64, value float64) float64 {
	below, _ := slices.BinarySearch(sorted, value)
	above := below
	for above < len(sorted) && sorted[above] == value {
		above++
	}
	share := (float64(below) + float64(float64(above-below)/2)) / float64(len(sorted))
	least := 1 / float64(len(sorted)+1)
	return normalQuantile(min(max(share, least), 1-least))
}

// acceleration is the jackknife's: how skewed the pull of single worlds is. Zero where no world has any pull or one
// cannot be left out.
func acceleration(n int, statistic Statistic) float64 {
	counts, without := once(n), make([]float64, n)
	for r := range without {
		counts[r] = 0
		without[r] = statistic(counts)
		counts[r] = 1
	}
	mean := sum(without) / float64(n)
	square, cube := 0.0, 0.0
	for _, v := range without {
		d := mean - v
		square += float64(d * d)
		cube += float64(d * d * d)
	}
	if !(square > 0) { // also where it is undefined
		return 0
	}
	return cube / (6 * square * math.Sqrt(square))
}
