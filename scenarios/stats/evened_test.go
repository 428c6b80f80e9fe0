package stats

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
)

// 0.1 more in every world, which floating point makes 0.0999999999999943 in some: that is one amount, and no spread.
func TestRoundingMakesNoSpread(t *testing.T) {
	base, other, level := make([]float64, 30), make([]float64, 30), make([]float64, 30)
	for r := range base {
		base[r] = 50 + 7*float64(r%11)/3
		other[r] = base[r] + 0.1
		level[r] = base[r] + 1e-10*float64(r%2)
	}
	assert.NotEqual(t, other[0]-base[0], other[8]-base[8], "floating point sets them apart")
	d := Paired(base, other)
	assert.Equal(t, []any{Unclear, MethodConstant, true}, []any{d.Words, d.Method, math.IsInf(d.High, 1)}, "%+v", d)
	assert.Equal(t, Identical, Paired(base, level).Words, "1e-10 of 50 is rounding")
	other[3] += 1
	assert.True(t, Paired(base, other).Few, "one world of thirty differs from the others")
}

func TestWhatDiffersByMoreThanRoundingStaysApart(t *testing.T) {
	nan := math.NaN()
	got := Evened([]float64{3, 1 + 1e-12, -1e-13, nan, 1, 3 + 1e-6}, 10)
	assert.True(t, math.IsNaN(got[3]))
	got[3] = 0
	assert.Equal(t, []float64{3, 1, 0, 0, 1, 3 + 1e-6}, got)
	assert.Equal(t, []float64{1e-12, 0}, Evened([]float64{1e-12, 0}, 0), "of no level there is no rounding")
	assert.Equal(t, 7.0, Largest([]float64{1, nan}, []float64{-7, 2}))
}
