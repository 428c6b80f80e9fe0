package decide

import (
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"gonum.org/v1/gonum/stat/distuv"
)

// bent is a lognormal of mean 0, for sigma the standard deviation of its logarithm.
func bent(sigma, scale float64) func(float64) float64 {
	return func(z float64) float64 { return (math.Exp(sigma*z) - math.Exp(sigma*sigma/2)) / scale }
}

// jumping is everyday noise with a jump in one world of twenty, of mean 0.
func jumping(z float64) float64 {
	const oneInTwenty = 1.6448536
	if z > oneInTwenty {
		return 0.2*z + 9.5
	}
	return 0.2*z - 0.5
}

// enough is how often all intervals that were made narrow hold the truth of skewed designs, and in how many worlds.
func enough(p planted, half float64) (held, worlds float64) {
	const cases, budget = 300, 600
	d := decision(1)
	d.Budget, d.Until = budget, []Until{{Measure: profit(), Half: Margin{Value: half}}}
	for test := range cases {
		y, n := p.outcomes(70_000+test, budget), 0
		of := func(n int) Outcomes { return tables(map[string][][]float64{"profit": y[:n]}) }
		for next := FirstLook; next > n; {
			n = next
			next = d.Further(n, d.Precisions(of(n)))
		}
		if !slices.ContainsFunc(d.Judge(of(n)).Pairs, func(p Pair) bool { return p.Low > 0 || p.High < 0 }) {
			held++
		}
		worlds += float64(n)
	}
	return held / cases, worlds / cases
}

// few is a gamma of shape 1/4, of mean 0.
func few(z float64) float64 {
	return distuv.Gamma{Alpha: 0.25, Beta: 1}.Quantile(distuv.UnitNormal.CDF(z)) - 0.25
}

// waiting is exponential, of mean 0.
func waiting(z float64) float64 { return -math.Log(normalTail(z)) - 1 }

// Worlds without an extreme one look narrow, so that stopping there chooses them. An interval that reaches out for a world
// farther than any seen does not let that happen: of 300 cases 95 % or more hold, up to 4.9 standard deviations less, which
// is 88.8 % and comes once in a million. Without it lognormal 1.5 at 0.6 holds in 83 %. A jump in one world of twenty is in
// none of the first 70 in 2.8 % of cases, which hold in none: the least is then 85.5 %; stopping at 30 it was 73 %.
func TestIntervalsOfSkewedWorldsThatWereMadeNarrowHold(t *testing.T) {
	const least, leastOfJumps = 0.888, 0.855
	for name, c := range map[string]struct {
		bend    func(float64) float64
		half    float64
		designs int
		least   float64
	}{
		"exponential, 0.25":     {waiting, 0.25, 2, least},
		"gamma 1/4, 0.12":       {few, 0.12, 2, least},
		"lognormal 1, 0.6":      {bent(1, 1), 0.6, 2, least},
		"lognormal 1, 0.3":      {bent(1, 1), 0.3, 2, least},
		"lognormal 1, 0.8, all": {bent(1, 1), 0.8, 3, least},
		"lognormal 1.5, 0.6":    {bent(1.5, 3), 0.6, 2, least},
		"rare jump, 0.6":        {jumping, 0.6, 2, leastOfJumps},
		"rare jump, 0.3":        {jumping, 0.3, 2, leastOfJumps},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			held, worlds := enough(planted{leads: make([]float64, c.designs), bend: c.bend}, c.half)
			t.Logf("holds in %.1f %% with %.0f worlds on average", 100*held, worlds)
			assert.GreaterOrEqual(t, held, c.least)
		})
	}
}

func TestAWidthIsNotTrustedBeforeTheFirstLook(t *testing.T) {
	d := &Decision{Budget: 100}
	narrow := func(used int) []Precision {
		return []Precision{{Want: 1, Widest: 0.5, Reached: true, Short: FirstLook, Used: used}}
	}
	assert.Equal(t, 60, d.Further(30, narrow(30)), "not more than as many again")
	assert.Equal(t, 70, d.Further(60, narrow(60)))
	assert.Equal(t, 88, d.Further(70, narrow(56)), "defined in 4 of 5 worlds: 70 × 70/56 rounded up are lived")
	assert.Equal(t, 100, d.Further(70, narrow(0)), "defined in none: as many as may be")
	d.Budget = 65
	assert.Equal(t, 65, d.Further(60, narrow(60)), "the budget")
	assert.Equal(t, 65, d.Further(65, narrow(65)), "which ends it")
	d.Until = []Until{{Measure: profit(), Half: Margin{Value: 9}}}
	p := planted{leads: []float64{0, 0}}
	for worlds, short := range map[int]float64{FirstLook - 1: FirstLook, FirstLook: 0} {
		found := d.Precisions(tables(map[string][][]float64{"profit": p.outcomes(1, worlds)}))
		assert.Equal(t, short, found[0].Short, "%d worlds", worlds)
	}
}

// 24 of 70 worlds in which a measure is defined are no first look, however narrow they are: some 204 are lived for that.
func TestAWidthIsNotTrustedWhereTheMeasureIsSeldomDefined(t *testing.T) {
	d := decision(1)
	d.Budget, d.Until = 1000, []Until{{Measure: profit(), Half: Margin{Value: 9}}}
	y := planted{leads: []float64{0, 0}}.outcomes(1, 210)
	for r := range y {
		if r%35 >= 12 {
			y[r][1] = math.NaN()
		}
	}
	of := func(n int) []Precision { return d.Precisions(tables(map[string][][]float64{"profit": y[:n]})) }
	found := of(70)
	assert.Equal(t, []any{24, float64(FirstLook)}, []any{found[0].Used, found[0].Short})
	assert.Equal(t, 140, d.Further(70, found), "204.2, but no more than as many again")
	assert.Equal(t, 205, d.Further(140, of(140)), "140 × 70/48")
	assert.Equal(t, 210, d.Further(210, of(210)), "72 of 210 are enough")
}
