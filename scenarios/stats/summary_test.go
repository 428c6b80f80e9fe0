package stats

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/sim/draw"
)

// luck returns the uniforms of one simulated trial.
func luck(trial, n int) []float64 {
	stream := draw.World{Seed: 20260101, Replication: uint64(trial)}.Stream(draw.Survey, 0, 0)
	us := make([]float64, n)
	for i := range us {
		us[i] = stream.Uniform(uint64(i))
	}
	return us
}

func mapped(us []float64, quantile func(float64) float64) []float64 {
	values := make([]float64, len(us))
	for i, u := range us {
		values[i] = quantile(u)
	}
	return values
}

func TestTQuantilesMatchThePublishedTable(t *testing.T) {
	for degrees, want := range map[int]float64{
		1: 12.7062, 2: 4.3027, 4: 2.7764, 9: 2.2622, 19: 2.0930, 29: 2.0452, 99: 1.9842,
	} {
		assert.InDelta(t, want, tQuantile(0.975, degrees), 5e-5, "degrees of freedom: %d", degrees)
	}
}

func TestSummaryOfAWorkedExample(t *testing.T) {
	s := Summary([]float64{4, 8, 6, 5, 3, 7, math.NaN()})
	assert.Equal(t, 5.5, s.Mean)
	assert.InDelta(t, 1.870829, s.SD, 1e-6, "sqrt(17.5/5)")
	assert.InDelta(t, 5.5-2.570582*1.870829/math.Sqrt(6), s.Low, 1e-5, "t(0.975, 5) = 2.570582")
	assert.InDelta(t, 5.5+2.570582*1.870829/math.Sqrt(6), s.High, 1e-5)
	assert.Equal(t, 6, s.N)
	assert.Equal(t, 1, s.Dropped, "an undefined value is left out and counted")
	assert.Equal(t, MethodT, s.Method)
	assert.InDelta(t, 0, s.Skew, 1e-15)
}

func TestSkewnessOfAWorkedExample(t *testing.T) {
	// Deviations -1, -1, -1, 3: cube mean 6, square mean 3, so 6/3^1.5.
	assert.InDelta(t, 6/math.Pow(3, 1.5), Summary([]float64{1, 1, 1, 5}).Skew, 1e-14)
}

func TestOneReplicationSaysNothingAboutOthers(t *testing.T) {
	s := Summary([]float64{3})
	assert.Equal(t, Interval{Mean: 3, Low: math.Inf(-1), High: math.Inf(1), N: 1, Method: MethodNone}, s)
	none := Summary([]float64{math.NaN()})
	assert.True(t, math.IsNaN(none.Mean), "no value has no mean")
	assert.Equal(t, math.Inf(1), none.High)
	assert.Equal(t, 1, none.Dropped)
}

func TestEqualValuesGiveNoWidth(t *testing.T) {
	s := Summary([]float64{0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1})
	assert.Equal(t, Interval{Mean: 0.1, Low: 0.1, High: 0.1, N: 7, Method: MethodEqual}, s)
}

func TestSkewedValuesAreResampled(t *testing.T) {
	values := make([]float64, 40)
	for i := range values {
		values[i] = draw.LogNormal(0, 1, (float64(i)+0.5)/40)
	}
	s := Summary(values)
	require.Greater(t, s.Skew, 1.0)
	assert.Equal(t, MethodBootstrap, s.Method)
	assert.Greater(t, s.High-s.Mean, s.Mean-s.Low, "the long tail gets the longer arm")
	assert.Equal(t, s, Summary(values), "the same values give the same bytes")
	few := Summary([]float64{0, 0, 0, 0, 9})
	assert.Equal(t, MethodT, few.Method, "fewer than ten values are not resampled")
	rare := Summary([]float64{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7})
	assert.Equal(t, MethodSkewedT, rare.Method, "a single odd value cannot be resampled")
	assert.False(t, math.IsInf(rare.High, 0))
}

func TestResamplingIsFairToEveryBlock(t *testing.T) {
	totals, counts := make([]float64, 30), make([]float64, 30)
	for b := range resamples {
		takes(counts, b)
		assert.Equal(t, 30.0, sum(counts), "a resample has as many worlds as the sample")
		for i, c := range counts {
			totals[i] += c
		}
	}
	// Each total is Binomial(1999*30, 1/30): mean 1999, sd 44; 30 tests at
	// 5.5 sd alarm falsely with probability 1e-6.
	for i, total := range totals {
		assert.InDelta(t, resamples, total, 5.5*44, "block %d", i)
	}
}

// coverage returns the share of trials whose interval holds the true mean.
func coverage(trials, n int, truth float64, quantile func(float64) float64, interval func([]float64) (float64, float64)) float64 {
	hits := 0
	for trial := range trials {
		low, high := interval(mapped(luck(trial, n), quantile))
		if low <= truth && truth <= high {
			hits++
		}
	}
	return float64(hits) / float64(trials)
}

func TestNormalIntervalsHoldTheMeanInNineteenOfTwentyWorlds(t *testing.T) {
	const trials = 10_000
	got := coverage(trials, 20, 0, draw.Normal, func(v []float64) (float64, float64) {
		return tLimits(momentsOf(v), Confidence)
	})
	t.Logf("coverage %.4f", got)
	// Binomial: 4.9 sqrt(.95 .05 / 10,000) = 0.0107, false alarm 1e-6. A 5 %
	// narrower interval covers .937 and would be seen.
	assert.InDelta(t, 0.95, got, 0.0107)
}

func TestBootstrapTHoldsTheMeanOfSkewedWorlds(t *testing.T) {
	const trials = 2000
	got := coverage(trials, 20, 1, draw.Exponential, func(v []float64) (float64, float64) {
		low, high, _ := bootstrapT(v, momentsOf(v), Confidence)
		return low, high
	})
	t.Logf("coverage %.3f", got)
	// The reference .953 was itself measured over 2,000 trials, so the tolerance
	// is 4.9 sqrt(2 .953 .047 / 2,000) = 0.0328; Student's t covers .922 here and
	// the plain percentile bootstrap .910, which would be seen.
	assert.InDelta(t, 0.953, got, 0.0328)
}

func TestTheChoiceOfMethodKeepsSkewedIntervalsHonest(t *testing.T) {
	const trials = 500
	got := coverage(trials, 20, 1, draw.Exponential, func(v []float64) (float64, float64) {
		s := Summary(v)
		return s.Low, s.High
	})
	t.Logf("coverage %.3f", got)
	// Samples that happen to look even keep Student's t, so coverage lies between
	// its .922 and .953, less 4.9 sqrt(.922 .078 / 500) = 0.0588.
	assert.Greater(t, got, 0.863)
}
