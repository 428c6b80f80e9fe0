package sim

import (
	"xsell/agents"
	"xsell/agents/customer"
	"xsell/agents/market"
	"xsell/agents/num"
)

// needRates returns the summed weekly rate of new needs of c; when rates is not nil, all 0, it also gets each
// product's.
func (m *Market) needRates(c agents.CustomerID, rates *[agents.MaxProducts]float32) (sum float32) {
	cs, t, mind := &m.Customers, m.Model.Market, m.Model.Mind
	elsewhere, promo := cs.Elsewhere.Of(c), m.trait(c, customer.Promo)
	held := cs.held(c) | elsewhere
	lift := num.Exp32(float32(mind.Need.Affinity) * cs.Affinity[c])
	segment := &t.Segments[cs.Segment[c]]
	for p := range m.wantable(c).All {
		rate := float32(float32(t.Products[p].Need*segment.Need[p])*lift) * m.follows(int(p), held)
		if elsewhere.Has(p) {
			rate *= float32(mind.Need.Switch)
		}
		if promo && t.Products[p].Gift > 0 {
			rate *= float32(mind.Traits.PromoNeed)
		}
		if rates != nil {
			rates[p] = rate
		}
		sum += rate
	}
	return sum
}

// satisfied tells whether c has p, or a better tier of it, here of own will: a silent account satisfies nobody.
func (m *Market) satisfied(c agents.CustomerID, p agents.ProductID, here agents.Products) bool {
	return (here&^m.Customers.Silent(c))&(m.Model.Market.Products[p].Above.With(p)) != 0
}

// wantable are the products for which c has no need yet and could come to have one: not those held here of own will, nor
// below a tier held, nor above none.
func (m *Market) wantable(c agents.CustomerID) agents.Products {
	cs := &m.Customers
	here := cs.held(c)
	set := (1<<m.Model.Products() - 1) &^ cs.Need.Of(c) &^ (here &^ cs.Silent(c))
	if !m.Model.Market.Tiered {
		return set
	}
	for p := range m.Model.Market.Products {
		if q := agents.ProductID(p); m.satisfied(c, q, here) || !m.hasBasis(c, q) {
			set = set.Without(q)
		}
	}
	return set
}

// follows is the factor that all holdings put on the need for p.
func (m *Market) follows(p int, held agents.Products) float32 {
	if m.Model.Market.Movers[p]&held == 0 {
		return 1
	}
	return influence(m.Model.Market.Influences[p], held)
}

// influence is the product of the factors of those held.
func influence(rules []market.Influence, held agents.Products) float32 {
	factor := float32(1)
	for _, x := range rules {
		factor *= x.Of(held)
	}
	return factor
}
