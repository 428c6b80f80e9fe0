package sim

import (
	"xsell/agents"
	"xsell/agents/num"
	"xsell/sim/metric"
)

// hold puts an account on the books, used or dormant, where c has none in p. The caller books why, and refreshes c.
func (m *Market) hold(c agents.CustomerID, p agents.ProductID, h Holding, used bool) {
	cs := &m.Customers
	m.holdsNow(cs.held(c), cs.held(c).With(p))
	if !used {
		h |= asleep
	}
	cs.put(c, p, h)
	if used {
		m.Books.Add(metric.AccountsActive, 1)
		m.Books.Add(metric.OpenedInUse, 1)
	} else {
		m.Books.Add(metric.AccountsDormant, 1)
		m.Books.Add(metric.OpenedUnused, 1)
	}
	if h.Is(silent) {
		m.Books.Add(metric.AccountsUnauthorised, 1)
		return
	}
	cs.Aware.Add(c, m.line(p))
}

// line of product p, as a member of a set of lines.
func (m *Market) line(p agents.ProductID) agents.ProductID {
	return agents.ProductID(m.Model.Market.Products[p].Line)
}

// end takes an account off the books for the reason counted by cause. The caller refreshes c.
func (m *Market) end(c agents.CustomerID, p agents.ProductID, cause metric.Counter) {
	cs := &m.Customers
	m.holdsNow(cs.held(c), cs.held(c).Without(p))
	h := cs.take(c, p)
	if !h.Is(asleep) {
		m.Books.Add(metric.AccountsActive, -1)
		m.Books.Add(metric.ClosedInUse, 1)
	} else {
		m.Books.Add(metric.AccountsDormant, -1)
		m.Books.Add(metric.ClosedUnused, 1)
	}
	if h.Is(silent) {
		m.Books.Add(metric.AccountsUnauthorised, -1)
		m.Books.Add(metric.ClosedUnauthorised, 1)
	}
	m.Books.Add(cause, 1)
	if cause == metric.Returned || cause == metric.Cancelled || cause == metric.Defaulted || cause == metric.ClosedByFirm && h.Is(silent) {
		m.undo(p, h, cause)
	}
}

// undo takes an opening that did not last off the tallies that care, and counts it by the week it was made in.
func (m *Market) undo(p agents.ProductID, h Holding, cause metric.Counter) {
	if h.Is(pulled) {
		m.Books.Add(metric.ReturnedPulled, 1)
	}
	if m.watchedAYear(h.Week()) && m.Week-h.Week() <= 52 {
		m.Hists.Add(metric.UndoneByFit, m.fitOf(p, h), 1)
	}
	s := h.Seller()
	if s == agents.Nobody || h.Week() < m.Sellers.Placed[s] {
		return
	}
	m.Sellers.Deeds[s].undone(cause)
	if m.measuring && h.Week() >= 0 && m.Week-h.Week() <= 52 {
		m.Hists.Add(metric.UndoneByWindowWeek, float64(m.windowWeek(s, h.Week())), 1)
	}
	m.postUndone(s, p, m.Week-h.Week())
}

// watchedAYear tells whether an account opened in this week is followed for a whole year of the measured time.
func (m *Market) watchedAYear(opened int32) bool {
	return m.measuring && opened >= 0 && opened+52 <= int32(m.Model.Size.Weeks)
}

// fitOf is 0 for an account that was needed, 1 for one that was not, 2 for one nobody asked for; 3 more where it cannot
// lie unused.
func (m *Market) fitOf(p agents.ProductID, h Holding) (bin float64) {
	if m.Model.Market.Products[p].Rates.Dormancy == 0 {
		bin = 3
	}
	switch {
	case h.Is(silent):
		return bin + 2
	case h.Is(unneeded):
		return bin + 1
	}
	return bin
}

// windowWeek is the week of seller s's first pay window in which a date falls, from 0.
func (m *Market) windowWeek(s agents.SellerID, week int32) int32 {
	window := int32(m.Model.Size.Close)
	if plan := m.plan(s); len(plan.Tallies) > 0 {
		window = int32(plan.Tallies[0].Window)
	}
	return modulo(week, window)
}

// real holdings are used and were asked for.
func (m *Market) real(c agents.CustomerID) agents.Products {
	return m.Customers.real(c)
}

// earn adds to a customer's profit and to the books under its cause; costs are posted as positive costs and lower
// profit.
func (m *Market) earn(c agents.CustomerID, cause metric.Counter, amount agents.Money) {
	m.Books.Add(cause, int64(amount))
	m.Customers.Earned.add(c, int64(amount))
}

func (m *Market) spend(c agents.CustomerID, cause metric.Counter, amount agents.Money) {
	m.Books.Add(cause, int64(amount))
	m.Customers.Earned.add(c, -int64(amount))
}

// refresh brings the sums that hang on a customer's state up to date: margin, rate of needs, chance of a request and
// the bounds on account hazards and on leaving. It must run after every change of holdings; it does what refreshAccounts
// and refreshLife do too.
func (m *Market) refresh(c agents.CustomerID) {
	cs := &m.Customers
	if !cs.Here[c] {
		cs.Bounds[c] = 0
		m.setMargin(c, 0)
		return
	}
	cs.Bounds[c] = m.standingBounds(c)
	m.sumAccounts(c)
}

// refreshAccounts is refresh where only accounts have changed, which can tell nothing of those who stay but whether they
// have any.
func (m *Market) refreshAccounts(c agents.CustomerID) {
	if m.Customers.Here[c] && size(m.Customers.held(c)) > 1 {
		m.sumAccounts(c)
		return
	}
	m.refresh(c)
}

// sumAccounts brings up to date what hangs on accounts, on needs and on the stage of life.
func (m *Market) sumAccounts(c agents.CustomerID) {
	cs := &m.Customers
	margin, rich := 0.0, num.Log(float64(m.Wealth(c)))
	restless := float32(0)
	left := cs.held(c)
	for _, h := range cs.Holdings.of(c, left) {
		p := left.First()
		left &= left - 1
		restless += m.bound(c, p, h)
		if !h.Is(silent | asleep) {
			margin += m.margin(p, h, rich)
		}
	}
	cs.Bounds[c] = cs.Bounds[c]&ofStanding | m.lifeBounds(c) | threshold(restless, laneAccounts) | threshold(min(m.asks(c), 1), laneAsk)
	m.setMargin(c, perWeek(margin*m.leaves(c)))
	m.remark(c)
}

// refreshLife is refresh where only needs, what is held elsewhere or the stage of life has changed, on which neither the
// margin nor what happens to accounts depends.
func (m *Market) refreshLife(c agents.CustomerID) {
	if cs := &m.Customers; cs.Here[c] {
		cs.Bounds[c] = cs.Bounds[c]&^ofLife | m.lifeBounds(c)
		m.remark(c)
	}
}

// refreshNeeds is refresh where only needs have changed.
func (m *Market) refreshNeeds(c agents.CustomerID) {
	if cs := &m.Customers; cs.Here[c] {
		cs.Bounds[c] = cs.Bounds[c]&^ofNeeds | m.needBounds(c)
		m.remark(c)
	}
}

// perWeek turns EUR per week into thousandths of a euro per week, rounded half away from zero as all money is, and no more
// than mostPerWeek either way.
func perWeek(amount float64) int32 {
	if amount < 0 {
		return -perWeek(-amount)
	}
	return int32(min(float64(amount*float64(agents.Euro))+0.5, mostPerWeek))
}

// mostPerWeek is what a household can bring or cost at most: a million euro a week. Twice that fits its column.
const mostPerWeek = 1 << 30
