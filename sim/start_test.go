package sim

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"xsell/agents"
	"xsell/agents/num"
	"xsell/sim/draw"
)

// TestWhatIsHereAtTheStartIsDrawnWithItsChance: at any chance, affinity and luck, and at luck right at the chance.
func TestWhatIsHereAtTheStartIsDrawnWithItsChance(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 5))
	model := lively(40)
	chances := []float64{0, 1, 5e-324, 1e-300, 1e-12, 0.5, 1 - 1e-15}
	for range 60 {
		for p := range model.Market.Products {
			if model.Market.Products[p].Here = r.Float64(); r.IntN(3) == 0 {
				model.Market.Products[p].Here = chances[r.IntN(len(chances))]
			}
		}
		model.Mind.Need.HereStart = []float64{0, 1, -2, 300}[r.IntN(4)]
		m := Build(model, smallWorld, 0)
		for c := range m.Customers.seats() {
			m.Customers.Affinity[c] = float32(3 * r.NormFloat64())
			lift := num.Exp(m.hereLift(c))
			for p := range agents.ProductID(model.Products()) {
				chance := m.heldHere(c, p)
				for _, u := range []float64{0x1p-53, 1 - 0x1p-53, r.Float64() + 0x1p-60, chance, math.Nextafter(chance, 0), math.Nextafter(chance, 1),
					chance * (1 - 1e-10), chance * (1 + 2e-9)} {
					if u >= 0x1p-53 && u < 1 { // a uniform is
						require.Equal(t, u < chance, m.isHere(c, p, lift, u), "luck %v against the chance %v", u, chance)
					}
				}
			}
		}
	}
}

// TestAllAccountsBeginAtOnceAsOneByOne: the accounts from before the start stand, and are booked, as if each had been put
// on the books by itself.
func TestAllAccountsBeginAtOnceAsOneByOne(t *testing.T) {
	m, again := Build(lively(400), smallWorld, 0), Build(lively(400), smallWorld, 0)
	cs, seen := &again.Customers, 0
	again.Standing = 0
	for c := range cs.seats() {
		marks, here, aware := cs.Marks[c], cs.held(c), cs.Aware.Of(c)
		rows := append([]Holding{}, cs.accounts(c)...)
		again.strip(c)
		cs.Aware.Set(c, 0)
		for p := range here.All {
			idle := again.birth(draw.InitialNeeds).Uniform(draw.Nth(again.person(c), again.key(p), 0)) < again.Model.asleep(p)
			require.Equal(t, idle, rows[place(here, p)].Is(asleep), "household %d, product %d: used or not", c, p)
			again.hold(c, p, rows[place(here, p)]&^asleep, !idle)
			seen++
		}
		require.Equal(t, rows, append([]Holding{}, cs.accounts(c)...), "household %d: its accounts", c)
		require.Equal(t, marks, cs.Marks[c], "household %d: what is marked of its accounts", c)
		require.Equal(t, aware, cs.Aware.Of(c), "household %d: the lines it knows", c)
	}
	require.Equal(t, m.Standing, again.Standing, "what keeping all accounts costs")
	require.Greater(t, seen, 200, "the test has looked at too few")
}
