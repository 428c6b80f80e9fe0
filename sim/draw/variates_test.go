package draw

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"gonum.org/v1/gonum/stat/distuv"
)

// tailsAndMiddle holds uniforms from both ends and in between.
func tailsAndMiddle() []float64 {
	var us []float64
	for u := 1e-15; u < 0.01; u *= 1.9 {
		us = append(us, u, 1-u)
	}
	for u := 0.01; u < 1; u += 0.00317 {
		us = append(us, u)
	}
	return us
}

func TestNormalAgreesWithTheLibrary(t *testing.T) {
	for _, u := range tailsAndMiddle() {
		assert.InDelta(t, distuv.UnitNormal.Quantile(u), Normal(u), 1e-9, "at %v", u)
	}
	assert.InDelta(t, 1.959963984540054, Normal(0.975), 1e-14, "the best known number of statistics")
	assert.InDelta(t, -9.262340089798408, Normal(1e-20), 1e-13, "R: qnorm(1e-20)")
	assert.Equal(t, math.Inf(-1), Normal(0))
	assert.Equal(t, math.Inf(1), Normal(1))
}

func TestNormalIsSymmetric(t *testing.T) {
	for _, u := range tailsAndMiddle() {
		assert.InDelta(t, -Normal(u), Normal(1-u), 1e-9*math.Max(1, 1e-7/math.Min(u, 1-u)), "at %v", u)
	}
	assert.Equal(t, 0.0, Normal(0.5))
}

func TestExponentialLogNormalAndPower(t *testing.T) {
	for _, u := range tailsAndMiddle() {
		assert.InDelta(t, distuv.Exponential{Rate: 1}.Quantile(u), Exponential(u), 1e-9, "at %v", u)
		assert.InEpsilon(t, math.Exp(2+0.5*Normal(u)), LogNormal(2, 0.5, u), 1e-13, "at %v", u)
		assert.InEpsilon(t, math.Pow(u, 0.25), Power(4, u), 1e-13, "at %v", u)
	}
}

func TestPoissonIsTheSmallestCountThatReachesU(t *testing.T) {
	for _, mean := range []float64{1e-6, 0.3, 1, 7.5, 60, 400, 699} {
		p := distuv.Poisson{Lambda: mean}
		for _, u := range tailsAndMiddle() {
			k := Poisson(mean, u)
			slack := 1e-11 // rounding of the running sum and of the library
			assert.GreaterOrEqual(t, p.CDF(float64(k))+slack, u, "mean %v, u %v", mean, u)
			assert.LessOrEqual(t, p.CDF(float64(k-1))-slack, u, "mean %v, u %v", mean, u)
		}
	}
	assert.Zero(t, Poisson(0, 0.9))
	assert.Zero(t, Poisson(-1, 0.9))
	assert.Zero(t, Poisson(math.NaN(), 0.9))
}

func TestLargeCountsAreOffByAtMostOne(t *testing.T) {
	for u := 1e-4; u < 1; u += 0.0173 {
		k := Poisson(2000, u)
		p := distuv.Poisson{Lambda: 2000}
		assert.GreaterOrEqual(t, p.CDF(float64(k+1)), u, "Poisson at %v", u)
		assert.LessOrEqual(t, p.CDF(float64(k-2)), u, "Poisson at %v", u)
		k = Binomial(20_000, 0.1, u)
		b := distuv.Binomial{N: 20_000, P: 0.1}
		assert.GreaterOrEqual(t, b.CDF(float64(k+1)), u, "Binomial at %v", u)
		assert.LessOrEqual(t, b.CDF(float64(k-2)), u, "Binomial at %v", u)
	}
}

func TestBinomialIsTheSmallestCountThatReachesU(t *testing.T) {
	for _, b := range []distuv.Binomial{{N: 1, P: 0.3}, {N: 5, P: 0.5}, {N: 12, P: 0.93}, {N: 400, P: 0.02}, {N: 900, P: 0.5}} {
		for _, u := range tailsAndMiddle() {
			k := Binomial(int(b.N), b.P, u)
			slack := 1e-11 // rounding of the running sum and of the library
			assert.GreaterOrEqual(t, b.CDF(float64(k))+slack, u, "%v, u %v", b, u)
			assert.LessOrEqual(t, b.CDF(float64(k-1))-slack, u, "%v, u %v", b, u)
		}
	}
	assert.Equal(t, 0, Binomial(0, 0.5, 0.9))
	assert.Equal(t, 0, Binomial(5, 0, 0.9))
	assert.Equal(t, 5, Binomial(5, 1, 0.1))
	assert.Equal(t, 0, Binomial(5, math.NaN(), 0.1))
}

func TestCategoricalFollowsTheOrderOfItsWeights(t *testing.T) {
	weights := []float64{0, 1, 2, -4, 1, 0}
	for u, want := range map[float64]int{0.001: 1, 0.249: 1, 0.251: 2, 0.749: 2, 0.751: 4, 1 - 0x1p-53: 4} {
		assert.Equal(t, want, Categorical(weights, u), "at %v", u)
	}
	assert.Equal(t, -1, Categorical(nil, 0.5))
	assert.Equal(t, -1, Categorical([]float64{0, 0}, 0.5))
}

func TestRoundKeepsTheMean(t *testing.T) {
	for _, x := range []float64{0, 3, -2, 1e12} {
		assert.Equal(t, int(x), Round(x, 1-0x1p-53), "a whole number stays itself")
	}
	for _, x := range []float64{0.25, 7.9, -0.3, -4.75} {
		sum := 0
		for i := range 1000 {
			sum += Round(x, (float64(i)+0.5)/1000)
		}
		assert.InDelta(t, x, float64(sum)/1000, 1e-3)
	}
}
