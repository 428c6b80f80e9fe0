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
	assert.Equal(t, More, d.Words, "a constant gain needs no luck")
	assert.True(t, math.IsInf(d.VRF, 1))
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
