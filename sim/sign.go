package sim

import (
	"xsell/agents"
	"xsell/sim/metric"
)

// sign closes agreed sales that are due. Where sellers control timing they pull a closing forward into a window in
// which it pays more, at a discount, or hold one back. Reads leads, tallies; writes accounts and leads.
func sign(m *Market) {
	l := &m.Leads
	for row := range l.Customer {
		if l.Stage[row] == Agreed && l.Due[row] <= m.Week && !m.controls(int32(row)) {
			m.sell(int32(row), false)
		}
	}
	if m.Model.Targets.Timing > 0 || m.Sellers.Levers != nil {
		for _, x := range m.controlled() {
			m.shift(x.Row)
		}
	}
	m.sweepLeads()
	m.countPipe()
}

// sell signs the lead: the account opens, credit is posted, the finder is thanked, the customer may move.
func (m *Market) sell(row int32, early bool) {
	l, cs := &m.Leads, &m.Customers
	c, p, s := l.Customer[row], l.Product[row], l.Seller[row]
	m.takeInHand(row, -1)
	if m.satisfied(c, p, cs.Active(c)) || !m.hasBasis(c, p) {
		m.endLead(row, metric.LeadsLost)
		return
	}
	flags := Holding(0)
	if l.Flags[row]&Needed == 0 {
		flags |= unneeded
		m.Books.Add(metric.OpeningsUnneeded, 1)
		m.say(SoldUnneeded, c, 1)
	}
	if early {
		flags |= pulled
		m.Books.Add(metric.OpeningsPulled, 1)
	}
	if l.Flags[row]&Gapped != 0 {
		flags |= gapped
	}
	if m.measuring {
		m.Hists.Add(metric.SalesByTenure, float64(m.Week-int32(cs.Joined[c]))/13, 1)
	}
	m.callToValidate(s, c)
	m.giveDiscount(c, p, flags)
	m.countStep(c, p)
	m.open(c, p, opened(m.Week, s, flags), metric.OpeningsSold)
	m.upgrade(c, p)
	m.Sellers.Deeds[s].sold(flags)
	if cs.Need.Of(c).Has(p) {
		m.forget(c, p, metric.NeedsMet)
		m.say(NeedMet, c, 1)
	}
	m.dropElsewhere(c, p)
	m.credit(row, c, p, s)
	m.endLead(row, metric.LeadsSigned)
	m.refreshAccounts(c)
}

// callToValidate pays for the confirmation call on a consented opening.
func (m *Market) callToValidate(s agents.SellerID, c agents.CustomerID) {
	if controls := &m.of(s).Controls; controls.Validation > 0 {
		m.spend(c, metric.CostControls, agents.Money(float64(controls.Validation*float64(controls.CallCost))))
	}
}

// credit posts a sale to the seller, and to the finder of a referred lead what the handoff grants.
func (m *Market) credit(row int32, c agents.CustomerID, p agents.ProductID, s agents.SellerID) {
	m.countSale(s, p, m.Customers.holding(c, p))
	m.post(s, p, onSale, 1)
	h, finder := m.Leads.Handoff[row], m.Leads.Finder[row]
	if h < 0 || finder == agents.Nobody {
		return
	}
	handoff := &m.Model.Org.Handoffs[h]
	if m.stillThere(finder, m.Leads.Born[row]) { // who has left is not thanked, and who came in their place has done nothing
		m.post(finder, p, onReferralSigned, 1)
		if handoff.Finder > 0 {
			m.post(finder, p, onSale, handoff.Finder)
		}
	}
	if handoff.Moves {
		m.enterBook(int(handoff.From), c, agents.Nobody)
	}
}

// countSale counts an opening by the week of the pay window, by fit, and by unit and product.
func (m *Market) countSale(s agents.SellerID, p agents.ProductID, h Holding) {
	if m.measuring {
		m.Sold[int(m.Sellers.Unit[s])*m.Model.Products()+int(p)]++
		m.Silent[p] += flag(h.Is(silent))
		if m.watchedAYear(m.Week) {
			m.Hists.Add(metric.OpenedByFit, m.fitOf(p, h), 1)
		}
		m.Hists.Add(metric.SalesByWindowWeek, float64(m.windowWeek(s, m.Week)), 1)
	}
}
