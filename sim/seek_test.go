package sim

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
	"xsell/agents"
)

// Whoever is told to stay away without an exponential does so by the formula too: on terms of every kind, under any luck,
// half of it near the chance itself, where the two could differ.
func TestWhoIsToldToStayAwayWouldNotHaveCome(t *testing.T) {
	_, m := settled()
	dice, told, all := rand.New(rand.NewPCG(2, 9)), 0, 0
	for range 200 {
		spread := [...]float32{0.3, 1, 5}[dice.IntN(3)]
		for c := range m.Customers.seats() {
			m.Customers.Trust[c], m.Customers.Relation[c] = dice.Float32(), dice.Float32()
			m.Customers.Affinity[c] = float32(dice.NormFloat64()) * spread
			p := agents.ProductID(dice.IntN(m.Model.Products()))
			chance, u := m.seekChance(c, p), dice.Float64()
			if dice.IntN(2) == 0 {
				u = chance * (1 + 1e-9*dice.NormFloat64())
			} else {
				all++
			}
			if terms := m.terms(c); terms.stayAway(m.line(p), u) {
				told++
				require.GreaterOrEqual(t, u, chance, "household %d under luck %v", c, u)
			}
		}
	}
	require.Greater(t, told, all*4/5, "a shortcut that tells few saves little")
}

// Where nothing in the organisation keeps sellers from customers, nobody is asked whether it does.
func TestWhereNobodyIsSparedEveryCustomerIsCallable(t *testing.T) {
	_, m := settled()
	require.False(t, m.sparesSome(), "the small town has one house, no filter and lets new customers be called at once")
	for c := range m.Customers.seats() {
		require.True(t, !m.Customers.Here[c] || m.callable(c) && !m.shut(0, c), "household %d", c)
	}
	for name, spares := range map[string]func(){
		"new customers":     func() { m.Model.Org.Nurture.Wait = 4 },
		"unhappy customers": func() { m.Model.Org.Filter.Unhappy = 0.1 },
		"problem customers": func() { m.Model.Org.Filter.Problem = 0.1 },
	} {
		before := *m.Model.Org
		spares()
		require.True(t, m.sparesSome(), "%s may be spared", name)
		*m.Model.Org = before
	}
}
