package stats

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
)

func upTo(n int) []float64 {
	values := make([]float64, n)
	for i := range values {
		values[i] = float64(n - i)
	}
	return values
}

func TestMedianOfTenHasTheTabledRanks(t *testing.T) {
	// Binomial(10, 1/2): ranks 2 and 9 hold the median with 97.9 %.
	assert.Equal(t, Estimate{Value: 5.5, Low: 2, High: 9, N: 10}, Quantile(upTo(10), 0.5))
}

func TestDecileOfAHundredHasTheTabledRanks(t *testing.T) {
	// Binomial(100, 0.1): P(X <= 4) = .0237 and P(X <= 16) = .9794.
	q := Quantile(upTo(100), 0.1)
	assert.InDelta(t, 10.9, q.Value, 1e-12, "R: quantile(1:100, 0.1)")
	assert.Equal(t, 5.0, q.Low)
	assert.Equal(t, 17.0, q.High)
}

func TestAFewValuesCannotBoundATail(t *testing.T) {
	q := Quantile([]float64{3, 1, math.NaN(), 2}, 0.9)
	assert.Equal(t, 3, q.N)
	assert.InDelta(t, 2.8, q.Value, 1e-12)
	assert.Equal(t, math.Inf(1), q.High, "the largest of three may lie below the upper decile")
	assert.True(t, math.IsNaN(Quantile(nil, 0.5).Value))
}

func TestExpectedShortfallIsTheMeanOfTheWorst(t *testing.T) {
	assert.Equal(t, 5.5, ExpectedShortfall(upTo(100), 0.1))
	assert.InDelta(t, (1+2+0.5*3)/2.5, ExpectedShortfall(upTo(10), 0.25), 1e-12, "the third counts by half")
	assert.Equal(t, 1.0, ExpectedShortfall(upTo(5), 0.1), "less than one value is the worst value")
	assert.Equal(t, 3.0, ExpectedShortfall(upTo(5), 1), "all of them are the mean")
	assert.True(t, math.IsNaN(ExpectedShortfall(nil, 0.1)))
}

func TestWilsonMatchesPublishedIntervals(t *testing.T) {
	// Newcombe (1998), table I: 81/263, 15/148, 0/20, 1/29.
	for _, c := range []struct {
		hits, n   int
		low, high float64
	}{{81, 263, .2553, .3662}, {15, 148, .0624, .1605}, {0, 20, 0, .1611}, {1, 29, .0061, .1718}} {
		w := Wilson(c.hits, c.n)
		assert.InDelta(t, c.low, w.Low, 5e-5, "%d of %d", c.hits, c.n)
		assert.InDelta(t, c.high, w.High, 5e-5, "%d of %d", c.hits, c.n)
	}
	assert.Equal(t, 1.0, Wilson(20, 20).High)
	assert.True(t, math.IsNaN(Wilson(0, 0).Value))
}
