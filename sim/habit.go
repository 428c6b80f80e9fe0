package sim

import (
	"xsell/agents"
	"xsell/agents/customer"
	"xsell/agents/market"
)

// habit is how a customer asks: a service demander so many times as often as others, and more often the more there is to
// ask about.
type habit struct {
	demander    bool
	times, more float32 // the latter [1/week] about each product
}

func (m *Market) habit(c agents.CustomerID, used agents.Products) habit {
	if !m.trait(c, customer.Demander) {
		return habit{}
	}
	mind, n := &m.Model.Mind.Traits, float32(size(used))
	return habit{true, float32(mind.Demander), float32(float32(mind.Habit/52) * (n - 1) / n)}
}

// requests about a product in use [1/week] where usual is what others ask about it.
func (x habit) requests(usual float32) float32 {
	if x.demander {
		return float32(x.times*usual) + x.more
	}
	return usual
}

// asks is how often c asks for service, about all products in use [1/week].
func (m *Market) asks(c agents.CustomerID) float32 {
	used := m.real(c)
	return m.usualRequests().about(used, m.habit(c, used))
}

// usualRequests are tables of how often people ask about products in use. Most households use the same few products, so that
// what they come to is nearly always known.
type usualRequests struct {
	table *market.Table // of which they speak
	usual [agents.MaxProducts]float32
	sums  [1 << sumsBits]struct {
		used agents.Products
		sum  float32
	}
}

const sumsBits = 9

// usualRequests of the market at hand.
func (m *Market) usualRequests() *usualRequests {
	x := &m.scratch.Usual
	if t := m.Model.Market; x.table != t {
		*x = usualRequests{table: t}
		for p := range t.Products {
			x.usual[p] = t.Products[p].Requests
		}
	}
	return x
}

// about is how often is asked about all these products in use [1/week].
func (x *usualRequests) about(used agents.Products, by habit) (sum float32) {
	if by.demander {
		return x.add(used, by)
	}
	known := &x.sums[uint32(used)*0x9e3779b1>>(32-sumsBits)]
	if known.used != used {
		known.used, known.sum = used, x.add(used, by)
	}
	return known.sum
}

func (x *usualRequests) add(used agents.Products, by habit) (sum float32) {
	for ; used != 0; used &= used - 1 {
		sum += by.requests(x.usual[used.First()&(agents.MaxProducts-1)])
	}
	return sum
}

// which of the products in use, of which there is one, luck u falls on, from 0 to their summed requests.
func (x *usualRequests) which(used agents.Products, by habit, u float32) agents.ProductID {
	for ; used&(used-1) != 0; used &= used - 1 {
		p := used.First() & (agents.MaxProducts - 1)
		if u -= by.requests(x.usual[p]); u < 0 {
			return p
		}
	}
	return used.First()
}
