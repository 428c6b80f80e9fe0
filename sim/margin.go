package sim

import (
	"xsell/agents"
	"xsell/agents/customer"
	"xsell/agents/market"
	"xsell/agents/num"
)

// leaves is the share of their margin that the accounts of c leave here, 1 without a trait: a limiter spends little, a
// reverser takes it back, a promotion maximiser buys at promotion prices. Of several traits the worst counts.
func (m *Market) leaves(c agents.CustomerID) float64 {
	traits, mind, share := m.Customers.Traits(c), &m.Model.Mind.Traits, 1.0
	if traits&customer.Limiter != 0 {
		share = min(share, mind.Limiter)
	}
	if traits&customer.Reverser != 0 {
		share = min(share, mind.Reversed)
	}
	if traits&customer.Promo != 0 {
		share = min(share, mind.Bargain)
	}
	return share
}

// profit of c since measuring began, less costs [thousandths of a euro]. It runs on from week to week by what c brings;
// Earned is what it would have been in week 0, had c always brought as much as now.
func (m *Market) profit(c agents.CustomerID) int64 {
	return m.Customers.Earned.of(c) + m.brings(c)*int64(m.Week)
}

// forgetProfit lets the profit of c begin anew.
func (m *Market) forgetProfit(c agents.CustomerID) { m.Customers.Earned.add(c, -m.profit(c)) }

// brings is margin less keeping of c [thousandths of a euro per week].
func (m *Market) brings(c agents.CustomerID) int64 {
	return int64(m.Customers.Brings[c])
}

func (m *Market) setMargin(c agents.CustomerID, margin int32) {
	cs := &m.Customers
	now := margin - m.keeping(cs.held(c))
	change := int64(now) - int64(cs.Brings[c])
	cs.Earned.add(c, -change*int64(m.Week))
	cs.Brings[c] = now
	m.Brings += change
}

// keeping is what a customer's accounts cost [thousandths of a euro per week]. Few sets of products are held by most.
func (m *Market) keeping(held agents.Products) int32 {
	x := &m.scratch.Keeping
	if t := m.Model.Market; x.table != t {
		*x = keepings{table: t}
	}
	known := &x.known[uint32(held)*0x9e3779b1>>(32-keepingBits)]
	if known.held != held {
		known.held, known.cost = held, keepingAll(m.Model.Market, held)
	}
	return known.cost
}

// keepings is what keeping costs as far as it has been asked, by a hash of what is held.
type keepings struct {
	table *market.Table // of which it speaks
	known [1 << keepingBits]struct {
		held agents.Products
		cost int32
	}
}

const keepingBits = 9

func keepingAll(t *market.Table, held agents.Products) int32 {
	cost := 0.0
	for ; held != 0; held &= held - 1 {
		cost += t.Products[held.First()].Keeping
	}
	return perWeek(cost)
}

// holdsNow books the cost of keeping accounts where a customer who had one set of them now has another.
func (m *Market) holdsNow(before, now agents.Products) {
	m.Standing += int64(m.keeping(now)) - int64(m.keeping(before))
}

// Margin of c after what problem traits take from it [thousandths of a euro per week].
func (m *Market) Margin(c agents.CustomerID) int64 {
	return m.brings(c) + int64(m.keeping(m.Customers.held(c)))
}

// margin of a used account [EUR/week], of a household with this logarithm of wealth.
func (m *Market) margin(p agents.ProductID, h Holding, rich float64) float64 {
	product, mind := &m.Model.Market.Products[p], m.Model.Mind
	margin := product.Margin
	if product.WealthPower != 0 {
		margin *= num.Exp(float64(product.WealthPower * rich))
	}
	if h.Is(unneeded) {
		margin *= mind.Regret.Earns
	}
	return margin
}
