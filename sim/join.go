package sim

import (
	"math/bits"

	"xsell/agents"
	"xsell/agents/customer"
	"xsell/agents/num"
	"xsell/sim/draw"
	"xsell/sim/metric"
)

// join lets households without the firm become customers. Reads reputation, contracts and luck; writes the household's
// row. Good reputation brings more (new business reacts strongly to it), a contract with the employer multiplies.
func join(m *Market) {
	fine := m.stream(draw.JoinFine)
	lift := m.goodName()
	for c := range m.due.join.each {
		if m.sendHousehold(c) {
			continue
		}
		chance := float64(float64(m.facing(c).Market.Joining*lift) * m.contractFactor(c))
		lane := m.lane(c, laneLeave)
		if draw.Candidate(lane, float32(chance)) && fine.Refine(lane, uint64(m.person(c))) < chance {
			m.welcome(c)
			m.spend(c, metric.CostAcquisition, m.Model.Around.Acquisition)
		}
	}
}

// goodName is the factor that reputation puts on joining.
func (m *Market) goodName() float64 {
	return num.Exp(float64(m.Model.Mind.Public.Join * (m.reputation() - m.Model.Around.Reputation)))
}

func (m *Market) contractFactor(c agents.CustomerID) float64 {
	if k := m.contract(c); k >= 0 {
		return m.Model.Org.Contracts[k].Joining
	}
	return 1
}

// welcome makes the household a customer with its first product. The caller books what winning it cost.
func (m *Market) welcome(c agents.CustomerID) {
	cs := &m.Customers
	cs.Here[c], cs.Joined[c] = true, int16(m.Week)
	cs.Relation[c] = float32(m.Model.Mind.Trust.New)
	m.Books.Add(metric.Joined, 1)
	m.Books.Add(metric.Customers, 1)
	m.Books.Add(metric.HeldElsewhere, int64(size(cs.Elsewhere.Of(c))))
	p := m.firstProduct(c)
	m.dropElsewhere(c, p)
	m.open(c, p, opened(m.Week, agents.Nobody, 0), metric.OpenedAtJoining)
	if k := m.contract(c); k >= 0 {
		m.showLines(c, m.Model.Org.Contracts[k].Awareness)
	}
	m.refresh(c)
}

// showLines makes each line known to c with the given chance.
func (m *Market) showLines(c agents.CustomerID, chance float64) {
	luck := m.stream(draw.Awareness)
	for l := range m.Model.Market.Lines {
		if luck.Uniform(draw.Nth(m.person(c), m.Model.Market.LineKeys[l], 0)) < chance && m.offers(c, agents.ProductID(l)) {
			m.Customers.Aware.Add(c, agents.ProductID(l))
		}
	}
}

// open puts a consented account on the books with its one-off money. A promotion maximiser leaves it unused, and so
// do many who did not need it. The caller refreshes c.
func (m *Market) open(c agents.CustomerID, p agents.ProductID, h Holding, cause metric.Counter) {
	product, mind, cs := &m.Model.Market.Products[p], m.Model.Mind, &m.Customers
	if cs.held(c).Has(p) {
		m.replace(c, p)
	}
	used := true
	u := m.stream(draw.DormantAtOpening).Uniform(draw.Nth(m.person(c), m.key(p), 0))
	if h.Is(unneeded) && product.Rates.Dormancy > 0 { // a loan or an insurance is paid for or ends, it does not sleep
		used = u >= mind.Regret.Dormant
	}
	if product.Gift > 0 && m.trait(c, customer.Promo) {
		used = used && m.stream(draw.Promo).Uniform(draw.Nth(m.person(c), m.key(p), 0)) >= mind.Traits.Promo
	}
	m.hold(c, p, h, used)
	m.Books.Add(cause, 1)
	m.earn(c, metric.EarnFees, product.Fee)
	m.spend(c, metric.CostGifts, product.Gift)
	m.spend(c, metric.CostOpening, product.Cost)
	if cause == metric.OpeningsSold {
		m.countOpened(c)
	}
	if s := h.Seller(); s != agents.Nobody && cause == metric.OpeningsSold && !used {
		m.Sellers.Unused[s]++
	}
}

// replace closes an account that stands in the way: one nobody asked for, or one long asleep.
func (m *Market) replace(c agents.CustomerID, p agents.ProductID) {
	if m.Customers.holding(c, p).Is(silent) {
		m.close(c, p)
		return
	}
	m.end(c, p, metric.ClosedByFirm)
}

// size of a set.
func size(set agents.Products) int { return bits.OnesCount32(uint32(set)) }

// dropElsewhere takes p off what c holds elsewhere: the household has moved it here.
func (m *Market) dropElsewhere(c agents.CustomerID, p agents.ProductID) {
	if cs := &m.Customers; cs.Elsewhere.Of(c).Has(p) {
		cs.Elsewhere.Drop(c, p)
		m.Books.Add(metric.HeldElsewhere, -1)
	}
}
