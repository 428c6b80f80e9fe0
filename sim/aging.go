package sim

import (
	"xsell/agents"
	"xsell/sim/draw"
	"xsell/sim/metric"
)

// age lets accounts be returned, lapse, default, fall out of use or come back, be found by their customer or audited.
// Reads luck; writes accounts. The shared draw against the bound of all hazards decides whether to look
// closer; then the exact hazards decide with the same uniform, so the thinning is exact.
func age(m *Market) {
	cs := &m.Customers
	fine := m.stream(draw.AccountFine)
	for c := range m.due.age.each {
		if cs.held(c) == 0 {
			continue
		}
		used, met := m.ageOne(c, float32(fine.Refine(m.lane(c, laneAccounts), uint64(m.person(c)))))
		if !met {
			continue
		}
		if cs.held(c)|cs.Pending.Of(c) == 0 {
			m.goodbye(c, used) // who gives up the last account leaves, as the customer of so many products that was
			continue
		}
		m.refreshAccounts(c)
	}
}

// ageOne gives luck u in (0, 1) to the customer's accounts in order of products, and tells whether one met its fate, and how
// many products were used before.
func (m *Market) ageOne(c agents.CustomerID, u float32) (used int, met bool) {
	cs := &m.Customers
	left := cs.held(c)
	for _, h := range cs.Holdings.of(c, left) {
		p := left.First()
		sum := m.risk(c, p, h, int(m.Week))
		if u < sum {
			f := m.fates(c, p, h, int(m.Week))
			used = size(m.real(c))
			m.meetFate(c, p, &f, u)
			return used, true
		}
		u -= sum
		left &= left - 1
	}
	return 0, false
}

// meetFate lets happen what luck u < sum picks.
func (m *Market) meetFate(c agents.CustomerID, p agents.ProductID, f *fates, u float32) {
	for i, hazard := range [...]float32{f.Return, f.Lapse, f.Dormancy, f.Default, f.revive, f.clean, f.found} {
		if u -= hazard; u < 0 {
			m.happens(c, p, i)
			return
		}
	}
	m.audit(c, p)
}

// happens carries out fate i of meetFate's list.
func (m *Market) happens(c agents.CustomerID, p agents.ProductID, i int) {
	cs, h := &m.Customers, m.Customers.holding(c, p)
	switch i {
	case 0:
		m.regret(c, p, h)
		m.spend(c, metric.CostRefunds, m.Model.Market.Products[p].Fee)
		m.end(c, p, metric.Returned)
	case 1:
		m.regret(c, p, h)
		m.end(c, p, metric.Cancelled)
	case 2:
		m.sleep(c, p)
	case 3:
		m.spend(c, metric.EarnDefault, m.Model.Market.Products[p].Loss)
		m.end(c, p, metric.Defaulted)
	case 4:
		cs.wake(c, p)
		m.Books.Add(metric.AccountsDormant, -1)
		m.Books.Add(metric.AccountsActive, 1)
		m.Books.Add(metric.Reactivated, 1)
	case 5:
		m.end(c, p, metric.Cancelled)
	case 6:
		m.discover(c, p)
	}
}

// sleep lets a used account fall out of use.
func (m *Market) sleep(c agents.CustomerID, p agents.ProductID) {
	m.Customers.wake(c, p)
	m.Books.Add(metric.AccountsDormant, 1)
	m.Books.Add(metric.AccountsActive, -1)
	m.Books.Add(metric.WentDormant, 1)
}

// regret costs trust when an account was not needed, and may bring a complaint.
func (m *Market) regret(c agents.CustomerID, p agents.ProductID, h Holding) {
	if !h.Is(unneeded) {
		return
	}
	cs, mind := &m.Customers, m.Model.Mind
	cs.Trust[c] -= float32(float32(mind.Trust.Regret) * cs.Trust[c])
	m.mayComplain(c, p, mind.Regret.Complain, 0)
}

// mayComplain lets c, who was let down, complain about p with the given chance; ordinal tells occasions of one week apart.
func (m *Market) mayComplain(c agents.CustomerID, p agents.ProductID, chance float64, ordinal uint8) {
	m.Books.Add(metric.LetDown, 1)
	if m.stream(draw.Complaint).Uniform(draw.Nth(m.person(c), m.key(p), ordinal)) < chance {
		m.Books.Add(metric.Complaints, 1)
		m.say(Complained, c, 1)
		m.Complaints++
	}
}

// discover lets the customer find an account nobody asked for: it is closed, trust breaks, the seller may be traced.
func (m *Market) discover(c agents.CustomerID, p agents.ProductID) {
	cs, mind, h := &m.Customers, m.Model.Mind, m.Customers.holding(c, p)
	m.Books.Add(metric.DiscoveredByCustomer, 1)
	cs.Trust[c] -= float32(float32(mind.Trust.Betrayal) * cs.Trust[c])
	cs.Satisfaction[c] -= float32(float32(mind.Trust.Betrayal) * cs.Satisfaction[c])
	m.mayComplain(c, p, mind.Trust.Outrage, 1)
	m.close(c, p)
	if m.stream(draw.CustomerDiscovery).Uniform(draw.Nth(m.person(c), m.key(p), 0)) < mind.Conduct.Report {
		m.catch(h)
	}
}

// audit asks the customer about an account; an announced audit is partly prepared for.
func (m *Market) audit(c agents.CustomerID, p agents.ProductID) {
	h := m.Customers.holding(c, p)
	controls := &m.opener(h).Controls
	m.Books.Add(metric.Audited, 1)
	m.Books.Add(metric.CostControls, int64(controls.AuditCost))
	if !h.Is(silent) {
		return
	}
	slips := float64(controls.Warning * m.Model.Mind.Conduct.Conceal)
	if m.stream(draw.Audit).Uniform(draw.Nth(m.person(c), m.key(p), 0)) >= slips {
		m.close(c, p)
		m.catch(h)
	}
}

// close takes a silent account off the books and refunds its fee.
func (m *Market) close(c agents.CustomerID, p agents.ProductID) {
	h := m.Customers.holding(c, p)
	if h.Is(bearsFee) {
		m.spend(c, metric.CostConduct, m.Model.Around.Remedy)
	}
	m.unhide(h)
	m.end(c, p, metric.ClosedByFirm)
}

// unhide counts one silent account less against its seller, if still on the seat.
func (m *Market) unhide(h Holding) {
	if s := h.Seller(); s != agents.Nobody && h.Week() >= m.Sellers.Placed[s] && m.Sellers.Hidden[s] > 0 {
		m.Sellers.Hidden[s]--
	}
}
