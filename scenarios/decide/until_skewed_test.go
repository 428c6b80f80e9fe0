package decide

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
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

// enough is how often intervals that were made narrow hold the truth of a skewed pair, and in how many worlds.
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
		if pair := d.Judge(of(n)).Pairs[0]; pair.Low <= 0 && 0 <= pair.High {
			held++
		}
		worlds += float64(n)
	}
	return held / cases, worlds / cases
}

// Worlds without an extreme one look narrow, so that stopping there chooses them. With as many worlds as Cochran's rule asks
// for that is less so where the extremes are seen in time; it is not 95 %, and the documentation says how much it is. Where
// the first look shows none nothing helps. Without the rule lognormal 1.5 at 0.3 holds in 74.3 %, which fails here. Of 300 cases at a rate p, 4.9 standard
// deviations below are p - 4.9 sqrt(p(1-p)/300), which comes once in a million.
func TestSkewedIntervalsAreNotStoppedWhereTheyLookNarrow(t *testing.T) {
	for name, c := range map[string]struct {
		bend func(float64) float64
		half float64
		rate float64 // measured
	}{
		"lognormal 1, 0.6":   {bent(1, 1), 0.6, 0.880},
		"lognormal 1, 0.3":   {bent(1, 1), 0.3, 0.873},
		"lognormal 1.5, 0.6": {bent(1.5, 3), 0.6, 0.877},
		"lognormal 1.5, 0.3": {bent(1.5, 3), 0.3, 0.877},
		"rare jump, 0.6":     {jumping, 0.6, 0.727},
		"rare jump, 0.3":     {jumping, 0.3, 0.733},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := planted{leads: []float64{0, 0}, bend: c.bend}
			held, worlds := enough(p, c.half)
			t.Logf("holds in %.1f %% with %.0f worlds on average", 100*held, worlds)
			assert.GreaterOrEqual(t, held, c.rate-4.9*math.Sqrt(c.rate*(1-c.rate)/300))
		})
	}
}

func TestSkewedDifferencesAskForMoreWorldsThoughTheyAreNarrow(t *testing.T) {
	d := &Decision{Budget: 100}
	narrow := func(short float64) []Precision {
		return []Precision{{Want: 1, Widest: 0.5, Reached: true, Short: short}}
	}
	assert.Equal(t, 30, d.Further(30, narrow(0)))
	assert.Equal(t, 45, d.Further(30, narrow(45)))
	assert.Equal(t, 60, d.Further(30, narrow(400)), "not more than as many again")
	assert.Equal(t, 100, d.Further(60, narrow(400)), "the budget")
	assert.Equal(t, 100, d.Further(100, narrow(400)), "which ends it")
}
