package num

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
)

// ulps returns how many representable numbers lie between two positive values.
func ulps(a, b float64) int64 {
	d := int64(math.Float64bits(a)) - int64(math.Float64bits(b))
	return max(d, -d)
}

func TestExpAgreesWithTheLibrary(t *testing.T) {
	for x := -707.5; x < 709; x += 0.00737 {
		if got, want := Exp(x), math.Exp(x); ulps(got, want) > 2 {
			t.Fatalf("Exp(%v) = %v is more than 2 ulp from %v", x, got, want)
		}
	}
}

func TestALowerBoundOfExpIsOneAndIsClose(t *testing.T) {
	const rounding = 1e-15
	for x := -60.0; x < 60; x += 0.00093 {
		bound, exact := ExpAtLeast(x), Exp(x)
		if bound > exact*(1+rounding)+rounding*math.Abs(x*x*x) {
			t.Fatalf("ExpAtLeast(%v) = %v is above e^x, %v", x, bound, exact)
		}
		if math.Abs(x) < 1 && exact-bound > max(exact, 1)*x*x*x*x/24+rounding {
			t.Fatalf("ExpAtLeast(%v) = %v is further below e^x, %v, than said", x, bound, exact)
		}
	}
}

func TestLogAgreesWithTheLibrary(t *testing.T) {
	for x := 1e-300; x < 1e300; x *= 1.0137 {
		got, want := Log(x), math.Log(x)
		if math.Abs(got-want) > 4e-16*math.Abs(want) {
			t.Fatalf("Log(%v) = %v is too far from %v", x, got, want)
		}
	}
	for x := 0.5; x < 2; x += 1.7e-5 {
		if got, want := Log(x), math.Log(x); math.Abs(got-want) > 4e-16*math.Abs(want) {
			t.Fatalf("Log(%v) = %v is too far from %v near one", x, got, want)
		}
	}
}

func TestExpAndLogAtTheirEdges(t *testing.T) {
	inf := math.Inf(1)
	assert.Equal(t, 1.0, Exp(0))
	assert.InEpsilon(t, 1.797e308, Exp(709.78), 0.01, "the largest finite power")
	assert.Equal(t, inf, Exp(710))
	assert.Equal(t, inf, Exp(inf))
	assert.Equal(t, 0.0, Exp(-746))
	assert.Equal(t, 0.0, Exp(-inf))
	assert.Equal(t, 5e-324, Exp(-745))
	assert.True(t, math.IsNaN(Exp(math.NaN())), "NaN must stay NaN")
	assert.Equal(t, 0.0, Log(1))
	assert.Equal(t, -inf, Log(0))
	assert.Equal(t, inf, Log(inf))
	assert.True(t, math.IsNaN(Log(-1)), "a negative number has no logarithm")
	assert.True(t, math.IsNaN(Log(math.NaN())), "NaN must stay NaN")
	assert.InDelta(t, -744.4400719213812, Log(5e-324), 1e-12, "the smallest number")
}

func TestSameBytesOnEveryMachine(t *testing.T) {
	assert.Equal(t, uint64(0x4005bf0a8b145769), math.Float64bits(Exp(1)))
	assert.Equal(t, uint64(0x3fe62e42fefa39ef), math.Float64bits(Log(2)))
	sum := uint64(0)
	for x := -30.0; x < 30; x += 0.13 {
		sum = sum*31 + math.Float64bits(Exp(x)) + math.Float64bits(Logistic(x))
		sum = sum*31 + math.Float64bits(Log(x*x)) + uint64(math.Float32bits(Exp32(float32(x))))
	}
	assert.Equal(t, uint64(0x8fda93f66161f26f), sum, "a changed bit changes every result")
}

func TestPow(t *testing.T) {
	assert.InEpsilon(t, 1024, Pow(2, 10), 1e-14)
	assert.InEpsilon(t, 0.1, Pow(1000, -1.0/3), 1e-14)
	assert.Equal(t, 1.0, Pow(0, 0))
	assert.Equal(t, 0.0, Pow(0, 2.5))
	assert.Equal(t, math.Inf(1), Pow(0, -1))
	assert.True(t, math.IsNaN(Pow(-1, 2)), "negative bases are refused")
}

func TestLogisticIsAShareAndSymmetric(t *testing.T) {
	assert.Equal(t, 0.5, Logistic(0))
	assert.Equal(t, 0.0, Logistic(math.Inf(-1)))
	assert.Equal(t, 1.0, Logistic(math.Inf(1)))
	for x := -40.0; x < 40; x += 0.31 {
		assert.InDelta(t, 1, Logistic(x)+Logistic(-x), 1e-15, "at %v", x)
	}
}

func TestExp32StaysWithinItsErrorEverywhere(t *testing.T) {
	worst := 0.0
	last := float32(0)
	for x := float32(-80); x <= 80; x += 1.0 / 4096 {
		got, want := Exp32(x), math.Exp(float64(x))
		worst = max(worst, math.Abs(float64(got)/want-1))
		if got < last*(1-1e-6) {
			t.Fatalf("Exp32 falls at %v", x)
		}
		last = got
	}
	assert.Less(t, worst, 4e-6, "largest relative error")
	t.Logf("largest relative error %.2g", worst)
}

func TestExp32AtItsEdges(t *testing.T) {
	inf := float32(math.Inf(1))
	assert.Equal(t, float32(1), Exp32(0))
	assert.Equal(t, Exp32(80), Exp32(inf))
	assert.Equal(t, Exp32(-80), Exp32(-inf))
	assert.Positive(t, Exp32(-1000))
	nan := Exp32(float32(math.NaN()))
	assert.True(t, nan != nan, "NaN must stay NaN")
}

func TestLogistic32StaysWithinItsError(t *testing.T) {
	for x := float32(-79); x <= 79; x += 0.01 {
		want := Logistic(float64(x))
		if got := float64(Logistic32(x)); math.Abs(got/want-1) > 5e-6 {
			t.Fatalf("Logistic32(%v) = %v, want %v", x, got, want)
		}
	}
}

var sink32 float32
var sink64 float64

func BenchmarkExp32(b *testing.B) {
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		sink32 = Exp32(float32(i&15) - 8)
	}
}

func BenchmarkLogistic32(b *testing.B) {
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		sink32 = Logistic32(float32(i&15) - 8)
	}
}

func BenchmarkExp(b *testing.B) {
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		sink64 = Exp(float64(i&15) - 8)
	}
}

func BenchmarkLog(b *testing.B) {
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		sink64 = Log(float64(i&15) + 0.5)
	}
}
