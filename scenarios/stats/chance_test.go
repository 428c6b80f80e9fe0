package stats

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
)

// happened returns values of 100 and 0: runs of (value, times).
func happened(runs ...int) (values []float64) {
	for i := 0; i < len(runs); i += 2 {
		for range runs[i+1] {
			values = append(values, float64(runs[i]))
		}
	}
	return values
}

func TestAnEventThatNeverHappenedIsNotImpossible(t *testing.T) {
	c := Chance(happened(0, 30), 100)
	assert.Equal(t, []float64{0, 0}, []float64{c.Mean, c.Low})
	assert.InDelta(t, 11.35, c.High, 0.005, "0 of 30 leaves up to 11.4 %%")
	assert.Equal(t, MethodWilson, c.Method)
	always := Chance(happened(100, 30), 100)
	assert.InDelta(t, 100-11.35, always.Low, 0.005)
	assert.Equal(t, 100.0, always.High)
	assert.Equal(t, MethodNone, Chance(happened(100, 1), 100).Method, "one world says nothing about others")
}

// Newcombe (1998), Improved confidence intervals for paired data: 20 worlds with
// both events, 12 with the first alone, 2 with the second alone, 16 with none.
func TestPairedChancesOfAWorkedExample(t *testing.T) {
	other := happened(100, 20, 100, 12, 0, 2, 0, 16)
	base := happened(100, 20, 0, 12, 100, 2, 0, 16)
	d := PairedChance(base, other, 100)
	assert.InDelta(t, 20, d.Mean, 1e-12)
	assert.InDelta(t, 5.62, d.Low, 0.005)
	assert.InDelta(t, 32.92, d.High, 0.005)
	assert.Equal(t, More, d.Words)
	assert.Equal(t, MethodNewcombe, d.Method)
	back := PairedChance(other, base, 100)
	assert.Equal(t, []float64{-d.Low, -d.High}, []float64{back.High, back.Low}, "the other way round")
	assert.Equal(t, Less, back.Words)
}

func TestChancesFarApartKeepAnInterval(t *testing.T) {
	d := PairedChance(happened(0, 30), happened(100, 30), 100)
	assert.Equal(t, 100.0, d.Mean)
	assert.InDelta(t, 100-100*math.Hypot(0.113513, 0.113513), d.Low, 1e-3, "nothing in all worlds against all of them is not certain")
	assert.Equal(t, More, d.Words)
	one := PairedChance(happened(0, 30), happened(100, 1, 0, 29), 100)
	assert.Equal(t, Unclear, one.Words, "one event in thirty worlds decides nothing")
	assert.Less(t, one.Low, 0.0)
}

func TestTheSameEventsInTheSameWorldsKeepAnInterval(t *testing.T) {
	for _, values := range [][]float64{happened(0, 30), happened(100, 3, 0, 27)} {
		d := PairedChance(values, values, 100)
		assert.Zero(t, d.Mean)
		assert.True(t, d.Low < 0 && d.High > 0, "what differed in none of 30 worlds may differ in the next: %v to %v", d.Low, d.High)
		assert.Equal(t, Unclear, d.Words)
	}
	assert.Equal(t, Unclear, PairedChance(happened(0, 1), happened(100, 1), 100).Words)
}

// Thirty worlds without an event leave Wilson up to 11.4 % for each design at 95 %, and Newcombe's distances add up.
func TestWhatNoWorldShowedIsNotRuledOut(t *testing.T) {
	never, ahead := make([][]float64, 30), make([][]float64, 30)
	for r := range never {
		never[r], ahead[r] = []float64{0, 0}, []float64{float64(r), float64(r + 1)}
	}
	c := ChancePairs(never, 100, 0.05, nil)
	assert.InDelta(t, -11.35, c.Comparisons[0].Low, 0.005, "an event nobody has seen")
	assert.InDelta(t, 11.35, c.Comparisons[0].High, 0.005)
	for _, y := range [][][]float64{never, ahead} {
		c = AllPairs(y, 0.05, nil)
		assert.True(t, math.IsInf(c.Comparisons[0].Low, -1) && math.IsInf(c.Comparisons[0].High, 1),
			"a difference that is the same in all worlds seen has no spread to judge it by")
		assert.True(t, c.Standings[0].Possible && c.Standings[1].Possible)
	}
}
