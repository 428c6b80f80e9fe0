package sim

import (
	"math"

	"xsell/agents"
	"xsell/sim/draw"
	"xsell/sim/metric"
)

// openSilently opens the accounts that tempt s for customers of the own book who lack them, picked by keyed priority. A
// validation call stops an attempt and gives the seller away.
func (m *Market) openSilently(s agents.SellerID, x *bait) {
	p, done := x.product, false
	for i := range x.n {
		c, found := m.victim(s, p)
		if !found {
			break
		}
		m.Sellers.Extra[s].Silent += m.Model.Mind.Conduct.Time
		if m.stream(draw.SilentTry).Uniform(draw.Nth(m.person(c), m.key(p), uint8(i))) >= m.Model.Market.Products[p].Silent {
			continue // the system, the papers or a signature stood in the way
		}
		if m.stream(draw.ValidationCall).Uniform(draw.Nth(m.person(c), m.key(p), uint8(i))) < m.of(s).Controls.Validation {
			m.Books.Add(metric.AttemptsBlocked, 1)
			m.Books.Add(metric.CostControls, int64(m.of(s).Controls.CallCost))
			m.convict(s)
			break
		}
		m.forge(s, c, p)
		done = true
		if m.measuring {
			m.Hists.Add(metric.OffencesByDistance, x.short(), 1)
		}
	}
	if m.measuring && done {
		m.Hists.Add(metric.CheatsByDistance, x.short(), 1)
		m.Hists.Add(metric.CheatsAtEnd, x.short(), flag(x.left == 0))
	}
}

// victim is the customer of the book without p who comes first by keyed priority.
func (m *Market) victim(s agents.SellerID, p agents.ProductID) (first agents.CustomerID, found bool) {
	cs, list := &m.Customers, m.Sellers.List[s]
	luck := m.stream(draw.CheatVictim)
	least := uint64(math.MaxUint64)
	for row := list.From; row < list.To; row++ {
		c := m.listed(row)
		if cs.Here[c] && !cs.held(c).Has(p) {
			if bits := luck.Bits(draw.Pair(m.staff(s), m.person(c))); bits < least {
				first, least, found = c, bits, true
			}
		}
	}
	return first, found
}

// forge puts one account on the books that nobody asked for.
func (m *Market) forge(s agents.SellerID, c agents.CustomerID, p agents.ProductID) {
	ss, product := &m.Sellers, &m.Model.Market.Products[p]
	id := draw.Nth(m.person(c), m.key(p), 1)
	flags := silent
	if m.stream(draw.Fee).Uniform(id) < product.FeeRisk {
		flags |= bearsFee
		m.Books.Add(metric.FeesOnUnauthorised, 1)
		m.earn(c, metric.EarnFees, m.Model.Around.Remedy) // as much as has to be given back once it is found
	}
	used := m.stream(draw.DormantAtOpening).Uniform(id) >= m.Model.Mind.Conduct.Dormant
	m.hold(c, p, opened(m.Week, s, flags), used)
	m.refresh(c)
	m.Books.Add(metric.OpeningsUnauthorised, 1)
	m.say(Forged, c, 1)
	ss.Deeds[s].Silent++
	m.spend(c, metric.CostOpening, product.Cost)
	ss.Hidden[s]++
	if !used {
		ss.Unused[s]++
	}
	ss.LastOffence[s] = m.Week
	if m.measuring && !ss.Offended[s] {
		ss.Offended[s] = true
		m.Books.Add(metric.OffendersEver, 1)
	}
	m.countSale(s, p, m.Customers.holding(c, p))
	m.post(s, p, onSale, 1)
}
