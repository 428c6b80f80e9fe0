package sim

import (
	"xsell/agents"
	"xsell/agents/customer"
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

// bookMargin books the margin earned since the last change, less what keeping the accounts cost.
func (m *Market) bookMargin(c agents.CustomerID) {
	cs := &m.Customers
	cs.Profit[c] += m.brings(c) * int64(m.Week-int32(cs.Since[c]))
	cs.Since[c] = int16(m.Week)
}

// brings is margin less keeping of c [thousandths of a euro per week].
func (m *Market) brings(c agents.CustomerID) int64 {
	return int64(m.Customers.Brings[c])
}

func (m *Market) setMargin(c agents.CustomerID, margin int32) {
	cs := &m.Customers
	now := margin - m.keeping(cs.held(c))
	m.Brings += int64(now) - int64(cs.Brings[c])
	cs.Brings[c] = now
}

// keeping is what a customer's accounts cost [thousandths of a euro per week].
func (m *Market) keeping(held agents.Products) int32 {
	cost := 0.0
	for p := agents.ProductID(0); held>>p != 0; p++ {
		if held.Has(p) {
			cost += m.Model.Market.Products[p].Keeping
		}
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
