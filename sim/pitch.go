package sim

import (
	"xsell/agents"
	"xsell/agents/customer"
	"xsell/sim/draw"
	"xsell/sim/metric"
)

// pitch offers c the product that promises most. It tells whether there was one to offer, and whether c says yes.
func (m *Market) pitch(s agents.SellerID, c agents.CustomerID) (pitched, yes bool) {
	p, found := m.pitchWhat(s, c)
	if !found {
		return false, false
	}
	cs, mind := &m.Customers, m.Model.Mind
	id := draw.Nth(m.person(c), m.Sellers.Key[s], 1) // a seller pitches a customer once a week
	channel, need := m.through(c), cs.Need.Of(c).Has(p)
	m.Books.Add(metric.Pushes, 1)
	m.say(Called, c, 1)
	m.Books.Add(metric.PushesNeeded, flag(need))
	var offer customer.Offer
	if u := m.stream(draw.MeetingDecision).Uniform32(id); need || !m.hopeless(s, c, p, u) {
		offer = m.offer(s, c, p)
		offer.Pushed, offer.Need = true, need
		offer.Channel, offer.Disclosed = m.fit(c, channel), m.discloses(s, c, p)
		yes = m.agrees(c, p, &offer, u) && !m.reviewStops(s, c, p, need)
	}
	m.noteAnswer(c, channel, yes)
	m.learnLine(c, p, 2)
	cs.Fatigue[c] += float32(mind.Trust.Fatigue * (2 - m.facing(c).Org.Clear))
	if !yes { // a lead that ends as it begins
		m.Books.Add(metric.LeadsPushed, 1)
		m.Books.Add(metric.LeadsDeclined, 1)
		m.bother(c, id)
		return true, false
	}
	m.Books.Add(metric.PushesYes, 1)
	m.add(lead{Customer: c, Product: p, Seller: s, Finder: agents.Nobody, Handoff: -1, Source: Pushed, Due: m.Week})
	m.agree(s, int32(len(m.Leads.Customer)-1), need, &offer)
	return true, true
}

// agrees asks c with luck u. How c leans to p is looked up only where it can matter: where a household that leans to it as
// much as any would say yes.
func (m *Market) agrees(c agents.CustomerID, p agents.ProductID, offer *customer.Offer, u float32) bool {
	mind := &m.Model.Mind.Decision
	if !offer.Need {
		offer.Propensity = customer.MostPropensity
		if mind.Fit >= 0 && customer.Declines(offer.Odds(mind), u) {
			return false
		}
		offer.Propensity = m.leansTo(c, p)
	}
	return customer.Signs(offer.Odds(mind), u)
}

// hopeless tells that c, who does not need p, says no to seller s under luck u whatever the offer is like in detail; most
// can be told to without looking at it.
func (m *Market) hopeless(s agents.SellerID, c agents.CustomerID, p agents.ProductID, u float32) bool {
	cs := &m.Customers
	disposed := customer.Disposed(&m.Model.Mind.Decision, m.skill(s, p), m.Model.Market.Products[p].Complexity,
		cs.Trust[c], cs.Relation[c], cs.Affinity[c], cs.Fatigue[c])
	return customer.Declines(float32(m.scratch.Pushed+disposed), u)
}

// mostPushed is the bound of the odds of all pitches of the market's sellers. Where customers meet levers of their own, a
// bundle may be cheaper for some than for most, but it is not free.
func (m *Market) mostPushed() float64 {
	discount := m.Model.Org.Bundle
	if m.Customers.Levers != nil {
		discount = 1
	}
	return customer.MostPushed(&m.Model.Mind.Decision, len(m.Model.Market.Lines), discount)
}

// bother costs trust, and may end in "do not call me".
func (m *Market) bother(c agents.CustomerID, id uint64) {
	cs, mind := &m.Customers, &m.Model.Mind.Trust
	cs.Trust[c] -= float32(float32(mind.Bother) * cs.Trust[c])
	if m.stream(draw.OptOut).Uniform(id) < mind.OptOut {
		cs.Marks[c] |= noCalls
		m.Books.Add(metric.OptedOut, 1)
	}
}
