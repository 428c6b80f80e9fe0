package sim

import (
	"xsell/agents"
	"xsell/agents/customer"
	"xsell/agents/market"
)

// habit is how often a customer asks about a product in use: times what others ask, and so much more [1/week].
type habit struct{ times, more float32 }

// habit of a customer who uses so many products: a service demander asks so many times as often as others, and more often
// the more there is to ask about.
func (x *usualRequests) habit(demander uint8, products int) habit {
	if demander == 0 {
		return habit{1, 0}
	}
	n := float32(products)
	return habit{float32(x.mind.Demander), float32(float32(x.mind.Habit/52) * (n - 1) / n)}
}

// requests about a product in use [1/week] where usual is what others ask about it.
func (x habit) requests(usual float32) float32 { return float32(x.times*usual) + x.more }

// asks is how often c asks for service, about all products in use [1/week].
func (m *Market) asks(c agents.CustomerID) float32 {
	return m.usualRequests().about(m.real(c), m.demander(c))
}

// demander is 1 for a service demander and 0 for others.
func (m *Market) demander(c agents.CustomerID) uint8 { return m.Customers.Marks[c] & customer.Demander }

// usualRequests are tables of how often people ask about products in use. Most households use the same few products, so that
// what they come to is nearly always known.
type usualRequests struct {
	table *market.Table // of which they speak
	mind  *agents.TraitMind
	usual [agents.MaxProducts]float32   // by product [1/week]
	sums  [2][1 << sumsBits]requestsSum // of others and of service demanders, by a hash of what is used
}

// requestsSum is how often is asked about all products used [1/week].
type requestsSum struct {
	used agents.Products
	sum  float32
}

const sumsBits = 9

// usualRequests of the market at hand.
func (m *Market) usualRequests() *usualRequests {
	x := &m.scratch.Usual
	if t, mind := m.Model.Market, &m.Model.Mind.Traits; x.table != t || x.mind != mind {
		*x = usualRequests{table: t, mind: mind}
		for p := range t.Products {
			x.usual[p] = t.Products[p].Requests
		}
	}
	return x
}

// about is how often is asked about all these products in use [1/week].
func (x *usualRequests) about(used agents.Products, demander uint8) float32 {
	known := &x.sums[demander&1][uint32(used)*0x9e3779b1>>(32-sumsBits)]
	if known.used == used {
		return known.sum
	}
	return x.learn(known, used, demander)
}

func (x *usualRequests) learn(of *requestsSum, used agents.Products, demander uint8) float32 {
	of.used, of.sum = used, x.habit(demander, size(used)).about(used, &x.usual)
	return of.sum
}

func (x habit) about(used agents.Products, usual *[agents.MaxProducts]float32) (sum float32) {
	for ; used != 0; used &= used - 1 {
		sum += x.requests(usual[used.First()&(agents.MaxProducts-1)])
	}
	return sum
}

// which of the products in use, of which there is at least one, luck u falls on, from 0 to their summed requests.
func (x *usualRequests) which(used agents.Products, demander uint8, u float32) agents.ProductID {
	if used&(used-1) == 0 {
		return used.First()
	}
	for by := x.habit(demander, size(used)); used&(used-1) != 0; used &= used - 1 {
		p := used.First() & (agents.MaxProducts - 1)
		if u -= by.requests(x.usual[p]); u < 0 {
			return p
		}
	}
	return used.First()
}
