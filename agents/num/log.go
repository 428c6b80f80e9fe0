package num

import "math"

// Log returns the natural logarithm with an error below 1 ulp. Log(0) is -Inf,
// Log(+Inf) is +Inf, Log of a negative number is NaN, NaN stays NaN.
//
// Algorithm: FreeBSD msun e_log.c (Sun Microsystems, 1993), as in Go's math.
func Log(x float64) float64 {
	shift := int64(exponentBias - 1)
	if !(x >= leastNormal && x <= math.MaxFloat64) {
		if !(x > 0 && x < 1) {
			return logEdge(x)
		}
		x *= 1 << fractionBits // exact, and a normal number again
		shift += fractionBits
	}
	bits := math.Float64bits(x)
	half := bits&(1<<fractionBits-1) | (exponentBias-1)<<fractionBits // x as a fraction in [1/2, 1)
	low := (half - halfRoot) >> 63                                    // 1 where it is below sqrt(1/2): then twice it is nearer to 1
	fraction := math.Float64frombits(half + low<<fractionBits)
	f, k := fraction-1, float64(int64(bits>>fractionBits)-shift-int64(low))
	s := f / (2 + f)
	square := float64(float64(0.5*f) * f)
	rest := float64(s*(square+logSeries(s))) + float64(k*ln2Lo)
	return float64(k*ln2Hi) - ((square - rest) - f)
}

const (
	leastNormal = 0x1p-1022          // the least number with a whole fraction
	halfRoot    = 0x3fe6a09e667f3bcd // the bits of sqrt(1/2)
)

// logEdge is Log of what is not a positive finite number.
func logEdge(x float64) float64 {
	switch {
	case x < 0:
		return math.NaN()
	case x == 0:
		return math.Inf(-1)
	}
	return x
}

// logSeries returns (log(1+s)-log(1-s))/s - 2, for |s| <= 0.1716.
func logSeries(s float64) float64 {
	const (
		l1 = 6.666666666666735130e-01
		l2 = 3.999999999940941908e-01
		l3 = 2.857142874366239149e-01
		l4 = 2.222219843214978396e-01
		l5 = 1.818357216161805012e-01
		l6 = 1.531383769920937332e-01
		l7 = 1.479819860511658591e-01
	)
	s2 := float64(s * s)
	s4 := float64(s2 * s2)
	odd := l5 + float64(s4*l7)
	odd = l3 + float64(s4*odd)
	odd = float64(s2 * (l1 + float64(s4*odd)))
	even := l4 + float64(s4*l6)
	even = float64(s4 * (l2 + float64(s4*even)))
	return odd + even
}

// Pow returns x^y for x >= 0, with a relative error of about 2e-16 times
// (1 + |y ln x|). Pow(x, 0) is 1 for every x; Pow(0, y) is 0 for y > 0 and
// +Inf for y < 0; a negative x gives NaN.
func Pow(x, y float64) float64 {
	if y == 0 {
		return 1
	}
	return Exp(y * Log(x))
}
