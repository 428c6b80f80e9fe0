package sim

import (
	"xsell/agents"
	"xsell/agents/customer"
	"xsell/agents/num"
)

// needRates returns the summed weekly rate of new needs of c; when rates is not nil, all 0, it also gets each
// product's.
func (m *Market) needRates(c agents.CustomerID, rates *[agents.MaxProducts]float32) float32 {
	return m.ratesOf(c, m.wantable(c), rates)
}

// mostNeeds is at least as much as needRates, whatever needs are open: needs may come and go without it.
func (m *Market) mostNeeds(c agents.CustomerID) float32 { return m.ratesOf(c, m.lacking(c), nil) }

// ratesOf is needRates of the products in a set: what is usual in the stage of life, times the factors of affinity and of
// all that is held.
func (m *Market) ratesOf(c agents.CustomerID, set agents.Products, rates *[agents.MaxProducts]float32) (sum float32) {
	cs, mind, w := &m.Customers, m.Model.Mind, m.wants()
	elsewhere, gifts := cs.Elsewhere.Of(c), agents.Products(0)
	if m.trait(c, customer.Promo) {
		gifts = w.gifts
	}
	usual, follow := &w.usual[cs.Segment[c]], w.follow(cs.held(c)|elsewhere)
	lift, switches, promo := num.Exp32(float32(mind.Need.Affinity)*cs.Affinity[c]), float32(mind.Need.Switch), float32(mind.Traits.PromoNeed)
	for ; set != 0; set &= set - 1 {
		p := set.First() & (agents.MaxProducts - 1)
		rate := float32(usual[p]*lift) * follow[p]
		if elsewhere.Has(p) {
			rate *= switches
		}
		if gifts.Has(p) {
			rate *= promo
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
