package stats

import (
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"gonum.org/v1/gonum/stat/distuv"
)

// Independent designs with equal variances and many worlds have Hsu's one-sided critical value, the same as Dunnett's
// (his 5 % table with infinitely many degrees of freedom). Tolerance as in TestCriticalValueAgainstABaseIsDunnetts;
// one-sided t, 1.645, lies far outside from three designs on.
func TestStepsToTheBestAreHsus(t *testing.T) {
	for k, want := range map[int]float64{2: 1.645, 3: 1.916, 4: 2.062, 5: 2.160} {
		y := independent(20+k, 400, k)
		f, gaps := compared(y, ordered(k))
		c := Contest{Family: f}
		step := c.steps(resampledTs(gaps, 29_999), 0.05, k, math.NaN())
		for i := range k {
			assert.InDelta(t, want, step(i, (i+1)%k), 0.06, "%d designs, design %d", k, i)
		}
	}
}

func TestStandingsOfAWorkedExample(t *testing.T) {
	// Three designs: 1 leads 0 by 2 and 2 by 5; every upper limit reaches out by 3.
	means := []float64{10, 12, 7}
	s := standings(3, func(i, j int) float64 { return means[i] - means[j] + 3 })
	assert.Equal(t, []Standing{
		{Low: -5, High: 1, Possible: true},
		{Low: -1, High: 5, Possible: true},
		{Low: -8, High: 0},
	}, s)
	alone := standings(2, func(i, j int) float64 { return means[i] - means[j] + 1 })
	assert.Equal(t, []Standing{{Low: -3, High: 0}, {Low: 0, High: 3, Possible: true}}, alone,
		"who alone may be the best is not behind anybody")
}

func TestAFewWorldsGiveBonferronisSteps(t *testing.T) {
	c := AllPairs([][]float64{{1, 2, 9}, {2, 4, 8}, {3, 3, 9}, {4, 6, 9}}, 0.05, nil)
	assert.Equal(t, MethodBonferroni, c.Method)
	assert.Equal(t, []bool{false, false, true}, []bool{c.Standings[0].Possible, c.Standings[1].Possible, c.Standings[2].Possible})
	// Differences of 1 and 2: 7, 4, 6, 3: mean 5, standard error 0.912871; t(1 - 0.05/2, 3) = 3.182446.
	assert.InDelta(t, 5+3.182446*0.912871, c.Standings[2].High, 1e-4)
}

func TestDesignsThatAreAlikeAreExactlyEqualAndBothMayBeTheBest(t *testing.T) {
	y := independent(4, 30, 2)
	for _, row := range y {
		row[1] = row[0]
	}
	twins := func(int, int) bool { return true }
	events := [][]float64{{0, 0}, {100, 100}, {0, 0}}
	for _, c := range []Contest{AllPairs(y, 0.05, twins), ChancePairs(events, 100, 0.05, twins)} {
		assert.Equal(t, []float64{0, 0, 0}, []float64{c.Comparisons[0].Mean, c.Comparisons[0].Low, c.Comparisons[0].High})
		assert.Equal(t, []Standing{{Possible: true}, {Possible: true}}, c.Standings)
	}
}

func TestOneWorldRulesNobodyOut(t *testing.T) {
	nan := math.NaN()
	for _, y := range [][][]float64{nil, {{1, 2}}, {{1, nan}, {nan, 2}}, {{1}, {2}}} {
		for _, c := range []Contest{AllPairs(y, 0.05, nil), ChancePairs(y, 2, 0.05, nil)} {
			assert.Equal(t, MethodNone, c.Method)
			for _, s := range c.Standings {
				assert.True(t, s.Possible && s.High == math.Inf(1), "%v", y)
			}
		}
	}
}

// shaped returns n worlds of k designs with correlation rho before the values are bent into shape.
func shaped(trial, n, k int, rho float64, shape func(float64) float64) [][]float64 {
	y := independent(trial, n, k+1)
	for r, row := range y {
		for i := range k {
			row[i] = shape(math.Sqrt(rho)*row[k] + math.Sqrt(1-rho)*row[i])
		}
		y[r] = row[:k]
	}
	return y
}

// Shapes of outcomes, by a standard normal value.
var shapes = map[string]func(float64) float64{
	"normal":      func(z float64) float64 { return z },
	"exponential": func(z float64) float64 { return -math.Log(distuv.UnitNormal.CDF(-z)) },
	"lognormal":   math.Exp,
}

// All six intervals of four equal designs hold at once in 95 of 100 cases or more, and so does the best of them stay in: in
// 400 cases the bound is 4.9 sqrt(.95 .05/400) = 0.053 away. Without a world farther out than any seen a best one is kept in 91.7 % of
// lognormal cases. Six t intervals, not adjusted, hold at once in about .80.
func TestIntervalsOfAllPairsHoldAtOnce(t *testing.T) {
	const trials = 400
	for name, shape := range shapes {
		for _, rho := range []float64{0, 0.8} {
			held, kept := 0, 0
			for trial := range trials {
				c := AllPairs(shaped(1000+trial, 30, 4, rho, shape), 0.05, nil)
				all := true
				for _, p := range c.Comparisons {
					all = all && p.Low <= 0 && 0 <= p.High
				}
				if all {
					held++
				}
				if c.Standings[0].Possible {
					kept++
				}
			}
			t.Logf("%s, correlation %.1f: all pairs %.3f, a best one kept %.3f", name, rho, float64(held)/trials, float64(kept)/trials)
			assert.Greater(t, float64(held)/trials, 0.95-0.053, "%s, correlation %.1f: intervals of all pairs", name, rho)
			assert.Greater(t, float64(kept)/trials, 0.95-0.053, "%s, correlation %.1f: a best design must be kept", name, rho)
		}
	}
}

