package stats

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"gonum.org/v1/gonum/stat/distuv"
)

// meanOf is the mean of a resample of values.
func meanOf(values []float64) Statistic {
	return func(taken []float64) float64 {
		total, n := 0.0, 0.0
		for r, c := range taken {
			total, n = total+c*values[r], n+c
		}
		return total / n
	}
}

func TestResampledMeanOfNormalValuesIsNearStudents(t *testing.T) {
	values := mapped(luck(1, 200), distuv.UnitNormal.Quantile)
	e, want := Resampled(200, meanOf(values)), Summary(values)
	assert.InDelta(t, want.Mean, e.Value, 1e-12)
	half := (want.High - want.Low) / 2
	assert.InDelta(t, want.Low, e.Low, 0.15*half, "200 normal values leave the bootstrap little to add")
	assert.InDelta(t, want.High, e.High, 0.15*half)
}

func TestStatisticThatNothingMovesHasNoWidth(t *testing.T) {
	assert.Equal(t, Estimate{Value: 7, Low: 7, High: 7, N: 5}, Resampled(5, func([]float64) float64 { return 7 }))
}

func TestUndefinedStatisticHasNoInterval(t *testing.T) {
	e := Resampled(1, func([]float64) float64 { return 3 })
	assert.True(t, e.Value == 3 && math.IsNaN(e.Low) && math.IsNaN(e.High), "one world says nothing about others")
	e = Resampled(4, func(taken []float64) float64 {
		if taken[0] == 0 { // so in (3/4)^4 = 32 % of resamples
			return math.NaN()
		}
		return 3
	})
	assert.True(t, e.Value == 3 && math.IsNaN(e.Low), "an interval of the resamples that happen to be defined would be too narrow")
}

func TestResampledRankKeepsToValuesSeen(t *testing.T) {
	years := []float64{3, 3, 4, 5, 5, 5, 9}
	largest := func(taken []float64) float64 {
		for r := len(years) - 1; r >= 0; r-- {
			if taken[r] > 0 {
				return years[r]
			}
		}
		return math.NaN()
	}
	e := ResampledRank(len(years), largest)
	assert.Equal(t, 9.0, e.Value)
	assert.Contains(t, years, e.Low)
	assert.Equal(t, 9.0, e.High)
}

// TestResampledIntervalsHoldTheTruth: the mean of 40 exponential values, true mean 1, in 600 trials. With a coverage of
// 0.93, as BCa is known to have here, the standard deviation of the share is sqrt(0.93·0.07/600) = 0.0104; five of them
// reach 0.878 and 0.982, a false alarm below 1e-6.
func TestResampledIntervalsHoldTheTruth(t *testing.T) {
	const trials = 600
	held := 0
	for trial := range trials {
		values := mapped(luck(trial, 40), distuv.Exponential{Rate: 1}.Quantile)
		if e := Resampled(40, meanOf(values)); e.Low <= 1 && 1 <= e.High {
			held++
		}
	}
	share := float64(held) / trials
	t.Logf("coverage %.3f", share)
	assert.True(t, share > 0.878 && share < 0.982, "95 %% intervals held the truth in %.1f %% of trials", 100*share)
}
