package stats

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestJackknifeOfARatioByHand(t *testing.T) {
	// Worlds (1, 2), (2, 2), (3, 4): the ratio of sums is 6/8; without each world in turn it is 5/6, 4/6, 3/4. Their mean
	// is 0.75, the squared distances 1/144 + 1/144 + 0, times 2/3: 1/108.
	j := Jackknife(6.0/8, []float64{5.0 / 6, 4.0 / 6, 3.0 / 4})
	assert.InDelta(t, math.Sqrt(1.0/108), j.SE, 1e-15)
	low, high := j.Limits(0.95)
	// Student's 97.5 % point with two degrees of freedom is 4.302653.
	assert.InDelta(t, 0.75-4.302653*j.SE, low, 1e-6)
	assert.InDelta(t, 0.75+4.302653*j.SE, high, 1e-6)
}

func TestJackknifeOfAMeanIsItsStandardError(t *testing.T) {
	values := []float64{3, 1, 4, 1, 5}
	without := make([]float64, len(values))
	for i := range values {
		without[i] = (sum(values) - values[i]) / 4
	}
	s, j := Summary(values), Jackknife(sum(values)/5, without)
	assert.InDelta(t, s.SD/math.Sqrt(5), j.SE, 1e-14, "for a mean the jackknife is the usual standard error")
	low, high := j.Limits(Confidence)
	assert.InDelta(t, s.Low, low, 1e-12)
	assert.InDelta(t, s.High, high, 1e-12)
}

func TestJackknifeSaysWhatItDoesNotKnow(t *testing.T) {
	nan := math.NaN()
	for _, j := range []Jackknifed{
		Jackknife(nan, []float64{1, 2, 3}), Jackknife(1, []float64{1, nan, 3}), Jackknife(1, []float64{1}), Jackknife(1, nil),
		Jackknife(1, []float64{1, math.Inf(1), 3}), Jackknife(math.Inf(1), []float64{1, 2}),
	} {
		low, high := j.Limits(0.95)
		require.False(t, j.Known())
		require.True(t, math.IsNaN(low) && math.IsNaN(high), "no interval where a sample without one world has no value: %v", j)
	}
	low, high := Jackknife(2, []float64{2, 2, 2}).Limits(0.95)
	assert.True(t, low == 2 && high == 2, "a value that no world changes has an interval of width zero")
}

// The standard error of a ratio of sums of 40 worlds, against its spread over 4,000 repetitions. Numerators are y = 2x + e
// with x uniform on [1, 3] and e uniform on [-1, 1]: the variance of the ratio is Var(e)/(n E(x)²) = 1/3/(40·4), so that
// the standard error is 0.0456 (to first order). The mean of 4,000 squared jackknife errors lies within 2 % of it: each
// has a coefficient of variation of about sqrt(2/39) = 0.23, so the mean has 0.0036 and 5.5 of these are 2 %; another
// 2 % are left for the terms of second order.
func TestJackknifeFindsTheVarianceOfARatio(t *testing.T) {
	const worlds, repetitions = 40, 4000
	luck := rand.New(rand.NewPCG(1, 2))
	square := 0.0
	for range repetitions {
		var num, den [worlds]float64
		for i := range worlds {
			den[i] = 1 + 2*luck.Float64()
			num[i] = 2*den[i] + 2*luck.Float64() - 1
		}
		top, bottom := sum(num[:]), sum(den[:])
		without := make([]float64, worlds)
		for i := range worlds {
			without[i] = (top - num[i]) / (bottom - den[i])
		}
		j := Jackknife(top/bottom, without)
		square += j.SE * j.SE / repetitions
	}
	want := 1.0 / 3 / (worlds * 4)
	assert.InEpsilon(t, want, square, 0.04, "the jackknife does not find the variance of a ratio")
}
