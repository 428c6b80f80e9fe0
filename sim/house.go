package sim

import (
	"xsell/agents"
	"xsell/agents/num"
	"xsell/agents/org"
	"xsell/sim/draw"
)

// house draws with which house a household deals, for life; none where the firm has no houses.
func (m *Market) house(id uint64) org.HouseID {
	houses := m.Model.Org.Houses
	if len(houses) == 0 {
		return 0
	}
	u := m.birth(draw.House).Uniform(id)
	return org.HouseID(1 + pick(len(houses), func(h int) float64 { return houses[h].Share }, u))
}

// firstOf is the product with which customers of a house start: of those it sells, with luck u.
func (m *Market) firstOf(h *org.House, u float64) (first agents.ProductID) {
	left := float64(u * h.First)
	for p := range m.Model.Market.Products {
		if q := agents.ProductID(p); h.Sells.Has(q) && m.Model.Market.Products[p].First > 0 {
			first = q
			if left -= m.Model.Market.Products[p].First; left < 0 {
				break
			}
		}
	}
	return first
}

// shut tells whether unit u has nothing to do with c: it is of another house, and they have not merged.
func (m *Market) shut(u agents.UnitID, c agents.CustomerID) bool {
	return m.Model.Org.Shut(u, m.Customers.house(c))
}

// offers tells whether the firm that c deals with sells something of a line: its own house, or any once they have merged.
// No line is without a product.
func (m *Market) offers(c agents.CustomerID, line agents.ProductID) bool {
	o, house := m.Model.Org, m.Customers.house(c)
	return o.Merged || house == 0 || m.Model.Market.LineSet(o.Sells(house)).Has(line)
}

// ofAcquired tells whether c deals with a house that is taken over.
func (m *Market) ofAcquired(c agents.CustomerID) bool {
	h := m.Customers.house(c)
	return h != 0 && m.Model.Org.Houses[h-1].Acquired
}

// takenOver tells whether seller s is of a house that is taken over.
func (m *Market) takenOver(s agents.SellerID) bool {
	h := m.Model.Org.Units[m.Sellers.Unit[s]].House
	return h != 0 && m.Model.Org.Houses[h-1].Acquired
}

// countAcquired counts customers and seated sellers of houses that are taken over.
func (m *Market) countAcquired() (customers, sellers int64) {
	if len(m.Model.Org.Houses) == 0 {
		return 0, 0
	}
	for c, here := range m.Customers.Here {
		customers += flag(here && m.ofAcquired(agents.CustomerID(c)))
	}
	for s, seated := range m.Sellers.Seated {
		sellers += flag(seated && m.takenOver(agents.SellerID(s)))
	}
	return customers, sellers
}

// distance between the cultures of the houses, as far as it is felt: nothing before they merge, then ever less.
func (m *Market) distance() float64 {
	if o := m.Model.Org; o.Merged && len(o.Houses) > 0 {
		return float64(o.Distance * m.Strange)
	}
	return 0
}

// between is the distance that a lead from unit u to unit v has to cross.
func (m *Market) between(u, v agents.UnitID) float64 {
	if !m.Model.Org.Across(u, v) {
		return 0
	}
	return m.distance()
}

// growTogether lets merged houses grow less strange, at the pace of culture times public.together.
func (m *Market) growTogether() {
	if o := m.Model.Org; o.Merged && len(o.Houses) > 0 {
		m.Strange *= num.Pow(1-o.SharingPace, 1/m.Model.Mind.Public.Together)
	}
}

// merge is the week in which the houses become one: the customers of a house taken over lose trust, satisfaction and
// relationship in the upheaval, the more the further its culture is from that of its new owner.
func (m *Market) merge() {
	cs, mind := &m.Customers, &m.Model.Mind.Public
	m.Strange = 1
	keep := float32(1 - min(mind.Upheaval+float64(mind.Clash*m.distance()), 1))
	for c := range cs.seats() {
		if cs.Here[c] && m.ofAcquired(c) {
			cs.Trust[c] *= keep
			cs.Satisfaction[c] *= keep
			cs.Relation[c] *= keep
		}
	}
}
