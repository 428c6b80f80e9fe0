package sim

import (
	"xsell/agents"
	"xsell/agents/num"
	"xsell/sim/draw"
)

const birthWeek = -1 << 20 // no run reaches so far back

// beBorn draws the lasting traits of the household now on seat c. Everything else about it is as on an empty seat.
func (m *Market) beBorn(c agents.CustomerID) {
	t, cs, id := m.Model.Market, &m.Customers, uint64(m.person(c))
	cs.Segment[c] = m.firstSegment(id)
	cs.Channel[c] = uint8(pick(len(t.Channels), func(i int) float64 { return t.Channels[i].Share }, m.birth(draw.Orientation).Uniform(id)))
	cs.Affinity[c] = float32(draw.Normal(m.birth(draw.Affinity).Uniform(id)))
	cs.Marks[c] = m.traits(id)
	cs.Employer.set(int(c), m.employer(id))
	cs.House.set(int(c), uint32(m.house(id)))
	cs.Partner.set(int(c), m.partnerOf(c, id))
	cs.Trust[c], cs.Satisfaction[c] = float32(m.reputation()), 0.5
	cs.Elsewhere.Set(c, m.ownsElsewhere(c, id))
}

// empty clears seat c of whoever lived there; new seats are empty.
func (m *Market) empty(c agents.CustomerID) {
	cs := &m.Customers
	cs.Relation[c], cs.Fatigue[c] = 0, 0
	for _, none := range [...]*Sets{&cs.Need, &cs.Pending, &cs.Held, &cs.Aware} {
		none.Set(c, 0)
	}
	cs.Here[c], cs.Contacts[c] = false, 0
	cs.Arm.set(int(c), 0)
	m.forgetProfit(c)
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

// firstSegment draws the stage of life in which a household comes into the world.
func (m *Market) firstSegment(id uint64) uint8 {
	segments := m.Model.Market.Segments
	return uint8(pick(len(segments), func(i int) float64 { return segments[i].Share }, m.birth(draw.Segment).Uniform(id)))
}

// Wealth of c, 1 is average. It lasts for life and follows from who c is, so that it is asked again rather than kept.
func (m *Market) Wealth(c agents.CustomerID) float32 {
	t, id := m.Model.Market, uint64(m.person(c))
	z, sd := draw.Normal(m.birth(draw.Wealth).Uniform(id)), t.WealthSD
	return float32(t.Segments[m.firstSegment(id)].Wealth * num.Exp(float64(sd*z)-float64(sd*sd/2)))
}

func (m *Market) traits(id uint64) (set uint8) {
	luck := m.birth(draw.Traits)
	for i, chance := range &m.scratch.Births.traits {
		set |= uint8(draw.Below(luck.Bits(id<<2|uint64(i)), chance)) << i
	}
	return set
}

func (m *Market) employer(id uint64) uint32 {
	t := m.Model.Market
	if t.Employers == 0 {
		return 0
	}
	u := m.birth(draw.Employer).Uniform(id)
	if u >= t.Employed {
		return 0
	}
	return uint32(1 + int(float64(float64(t.Employers)*u)/t.Employed))
}

// ownsElsewhere draws what a household holds at other firms when it is not a customer. It does not branch on luck.
func (m *Market) ownsElsewhere(c agents.CustomerID, id uint64) (set agents.Products) {
	luck, births := m.birth(draw.InitialElsewhere), &m.scratch.Births
	owns, at := births.owns[int(m.Customers.Segment[c])*len(births.ways):], luck.K0+draw.Way(draw.Nth(uint32(id), 0, 0))
	for p, way := range births.ways {
		set |= agents.Products(draw.Below(luck.BitsAt(at+way), owns[p])) << p
	}
	return set
}

// firstProduct is the product with which this household starts a relationship.
func (m *Market) firstProduct(c agents.CustomerID) agents.ProductID {
	t := m.Model.Market
	u := m.birth(draw.JoinProduct).Uniform(uint64(m.person(c)))
	if h := m.Customers.house(c); h != 0 {
		return m.firstOf(&m.Model.Org.Houses[h-1], u)
	}
	return agents.ProductID(pick(len(t.Products), func(p int) float64 { return t.Products[p].First }, u))
}
