package sim

import (
	"xsell/agents"
	"xsell/agents/num"
	"xsell/sim/draw"
	"xsell/sim/metric"
)

const birthWeek = -1 << 20 // no run reaches so far back

// beBorn draws the lasting traits of the household now on seat c; it holds nothing here yet.
func (m *Market) beBorn(c agents.CustomerID) {
	t, cs, id := m.Model.Market, &m.Customers, uint64(m.person(c))
	cs.Segment[c] = uint8(pick(len(t.Segments), func(i int) float64 { return t.Segments[i].Share }, m.birth(draw.Segment).Uniform(id)))
	cs.Channel[c] = uint8(pick(len(t.Channels), func(i int) float64 { return t.Channels[i].Share }, m.birth(draw.Orientation).Uniform(id)))
	cs.Wealth[c] = m.wealth(c, id)
	cs.Affinity[c] = float32(draw.Normal(m.birth(draw.Affinity).Uniform(id)))
	cs.Traits[c] = m.traits(id)
	cs.Employer[c], cs.House[c] = m.employer(id), m.house(id)
	cs.Partner[c] = m.partnerOf(c, id)
	cs.Trust[c], cs.Satisfaction[c] = float32(m.reputation()), 0.5
	cs.Relation[c], cs.Fatigue[c] = 0, 0
	cs.Need[c], cs.Pending[c], cs.Active[c], cs.Dormant[c], cs.Silent[c], cs.Aware[c] = 0, 0, 0, 0, 0, 0
	cs.NoCalls[c], cs.Here[c], cs.Arm[c], cs.Contacts[c] = false, false, 0, 0
	cs.Profit[c], cs.Since[c] = 0, m.Week
	cs.Elsewhere[c] = m.ownsElsewhere(c, id)
}

// pick returns the first i whose cumulative weight exceeds u times the total of 1.
func pick(n int, weight func(int) float64, u float64) int {
	for i := range n - 1 {
		u -= weight(i)
		if u < 0 {
			return i
		}
	}
	return n - 1
}

func (m *Market) wealth(c agents.CustomerID, id uint64) float32 {
	t := m.Model.Market
	z := draw.Normal(m.birth(draw.Wealth).Uniform(id))
	sd := t.WealthSD
	return float32(t.Segments[m.Customers.Segment[c]].Wealth * num.Exp(float64(sd*z)-float64(sd*sd/2)))
}

func (m *Market) traits(id uint64) (set uint8) {
	for i, chance := range m.Model.Market.Traits {
		if m.birth(draw.Traits).Uniform(id<<2|uint64(i)) < chance {
			set |= 1 << i
		}
	}
	return set
}

func (m *Market) employer(id uint64) uint8 {
	t := m.Model.Market
	u := m.birth(draw.Employer).Uniform(id)
	if t.Employers == 0 || u >= t.Employed {
		return 0
	}
	return uint8(1 + int(float64(float64(t.Employers)*u)/t.Employed))
}

// ownsElsewhere draws what a household holds at other firms when it is not a customer.
func (m *Market) ownsElsewhere(c agents.CustomerID, id uint64) (set agents.Products) {
	t := m.Model.Market
	luck := m.birth(draw.InitialElsewhere)
	for p := range t.Products {
		if luck.Uniform(draw.Nth(uint32(id), t.Products[p].Key, 0)) < m.owns(c, p) {
			set = set.With(agents.ProductID(p))
		}
	}
	return set
}

// owns is the chance that the household holds p somewhere: the product's share, moved by the segment's need in odds.
func (m *Market) owns(c agents.CustomerID, p int) float64 {
	t := m.Model.Market
	held := t.Products[p].Held
	odds := float64(held * float64(t.Segments[m.Customers.Segment[c]].Need[p]))
	return odds / (odds + 1 - held)
}

// startAsCustomer lets the household be a customer from before the start, with tenure, holdings and awareness.
func (m *Market) startAsCustomer(c agents.CustomerID) {
	t, cs, id := m.Model.Market, &m.Customers, uint64(m.person(c))
	cs.Here[c] = true
	m.Books.Add(metric.Customers, 1)
	cs.Affinity[c] += float32(t.StartAffinity) // those who stayed so far like the firm more than others do
	tenure := float64(-num.Log(m.birth(draw.InitialTenure).Uniform(id)) * t.Tenure)
	cs.Joined[c] = m.Week - int32(min(tenure, 1000))
	cs.Relation[c] = float32(m.Model.Mind.Trust.Old)
	here := m.hereAtStart(c, id)
	for p := range t.Products {
		if q := agents.ProductID(p); here.Has(q) {
			m.startHolding(c, q)
		}
	}
	if cs.Active[c]|cs.Dormant[c] == 0 {
		m.startHolding(c, m.firstProduct(c))
	}
	m.Books.Add(metric.HeldElsewhere, int64(size(cs.Elsewhere[c])))
}

// hereAtStart draws which of the household's products are here. Who has a better tier here has none of those below.
func (m *Market) hereAtStart(c agents.CustomerID, id uint64) (here agents.Products) {
	t, cs := m.Model.Market, &m.Customers
	luck, sold := m.birth(draw.InitialHoldings), m.Model.Org.Sells(cs.House[c])
	for p := range t.Products {
		q := agents.ProductID(p)
		if cs.Elsewhere[c].Has(q) && sold.Has(q) && luck.Uniform(draw.Nth(uint32(id), t.Products[p].Key, 0)) < m.heldHere(c, p) {
			here = here.With(q)
		}
	}
	below := agents.Products(0)
	for p := range t.Products {
		if here.Has(agents.ProductID(p)) {
			below |= t.Products[p].Below
		}
	}
	cs.Elsewhere[c] &^= below
	return here &^ below
}

// heldHere is the chance that a product held somewhere is held here; affinity moves its odds.
func (m *Market) heldHere(c agents.CustomerID, p int) float64 {
	here := m.Model.Market.Products[p].Here
	if here <= 0 || here >= 1 {
		return here
	}
	return num.Logistic(num.Log(here/(1-here)) + float64(m.Model.Mind.Need.HereStart*float64(m.Customers.Affinity[c])))
}

func (m *Market) startHolding(c agents.CustomerID, p agents.ProductID) {
	cs := &m.Customers
	cs.Elsewhere[c] = cs.Elsewhere[c].Without(p)
	asleep := m.birth(draw.InitialNeeds).Uniform(draw.Nth(m.person(c), m.key(p), 0)) < m.asleep(p)
	m.hold(c, p, opened(max(cs.Joined[c], m.Week-520), agents.Nobody, 0), !asleep)
	m.Books.Add(metric.OpenedFirst, 1)
}

// asleep is the share of holdings of p out of use where falling asleep, waking and closing balance.
func (m *Market) asleep(p agents.ProductID) float64 {
	sleep, mind := float64(52*float64(m.Model.Market.Products[p].Rates.Dormancy)), &m.Model.Mind.Regret
	if sleep == 0 {
		return 0
	}
	return sleep / (sleep + mind.Revive + mind.Clean + m.Model.Market.StartAge)
}

// firstProduct is the product with which this household starts a relationship.
func (m *Market) firstProduct(c agents.CustomerID) agents.ProductID {
	t := m.Model.Market
	u := m.birth(draw.JoinProduct).Uniform(uint64(m.person(c)))
	if h := m.Customers.House[c]; h != 0 {
		return m.firstOf(&m.Model.Org.Houses[h-1], u)
	}
	return agents.ProductID(pick(len(t.Products), func(p int) float64 { return t.Products[p].First }, u))
}
