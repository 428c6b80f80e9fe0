package twins

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"

	"xsell/scenarios/results"
)

// Four persons, one in each world, who all gain do not show that everybody does.
func TestWorldsThatSayTheSameHaveNoInterval(t *testing.T) {
	var counts []results.TwinCount
	for r := range 4 {
		counts = append(counts, results.TwinCount{Replication: r, Crowd: Customers, Outcome: "investment", Pairs: 1, Better: 1, Difference: 1})
	}
	s := shareOf(counts, false)
	for name, end := range map[string]float64{"better": s.BetterLow, "net": s.NetHigh, "difference": s.DifferenceLow, "worse": s.WorseHigh} {
		assert.True(t, math.IsNaN(end), "%s of four persons who fared alike has an end of its interval at %v", name, end)
	}
	assert.Equal(t, 1.0, s.Net)
	for i := range counts {
		counts[i] = results.TwinCount{Replication: i, Crowd: Customers, Outcome: "complaints", Pairs: 1000, Better: 1, Worse: 1}
	}
	s = shareOf(counts, false)
	assert.True(t, math.IsNaN(s.NetLow), "as many gain as lose in every world, which is not that nobody differs")
	for i := range counts {
		counts[i].Better, counts[i].Worse = 0, 0
	}
	s = shareOf(counts, true)
	assert.Equal(t, [3]float64{}, [3]float64{s.Net, s.NetLow, s.NetHigh}, "where nobody parts nothing can differ")
}

// A rare gain in a small group, 4 worlds: the intervals that are given hold. Persons of a world gain with a chance of their
// world, with a correlation of rho between persons. Nominal 95 %; in 4,000 runs fewer than
// 0.95 - 4.9 √(0.95·0.05/4000) = 93.3 % hold once in a million. Of 0.3 % in groups of 100 the t interval alone, with a width
// of 0 where nobody gains, holds in 70 %.
func TestIntervalsOfRareSharesHold(t *testing.T) {
	const trials = 4000
	for _, c := range []struct {
		p, q    float64 // chances to gain, to lose
		persons int
		rho     float64
	}{{0.003, 0, 100, 0}, {0.003, 0.003, 100, 0}, {0.01, 0.005, 100, 0}, {0.05, 0.02, 100, 0.005}, {0.01, 0.01, 1000, 0.001}, {0.3, 0.1, 50, 0.02}, {0.3, 0.3, 2, 0}} {
		luck := rand.New(rand.NewPCG(3, 4))
		given, better, net := 0, 0, 0
		nets := 0
		for range trials {
			var gain, lose counted
			for range 4 {
				up := chanceOf(luck, c.p, c.rho)
				g, l := 0, 0
				for range c.persons {
					switch u := luck.Float64(); {
					case u < up:
						g++
					case u < up+c.q:
						l++
					}
				}
				gain.add(g, c.persons)
				lose.add(l, c.persons)
			}
			if x := gain.share(false); !math.IsNaN(x.Low) {
				given++
				better += int(flag(x.Low <= c.p && c.p <= x.High))
			}
			if x := gain.less(&lose, false); !math.IsNaN(x.Low) {
				nets++
				net += int(flag(x.Low <= c.p-c.q && c.p-c.q <= x.High))
			}
		}
		t.Logf("%+v: %d given, %.1f %% hold; net %d given, %.1f %%", c, given, 100*float64(better)/float64(given), nets, 100*float64(net)/float64(nets))
		assert.GreaterOrEqual(t, float64(better)/float64(given), 0.933, "%+v: better", c)
		assert.GreaterOrEqual(t, float64(net)/float64(nets), 0.933, "%+v: net", c)
	}
}

// chanceOf is a world's chance of mean p: its variance is rho p (1 − p), from two values as likely as one another.
func chanceOf(luck *rand.Rand, p, rho float64) float64 {
	apart := math.Sqrt(rho * p * (1 - p))
	if luck.IntN(2) == 0 {
		return max(0, p-apart)
	}
	return p + apart
}
