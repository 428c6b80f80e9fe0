package sim

import (
	"xsell/agents"
	"xsell/agents/customer"
	"xsell/agents/seller"
	"xsell/sim/draw"
	"xsell/sim/metric"
)

// advise works the leads of every seller, best first, as far as the hours for it go. The customer says yes or no.
// Reads leads and hours; writes leads, trust, relationship, skill.
func advise(m *Market) {
	for s := range m.Sellers.Seated {
		if m.Sellers.Seated[s] {
			m.workLeads(agents.SellerID(s))
		}
	}
}

// workLeads meets customers until the hours are used up; the last meeting takes place by keyed rounding.
func (m *Market) workLeads(s agents.SellerID) {
	lines, hours := m.rankLeads(s), m.Sellers.Hours[s][seller.Advise]
	rounding := m.stream(draw.HoursRounding).Uniform(uint64(m.staff(s)) | secondDraw)
	used := 0.0
	for _, row := range lines {
		time := m.meetingTime(s, m.Leads.Product[row])
		if left := hours - used; left < time && rounding >= left/time {
			break
		}
		used += time
		m.bringFinder(row, time)
		m.meet(s, row)
	}
	m.spendHours(s, metric.HoursAdvise, milli(min(used, hours)))
	m.spendHours(s, metric.HoursSlack, milli(hours)-milli(min(used, hours)))
}

// bringFinder charges the finder's time where both sit at the table.
func (m *Market) bringFinder(row int32, time float64) {
	if finder := m.Leads.Finder[row]; m.joint(row) && m.Sellers.Seated[finder] {
		m.Sellers.Extra[finder].Refer += time
	}
}

// joint tells whether finder and receiver of a lead sit at the table together.
func (m *Market) joint(row int32) bool {
	h := m.Leads.Handoff[row]
	return h >= 0 && m.Model.Org.Handoffs[h].Joint
}

// rankLeads orders the leads of seller s by what an hour on them is worth, ties by keyed priority.
func (m *Market) rankLeads(s agents.SellerID) []int32 {
	lines, sale := m.scratch.Lines[s], m.saleWorth(s)
	rank := m.scratch.Rank[:0]
	luck := m.stream(draw.LeadOrder)
	for _, row := range lines {
		c, p := m.Leads.Customer[row], m.Leads.Product[row]
		tie := uint32(luck.Bits(draw.Nth(m.person(c), m.key(p), 0)) >> 32)
		r := ranked{Row: row, Score: float32(sale[p] / m.meetingTime(s, p)), Tie: tie}
		rank = append(rank, r)
		for j := len(rank) - 1; j > 0 && rank[j].before(rank[j-1]); j-- {
			rank[j], rank[j-1] = rank[j-1], rank[j]
		}
	}
	for i := range rank {
		lines[i] = rank[i].Row
	}
	m.scratch.Rank = rank[:0]
	return lines
}

// before tells whether r comes first: higher score, then lower tie.
func (r ranked) before(o ranked) bool {
	if r.Score != o.Score {
		return r.Score > o.Score
	}
	return r.Tie < o.Tie
}

// meet holds the advice meeting of lead row.
func (m *Market) meet(s agents.SellerID, row int32) {
	l, cs, mind := &m.Leads, &m.Customers, m.Model.Mind
	c, p := l.Customer[row], l.Product[row]
	need := cs.Need.Of(c).Has(p)
	m.Books.Add(metric.Meetings, 1)
	offer := m.offer(s, c, p)
	offer.Need, offer.WalkIn = need, l.Source[row] == WalkIn || l.Source[row] == CalledBack
	offer.Waited = float32(m.Week - l.Born[row])
	offer.Joint = m.joint(row)
	m.practise(s, p)
	m.learnLine(c, p, 1)
	cs.Relation[c] = customer.Toward(cs.Relation[c], 1, float32(mind.Trust.Contact))
	u := m.stream(draw.MeetingDecision).Uniform32(draw.Nth(m.person(c), m.key(p), 0))
	if !customer.Signs(offer.Odds(&mind.Decision), u) || m.reviewStops(s, c, p, need) {
		m.endLead(row, metric.LeadsDeclined)
		m.settle(c, p, need)
	} else {
		m.Books.Add(metric.MeetingsYes, 1)
		m.agree(s, row, need, &offer)
	}
	if offer.Skill >= offer.Complexity {
		cs.Trust[c] = customer.Toward(cs.Trust[c], 1, float32(mind.Trust.Advice))
	}
	m.notice(s, m.Sellers.Unit[s], c, agents.Products(0).With(p), draw.Nth(m.person(c), m.key(p), 0))
}

// settle lets a no end the need for good, with some chance: the customer has made up their mind.
func (m *Market) settle(c agents.CustomerID, p agents.ProductID, need bool) {
	if need && m.stream(draw.Settle).Uniform(draw.Nth(m.person(c), m.key(p), 0)) < m.Model.Mind.Decision.Settled {
		m.forget(c, p, metric.NeedsFaded)
		m.refreshNeeds(c)
	}
}

// offer is what c weighs about p when asked by s, before the circumstances of the contact.
func (m *Market) offer(s agents.SellerID, c agents.CustomerID, p agents.ProductID) customer.Offer {
	cs := &m.Customers
	lines := m.Model.Market.LineSet(cs.Active(c))
	others := size(lines.Without(m.line(p)))
	return customer.Offer{
		Aware: cs.Aware.Of(c).Has(m.line(p)), Trust: cs.Trust[c], Relation: cs.Relation[c], Fatigue: cs.Fatigue[c],
		Affinity: cs.Affinity[c], Skill: m.skill(s, p), Complexity: m.Model.Market.Products[p].Complexity,
		Lines: others, Discount: m.discount(c, others),
	}
}

// learnLine may let c remember that the firm sells the line of p; occasion tells meetings and pitches apart.
func (m *Market) learnLine(c agents.CustomerID, p agents.ProductID, occasion uint8) {
	line := m.line(p)
	if m.Customers.Aware.Of(c).Has(line) {
		return
	}
	if m.stream(draw.Awareness).Uniform(draw.Nth(m.person(c), m.key(p), occasion)) < m.Model.Mind.Seek.Learn {
		m.Customers.Aware.Add(c, line)
	}
}

// reviewStops tells whether a review before signature stops a sale that is not needed.
func (m *Market) reviewStops(s agents.SellerID, c agents.CustomerID, p agents.ProductID, need bool) bool {
	return !need && m.stream(draw.Unneeded).Uniform(draw.Nth(m.person(c), m.key(p), 0)) < m.of(s).Controls.Suitability
}

// agree notes the customer's yes; the signature follows after the decision time.
func (m *Market) agree(s agents.SellerID, row int32, need bool, offer *customer.Offer) {
	l := &m.Leads
	l.Stage[row], l.Seller[row] = Agreed, s
	l.Due[row] = m.Week + m.decisionTime(l.Customer[row], l.Product[row])
	l.Flags[row] &^= Needed | Gapped
	if need {
		l.Flags[row] |= Needed
	}
	if offer.Complexity-offer.Skill >= float32(m.Model.Mind.Regret.Gap) {
		l.Flags[row] |= Gapped
	}
	m.takeInHand(row, 1)
}

// decisionTime is the weeks from yes to signature, exponential around the product's mean.
func (m *Market) decisionTime(c agents.CustomerID, p agents.ProductID) int32 {
	u := m.stream(draw.Cycle).Uniform(draw.Nth(m.person(c), m.key(p), 0))
	return int32(float64(draw.Exponential(u)*m.Model.Market.Products[p].Decision) + 0.5)
}
