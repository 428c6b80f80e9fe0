package num

import (
	"math"
	"math/rand/v2"
	"testing"
)

// plainExp and plainLog are the textbook forms, with the library's own taking apart and putting together of numbers.
func plainExp(x float64) float64 {
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

func plainLog(x float64) float64 {
	switch {
	case x != x || x > math.MaxFloat64:
		return x
	case x < 0:
		return math.NaN()
	case x == 0:
		return math.Inf(-1)
	}
	fraction, exponent := math.Frexp(x)
	if fraction < math.Sqrt2/2 {
		fraction *= 2
		exponent--
	}
	f, k := fraction-1, float64(exponent)
	s := f / (2 + f)
	half := float64(float64(0.5*f) * f)
	rest := float64(s*(half+logSeries(s))) + float64(k*ln2Lo)
	return float64(k*ln2Hi) - ((half - rest) - f)
}

// everywhere calls see with numbers of every size and sign: the edges, dense grids where the model lives, and random
// bits, among which subnormals, infinities and NaN turn up.
func everywhere(see func(x float64)) {
	for _, x := range []float64{0, math.Copysign(0, -1), math.Inf(1), math.Inf(-1), math.NaN(), math.MaxFloat64, leastNormal,
		math.Nextafter(leastNormal, 0), math.SmallestNonzeroFloat64, expNormal, -expNormal, math.Nextafter(expNormal, 0),
		math.Nextafter(-expNormal, 0), expOverflow, expUnderflow, 1, math.Sqrt2, math.Sqrt2 / 2} {
		for range 3 {
			see(x)
			see(-x)
			x = math.Nextafter(x, math.Inf(1))
		}
	}
	for x := -760.0; x < 760; x += 0.00417 {
		see(x)
	}
	for x := 1e-320; x < 1e308; x *= 1.0037 {
		see(x)
		see(-x)
	}
	luck := rand.New(rand.NewPCG(1, 2))
	for range 2_000_000 {
		see(math.Float64frombits(luck.Uint64()))
		see(1500 * (luck.Float64() - 0.5))
	}
}

func TestTheQuickFormsHaveTheBitsOfThePlainOnes(t *testing.T) {
	same := func(name string, x, got, want float64) {
		if math.Float64bits(got) != math.Float64bits(want) && !(got != got && want != want) {
			t.Fatalf("%s(%v) = %v, but the plain form gives %v: every result would change", name, x, got, want)
		}
	}
	everywhere(func(x float64) {
		same("Exp", x, Exp(x), plainExp(x))
		same("Log", x, Log(x), plainLog(x))
	})
}
