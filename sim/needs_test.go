package sim

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"xsell/agents"
)

// unsettled is a market whose customers have any accounts here and elsewhere and any traits, and minds that weigh needs in
// any way.
func unsettled(model *Model, r *rand.Rand) *Market {
	mind := model.Mind
	mind.Need.Switch, mind.Need.Affinity, mind.Traits.PromoNeed = 3*r.Float64(), 2*r.Float64(), 3*r.Float64()
	for i := range model.Market.Traits {
		model.Market.Traits[i] = 0.5
	}
	for p := range model.Market.Products {
		model.Market.Products[p].Gift = agents.EUR(float64(r.IntN(2)))
	}
	m := Build(model, smallWorld, 0)
	scramble(m, r)
	for c := range m.Customers.seats() {
		m.Customers.Elsewhere.Set(agents.CustomerID(c), someOf(m, r))
		m.Customers.Affinity[c] = float32(r.NormFloat64())
	}
	return m
}

func someOf(m *Market, r *rand.Rand) agents.Products {
	return agents.Products(r.Uint32N(1 << m.Model.Products()))
}

// TestTheBoundOfNeedsHoldsWhateverNeedsAreOpen: with no need open, no gift and nothing but own accounts it is hardly more
// than the rate; with any needs open it is at least as much, to the last bit, for lanes are compared with it.
func TestTheBoundOfNeedsHoldsWhateverNeedsAreOpen(t *testing.T) {
	r := rand.New(rand.NewPCG(8, 3))
	models := map[string]func() *Model{"lively": func() *Model { return lively(150) }, "tiers": gold, "three tiers": stacked}
	for name, model := range models {
		seen, near := 0, 0
		for range 12 {
			m := unsettled(model(), r)
			for c := range m.Customers.seats() {
				c := agents.CustomerID(c)
				bound := m.mostNeeds(c)
				for _, open := range []agents.Products{0, someOf(m, r), someOf(m, r)} {
					m.Customers.Need.Set(c, open)
					rate := m.needRates(c, nil)
					require.LessOrEqual(t, rate, bound, "%s, household %d with the needs %b", name, c, open)
					require.Equal(t, bound, m.mostNeeds(c), "%s: needs come and go without the bound", name)
					if open == 0 && rate > 0 {
						seen++
						if bound < float32(rate*(1+1e-4)) {
							near++
						}
					}
				}
			}
		}
		require.Greater(t, seen, 300, "%s: the test has looked at too few", name)
		require.Greater(t, near, seen/3, "%s: where no gift lifts a need the bound is hardly more than the rate", name)
	}
}

// stacked has three tiers of one product.
func stacked() *Model {
	model := gold()
	model.Market.Products[smallMotor].Basis = agents.Products(0).With(smallSavings)
	model.Market.Seal()
	return model
}
