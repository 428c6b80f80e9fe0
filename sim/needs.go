package sim

import (
	"xsell/agents"
	"xsell/agents/customer"
	"xsell/agents/num"
)

// mostNeeds is at least as much as needRates, and hardly more, whatever needs are open: needs may come and go without it.
// Of the rates of all products, those not lacking are taken off, and those held elsewhere are changed; few are either.
func (m *Market) mostNeeds(c agents.CustomerID) float32 {
	const doubt = 1e-12 // far above the error of these sums, as a share of the largest
	cs, mind, l := &m.Customers, m.Model.Mind, &m.scratch.Leanings
	l.speakOf(m.Model.Market)
	elsewhere, lacking := cs.Elsewhere.Of(c), m.lacking(c)
	usual, alike := l.of(cs.Segment[c]), l.alike(cs.Segment[c], cs.held(c)|elsewhere)
	most, more := float64(alike.rate*(1+doubt)), [2]float64{-1, mind.Need.Switch - 1 + doubt}
	for set := m.Model.Market.All()&^lacking | elsewhere; set != 0; set &= set - 1 {
		p := set.First() & (agents.MaxProducts - 1)
		most += float64(float64(usual[p]*float64(alike.follow[p])) * more[lacking>>p&1])
	}
	if m.trait(c, customer.Promo) {
		most *= max(mind.Traits.PromoNeed, 1)
	}
	return float32(most) * num.Exp32(float32(mind.Need.Affinity)*cs.Affinity[c]) * rounding
}

// needRates returns the summed weekly rate of new needs of c; when rates is not nil, all 0, it also gets each
// product's.
func (m *Market) needRates(c agents.CustomerID, rates *[agents.MaxProducts]float32) (sum float32) {
	cs, mind, l := &m.Customers, m.Model.Mind, &m.scratch.Leanings
	l.speakOf(m.Model.Market)
	elsewhere, promo := cs.Elsewhere.Of(c), m.trait(c, customer.Promo)
	usual, follow := &l.usual[cs.Segment[c]], &l.alike(cs.Segment[c], cs.held(c)|elsewhere).follow
	factor, lift := [2]float32{1, float32(mind.Need.Switch)}, num.Exp32(float32(mind.Need.Affinity)*cs.Affinity[c])
	for set := m.wantable(c); set != 0; set &= set - 1 {
		p := set.First() & (agents.MaxProducts - 1)
		rate := float32(float32(usual[p]*lift)*follow[p]) * factor[elsewhere>>p&1]
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
