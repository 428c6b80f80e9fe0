package stats

import (
	"math"
	"slices"

	"xsell/agents/num"
)

// Estimate is a value with its 95 % interval.
type Estimate struct {
	Value, Low, High float64
	N                int // values used; undefined ones (NaN) are left out
}

// Quantile returns the p-quantile of the values, p in (0, 1), interpolated
// between order statistics (R's type 7), and an interval between two order
// statistics that holds the true quantile whatever the distribution. Where n is
// too small for 95 % a limit is infinite; no values give NaN.
func Quantile(values []float64, p float64) Estimate { return QuantileAt(values, p, Confidence) }

// QuantileAt is Quantile at another confidence in (0, 1). A limit alone, on one side, is wrong half as often as the
// interval.
func QuantileAt(values []float64, p, confidence float64) Estimate {
	sorted := defined(values)
	slices.Sort(sorted)
	n := len(sorted)
	if n == 0 {
		return Estimate{Value: math.NaN(), Low: math.Inf(-1), High: math.Inf(1)}
	}
	low, high := orderLimits(sorted, p, (1-confidence)/2)
	return Estimate{Value: interpolated(sorted, p), Low: low, High: high, N: n}
}

func interpolated(sorted []float64, p float64) float64 {
	at := float64(p * float64(len(sorted)-1))
	below := int(at)
	above := min(below+1, len(sorted)-1)
	return sorted[below] + float64((at-float64(below))*(sorted[above]-sorted[below]))
}

// orderLimits picks order statistics so that each tail misses at most so often:
// the number of values below the true quantile is Binomial(n, p).
func orderLimits(sorted []float64, p, tail float64) (low, high float64) {
	low, high = math.Inf(-1), math.Inf(1)
	log, below := float64(len(sorted))*num.Log(1-p), 0.0 // of the chance of k, and the sum of the chances up to k
	for k := range sorted {
		below += num.Exp(log)
		if below <= tail {
			low = sorted[k]
		}
		if below >= 1-tail && math.IsInf(high, 1) {
			high = sorted[k]
		}
		log += num.Log(float64(len(sorted)-k) / float64(k+1) * (p / (1 - p)))
	}
	return low, high
}

// Needed returns how many values it takes for a limit beyond the p-quantile, on its own side, that misses at most with
// probability tail: with fewer, even the largest value (below p = 1/2 the smallest) is no limit.
func Needed(p, tail float64) int {
	return int(math.Ceil(num.Log(tail) / num.Log(max(p, 1-p))))
}

// ExpectedShortfall returns the mean of the worst share of the values, the low
// ones; a share of 0.1 is the mean of the worst tenth. The value on the edge
// counts in part. No values give NaN; negate the values for the high tail.
func ExpectedShortfall(values []float64, share float64) float64 {
	sorted := defined(values)
	slices.Sort(sorted)
	left := float64(share * float64(len(sorted)))
	total, weight := 0.0, 0.0
	for _, v := range sorted {
		part := min(1, left-weight)
		if part <= 0 {
			break
		}
		total += float64(part * v)
		weight += part
	}
	return total / weight
}

// Wilson returns the share of successes in n trials with its 95 % score interval
// (Wilson 1927), which stays inside [0, 1] and does not collapse at 0 or n. No
// trials give NaN and [0, 1].
func Wilson(successes, n int) Estimate { return WilsonAt(successes, n, Confidence) }

// WilsonAt is Wilson at another confidence in (0, 1).
func WilsonAt(successes, n int, confidence float64) Estimate {
	if n == 0 {
		return Estimate{Value: math.NaN(), Low: 0, High: 1}
	}
	z := normalQuantile((1 + confidence) / 2)
	share := float64(successes) / float64(n)
	low, high := score(share, float64(n), z)
	return Estimate{Value: share, Low: low, High: high, N: n}
}
