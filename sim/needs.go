package sim

import (
	"math"

	"xsell/agents"
	"xsell/agents/customer"
	"xsell/agents/num"
)

// mostNeeds is at least as much as needRates, and hardly more, whatever needs are open: needs may come and go without it.
func (m *Market) mostNeeds(c agents.CustomerID) float32 {
	cs, mind, l := &m.Customers, m.Model.Mind, &m.scratch.Leanings
	l.speakOf(m.Model.Market)
	elsewhere, lacking, sum := cs.Elsewhere.Of(c), m.lacking(c), [2]float32{}
	usual, follow := &l.usual[cs.Segment[c]], &l.alike(cs.Segment[c], cs.held(c)|elsewhere).follow
	for p := range min(m.Model.Products(), agents.MaxProducts) { // all of them, for which are lacking cannot be foreseen
		rate := math.Float32bits(usual[p] * follow[p])
		sum[elsewhere>>p&1] += math.Float32frombits(rate & -uint32(lacking>>p&1))
	}
	most := sum[0] + float32(sum[1]*float32(mind.Need.Switch))
	if m.trait(c, customer.Promo) {
		most *= max(float32(mind.Traits.PromoNeed), 1)
	}
	return most * num.Exp32(float32(mind.Need.Affinity)*cs.Affinity[c]) * rounding
}

// needRates returns the summed weekly rate of new needs of c; when rates is not nil, all 0, it also gets each
// product's.
func (m *Market) needRates(c agents.CustomerID, rates *[agents.MaxProducts]float32) (sum float32) {
	cs, mind, l := &m.Customers, m.Model.Mind, &m.scratch.Leanings
	l.speakOf(m.Model.Market)
	elsewhere, promo := cs.Elsewhere.Of(c), m.trait(c, customer.Promo)
	usual, follow := &l.usual[cs.Segment[c]], &l.alike(cs.Segment[c], cs.held(c)|elsewhere).follow
	lift := num.Exp32(float32(mind.Need.Affinity) * cs.Affinity[c])
	for set := m.wantable(c); set != 0; set &= set - 1 {
		p := set.First() & (agents.MaxProducts - 1)
		rate := float32(usual[p]*lift) * follow[p]
		if elsewhere.Has(p) {
			rate *= float32(mind.Need.Switch)
		}
		if promo && m.Model.Market.Products[p].Gift > 0 {
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

// wantable are the products for which c has no need yet and could come to have one.
func (m *Market) wantable(c agents.CustomerID) agents.Products {
	return m.lacking(c) &^ m.Customers.Need.Of(c)
}

// lacking are the products that c could need: not those held here of own will, nor below a tier held, nor above none.
func (m *Market) lacking(c agents.CustomerID) agents.Products {
	cs := &m.Customers
	here := cs.held(c)
	set := (1<<m.Model.Products() - 1) &^ (here &^ cs.Silent(c))
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
