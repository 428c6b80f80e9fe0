package risk

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"

	"xsell/agents"
	"xsell/sim"
)

// twoWorlds are small enough for pencil and paper. World 0: 10 % at the first close with EUR 100, then half of the
// remaining 90 % in the second year with EUR 300. World 1: 20 % in the second year with EUR 200.
var twoWorlds = []course{
	courseOf([]sim.Hazard{
		{Week: 12, Since: 0, Due: 12 + 104, Chance: 0.1, Bill: agents.EUR(100)},
		{Week: 25, Since: 0, Chance: 0, Bill: agents.EUR(200)},
		{Week: 64, Since: 0, Due: 64 + 104, Chance: 0.5, Bill: agents.EUR(300)},
	}),
	courseOf([]sim.Hazard{{Week: 90, Since: 64, Due: 90 + 104, Chance: 0.2, Bill: agents.EUR(200)}}),
}

var taken = []float64{1, 1}

func TestChancesAreOfTheFirstDisclosure(t *testing.T) {
	assert.InDelta(t, 0.1+0.9*0.5, twoWorlds[0].chance(), 1e-15, "the second can be the first only where nothing came before")
	assert.InDelta(t, 0.1*100+0.45*300, twoWorlds[0].expected(), 1e-12)
	assert.InDelta(t, 0.1*1e4+0.45*9e4, twoWorlds[0].square(), 1e-9)
	assert.InDelta(t, 0.1, twoWorlds[0].within(64).chance(), 1e-15, "week 64 is not within the first 64 weeks")
	assert.InDelta(t, 0.45, twoWorlds[0].exceeds(100), 1e-15, "more than 100, not 100")
}

func TestCertainDisclosureLeavesNothingBehindIt(t *testing.T) {
	c := courseOf([]sim.Hazard{{Week: 3, Chance: 1, Bill: agents.EUR(10)}, {Week: 12, Chance: 0.5, Bill: agents.EUR(99)}})
	assert.Equal(t, 1.0, c.chance())
	assert.Equal(t, 10.0, c.expected(), "what comes after the first disclosure has no weight")
}

// The pooled first bill is 300 with 0.225, 200 with 0.1, 100 with 0.05 and nothing with 0.625.
func TestTailOfTheMixture(t *testing.T) {
	m := pool(twoWorlds)
	for p, want := range map[float64]float64{0.95: 300, 0.78: 300, 0.77: 200, 0.68: 200, 0.67: 100, 0.63: 100, 0.62: 0} {
		assert.Equal(t, want, m.quantile(taken, p), "quantile at %v", p)
	}
	assert.InDelta(t, 300, m.shortfall(taken, 0.95), 1e-9)
	assert.InDelta(t, (0.225*300+0.075*200)/0.3, m.shortfall(taken, 0.7), 1e-9, "a way on the edge counts in part")
	assert.InDelta(t, (0.225*300+0.1*200+0.05*100)/0.5, m.shortfall(taken, 0.5), 1e-9, "cases without a bill count with nothing")
	assert.InDelta(t, 300*0.45/0.5, m.shortfall([]float64{2, 0}, 0.5)-0.05*100/0.5, 1e-9, "a world counts as often as it is taken")
	assert.Equal(t, 0.0, pool(make([]course, 3)).quantile([]float64{1, 1, 1}, 0.99), "without a disclosure there is no bill")
}

func TestTimeFromFirstOffenceToBill(t *testing.T) {
	// Ways of 116, 168 and 130 weeks with chances 0.1, 0.45 and 0.2.
	want := (0.1*116 + 0.45*168 + 0.2*130) / 0.75 / 52
	assert.InDelta(t, want, pool(twoWorlds).delay(taken), 1e-12)
	assert.True(t, math.IsNaN(pool(nil).delay(nil)), "no disclosure has no delay")
}

func TestHazardOfAYearIsAmongThoseSpared(t *testing.T) {
	m := pool(twoWorlds)
	yearly := m.yearly(taken, 2)
	assert.InDelta(t, 0.05, yearly[0], 1e-15)
	assert.InDelta(t, 0.65/1.9, yearly[1], 1e-15, "0.45 + 0.2 of the 1.9 worlds that are left")
	year, chance := m.peak(taken, 2)
	assert.Equal(t, []float64{2, yearly[1]}, []float64{year, chance})
	year, _ = pool(nil).peak(nil, 2)
	assert.True(t, math.IsNaN(year), "without hazard there is no year of it")
}
