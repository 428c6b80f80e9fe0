package stats

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestTheWorldsAskedForMakeAnIntervalSoNarrowAndNoFewerDo(t *testing.T) {
	y := shaped(4, 30, 2, 0, shapes["exponential"])
	for _, row := range y {
		row[0] = 1
	}
	c := AllPairs(y, 0.05, nil).Comparisons[0]
	assert.True(t, c.Stretched())
	half := (c.High - c.Low) / 2
	assert.InDelta(t, half, c.halfOf(30, 30), 1e-12, "as many worlds as there are")
	for _, share := range []float64{0.9, 0.5, 0.2} {
		n := c.WorldsFor(30, share*half)
		assert.LessOrEqual(t, c.halfOf(30, int(n)), share*half)
		assert.Greater(t, c.halfOf(30, int(n)-1), share*half)
		assert.Less(t, n, WorldsFor(30, half, share*half), "the stretched part falls faster than the rest")
	}
	assert.Equal(t, 30.0, c.WorldsFor(30, half))
	assert.True(t, math.IsInf(c.WorldsFor(30, 0), 1) && math.IsInf(c.WorldsFor(30, math.NaN()), 1))
	even := Comparison{Low: -1, High: 1, SE: 0.5}
	assert.Equal(t, 120.0, even.WorldsFor(30, 0.5), "n (half/want)² where nothing is stretched")
	assert.True(t, math.IsInf(Comparison{Low: math.Inf(-1), High: 1}.WorldsFor(30, 1), 1))
}
