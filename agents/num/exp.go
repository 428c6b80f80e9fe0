package num

import "math"

// ln 2 in two parts: the first has trailing zeros, so k times it is exact for
// every exponent k of a float64.
const (
	ln2Hi = 6.93147180369123816490e-01
	ln2Lo = 1.90821492927058770002e-10
)

const (
	log2e        = 1.44269504088896338700e+00
	expOverflow  = 7.09782712893383973096e+02  // largest x with a finite e^x
	expUnderflow = -7.45133219101941108420e+02 // smallest x with e^x > 0
	expNormal    = 700                         // e^±700 and what it is made of are normal numbers
)

// A float64 is (1 + fraction) × 2^(exponent - bias), with the exponent above the bits of the fraction.
const (
	fractionBits = 52
	exponentBias = 1023
)

// Exp returns e^x with an error below 1 ulp. Exp(+Inf) and overflow give +Inf,
// Exp(-Inf) and underflow give 0, NaN stays NaN.
//
// Algorithm: FreeBSD msun e_exp.c (Sun Microsystems, 2004), as in Go's math.
func Exp(x float64) float64 {
	if !(x > -expNormal && x < expNormal) {
		return expFar(x)
	}
	k := math.Floor(float64(log2e*x) + 0.5)
	power := math.Float64frombits(uint64(int64(k)+exponentBias) << fractionBits)
	return expReduced(x-float64(k*ln2Hi), float64(k*ln2Lo)) * power // exact: the result is a normal number
}

// ExpAtLeast returns a lower bound of e^x for the price of a few products, close to it for |x| < 1: where luck is compared
// with e^x and is far above or below, it decides. It is 1 + x + x²/2 + x³/6, of which e^x is above by e^y·x⁴/24 for some y
// between 0 and x; below -1.6 it is negative.
func ExpAtLeast(x float64) float64 { return 1 + float64(x*(1+float64(x*(0.5+float64(x*(1.0/6)))))) }

// expFar is Exp where the power of two may leave the normal numbers.
func expFar(x float64) float64 {
	switch {
	case x != x:
		return x
	case x > expOverflow:
		return math.Inf(1)
	case x < expUnderflow:
		return 0
	}
	k := math.Floor(float64(log2e*x) + 0.5)
	return math.Ldexp(expReduced(x-float64(k*ln2Hi), float64(k*ln2Lo)), int(k))
}

// expReduced returns e^(hi-lo) for |hi-lo| <= ln(2)/2, by a Remez polynomial.
func expReduced(hi, lo float64) float64 {
	const (
		p1 = 1.66666666666666657415e-01
		p2 = -2.77777777770155933842e-03
		p3 = 6.61375632143793436117e-05
		p4 = -1.65339022054652515390e-06
		p5 = 4.13813679705723846039e-08
	)
	r := hi - lo
	t := float64(r * r)
	poly := p4 + float64(t*p5)
	poly = p3 + float64(t*poly)
	poly = p2 + float64(t*poly)
	poly = p1 + float64(t*poly)
	c := r - float64(t*poly)
	return 1 - ((lo - float64(r*c)/(2-c)) - hi)
}

// Logistic returns 1/(1+e^-x), the share that says yes at log-odds x. It is
// 0 at -Inf, 1 at +Inf, and never overflows on the way.
func Logistic(x float64) float64 {
	if x >= 0 {
		return 1 / (1 + Exp(-x))
	}
	e := Exp(x)
	return e / (1 + e)
}
