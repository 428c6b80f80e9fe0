package sim

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/agents"
	"xsell/agents/num"
	"xsell/agents/org"
	"xsell/sim/metric"
)

// The houses of twoHouses by id.
const (
	buyer  org.HouseID = 1
	bought org.HouseID = 2
)

// twoHouses is smallModel with the bank as one house and the insurer, which is taken over, as the other.
func twoHouses(merged bool) *Model {
	model := smallModel()
	model.Mind.Refer.Distance, model.Mind.Career.Clash, model.Mind.Career.Vesting = 1, 1, 4
	model.Mind.Public.Upheaval, model.Mind.Public.Clash, model.Mind.Public.Together = 0.2, 0.6, 2
	o := model.Org
	o.Units[smallBank].House, o.Units[smallInsurer].House = buyer, bought
	o.Merged, o.Distance = merged, 0.5
	bank, insurer := []agents.UnitID{smallBank}, []agents.UnitID{smallInsurer}
	own := org.House{Name: "buyer", Share: 0.6, Sells: o.Units[smallBank].May, First: 0.9,
		Server: []agents.UnitID{smallBank, smallBank, smallBank}, Sellers: [][]agents.UnitID{bank, bank, nil}}
	other := org.House{Name: "bought", Share: 0.4, Acquired: true, Sells: o.Units[smallInsurer].May, First: 0.1,
		Server: []agents.UnitID{smallInsurer, smallInsurer, smallInsurer}, Sellers: [][]agents.UnitID{nil, nil, insurer}}
	if merged {
		own.Server, own.Sellers = o.Server, o.Sellers
		other.Server, other.Sellers = o.Server, o.Sellers
	}
	o.Houses = []org.House{own, other}
	return model
}

// merging is twoHouses that merge after a year.
func merging() *Model {
	model := twoHouses(false)
	model.Changes = []Change{{Name: "merger", Week: 52, Markets: 1, Give: -1, Levers: true}}
	model.Regimes = map[InForce]*Model{InForce{}.With(0): twoHouses(true)}
	return model
}

// strangers counts what customers have to do with sellers of another house: leads, requests, accounts.
func strangers(m *Market) (n int) {
	cs, o := &m.Customers, m.Model.Org
	for row, c := range m.Leads.Customer {
		n += int(flag(o.Alien(m.Sellers.Unit[m.Leads.Seller[row]], cs.house(c))))
	}
	for u := range m.Queues {
		for _, r := range m.Queues[u].Rows {
			n += int(flag(m.there(&r) && o.Alien(agents.UnitID(u), cs.house(r.Customer))))
		}
	}
	for c := range cs.seats() {
		n += size(cs.held(c) &^ o.Sells(cs.house(c)))
	}
	return n
}

func TestHousesHaveNothingToDoWithOneAnotherUntilTheyMerge(t *testing.T) {
	x, met := newStepper(merging()), 0
	x.toEnd(func(m *Market) {
		if m.Week-1 < 52 {
			require.Zero(t, strangers(m), "week %d: a customer deals with another house before the merger", m.Week-1)
		}
		met = max(met, strangers(m))
	})
	assert.Positive(t, met, "after the merger they deal with one another")
	require.Empty(t, Verify(&x.record))
	across := func(from, to int) (n int64) {
		for _, f := range x.record.Frames[from:to] {
			n += f.Books[metric.ReferralsAcross]
		}
		return n
	}
	assert.Zero(t, across(0, 4), "in the first year no lead crosses")
	assert.Positive(t, across(4, 8), "in the second some do")
	assert.Positive(t, x.record.Frames[0].Books[metric.CustomersAcquired])
}

func TestCallListsKeepToTheHouseUntilTheMerger(t *testing.T) {
	aliens := func(m *Market) (n int) {
		for s, list := range m.Sellers.List {
			for _, c := range m.names(list) {
				n += int(flag(m.Model.Org.Alien(m.Sellers.Unit[s], m.Customers.house(c))))
			}
		}
		return n
	}
	for merged, check := range map[bool]func(assert.TestingT, any, ...any) bool{false: assert.Zero, true: assert.Positive} {
		model := twoHouses(merged)
		model.Org.Record = 1
		check(t, aliens(Build(model, smallWorld, 0)), "merged: %v; every unit sees what the others know", merged)
	}
}

