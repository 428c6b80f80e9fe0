package draw

import (
	"math"

	"xsell/agents/num"
)

// searchable is the smallest log-probability of a count of zero from which a
// count is still searched upwards one by one; e^-700 is near the smallest
// float64. Beyond, means exceed about 480 and a corrected normal is used, off by
// at most 1 in either direction.
const searchable = -700

// Poisson returns the quantile of a Poisson count, by inversion. A mean of 0 or
// less gives 0. Cost grows with the mean: about 5 ns per unit.
func Poisson(mean, u float64) int {
	if !(mean > 0) {
		return 0
	}
	if -mean < searchable {
		return nearNormal(mean, mean, 1, u)
	}
	k, p := 0, num.Exp(-mean)
	for sum := p; sum <= u; sum += p {
		k++
		p = p * mean / float64(k)
		if sum+p == sum && float64(k) > mean {
			break // the rest of the tail is below rounding
		}
	}
	return k
}

// Binomial returns the quantile of the number of successes in n trials of
// chance p, by inversion, in [0, n]. p counts as 0 below 0 and as 1 above 1.
func Binomial(n int, p, u float64) int {
	switch {
	case n <= 0 || !(p > 0):
		return 0
	case p >= 1:
		return n
	case p > 0.5: // count failures: their start does not underflow
		return n - successes(n, 1-p, 1-u)
	}
	return successes(n, p, u)
}

// successes is Binomial for p in (0, 1/2].
func successes(n int, p, u float64) int {
	size := float64(n)
	start := size * num.Log(1-p)
	if start < searchable {
		mean := size * p
		return min(n, nearNormal(mean, mean*(1-p), 1-float64(2*p), u))
	}
	k, chance := 0, num.Exp(start)
	for sum := chance; sum <= u && k < n; sum += chance {
		next := chance * (size - float64(k)) / float64(k+1)
		chance = float64(next * (p / (1 - p))) // rounded here, never fused with the sum
		k++
	}
	return k
}

// nearNormal is the Cornish-Fisher quantile of a count with a large mean:
// the normal one plus the first term of its skewness (third/sqrt(variance)).
func nearNormal(mean, variance, third, u float64) int {
	z := Normal(u)
	bend := third * (float64(z*z) - 1) / 6
	return max(0, int(math.Floor(mean+float64(math.Sqrt(variance)*z)+bend+0.5)))
}
