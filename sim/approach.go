package sim

import (
	"xsell/agents"
	"xsell/agents/customer"
	"xsell/agents/num"
	"xsell/sim/draw"
	"xsell/sim/metric"
)

// nurtured tells whether c joined so lately that nobody pitches yet.
func (m *Market) nurtured(c agents.CustomerID) bool {
	return m.Week-int32(m.Customers.Joined[c]) < m.facing(c).Org.Nurture.Wait
}

// nurture may send new customer c a message: it makes one line known, picked evenly, builds the relationship a little
// and tires a little.
func (m *Market) nurture(c agents.CustomerID) {
	n, cs := &m.facing(c).Org.Nurture, &m.Customers
	u := m.stream(draw.Nurture).Uniform(uint64(m.person(c)))
	if u >= n.Messages {
		return
	}
	line := agents.ProductID(u / n.Messages * float64(len(m.Model.Market.Lines)))
	if m.offers(c, line) {
		cs.Aware.Add(c, line)
	}
	cs.Relation[c] = customer.Toward(cs.Relation[c], 1, float32(m.Model.Mind.Trust.Nurtured))
	cs.Fatigue[c] += float32(m.Model.Mind.Trust.Message)
	m.spend(c, metric.CostCampaigns, n.Cost)
	m.Books.Add(metric.Messages, 1)
}

// spared tells whether the filter keeps everybody from approaching c unasked: a problem customer who is recognised, or
// an unhappy one.
func (m *Market) spared(c agents.CustomerID) bool {
	f := &m.facing(c).Org.Filter
	return m.Customers.Satisfaction[c] < float32(f.Unhappy) || f.Problem > 0 && m.recognised(c, f.Problem)
}

// sparesSome tells whether anybody may be kept from anybody: new customers, those the filter spares, those of another house.
func (m *Market) sparesSome() bool {
	o := m.Model.Org
	return m.Customers.Levers != nil || len(o.Houses) > 0 || o.Nurture.Wait > 0 || o.Filter.Unhappy > 0 || o.Filter.Problem > 0
}

// recognised tells whether c is a problem customer who is recognised as one, as a share of them is.
func (m *Market) recognised(c agents.CustomerID, share float64) bool {
	return m.Customers.Traits(c) != 0 && m.birth(draw.Recognised).Uniform(uint64(m.person(c))) < share
}

// newcomer is how long a customer counts as new for a list that has new ones on top [weeks]; assumed.
const newcomer = 26

// onTop is above every score that readiness and noise can reach.
const onTop = 100

// ahead is what is added to the score of new customers where they are called first.
func (m *Market) ahead(c agents.CustomerID) float32 {
	if m.Model.Org.Targeting.Newcomers && m.Week-int32(m.Customers.Joined[c]) < newcomer {
		return onTop
	}
	return 0
}

// discloses tells whether the interest of seller s is disclosed to c in a talk about p this week.
func (m *Market) discloses(s agents.SellerID, c agents.CustomerID, p agents.ProductID) bool {
	k := &m.of(s).Controls
	return k.Disclosure > 0 && k.Disclosed.Has(p) && m.drawnTo(c, p, draw.Disclosed, k.Disclosure)
}

// drawnTo tells whether the luck of a purpose falls on c and p this week, which has this chance.
func (m *Market) drawnTo(c agents.CustomerID, p agents.ProductID, purpose draw.Purpose, chance float64) bool {
	return m.stream(purpose).Uniform(draw.Nth(m.person(c), m.key(p), 0)) < chance
}

// convinces is how likely a pitch of p is to convince, relative to one without disclosure, as sellers know it: they turn
// to what need not be disclosed.
func (m *Market) convinces(s agents.SellerID, p agents.ProductID) float64 {
	k := &m.of(s).Controls
	if k.Disclosure == 0 || !k.Disclosed.Has(p) {
		return 1
	}
	return 1 - float64(k.Disclosure*(1-num.Exp(-m.Model.Mind.Decision.Disclosed)))
}
