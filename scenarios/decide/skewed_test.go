package decide

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"

	"xsell/sim/draw"
)

// hardPair are two designs with the same mean, whose difference is as skewed as can be: the hardest case for an interval.
type hardPair struct {
	worlds  int
	draw    func(u, z float64) (base, own float64) // of a uniform and a normal number
	most    float64                                // share of cases with an untrue word
	silent  float64                                // and without a note of the skewness
	out     float64                                // share of cases with a design ruled out, though both are the best
	smaller float64                                // the smallest difference that matters
}

// lognormalBy is a lognormal amount beside its mean.
func lognormalBy(sigma float64) func(u, z float64) (base, own float64) {
	return func(_, z float64) (base, own float64) { return math.Exp(sigma * sigma / 2), math.Exp(sigma * z) }
}

// leaping is noise and, in 5 % of worlds, a jump of 1.
func leaping(u, z float64) (base, own float64) {
	if u < 0.05 {
		return 0.05, 1 + 0.1*z
	}
	return 0.05, 0.1 * z
}

// seldom is an exponential amount in 20 % of worlds beside its mean.
func seldom(u, _ float64) (base, own float64) {
	if u >= 0.2 {
		return 0.2, 0
	}
	return 0.2, -math.Log(5 * u)
}

func (c *hardPair) outcomes(test int) [][]float64 {
	stream := draw.World{Seed: 20260101, Replication: uint64(test)}.Stream(draw.Survey, 2, 0)
	y := make([][]float64, c.worlds)
	for r := range y {
		base, own := c.draw(stream.Uniform(uint64(2*r)), draw.Normal(stream.Uniform(uint64(2*r+1))))
		y[r] = []float64{base, own}
	}
	return y
}

// Rates are those that the documents state and 4.9 standard deviations of 1,000 cases (a false alarm in a million), which
// are 0.053 at 13.3 %, 0.032 at 4.5 % and 0.014 at 0.8 %. Worlds that have not shown the tail cannot warn of it. Without a
// world farther out than any seen (stats) lognormal 1.5 is misread in 14.3 % of cases with 30 worlds.
func TestHowOftenVerdictsOnSkewedDifferencesAreWrong(t *testing.T) {
	for name, c := range map[string]hardPair{
		"a constant against lognormal 1, 10":   {10, lognormalBy(1), 0.14, 0.135, 0.163, 0.01},
		"a constant against lognormal 1, 30":   {30, lognormalBy(1), 0.064, 0.05, 0.064, 0.01},
		"a constant against lognormal 1.5, 10": {10, lognormalBy(1.5), 0.186, 0.165, 0.191, 0.01},
		"a constant against lognormal 1.5, 30": {30, lognormalBy(1.5), 0.077, 0.025, 0.079, 0.01},
		"a constant against a rare jump, 10":   {10, leaping, 0.23, 0.22, 0.319, 0.001},
		"a constant against a rare jump, 30":   {30, leaping, 0.235, 0.235, 0.256, 0.001},
		"a constant against rare amounts, 10":  {10, seldom, 0.015, 0.01, 0.015, 0.01},
		"a constant against rare amounts, 30":  {30, seldom, 0.01, 0.005, 0.01, 0.01},
		"a constant against lognormal 1, 200":  {200, lognormalBy(1), 0.041, 0.04, 0.044, 0.01},
	} {
		d, untrue, silent, out := decision(c.smaller), 0, 0, 0
		for test := range cases {
			a := d.Judge(only(c.outcomes(test)))
			if wrong(d, a, []float64{0, 0}) {
				untrue++
				if a.Short == 0 {
					silent++
				}
			}
			if !a.Standings[0].Possible || !a.Standings[1].Possible {
				out++
			}
		}
		t.Logf("%-40s untrue %.1f %%, without a note %.1f %%, one ruled out %.1f %%", name,
			100*float64(untrue)/cases, 100*float64(silent)/cases, 100*float64(out)/cases)
		assert.LessOrEqual(t, float64(out)/cases, c.out, name)
		assert.LessOrEqual(t, float64(untrue)/cases, c.most, name)
		assert.LessOrEqual(t, float64(silent)/cases, c.silent, name)
	}
}
