package sim

import (
	"xsell/agents"
	"xsell/agents/customer"
	"xsell/agents/num"
	"xsell/sim/draw"
	"xsell/sim/metric"
)

// signs asks the customer with the luck of decision id.
func signs(m *Market, offer *customer.Offer, id uint64) bool {
	return customer.Signs(offer.Odds(&m.Model.Mind.Decision), m.stream(draw.MeetingDecision).Uniform32(id))
}

// sign closes agreed sales that are due. Where sellers control timing they pull a closing forward into a window in
// which it pays more, at a discount, or hold one back. Reads leads, Worth, Later; writes accounts and leads.
func sign(m *Market) {
	l := &m.Leads
	for row := range l.Customer {
		if l.Stage[row] != Agreed {
			continue
		}
		if s := l.Seller[row]; m.Model.Targets.Timing > 0 && m.Sellers.Seated[s] && m.controls(int32(row)) {
			m.shift(s, int32(row))
		} else if l.Due[row] <= m.Week {
			m.sell(int32(row), false)
		}
	}
	m.sweepLeads()
	m.countPipe()
}

// controls tells whether the seller can shift the week of this closing.
func (m *Market) controls(row int32) bool {
	id := draw.Nth(m.person(m.Leads.Customer[row]), m.key(m.Leads.Product[row]), 0)
	return m.birth(draw.TimingControl).Uniform(id) < m.Model.Targets.Timing
}

// shift decides about the week of a closing in the seller's control: now, when due, or in the next window.
func (m *Market) shift(s agents.SellerID, row int32) {
	l := &m.Leads
	now, then := m.closingWorth(s, row)
	u := m.stream(draw.TimingChoice).Uniform(draw.Nth(m.person(l.Customer[row]), m.key(l.Product[row]), 0))
	mind, hour := &m.Model.Mind.Effort, m.hourPay(s)
	cost := mind.ShiftTime
	early := l.Due[row] > m.Week
	switch {
	case early && l.Flags[row]&Shifted == 0 && u < num.Logistic(((now-then)/hour-cost)/mind.Noise-mind.Shift):
		m.Sellers.Extra[s].Timing += cost
		m.spend(l.Customer[row], metric.CostDiscounts, m.Model.Targets.Discount)
		m.Books.Add(metric.PulledForward, 1)
		m.sell(row, true)
	case early:
	case l.Flags[row]&Shifted == 0 && u < num.Logistic(((then-now)/hour-cost)/mind.Noise-mind.Shift):
		m.Sellers.Extra[s].Timing += cost
		l.Flags[row] |= Shifted
		l.Due[row] = m.Week + m.weeksLeft(s) + 1
		m.Books.Add(metric.HeldBack, 1)
	default:
		m.sell(row, false)
	}
}

// weeksLeft in the seller's shortest window after this week.
func (m *Market) weeksLeft(s agents.SellerID) int32 {
	left := int32(m.Model.Size.Close)
	for i, t := range m.plan(s).Tallies {
		window := int32(t.Window)
		if rest := window - 1 - modulo(m.Week, window); i == 0 || rest < left {
			left = rest
		}
	}
	return left
}

// closingWorth is what the closing adds for seller s when booked this week, and when booked later: when due for one
// not due yet, else in the next window.
func (m *Market) closingWorth(s agents.SellerID, row int32) (now, then float64) {
	l, tallies := &m.Leads, m.plan(s).Tallies
	p, due := l.Product[row], l.Due[row]
	for k := range tallies {
		if tallies[k].Measure > Margin {
			continue
		}
		i, window := m.tally(s, k), int32(tallies[k].Window)
		here := float64(m.Sellers.Worth[i] * tallies[k].Weight[p])
		now += here
		if rest := window - 1 - modulo(m.Week, window); due > m.Week+rest || due <= m.Week {
			here = float64(m.Sellers.Later[i] * tallies[k].Weight[p])
		}
		then += here
	}
	return now, then
}

// sell signs the lead: the account opens, credit is posted, the finder is thanked, the customer may move.
func (m *Market) sell(row int32, early bool) {
	l, cs := &m.Leads, &m.Customers
	c, p, s := l.Customer[row], l.Product[row], l.Seller[row]
	if cs.Active[c].Has(p) && m.satisfied(c, p, cs.Active[c]) {
		m.endLead(row, metric.LeadsLost)
		return
	}
	flags := Holding(0)
	if l.Flags[row]&Needed == 0 {
		flags |= unneeded
		m.Books.Add(metric.OpeningsUnneeded, 1)
	}
	if early {
		flags |= pulled
		m.Books.Add(metric.OpeningsPulled, 1)
	}
	if l.Flags[row]&Gapped != 0 {
		flags |= gapped
	}
	m.callToValidate(c)
	m.open(c, p, opened(m.Week, s, flags), metric.OpeningsSold)
	if cs.Need[c].Has(p) {
		m.forget(c, p, metric.NeedsMet)
	}
	m.dropElsewhere(c, p)
	m.credit(row, c, p, s)
	m.endLead(row, metric.LeadsSigned)
	m.refresh(c)
}

// callToValidate pays for the confirmation call on a consented opening.
func (m *Market) callToValidate(c agents.CustomerID) {
	if share := m.Model.Controls.Validation; share > 0 {
		m.spend(c, metric.CostControls, agents.Money(float64(share*float64(m.Model.Controls.CallCost))))
	}
}

// credit posts a sale to the seller, and to the finder of a referred lead what the handoff grants.
func (m *Market) credit(row int32, c agents.CustomerID, p agents.ProductID, s agents.SellerID) {
	m.countSale(s)
	m.post(s, c, p, onSale, 1)
	h, finder := m.Leads.Handoff[row], m.Leads.Finder[row]
	if h < 0 || finder == agents.Nobody {
		return
	}
	m.post(finder, c, p, onReferralSigned, 1)
	handoff := &m.Model.Org.Handoffs[h]
	if handoff.Finder > 0 {
		m.post(finder, c, p, onSale, handoff.Finder)
	}
	if handoff.Moves {
		n := len(m.Customers.Here)
		m.Customers.Book[int(handoff.From)*n+int(c)] = agents.Nobody
	}
}

// countSale counts an opening by the week of the pay window.
func (m *Market) countSale(s agents.SellerID) {
	if m.measuring {
		m.Hists.Add(metric.SalesByWindowWeek, float64(m.windowWeek(s, m.Week)), 1)
	}
}
