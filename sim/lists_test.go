package sim

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"xsell/agents"
	"xsell/agents/customer"
	"xsell/agents/org"
	"xsell/sim/draw"
)

// sees tells by the rules whether unit u may list c: of its house, brings enough, is not spared, is known or seen across.
func (m *Market) sees(u agents.UnitID, c agents.CustomerID) bool {
	cs, o := &m.Customers, m.Model.Org
	unit := &o.Units[u]
	if !cs.Here[c] || m.shut(u, c) || m.spared(c) || m.brings(c)*52 < int64(unit.Worth) {
		return false
	}
	k := m.contract(c)
	return !unit.Owns || cs.held(c)&o.Deals(u, cs.house(c)) != 0 || k >= 0 && o.Contracts[k].Unit == u || m.across(u, c)
}

// rates is the score of c for unit u by the formulas.
func (m *Market) rates(u agents.UnitID, c agents.CustomerID) float32 {
	o, rate, usual := m.Model.Org, 0.0, 0.0
	ready := 0.5 * float64(m.Customers.Affinity[c])
	if m.Customers.Need.Of(c)&o.Units[u].May != 0 {
		ready += 2.6
	}
	for p := range (m.offerable(c) & o.Units[u].May).All {
		if m.Leaning[p] > 0 {
			rate += float64(m.known(c, p)*m.inclination(c, p)) / m.Leaning[p]
			usual += m.known(c, p)
		}
	}
	ready += float64(0.5*m.Model.Mind.Decision.Fit) * float64(customer.Propensity(rate, usual))
	g := m.gaze(u)
	z := draw.Normal(m.stream(draw.ScoreNoise).Uniform(draw.Pair(m.person(c), o.Units[u].Key)))
	return float32(float64(g.quality*ready)+float64(g.noise*z)) + m.ahead(c)
}

// looked are models in which units see customers for every reason there is.
func looked() map[string]*Model {
	contracts, choosy, levers := withContracts(busy(), 0.6, "works"), busy(), busy()
	contracts.Org.Contracts[0].Unit = smallInsurer
	contracts.Org.Contracts = append(contracts.Org.Contracts, org.Contract{Name: "partner", Key: 77, Unit: smallInsurer, Partner: 0.3, Sends: 0.01})
	choosy.Org.Units[smallBank].Owns, choosy.Org.Units[smallBank].Worth = false, agents.EUR(100)
	choosy.Org.Filter.Unhappy, choosy.Org.Targeting.Newcomers, choosy.Org.Record = 0.6, true, 0
	more := *levers
	network := *levers.Org
	network.Record, more.Org = 0.9, &network
	levers.Regimes = map[InForce]*Model{InForce{}.With(0): &more}
	all := map[string]*Model{"busy": busy(), "contracts": contracts, "choosy": choosy, "levers": levers, "apart": twoHouses(false), "merged": twoHouses(true)}
	for _, model := range all {
		model.Size.Customers *= 10
	}
	return all
}

func TestAListHoldsWhomItsUnitSeesBestFirst(t *testing.T) {
	for name, model := range looked() {
		m := Build(model, smallWorld, 0)
		if name == "levers" {
			for c := range m.Customers.seats() {
				m.Customers.Levers = append(m.Customers.Levers, []*Model{model, model.Regimes[InForce{}.With(0)]}[c%2])
			}
		}
		for range 60 {
			m.live()
		}
		m.refreshLists()
		for s, list := range m.Sellers.List {
			u, want := m.Sellers.Unit[s], []agents.CustomerID(nil)
			for c := range m.Customers.seats() {
				if m.book(u, c) == agents.SellerID(s) && m.sees(u, c) {
					want = append(want, c)
				}
			}
			slices.SortStableFunc(want, func(a, b agents.CustomerID) int {
				x, y := m.rates(u, a), m.rates(u, b)
				return int(flag(x < y) - flag(x > y))
			})
			require.Equal(t, want, m.names(list), "%s: the list of seller %d", name, s)
		}
	}
}

func TestKeysFallAsScoresRise(t *testing.T) {
	last := descending(101)
	for _, x := range []float32{100, 3.5, 1, 1e-30, 0, -1e-30, -0.5, -3, -1e9} {
		require.Greater(t, descending(x), last, "the key of %v", x)
		last = descending(x)
	}
}
