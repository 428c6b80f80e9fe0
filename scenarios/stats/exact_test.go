package stats

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"gonum.org/v1/gonum/stat/distuv"
)

// Known values: 0 of 30 leaves up to 1 - 0.025^(1/30) = 11.57 %; 4 of 20 gives 5.73 to 43.66 % (Clopper and Pearson 1934).
func TestExactLimitsAreThoseOfClopperAndPearson(t *testing.T) {
	never := ExactChanceAt(happened(0, 30), 100, 0.95)
	assert.Equal(t, []float64{0, 0}, []float64{never.Mean, never.Low})
	assert.InDelta(t, 11.5703, never.High, 1e-4)
	some := ExactChanceAt(happened(100, 4, 0, 16), 100, 0.95)
	assert.InDelta(t, 5.7334, some.Low, 1e-4)
	assert.InDelta(t, 43.6614, some.High, 1e-4)
	assert.Equal(t, MethodExact, some.Method)
	assert.Equal(t, MethodNone, ExactChanceAt(happened(100, 1), 100, 0.95).Method, "one world says nothing about others")
}

// At the limit itself the count seen has exactly the probability asked for.
func TestExactLimitsHaveTheirTails(t *testing.T) {
	for _, n := range []int{2, 30, 400, 5000} {
		for _, k := range []int{1, n / 3, n / 2, n - 1, n} {
			if k == 0 {
				continue
			}
			for _, tail := range []float64{0.025, 1e-3, 1e-6} {
				binomial := distuv.Binomial{N: float64(n), P: atLeastShare(k, n, tail)}
				assert.InEpsilon(t, tail, 1-binomial.CDF(float64(k-1)), 1e-6, "%d of %d, tail %v", k, n, tail)
			}
		}
	}
}
