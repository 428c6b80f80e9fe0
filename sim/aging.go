package sim

import (
	"xsell/agents"
	"xsell/agents/customer"
	"xsell/sim/draw"
	"xsell/sim/metric"
)

// fates are weekly hazards of everything that can happen to one account, in the order in which luck picks among them.
type fates struct {
	customer.Hazards
	revive, clean float32 // of a dormant account that was asked for
	found, audit  float32 // of an account nobody asked for: by the customer; by an audit, of any account
}

func (f *fates) sum() float32 { return f.Sum() + f.revive + f.clean + f.found + f.audit }

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
		used := size(m.real(c))
		if !m.ageOne(c, float32(fine.Refine(m.lane(c, laneAccounts), uint64(m.person(c))))) {
			continue
		}
		if cs.held(c)|cs.Pending.Of(c) == 0 {
			m.goodbye(c, used) // who gives up the last account leaves, as the customer of so many products that was
			continue
		}
		m.refresh(c)
	}
}

// ageOne gives luck u in (0, 1) to the customer's accounts in order of products, and tells whether something happened.
func (m *Market) ageOne(c agents.CustomerID, u float32) bool {
	cs := &m.Customers
	held, accounts := cs.held(c), cs.accounts(c)
	for p := range held.All {
		f := m.fates(c, p, accounts[place(held, p)], int(m.Week))
		if sum := f.sum(); u >= sum {
			u -= sum
			continue
		}
		m.meetFate(c, p, &f, u)
		return true
	}
	return false
}

// fates of the account at a given week.
func (m *Market) fates(c agents.CustomerID, p agents.ProductID, h Holding, week int) (f fates) {
	mind, product := m.Model.Mind, &m.Model.Market.Products[p]
	age := week - int(h.Week())
	if age < 52 {
		f.audit = float32(m.opener(h).Controls.Audit / 52)
	}
	switch {
	case h.Is(silent):
		f.found = float32(mind.Conduct.Found / 52)
	case h.Is(asleep):
		f.revive, f.clean = float32(mind.Regret.Revive/52), float32(mind.Regret.Clean/52)
	default:
		a := customer.Account{Age: age, CoolingOff: product.CoolingOff, Unneeded: h.Is(unneeded), Pulled: h.Is(pulled),
			Traits: m.Customers.Traits(c)}
		if h.Is(gapped) {
			a.Gap = float32(mind.Regret.Gap)
		}
		f.Hazards = a.Hazards(&mind.Regret, &mind.Traits, product.Rates)
	}
	return f
}

// bound is an upper bound of the account's summed hazards from now on: in the cooling-off time the larger of both
// phases.
func (m *Market) bound(c agents.CustomerID, p agents.ProductID, h Holding) float32 {
	first := max(int(m.Week), int(h.Week())+1)
	now := m.fates(c, p, h, first)
	if last := int(h.Week()) + m.Model.Market.Products[p].CoolingOff; first <= last {
		after := m.fates(c, p, h, last+1)
		return max(now.sum(), after.sum()+now.audit)
	}
	return now.sum()
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
