package twins

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"xsell/scenarios/results"
)

// Bars are as wide as the middle nine tenths ask for, and one on either side holds what lies beyond.
func TestBarsShowTheMiddleNineTenths(t *testing.T) {
	assert.Equal(t, breadth{wide: 50, low: -11, high: 2}, breadthOf(-480, 40, false), "EUR 10 a grain: bars of EUR 500 from −5,250 to 750, and what lies beyond")
	assert.Equal(t, breadth{wide: 1, low: -2, high: 2}, breadthOf(-1, 1, true), "of counts every one has a bar of its own")
	assert.Equal(t, breadth{wide: 21, low: -2, high: 6}, breadthOf(-12, 107, true), "as many counts up as down lie in the middle bar")
	assert.Equal(t, breadth{wide: 1, low: -1, high: 1}, breadthOf(0, 0, false), "where nine in ten do not differ there is next to nothing to show")
	for reach := range 5000 {
		b := breadthOf(-float64(reach), float64(reach), false)
		assert.LessOrEqual(t, b.high, barsAcross+2)
		assert.GreaterOrEqual(t, 2*float64(b.high-1)+1, 2*float64(reach)/float64(b.wide), "all within %d grains lie before the outermost bar", reach)
	}
}

func TestDifferencesFallIntoTheirBars(t *testing.T) {
	x := crowd{name: Sellers, grains: []float64{10}, outcomes: []results.TwinOutcome{{ID: "pay", Least: 900}}}
	g := x.grained(0, []float64{-90000, -3000, -251, -250, -1, 0, 249.5, 250, 700, 90000})
	bars := g.bars(breadthOf(-300, 60, false))
	got, all := map[float64]int{}, 0
	for _, b := range bars {
		assert.Equal(t, 500.0, b.High-b.Low)
		got[b.Low], all = b.Pairs, all+b.Pairs
	}
	assert.Equal(t, map[float64]int{-3750: 1, -3250: 1, -750: 1, -250: 4, 250: 2, 750: 1}, got)
	assert.Equal(t, 10, all, "nobody is lost beyond the ends")
}

// Every pair of every world is in one bar, and all worlds have the same bars.
func TestEveryPairIsInOneBar(t *testing.T) {
	set := done(t, plan(2, load(t, "silo"), load(t, "interlock")))
	pairs, width := map[[2]any]int{}, map[string]float64{}
	for _, b := range set.Bars {
		pairs[[2]any{b.Replication, b.Crowd + b.Outcome}] += b.Pairs
		if w, known := width[b.Crowd+b.Outcome]; known {
			assert.InDelta(t, w, b.High-b.Low, 1e-9*w)
		}
		width[b.Crowd+b.Outcome] = b.High - b.Low
	}
	for _, c := range set.Worlds {
		if c.By == "" && (c.Outcome == "pay" || c.Outcome == "needs_met") {
			assert.Equal(t, c.Pairs, pairs[[2]any{c.Replication, c.Crowd + c.Outcome}], "%s of %s", c.Outcome, c.Crowd)
		}
	}
	assert.Less(t, width[Sellers+"pay"], 5000.0, "differences of pay can be seen")
}
