package sim

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"pgregory.net/rapid"

	"xsell/agents"
	"xsell/agents/pay"
)

// bribed is a bank with a promotion and a threat in which an account counts twice, so that the products that can be opened
// silently are short of the lines by different numbers, and a bonus behind a gate on the leads.
func bribed() *Model {
	model := promoting(1)
	plan := &model.Plans[smallBank]
	plan.Tallies[0].Weight = []float64{2, 1, 0}
	plan.Tallies[1] = Tally{Name: "points", Measure: Points, Window: 13, Weight: []float64{3, 2, 1}, Goal: true, Setter: pay.Setter{Base: 4}, Usual: 2}
	plan.Rules[1].Gates = []pay.Gate{{Tally: 1, AtLeast: 0.5}}
	return model
}

// stir draws how the windows of the seller on seat 0 stand.
func (m *Market) stir(t *rapid.T) {
	ss := &m.Sellers
	m.Week = int32(rapid.IntRange(0, 60).Draw(t, "week"))
	for k := range m.plan(0).Tallies {
		i := m.tally(0, k)
		ss.Sum[i] = rapid.Float64Range(-1, 6).Draw(t, "sum")
		ss.Pipe[i] = float64(rapid.IntRange(0, 3).Draw(t, "agreed"))
		ss.Target[i] = rapid.OneOf(rapid.Just(0.0), rapid.Float64Range(0.5, 12)).Draw(t, "target")
		ss.Rate[i] = rapid.Float64Range(-0.5, 2).Draw(t, "rate")
		ss.Var[i] = rapid.Float64Range(0, 4).Draw(t, "variance")
	}
	ss.Strikes[0] = uint8(rapid.IntRange(0, 2).Draw(t, "strikes"))
	m.hits(0)[0] = uint8(rapid.IntRange(0, 1).Draw(t, "hits"))
	ss.Integrity[0] = rapid.Float32Range(0, 1).Draw(t, "integrity")
	ss.Joined[0] = m.Week - int32(rapid.IntRange(0, 20).Draw(t, "weeks here"))
	m.outlook(0)
}

func TestNoTemptationIsWorthMoreThanItsBound(t *testing.T) {
	for name, m := range map[string]*Market{"alike": Build(promoting(1), smallWorld, 0), "apart": Build(bribed(), smallWorld, 0)} {
		t.Run(name, rapid.MakeCheck(func(t *rapid.T) {
			m.stir(t)
			x, bad := m.bait(0), rapid.IntRange(0, 3).Draw(t, "bad")
			glance := m.glance(0)
			assert.Equal(t, [3]any{x.found, x.gap, x.left}, [3]any{glance.found, glance.gap, glance.left}, "a glance is short of the same line")
			most := m.worthAtMost(0, &glance, bad)
			if m.weigh(0, &x, bad); x.worth > most+slack {
				t.Fatalf("%d accounts of product %d are worth %v weeks of pay, the bound is %v", x.n, x.product, x.worth, most)
			}
		}))
	}
}

func TestOnlyWhatCanBeOpenedSilentlyAndCountsIsASpoil(t *testing.T) {
	m := Build(smallModel(), smallWorld, 0)
	spoils := m.foresight(0).spoils
	assert.Equal(t, agents.Products(0).With(smallAccount).With(smallSavings), spoils[smallBank].easy, "both count one opening")
	assert.True(t, spoils[smallBank].alike, "and so any of them is short of the goal by the same number")
	assert.Equal(t, 1.0, spoils[smallBank].ease, "savings always come off")
	assert.False(t, Build(bribed(), smallWorld, 0).foresight(0).spoils[smallBank].alike, "an account that counts twice is short of half as many")
}
