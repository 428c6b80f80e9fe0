package sim

import (
	"xsell/agents"
	"xsell/agents/num"
	"xsell/sim/metric"
)

// hasBasis tells whether c can take p: anybody can, unless p is the better tier of something c has to hold here.
func (m *Market) hasBasis(c agents.CustomerID, p agents.ProductID) bool {
	below := m.Model.Market.Products[p].Below
	return below == 0 || m.Customers.held(c)&^m.Customers.Silent(c)&below != 0
}

// offerable is what c could be offered: what is not on the books here and has no lead, a better tier only to holders of
// a lower one, a lower one to no holder of a better.
func (m *Market) offerable(c agents.CustomerID) agents.Products {
	cs := &m.Customers
	set := ^(cs.held(c) | cs.Pending.Of(c))
	if !m.Model.Market.Tiered {
		return set
	}
	return m.inTiers(c, set)
}

// inTiers is the part of set, in which c holds nothing, that the tiers c has here leave open.
func (m *Market) inTiers(c agents.CustomerID, set agents.Products) agents.Products {
	t, own := m.Model.Market, m.Customers.held(c)&^m.Customers.Silent(c)
	for tiers := set & t.Tiers; tiers != 0; tiers &= tiers - 1 {
		p := &t.Products[tiers.First()]
		if p.Below != 0 && own&p.Below == 0 || own&p.Above != 0 {
			set = set.Without(tiers.First())
		}
	}
	return set
}

// upgrade ends what c has below the tier just taken. The caller refreshes c.
func (m *Market) upgrade(c agents.CustomerID, taken agents.ProductID) {
	cs := &m.Customers
	gone := cs.held(c) &^ cs.Silent(c) & m.Model.Market.Products[taken].Below
	for p := agents.ProductID(0); gone>>p != 0; p++ {
		if gone.Has(p) {
			m.end(c, p, metric.Upgraded)
		}
	}
}

// discount is the share of the first year's price taken off for customer c who uses so many other lines here.
func (m *Market) discount(c agents.CustomerID, others int) float32 {
	if others == 0 {
		return 0
	}
	return float32(m.facing(c).Org.Bundle)
}

// giveDiscount books what a bundle takes off the first year's margin of an account about to be opened: of as much as c
// would leave here, and nothing where that is a loss.
func (m *Market) giveDiscount(c agents.CustomerID, p agents.ProductID, flags Holding) {
	if m.facing(c).Org.Bundle == 0 {
		return
	}
	lines := m.Model.Market.LineSet(m.Customers.Active(c)).Without(m.line(p))
	share := float64(m.discount(c, size(lines)))
	year := float64(52 * float64(m.margin(p, flags, num.Log(float64(m.Wealth(c))))*m.leaves(c)))
	m.spend(c, metric.CostDiscounts, agents.EUR(float64(share*max(year, 0))))
}
