package stats

import (
	"math"

	"xsell/agents/num"
	"xsell/sim/draw"
)

// The distributions that intervals are taken from are written out here, so that every machine prints the same intervals
// to the last digit: a library's logarithm or gamma function may differ in its last bit between processors.

// normalQuantile returns the standard normal quantile of p in (0, 1).
func normalQuantile(p float64) float64 { return draw.Normal(p) }

// normalShare returns the share of a standard normal variate that lies below z, to 1e-15, 0 or 1 beyond ±8.
// Source: Marsaglia (2004), "Evaluating the normal distribution", Journal of Statistical Software 11(4).
func normalShare(z float64) float64 {
	const far = 8
	switch {
	case z < -far:
		return 0
	case z > far:
		return 1
	}
	square, term, sum := float64(z*z), z, z
	for n := 3.0; ; n += 2 {
		term = float64(term * square / n)
		if sum+term == sum {
			break
		}
		sum += term
	}
	density := num.Exp(-square/2) / math.Sqrt(2*math.Pi)
	return 0.5 + float64(sum*density)
}
