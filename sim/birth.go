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
	cs.Segment[c] = m.firstSegment(id)
	cs.Channel[c] = uint8(pick(len(t.Channels), func(i int) float64 { return t.Channels[i].Share }, m.birth(draw.Orientation).Uniform(id)))
	cs.Affinity[c] = float32(draw.Normal(m.birth(draw.Affinity).Uniform(id)))
	cs.Marks[c] = m.traits(id)
	cs.Employer.set(int(c), m.employer(id))
	cs.House.set(int(c), uint32(m.house(id)))
	cs.Partner.set(int(c), m.partnerOf(c, id))
	cs.Trust[c], cs.Satisfaction[c] = float32(m.reputation()), 0.5
	cs.Relation[c], cs.Fatigue[c] = 0, 0
	for _, none := range [...]*Sets{&cs.Need, &cs.Pending, &cs.Held, &cs.Aware} {
		none.Set(c, 0)
	}
	cs.Here[c], cs.Contacts[c] = false, 0
	cs.Arm.set(int(c), 0)
	m.forgetProfit(c)
	cs.Elsewhere.Set(c, m.ownsElsewhere(c, id))
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
	for i, chance := range m.Model.Market.Traits {
		if m.birth(draw.Traits).Uniform(id<<2|uint64(i)) < chance {
			set |= 1 << i
		}
	}
	return set
}

func (m *Market) employer(id uint64) uint32 {
	t := m.Model.Market
	u := m.birth(draw.Employer).Uniform(id)
	if t.Employers == 0 || u >= t.Employed {
		return 0
	}
	return uint32(1 + int(float64(float64(t.Employers)*u)/t.Employed))
}

// ownsElsewhere draws what a household holds at other firms when it is not a customer.
func (m *Market) ownsElsewhere(c agents.CustomerID, id uint64) (set agents.Products) {
	t := m.Model.Market
	luck, owns := m.birth(draw.InitialElsewhere), m.scratch.Owns[int(m.Customers.Segment[c])*len(t.Products):]
	for p := range t.Products {
		if luck.Uniform(draw.Nth(uint32(id), t.Products[p].Key, 0)) < owns[p] {
			set = set.With(agents.ProductID(p))
		}
	}
	return set
}

// tabulateBirths fills scratch.Owns and scratch.HereOdds.
func (m *Market) tabulateBirths() {
	t, room := m.Model.Market, m.scratch
	room.Owns, room.HereOdds = room.Owns[:0], room.HereOdds[:0]
	for i := range t.Segments {
		for p := range t.Products {
			room.Owns = append(room.Owns, owns(t.Products[p].Held, float64(t.Segments[i].Need[p])))
		}
	}
	for p := range t.Products {
		room.HereOdds = append(room.HereOdds, num.Log(t.Products[p].Here/(1-t.Products[p].Here)))
	}
}

// owns is the chance that a household holds a product somewhere: its share, moved by the segment's need in odds.
func owns(held, need float64) float64 {
	odds := float64(held * need)
	return odds / (odds + 1 - held)
}

// startAsCustomer lets the household be a customer from before the start, with tenure, holdings and awareness.
func (m *Market) startAsCustomer(c agents.CustomerID) {
	t, cs, id := m.Model.Market, &m.Customers, uint64(m.person(c))
	cs.Here[c] = true
	m.Books.Add(metric.Customers, 1)
	cs.Affinity[c] += float32(t.StartAffinity) // those who stayed so far like the firm more than others do
	tenure := float64(-num.Log(m.birth(draw.InitialTenure).Uniform(id)) * t.Tenure)
	cs.Joined[c] = int16(m.Week - int32(min(tenure, 1000)))
	cs.Relation[c] = float32(m.Model.Mind.Trust.Old)
	here := m.hereAtStart(c, id)
	for p := range t.Products {
		if q := agents.ProductID(p); here.Has(q) {
			m.startHolding(c, q)
		}
	}
	if cs.held(c) == 0 {
		m.startHolding(c, m.firstProduct(c))
	}
	m.Books.Add(metric.HeldElsewhere, int64(size(cs.Elsewhere.Of(c))))
}

// hereAtStart draws which of the household's products are here. Who has a better tier here has none of those below.
func (m *Market) hereAtStart(c agents.CustomerID, id uint64) (here agents.Products) {
	t, cs := m.Model.Market, &m.Customers
	luck, sold := m.birth(draw.InitialHoldings), m.Model.Org.Sells(cs.house(c))
	for p := range t.Products {
		q := agents.ProductID(p)
		if cs.Elsewhere.Of(c).Has(q) && sold.Has(q) && luck.Uniform(draw.Nth(uint32(id), t.Products[p].Key, 0)) < m.heldHere(c, p) {
			here = here.With(q)
		}
	}
	below := agents.Products(0)
	for p := range t.Products {
		if here.Has(agents.ProductID(p)) {
			below |= t.Products[p].Below
		}
	}
	cs.Elsewhere.Set(c, cs.Elsewhere.Of(c)&^below)
	return here &^ below
}

// heldHere is the chance that a product held somewhere is held here; affinity moves its odds.
func (m *Market) heldHere(c agents.CustomerID, p int) float64 {
	here := m.Model.Market.Products[p].Here
	if here <= 0 || here >= 1 {
		return here
	}
	return num.Logistic(m.scratch.HereOdds[p] + float64(m.Model.Mind.Need.HereStart*float64(m.Customers.Affinity[c])))
}

func (m *Market) startHolding(c agents.CustomerID, p agents.ProductID) {
	cs := &m.Customers
	cs.Elsewhere.Drop(c, p)
	asleep := m.birth(draw.InitialNeeds).Uniform(draw.Nth(m.person(c), m.key(p), 0)) < m.asleep(p)
	m.hold(c, p, opened(max(int32(cs.Joined[c]), m.Week-520), agents.Nobody, 0), !asleep)
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
	if h := m.Customers.house(c); h != 0 {
		return m.firstOf(&m.Model.Org.Houses[h-1], u)
	}
	return agents.ProductID(pick(len(t.Products), func(p int) float64 { return t.Products[p].First }, u))
}