// One design leads three others by half a standard deviation: in 400 cases Hsu's intervals of all designs hold
// at once in at least .95 - 4.9 sqrt(.95 .05/400).
func TestStandingsHoldAtOnce(t *testing.T) {
	const trials, lead = 400, 0.5
	held := 0
	for trial := range trials {
		y := shaped(5000+trial, 30, 4, 0.5, shapes["normal"])
		for _, row := range y {
			row[0] += lead
		}
		all := true
		for i, s := range AllPairs(y, 0.05, nil).Standings {
			truth := -lead
			if i == 0 {
				truth = lead
			}
			all = all && s.Low <= truth && truth <= s.High
		}
		if all {
			held++
		}
	}
	t.Logf("coverage %.3f", float64(held)/trials)
	assert.Greater(t, float64(held)/trials, 0.95-0.053)
}

func TestEventsAreComparedByNewcombesIntervals(t *testing.T) {
	y := make([][]float64, 40)
	for r := range y {
		y[r] = []float64{0, 0, 0}
		if r < 12 {
			y[r][1] = 100
		}
		if r%20 == 0 {
			y[r][2] = 100
		}
	}
	c := ChancePairs(y, 100, 0.05, nil)
	require.Len(t, c.Comparisons, 3)
	d := PairedChanceAt(column(y, 0), column(y, 1), 100, 1-0.05/3)
	assert.Equal(t, []float64{30, d.Low, d.High}, []float64{c.Comparisons[0].Mean, c.Comparisons[0].Low, c.Comparisons[0].High})
	assert.Equal(t, []bool{false, true, false}, []bool{c.Standings[0].Possible, c.Standings[1].Possible, c.Standings[2].Possible})
	assert.Greater(t, c.Comparisons[0].Low, 0.0, "12 of 40 worlds against none is clear")
	assert.Less(t, c.Comparisons[1].Low, 0.0, "two of 40 against none is not")
	assert.False(t, math.IsNaN(c.Comparisons[1].Detectable(0.8, 40)), "events are rare, and their intervals not stretched")
}

func column(y [][]float64, i int) (values []float64) {
	for _, row := range y {
		values = append(values, row[i])
	}
	return values
}

// Binomial(60, .95) has P(X = 60) = .046: 60 worlds bound the 95th percentile from above in 95 % of cases, 58 do not.
func TestAOneSidedLimitOfATailNeedsItsWorlds(t *testing.T) {
	const oneSided = 1 - 2*0.05
	assert.Equal(t, 60.0, QuantileAt(upTo(60), 0.95, oneSided).High)
	assert.Equal(t, math.Inf(1), QuantileAt(upTo(58), 0.95, oneSided).High)
	assert.Equal(t, 59, Needed(0.95, 0.05))
	assert.Equal(t, 59, Needed(0.05, 0.05), "the low tail alike")
}

// The number of values below a quantile is binomial, whatever the distribution: the chance that the chosen ranks hold it
// is exact, and never less than asked.
func TestRanksHoldAQuantileAtLeastAsOftenAsAsked(t *testing.T) {
	for _, n := range []int{20, 60, 200} {
		for _, p := range []float64{0.05, 0.5, 0.9} {
			for _, confidence := range []float64{0.8, 0.95, 0.99} {
				q := QuantileAt(upTo(n), p, confidence) // values are their own ranks
				below := distuv.Binomial{N: float64(n), P: p}
				held := 1.0
				if !math.IsInf(q.High, 1) {
					held = below.CDF(q.High - 1)
				}
				if !math.IsInf(q.Low, -1) {
					held -= below.CDF(q.Low - 1)
				}
				assert.GreaterOrEqual(t, held, confidence-1e-12, "%d values, p = %v", n, p)
			}
		}
	}
}

func TestSkewedDifferencesAskForMoreWorlds(t *testing.T) {
	y := shaped(3, 30, 2, 0, shapes["normal"])
	even := AllPairs(y, 0.05, nil)
	assert.Zero(t, even.Short())
	y[4][0] += 20
	odd := AllPairs(y, 0.05, nil)
	assert.Equal(t, math.Ceil(25*math.Pow(odd.Comparisons[0].Skew, 2)), odd.Short())
	assert.Greater(t, odd.Short(), 100.0)
	many := shaped(3, 300, 2, 0, shapes["exponential"])
	for _, row := range many {
		row[0] = 0
	}
	skewed := AllPairs(many, 0.05, nil)
	assert.True(t, skewed.Short() > 25 && skewed.Short() < 300, "enough worlds, and stretched all the same: the note stays")
	assert.True(t, skewed.Comparisons[0].Stretched())
}

func TestMoreResamplesShowAFinerTail(t *testing.T) {
	assert.Equal(t, resamples, enough(0.0025))
	assert.Equal(t, manyTimes, enough(0.002))
	y := independent(9, 12, 2)
	wide := AllPairs(y, 0.001, nil)
	assert.Contains(t, wide.Method, "19,999 resamples")
	assert.Greater(t, wide.Critical, AllPairs(y, 0.01, nil).Critical)
}

func TestSelectionFindsWhatSortingWould(t *testing.T) {
	for trial := range 50 {
		values := luck(trial, 1+trial)
		values[trial/2] = values[0] // ties
		want := slices.Sorted(slices.Values(values))
		for before := range values {
			assert.Equal(t, want[before], selected(slices.Clone(values), before))
		}
	}
	inf := math.Inf(1)
	assert.Equal(t, inf, selected([]float64{inf, 1, inf, -inf}, 2))
}