// A household's house is drawn for life: in this world more than half deal with the buyer, whose share is 60 %.
func TestHouseholdsDealWithAHouseForLife(t *testing.T) {
	a, b := Build(twoHouses(false), smallWorld, 0), Build(twoHouses(true), smallWorld, 0)
	assert.Equal(t, a.Customers.House, b.Customers.House, "a merger changes nobody's house")
	count := map[org.HouseID]int{}
	for c := range a.Customers.seats() {
		count[a.Customers.house(c)]++
	}
	assert.Equal(t, len(a.Customers.Here), count[buyer]+count[bought])
	assert.Greater(t, count[buyer], count[bought])
}

// One house to which everybody belongs is no house: all histories are the same to the last bit.
func TestOneHouseForAllChangesNothing(t *testing.T) {
	model := busy()
	o := model.Org
	o.Houses = []org.House{{Name: "all", Share: 1, Sells: 1<<model.Products() - 1, First: 1, Server: o.Server, Sellers: o.Sellers}}
	for u := range o.Units {
		o.Units[u].House = 1
	}
	o.Distance, o.Merged = 1, true
	model.Mind.Public.Together, model.Mind.Refer.Distance, model.Mind.Career.Clash = 1, 5, 5
	assert.Equal(t, digest(t, lived(t, busy())), digest(t, lived(t, model)))
}

func TestTheUpheavalStrikesTheHouseTakenOver(t *testing.T) {
	m := Build(twoHouses(false), smallWorld, 0)
	before := [3][]float32{append([]float32(nil), m.Customers.Trust...), append([]float32(nil), m.Customers.Satisfaction...),
		append([]float32(nil), m.Customers.Relation...)}
	m.adopt(twoHouses(true))
	keep := float32(1 - (0.2 + 0.6*0.5)) // base, and the further part at half the distance
	for c, here := range m.Customers.Here {
		factor := float32(1)
		if here && m.Customers.house(agents.CustomerID(c)) == bought {
			factor = keep
		}
		for i, now := range [3][]float32{m.Customers.Trust, m.Customers.Satisfaction, m.Customers.Relation} {
			require.InDelta(t, factor*before[i][c], now[c], 1e-6, "household %d of house %d", c, m.Customers.house(agents.CustomerID(c)))
		}
	}
	trust := append([]float32(nil), m.Customers.Trust...)
	m.adopt(twoHouses(true))
	assert.Equal(t, trust, m.Customers.Trust, "who is merged does not merge again")
}

func TestMergedCulturesGrowTogether(t *testing.T) {
	m := Build(twoHouses(false), smallWorld, 0)
	assert.Zero(t, m.distance(), "houses that are apart do not feel how far")
	m.growTogether()
	m.adopt(twoHouses(true))
	assert.Equal(t, 0.5, m.distance(), "all of it in the first week")
	for range 10 {
		m.growTogether()
	}
	assert.InDelta(t, 0.5*num.Pow(1-0.01, 10/2.0), m.distance(), 1e-12, "culture moves by 1 % a week, houses in twice the time")
	assert.Equal(t, m.distance(), m.between(smallBank, smallInsurer))
	assert.Zero(t, m.between(smallBank, smallBank))
}

func TestSellersOfTheHouseTakenOverQuitMore(t *testing.T) {
	apart, merged := Build(twoHouses(false), smallWorld, 0), Build(twoHouses(true), smallWorld, 0)
	for s, u := range apart.Sellers.Unit {
		factor := 1.0
		if u == smallInsurer {
			factor = num.Exp(0.5) // log hazard of 1 at half the distance
		}
		who := agents.SellerID(s)
		assert.InEpsilon(t, factor*apart.quitChance(who), merged.quitChance(who), 1e-9, "seller %d of unit %d", s, u)
	}
}
