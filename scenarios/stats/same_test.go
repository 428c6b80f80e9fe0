package stats

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
)

// beside are levels from 30 to 170, and the same with an amount added, which rounding leaves some 1e-14 off.
func beside(n int, amount float64) (base, other []float64) {
	for r := range n {
		level := 100 + 70*math.Sin(float64(r+1))
		base, other = append(base, level), append(other, level+amount)
	}
	return base, other
}

func TestRoundingMakesNoDifference(t *testing.T) {
	base, other := beside(30, 0.1)
	raw := make(map[float64]bool)
	for r := range base {
		raw[other[r]-base[r]] = true
	}
	assert.Greater(t, len(raw), 1, "else there is no rounding to see")
	gaps := Differences(base, other)
	assert.Equal(t, 30, MostEqual(gaps))
	assert.Zero(t, Variance(gaps))
	m := momentsOf(gaps)
	assert.InDelta(t, 0.1, m.mean, 1e-12)
	base, other = beside(30, 1e-12)
	assert.Equal(t, make([]float64, 30), Differences(base, other), "of levels of 100 that is nothing")
	assert.Equal(t, Identical, Paired(base, other).Words)
	assert.Equal(t, []float64{0, 3, 3, -2, 5}, Settled([]float64{1e-12, 3, 3 + 1e-12, -2, 5}, 10))
	assert.Equal(t, []float64{1, 2, math.Inf(1)}, Settled([]float64{1, 2, math.Inf(1)}, math.Inf(1)))
	assert.Equal(t, []float64{1, 1 + 1e-6}, Settled([]float64{1, 1 + 1e-6}, 100), "small, but there")
}

// The same amount in every world has no spread to judge it by, whether its sums are exact or not.
func TestADifferenceThatIsTheSameButForRoundingHasNoInterval(t *testing.T) {
	base, other := beside(30, 0.1)
	y, levers := make([][]float64, 30), make([][]float64, 30)
	for r := range y {
		y[r] = []float64{base[r], other[r]}
		levers[r] = []float64{other[r] - base[r], 1e-13 * base[r], base[r]}
	}
	c := AllPairs(y, 0.05, nil)
	assert.True(t, math.IsInf(c.Comparisons[0].Low, -1) && math.IsInf(c.Comparisons[0].High, 1), "%+v", c.Comparisons[0])
	assert.True(t, c.Standings[0].Possible, "and rules nobody out")
	f := Together(levers, 0.05)
	assert.True(t, math.IsInf(f.Comparisons[0].Low, -1), "a lever that always brings the same: %+v", f.Comparisons[0])
	assert.Equal(t, Comparison{}, f.Comparisons[1], "a lever that brings nothing but rounding")
	assert.False(t, math.IsInf(f.Comparisons[2].Low, -1), "a lever that varies")
	e := Summary([]float64{0.1 + 0.2, 0.3, 0.3})
	assert.Equal(t, MethodEqual, e.Method)
}
