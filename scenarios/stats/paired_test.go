package stats

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"

	"xsell/sim/draw"
)

func TestADesignAgainstItselfIsIdentical(t *testing.T) {
	a := mapped(luck(3, 25), draw.Normal)
	d := Paired(a, a)
	assert.Equal(t, Identical, d.Words)
	assert.Equal(t, []float64{0, 0, 0, 0}, []float64{d.Mean, d.Low, d.High, d.SE})
	assert.Equal(t, math.Inf(1), d.VRF)
	assert.InDelta(t, 1, d.Correlation, 1e-12)
	assert.Equal(t, MethodEqual, d.Method)
}

func TestPairedDifferenceOfAWorkedExample(t *testing.T) {
	base := []float64{10, 12, 9, 11}
	other := []float64{13, 14, 12, 16} // differences 3, 2, 3, 5: mean 3.25, sd 1.258306
	d := Paired(base, other)
	assert.Equal(t, 3.25, d.Mean)
	assert.InDelta(t, 0.629153, d.SE, 1e-6)
	assert.InDelta(t, 3.25-3.182446*0.629153, d.Low, 1e-5, "t(0.975, 3) = 3.182446")
	assert.Equal(t, More, d.Words)
	assert.Equal(t, Less, Paired(other, base).Words, "the other way round")
	// Variances 5/3 and 35/12, of the difference 19/12.
	assert.InDelta(t, (5.0/3+35.0/12)/(19.0/12), d.VRF, 1e-12)
	assert.InDelta(t, (5.0/3+35.0/12-19.0/12)/(2*math.Sqrt(5.0/3*35.0/12)), d.Correlation, 1e-12)
}

func TestAnIntervalAroundZeroIsNoClearDifference(t *testing.T) {
	assert.Equal(t, Unclear, Paired([]float64{1, 2, 3}, []float64{2, 1, 3.1}).Words)
}

func TestOneWorldNeverDecides(t *testing.T) {
	d := Paired([]float64{1}, []float64{5})
	assert.Equal(t, Unclear, d.Words)
	assert.Equal(t, math.Inf(-1), d.Low)
	assert.True(t, math.IsNaN(d.SE) && math.IsNaN(d.VRF) && math.IsNaN(d.Correlation))
	assert.Equal(t, Unclear, Paired([]float64{1}, []float64{1}).Words, "one equal world does not make designs identical")
	assert.Equal(t, Unclear, Paired(nil, nil).Words)
}

func TestAnUndefinedValueDropsItsWorld(t *testing.T) {
	nan := math.NaN()
	d := Paired([]float64{1, nan, 2, 3, 4}, []float64{2, 5, nan, 4, 5})
	assert.Equal(t, 3, d.N)
	assert.Equal(t, 2, d.Dropped)
	assert.Equal(t, 1.0, d.Mean)
	assert.Equal(t, []any{Unclear, MethodConstant}, []any{d.Words, d.Method}, "a constant gain has no spread to judge it by")
	assert.True(t, math.IsInf(d.Low, -1) && math.IsInf(d.High, 1) && math.IsInf(d.VRF, 1))
}

// 30 worlds that lose 1 but for two gains of 2 and 3: the t interval, which is taken for the bootstrap's that runs away, lies
// below 0, and two gains of 30 say next to nothing of how large gains are.
func TestSignsAreAskedHoweverTheIntervalWasFound(t *testing.T) {
	losses := make([]float64, 30)
	for r := range losses {
		losses[r] = -1
	}
	losses[4], losses[20] = 2, 3
	d := Paired(make([]float64, 30), losses)
	assert.Equal(t, []any{MethodSkewedT, true, Unclear}, []any{d.Method, d.Few, d.Words}, "%+v", d)
	assert.Less(t, d.High, 0.0)
}

func TestAWorldLeftOutKeepsDesignsFromBeingIdentical(t *testing.T) {
	d := Paired([]float64{1, 2, math.NaN()}, []float64{1, 2, 3})
	assert.Equal(t, Unclear, d.Words)
	assert.Equal(t, 1, d.Dropped)
	assert.Equal(t, Identical, Paired([]float64{1, 2}, []float64{1, 2}).Words)
}

func TestAConstantDesignHasNoCorrelation(t *testing.T) {
	d := Paired([]float64{1, 1, 1}, []float64{1, 2, 4})
	assert.True(t, math.IsNaN(d.Correlation))
	assert.InDelta(t, 1, d.VRF, 1e-12, "nothing is shared, nothing is saved")
}

func TestSkewedDifferencesAreResampled(t *testing.T) {
	base := mapped(luck(4, 40), draw.Normal)
	other := make([]float64, len(base))
	for i, u := range luck(5, 40) {
		other[i] = base[i] + draw.LogNormal(0, 1.2, u)
	}
	d := Paired(base, other)
	assert.Equal(t, MethodBootstrap, d.Method)
	assert.Equal(t, More, d.Words)
}

func TestUnequalSeriesAreRefused(t *testing.T) {
	assert.PanicsWithValue(t,
		"paired comparison of 2 and 1 replications: both designs must run in the same worlds",
		func() { Paired([]float64{1, 2}, []float64{1}) })
}

// A loss of 1 in 19 worlds of 20 and in one a gain of 19, exponential, come to nothing. Of 1,000 cases 5 % may be untrue words, and
// with 4.9 standard deviations of 0.0069 (a false alarm in a million) 8.4 %; without the sign test, and with an interval for
// worlds that all lose, it is most of them.
func TestAUsualLossBesideRareGainsIsNotALoss(t *testing.T) {
	for _, n := range []int{10, 20, 30, 40} {
		misread, raw := 0, 0
		for test := range 1000 {
			gaps := (&rareCase{n: n}).amounts(test, 2, 0.95)
			for r := range gaps {
				gaps[r]--
			}
			d := Paired(make([]float64, n), gaps)
			misread += map[bool]int{true: 1}[d.Words == More || d.Words == Less]
			raw += map[bool]int{true: 1}[d.Low > 0 || d.High < 0 || d.Method == MethodConstant]
		}
		t.Logf("%d worlds: an untrue word in %d of 1,000; without asking signs in %d", n, misread, raw)
		assert.LessOrEqual(t, misread, 84, "%d worlds", n)
	}
}
