package draw

import (
	"math"

	"xsell/agents/num"
)

// Exponential returns the quantile of the exponential distribution with mean 1.
func Exponential(u float64) float64 { return -num.Log(1 - u) }

// LogNormal returns e^(mu + sigma z), z the normal quantile of u. Its median is
// e^mu, its mean e^(mu + sigma²/2).
func LogNormal(mu, sigma, u float64) float64 {
	return num.Exp(mu + float64(sigma*Normal(u)))
}

// Power returns u^(1/shape), a skewed trait in (0, 1) with mean
// shape/(shape+1): shape 1 is even, shape 4 has a mean of 0.8. shape must be
// positive. It is the Beta(shape, 1) distribution.
func Power(shape, u float64) float64 { return num.Pow(u, 1/shape) }

// Categorical returns the index a uniform falls on when the weights are laid end
// to end in their order. Weights of 0 or less are never chosen; without a
// positive weight it returns -1.
func Categorical(weights []float64, u float64) int {
	total := 0.0
	for _, w := range weights {
		total += max(w, 0)
	}
	target, sum, chosen := u*total, 0.0, -1
	for i, w := range weights {
		if w <= 0 {
			continue
		}
		chosen = i
		if sum += w; target < sum {
			break
		}
	}
	return chosen
}

// Round returns one of the two whole numbers around x, so that the mean over u
// is x; a whole x stays itself. |x| must be below 2^53.
func Round(x, u float64) int {
	floor := math.Floor(x)
	if u >= 1-(x-floor) {
		floor++
	}
	return int(floor)
}
