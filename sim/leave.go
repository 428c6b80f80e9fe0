package sim

import (
	"xsell/agents"
	"xsell/agents/customer"
	"xsell/sim/draw"
	"xsell/sim/metric"
)

// leave lets customers end the relationship. Reads what holds them (affinity, products in use, trust, relationship,
// satisfaction, tenure) and luck; empties the row of those who go. Bounds knows the most it can be.
func leave(m *Market) {
	cs, mind := &m.Customers, &m.Model.Mind.Stay
	fine := m.stream(draw.ExitFine)
	for c := range m.due.leave.each {
		if !cs.Here[c] {
			continue
		}
		if cs.held(c)|cs.Pending.Of(c) == 0 {
			m.goodbye(c, 0) // nothing on the books: no customer any more
			continue
		}
		lane := m.lane(c, laneLeave)
		if lane > draw.Lane(cs.Bounds[c], laneLeave) || int32(cs.Joined[c]) == m.Week {
			continue
		}
		s := customer.Staying{Affinity: cs.Affinity[c], Trust: cs.Trust[c], Relation: cs.Relation[c],
			Satisfaction: cs.Satisfaction[c], Used: size(m.real(c)), Tenure: float64(m.Week - int32(cs.Joined[c]))}
		base, u := m.facing(c).Market.Exit, fine.Refine(lane, uint64(m.person(c)))
		if !s.Stays(mind, base, u) && u < s.Leaves(mind, base) {
			m.goodbye(c, s.Used)
		}
	}
	m.due.over()
}

// goodbye counts the exit of a customer with so many used products and empties the seat.
func (m *Market) goodbye(c agents.CustomerID, used int) {
	m.countExit(c, used)
	m.depart(c)
}

func (m *Market) countExit(c agents.CustomerID, used int) {
	if !m.measuring {
		return
	}
	m.Hists.Add(metric.ExitsByProducts, float64(used), 1)
	m.Hists.Add(metric.ExitsByTenure, float64(m.Week-int32(m.Customers.Joined[c]))/13, 1)
	m.Hists.Add(metric.ExitsByArm, float64(m.Customers.ArmOf(c)), 1)
}

// depart closes everything of c; a new household moves in on the seat.
func (m *Market) depart(c agents.CustomerID) {
	cs := &m.Customers
	for left := cs.held(c) | cs.Need.Of(c); left != 0; left &= left - 1 {
		p := left.First()
		if cs.held(c).Has(p) {
			m.unhide(silentOnly(cs.holding(c, p)))
			m.end(c, p, metric.ClosedWithCustomer)
		}
		if cs.Need.Of(c).Has(p) {
			m.forget(c, p, metric.NeedsGoneWithCustomer)
		}
	}
	m.dropLeads(c)
	m.Books.Add(metric.HeldElsewhere, -int64(size(cs.Elsewhere.Of(c))))
	m.Books.Add(metric.Left, 1)
	m.Books.Add(metric.LeftAcquired, flag(m.ofAcquired(c)))
	m.Books.Add(metric.Customers, -1)
	m.Departed += m.profit(c)
	m.say(Leaving, c, 0)
	m.countGoodbye(c)
	cs.Gen[c]++
	for u := range m.Seats {
		m.enterBook(u, c, m.assigned(u, c, m.assigning(u)))
	}
	m.empty(c)
	m.beBorn(c)
	m.refresh(c)
}

// silentOnly returns h if it was opened without consent, else an account of nobody.
func silentOnly(h Holding) Holding {
	if h.Is(silent) {
		return h
	}
	return opened(h.Week(), agents.Nobody, 0)
}
