package stats

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/sim/draw"
)

// independent returns n worlds of k unrelated normal designs.
func independent(trial, n, k int) [][]float64 {
	flat := mapped(luck(trial, n*k), draw.Normal)
	y := make([][]float64, n)
	for r := range y {
		y[r] = flat[r*k : (r+1)*k]
	}
	return y
}

// pairsOf are all pairs at 95 %.
func pairsOf(y [][]float64) Family { return AllPairs(y, 0.05, nil).Family }

// With many worlds, independent designs and equal variances the critical value
// is Dunnett's. 29,999 resamples leave a standard error of 0.009 (0.0013 of
// probability over a density of 0.13); 400 worlds leave the correlations 0.05
// off, which moves it by 0.008 more; the tolerance is 5 of both together. Plain t
// (1.96) lies far outside.
func TestCriticalValueAgainstABaseIsDunnetts(t *testing.T) {
	y := independent(1, 400, 5)
	f := versus(y, 0, 0.05)
	gaps := make([][]float64, len(f.Comparisons))
	for p := range gaps {
		gaps[p] = fill(&f.Comparisons[p], y)
	}
	f.judge(resampledTs(gaps, 29_999), 0.05)
	assert.InDelta(t, 2.44, f.Critical, 0.06, "Dunnett (1964), two-sided 5 %%, four treatments, many degrees")
}

// Tukey's studentised range for 3 groups is 3.31 = sqrt(2) 2.34. Tolerance as
// for Dunnett's, with 1,999 resamples: standard error 0.035.
func TestCriticalValueForAllPairsIsTukeys(t *testing.T) {
	f := pairsOf(independent(2, 400, 3))
	assert.Equal(t, MethodMaxT, f.Method)
	assert.InDelta(t, 2.344, f.Critical, 0.17)
}

func TestAllIntervalsHoldAtOnce(t *testing.T) {
	const trials = 200
	hits := 0
	for trial := range trials {
		hit := true
		for _, c := range pairsOf(independent(10+trial, 30, 4)).Comparisons {
			hit = hit && c.Low <= 0 && 0 <= c.High
		}
		if hit {
			hits++
		}
	}
	// Binomial: 4.9 sqrt(.95 .05 / 200) = 0.076. Six unadjusted t intervals hold
	// at once in about .80 of trials, which would be seen.
	assert.InDelta(t, 0.95, float64(hits)/trials, 0.076)
}

func TestSharedLuckNarrowsAFamily(t *testing.T) {
	y := independent(3, 40, 3)
	for _, row := range y {
		row[1] = row[0] + 0.1*row[1] + 0.5
		row[2] = row[0]
	}
	f := pairsOf(y)
	require.Len(t, f.Comparisons, 3)
	better, same := f.Comparisons[0], f.Comparisons[1]
	assert.Greater(t, better.Low, 0.4, "the same worlds show a small gain")
	inf := math.Inf(1)
	same.critical = 0
	assert.Equal(t, Comparison{Base: 0, Other: 2, Low: -inf, High: inf}, same, "what never varies has no spread to judge it by")
}

func TestAWorldWithAnUndefinedValueIsDroppedWhole(t *testing.T) {
	y := independent(4, 20, 3)
	y[7][1] = math.NaN()
	f := pairsOf(y)
	assert.Equal(t, 19, f.N)
	assert.Equal(t, 1, f.Dropped)
}

func TestAFewWorldsAreJudgedByBonferroni(t *testing.T) {
	f := versus([][]float64{{1, 2, 9}, {2, 4, 8}, {3, 3, 9}, {4, 6, 9}}, 0, 0.05)
	assert.Equal(t, MethodBonferroni, f.Method)
	assert.InDelta(t, 4.1765, f.Critical, 5e-4, "t(1 - 0.05/4, 3)")
	assert.Greater(t, f.Comparisons[1].Low, 0.0)
}

func TestAFamilyOfNothing(t *testing.T) {
	assert.Empty(t, pairsOf(nil).Comparisons)
	assert.Equal(t, MethodNone, pairsOf([][]float64{{1}, {2}}).Method, "one design has nothing to be compared with")
	single := pairsOf([][]float64{{1, 2}})
	assert.Equal(t, MethodNone, single.Method)
	assert.Equal(t, math.Inf(1), single.Comparisons[0].High, "one world says nothing about others")
}

func TestIncompleteWorldsAreRefused(t *testing.T) {
	assert.PanicsWithValue(t,
		"world 1 has values for 1 designs and world 0 for 2: every design must run in every world",
		func() { pairsOf([][]float64{{1, 2}, {1}}) })
}
