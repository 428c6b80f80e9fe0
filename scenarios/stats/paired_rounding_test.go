package stats

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
)

// 0.1 more in every world, which floating point makes 0.0999999999999943 in some: that is one amount, and no spread.
func TestRoundingMakesNoSpreadOfAPairedDifference(t *testing.T) {
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
