package stats

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"gonum.org/v1/gonum/stat/distuv"
)

func TestTheNormalDistributionIsTheLibrarys(t *testing.T) {
	for z := -9.0; z <= 9; z += 0.0137 {
		assert.InDelta(t, distuv.UnitNormal.CDF(z), normalShare(z), 2e-15, "share below %v", z)
	}
	for p := 0.0005; p < 1; p += 0.0137 {
		assert.InEpsilon(t, distuv.UnitNormal.Quantile(p), normalQuantile(p), 1e-13, "quantile of %v", p)
		assert.InDelta(t, p, normalShare(normalQuantile(p)), 1e-15, "there and back from %v", p)
	}
	assert.Zero(t, normalQuantile(0.5))
}

func TestStudentsDistributionIsTheLibrarys(t *testing.T) {
	for _, degrees := range []int{1, 2, 3, 4, 5, 9, 10, 29, 30, 63, 64, 65, 99, 1000, 99_999, 1_000_000} {
		student := distuv.StudentsT{Mu: 0, Sigma: 1, Nu: float64(degrees)}
		// The library's logarithm of the gamma function loses digits as degrees grow.
		close := 2e-11 * math.Sqrt(float64(degrees))
		for _, x := range []float64{0.001, 0.1, 0.5, 1, 1.5, 2, 2.5, 3.3, 6, 20} {
			if want := student.Survival(x); want > 1e-200 {
				assert.InEpsilon(t, want, tTail(x, degrees), close, "tail beyond %v with %d degrees", x, degrees)
				assert.InDelta(t, 1-want, tTail(-x, degrees), close, "below")
			}
		}
		for _, p := range []float64{0.0005, 0.025, 0.3, 0.6, 0.9, 0.975, 0.9958333333333333, 0.9999} {
			found := tQuantile(p, degrees)
			assert.InEpsilon(t, student.Quantile(p), found, close, "quantile of %v with %d degrees", p, degrees)
			assert.InEpsilon(t, 1-p, tTail(found, degrees), 1e-12+1e-16*float64(degrees), "there and back from %v with %d degrees", p, degrees)
		}
	}
	assert.InDelta(t, 0, tQuantile(0.5, 7), 1e-15)
}

// With one and two degrees of freedom the distribution has a closed form.
func TestStudentsDistributionWhereItIsSimple(t *testing.T) {
	for _, x := range []float64{0.01, 0.3, 1, 2, 12.706204736174698, 300} {
		assert.InEpsilon(t, math.Atan(1/x)/math.Pi, tTail(x, 1), 1e-13, "Cauchy's tail beyond %v", x)
		root := math.Sqrt(2 + x*x)
		assert.InEpsilon(t, 1/(root*(root+x)), tTail(x, 2), 1e-13, "two degrees beyond %v", x)
	}
	assert.InEpsilon(t, 12.706204736174698, tQuantile(0.975, 1), 1e-12)
}

func TestLimitsOfQuantilesAreThoseOfTheBinomialDistribution(t *testing.T) {
	const tail = (1 - Confidence) / 2
	for _, n := range []int{1, 2, 5, 20, 39, 100, 1000} {
		for _, p := range []float64{0.1, 0.5, 0.9} {
			sorted := make([]float64, n)
			low, high := math.Inf(-1), math.Inf(1)
			below := distuv.Binomial{N: float64(n), P: p}
			for k := n - 1; k >= 0; k-- {
				sorted[k] = float64(k)
				if below.CDF(float64(k)) >= 1-tail {
					high = float64(k)
				}
				if below.CDF(float64(k)) <= tail && math.IsInf(low, -1) {
					low = float64(k)
				}
			}
			foundLow, foundHigh := orderLimits(sorted, p, tail)
			assert.Equal(t, []float64{low, high}, []float64{foundLow, foundHigh}, "%d values, quantile %v", n, p)
		}
	}
}
