package stats

import (
	"math"

	"xsell/agents/num"
)

// tQuantile returns the p-quantile of Student's t with so many degrees of freedom, at least 1, p in (0, 1).
func tQuantile(p float64, degrees int) float64 {
	if p < 0.5 {
		return -tQuantile(1-p, degrees)
	}
	low, high := 0.0, 1.0
	for tTail(high, degrees) > 1-p {
		low, high = high, 2*high
	}
	for { // halves the distance until no number lies between
		middle := low + float64((high-low)/2)
		switch {
		case middle <= low || middle >= high:
			return middle
		case tTail(middle, degrees) > 1-p:
			low = middle
		default:
			high = middle
		}
	}
}

// tTail returns the probability that Student's t is above t, to about 1e-13 of it (1e-10 with a million degrees): with x = degrees/(degrees + t²) and
// a = degrees/2 half the regularised incomplete beta function I_x(a, 1/2).
func tTail(t float64, degrees int) float64 {
	if t < 0 {
		return 1 - tTail(-t, degrees)
	}
	const b = 0.5
	a, square := float64(float64(degrees)/2), float64(t*t)/float64(degrees)
	x := 1 / (1 + square)
	// x^a (1-x)^b / B(a, b), by the ratio of gamma functions in B.
	front := num.Exp(-float64(a*log1p(square))) * math.Sqrt(square*x) * gammaRatio(a) / math.Sqrt(math.Pi)
	if x < (a+1)/(a+b+2) {
		return front * betaFraction(a, b, x) / a / 2
	}
	return 0.5 - float64(front*betaFraction(b, a, float64(square*x))) // divided by b and by 2, which is by 1
}

// betaFraction is the continued fraction of the incomplete beta function, by Lentz's method. Source: Press and others
// (2007), Numerical Recipes, 3rd edition, section 6.4. It takes some √(a+b) steps.
func betaFraction(a, b, x float64) float64 {
	const tiny, close = 1e-300, 1e-16
	away := func(v float64) float64 { // from zero
		if math.Abs(v) < tiny {
			return tiny
		}
		return v
	}
	c, d := 1.0, 1/away(1-float64((a+b)*x/(a+1)))
	h := d
	for m := 1.0; ; m++ {
		at := a + float64(2*m)
		even := m * (b - m) * x / ((at - 1) * at)
		d = 1 / away(1+float64(even*d))
		c = away(1 + even/c)
		h *= c * d
		odd := -(a + m) * (a + b + m) * x / (at * (at + 1))
		d = 1 / away(1+float64(odd*d))
		c = away(1 + odd/c)
		last := float64(c * d)
		h *= last
		if math.Abs(last-1) <= 2*close {
			return h
		}
	}
}

// log1p returns log(1+u) for u >= 0 without losing the digits of a small u. Source: Goldberg (1991), theorem 4.
func log1p(u float64) float64 {
	w := 1 + u
	if w == 1 {
		return u
	}
	return u * num.Log(w) / (w - 1)
}

// gammaRatio returns Γ(x+1/2)/Γ(x) for x >= 1/2: the series for large x, from which smaller ones step down. Source: Tricomi
// and Erdélyi (1951), "The asymptotic expansion of a ratio of gamma functions".
func gammaRatio(x float64) float64 {
	const large = 32
	down := 1.0
	for ; x < large; x++ {
		down *= x / (x + 0.5)
	}
	y := 1 / x
	series := -399.0/262144 + float64(y*(869.0/4194304+float64(y*(39325.0/33554432))))
	series = -21.0/32768 + float64(y*series)
	series = 5.0/1024 + float64(y*series)
	series = 1.0/128 + float64(y*series)
	series = -1.0/8 + float64(y*series)
	return down * math.Sqrt(x) * (1 + float64(y*series))
}
