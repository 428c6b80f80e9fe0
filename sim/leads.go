package sim

import (
	"math"

	"xsell/agents"
	"xsell/sim/draw"
	"xsell/sim/metric"
)

// lead is one row of Leads, to be added.
type lead struct {
	Customer agents.CustomerID
	Product  agents.ProductID
	Seller   agents.SellerID
	Finder   agents.SellerID
	Handoff  int
	Source   uint8
	Flags    uint8
	Due      int32
}

// sourceCounter counts leads by source.
var sourceCounter = [...]metric.Counter{WalkIn: metric.LeadsWalkIn, Noticed: metric.LeadsNoticed, Pushed: metric.LeadsPushed,
	Referred: metric.LeadsReferred, CalledBack: metric.LeadsCalledBack, FromContract: metric.LeadsContract, FromEvent: metric.LeadsEvent}

// add puts a lead on the table.
func (m *Market) add(x lead) {
	l := &m.Leads
	l.Customer, l.Product = append(l.Customer, x.Customer), append(l.Product, x.Product)
	l.Seller, l.Finder = append(l.Seller, x.Seller), append(l.Finder, x.Finder)
	l.Handoff = append(l.Handoff, int8(x.Handoff))
	l.Source, l.Stage, l.Flags = append(l.Source, x.Source), append(l.Stage, Open), append(l.Flags, x.Flags)
	l.Born, l.Due = append(l.Born, m.Week), append(l.Due, x.Due)
	m.Customers.Pending.Add(x.Customer, x.Product)
	m.Books.Add(sourceCounter[x.Source], 1)
	m.Books.Add(metric.LeadsOpen, 1)
	m.Books.Add(metric.ReferralsOpen, flag(x.Source == Referred))
}

// endLead ends a lead; its row is swept later, so that rows keep their numbers within a phase.
func (m *Market) endLead(row int32, cause metric.Counter) {
	l := &m.Leads
	l.Stage[row] = Ended
	m.Customers.Pending.Drop(l.Customer[row], l.Product[row])
	m.Books.Add(cause, 1)
	m.Books.Add(metric.LeadsOpen, -1)
	signed := flag(cause == metric.LeadsSigned)
	switch l.Source[row] {
	case Referred:
		m.Books.Add(metric.ReferralsOpen, -1)
		m.Books.Add(metric.ReferralsEnded, 1)
		m.Books.Add(metric.ReferralsSigned, signed)
		m.countPassed(m.Ways.Signed, l.Finder[row], l.Seller[row], signed)
		m.tellFinder(row, int32(signed))
	case FromEvent:
		m.Books.Add(metric.EventsEnded, 1)
		m.Books.Add(metric.EventsSigned, signed)
	}
}

// tellFinder tells who passed a lead on what became of it, if still on the seat.
func (m *Market) tellFinder(row, signed int32) {
	if s := m.Leads.Finder[row]; m.stillThere(s, m.Leads.Born[row]) {
		m.Sellers.Deeds[s].Signed += signed
		m.Sellers.Heard[s].Ended++
		m.Sellers.Heard[s].Signed += signed
	}
}

// stillThere tells whether who did something on seat s in a week is still on it.
func (m *Market) stillThere(s agents.SellerID, then int32) bool {
	return m.Sellers.Seated[s] && then >= m.Sellers.Placed[s]
}

// dropLeads loses all leads of a customer who goes.
func (m *Market) dropLeads(c agents.CustomerID) {
	if m.Customers.Pending.Of(c) == 0 {
		return
	}
	for row := range m.Leads.Customer {
		if m.Leads.Customer[row] == c && m.Leads.Stage[row] != Ended {
			m.endLead(int32(row), metric.LeadsLost)
		}
	}
}

// sweepLeads drops the rows of ended leads.
func (m *Market) sweepLeads() {
	l, n := &m.Leads, 0
	for row := range l.Customer {
		if l.Stage[row] == Ended {
			continue
		}
		if n != row {
			l.Customer[n], l.Product[n], l.Seller[n], l.Finder[n] = l.Customer[row], l.Product[row], l.Seller[row], l.Finder[row]
			l.Handoff[n], l.Source[n], l.Stage[n], l.Flags[n] = l.Handoff[row], l.Source[row], l.Stage[row], l.Flags[row]
			l.Born[n], l.Due[n] = l.Born[row], l.Due[row]
		}
		n++
	}
	l.Customer, l.Product, l.Seller, l.Finder = l.Customer[:n], l.Product[:n], l.Seller[:n], l.Finder[:n]
	l.Handoff, l.Source, l.Stage, l.Flags = l.Handoff[:n], l.Source[:n], l.Stage[:n], l.Flags[:n]
	l.Born, l.Due = l.Born[:n], l.Due[:n]
}

// receiver is who in unit u takes c's matter: the seller whose book c is in, else a seated colleague by keyed
// priority, else Nobody.
func (m *Market) receiver(u agents.UnitID, c agents.CustomerID) agents.SellerID {
	if place := int(m.Customers.Book.at(int(u)*len(m.Customers.Here) + int(c))); place != 0 {
		if s := m.First[u] + place - 1; m.Sellers.Seated[s] {
			return agents.SellerID(s)
		}
	}
	return m.standIn(u, c)
}

// standIn is the seated seller of unit u with the highest keyed priority for c, or Nobody.
func (m *Market) standIn(u agents.UnitID, c agents.CustomerID) agents.SellerID {
	best, first := agents.Nobody, uint64(math.MaxUint64)
	luck := m.stream(draw.RouteReceiver)
	for s := range m.Sellers.Unit {
		if m.Sellers.Unit[s] == u && m.Sellers.Seated[s] {
			if bits := luck.Bits(draw.Pair(m.person(c), m.Sellers.Key[s])); bits < first {
				best, first = agents.SellerID(s), bits
			}
		}
	}
	return best
}

// unitFor picks the unit that a customer with a need for p comes to: the contract's if it may sell p, else a desk for
// customers worth as much, else one of those that may, weighted by seats and skill. It returns false where nobody may
// sell p to c.
func (m *Market) unitFor(c agents.CustomerID, p agents.ProductID) (agents.UnitID, bool) {
	o := m.Model.Org
	units := o.SellersOf(m.Customers.house(c), p)
	if len(units) == 0 {
		return 0, false
	}
	if k := m.contract(c); k >= 0 && o.Units[o.Contracts[k].Unit].May.Has(p) {
		return o.Contracts[k].Unit, true
	}
	if len(units) == 1 && o.Units[units[0]].Worth == 0 {
		return units[0], true
	}
	if u, found := m.desk(c, units); found {
		return u, true
	}
	total, last := 0.0, agents.UnitID(0)
	for _, u := range units {
		if o.Units[u].Worth == 0 {
			total += float64(o.Units[u].Seats * float64(o.Units[u].Skill[p]))
			last = u
		}
	}
	left := float64(total * m.stream(draw.RouteUnit).Uniform(draw.Nth(m.person(c), m.key(p), 0)))
	for _, u := range units {
		if o.Units[u].Worth > 0 {
			continue
		}
		if left -= float64(o.Units[u].Seats * float64(o.Units[u].Skill[p])); left < 0 {
			return u, true
		}
	}
	return last, total > 0
}

// skill of seller s in product p, in [0, 1]: what the grant lets a trained seller reach times how far s has come.
func (m *Market) skill(s agents.SellerID, p agents.ProductID) float32 {
	reach := m.Model.Org.Units[m.Sellers.Unit[s]].Skill[p]
	return float32(reach * m.Sellers.Skill[int(s)*len(m.Model.Market.Lines)+int(m.line(p))])
}
