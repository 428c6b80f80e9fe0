package twins

import (
	"math/bits"

	"xsell/agents"
	"xsell/sim"
)

// check compares one thing of a customer under both designs after a step.
type check struct {
	kind Kind
	of   func(m *sim.Market, c agents.CustomerID) uint32
	loss bool // the event takes a member of the set away
}

func needs(m *sim.Market, c agents.CustomerID) uint32     { return uint32(m.Customers.Need.Of(c)) }
func elsewhere(m *sim.Market, c agents.CustomerID) uint32 { return uint32(m.Customers.Elsewhere.Of(c)) }
func pending(m *sim.Market, c agents.CustomerID) uint32   { return uint32(m.Customers.Pending.Of(c)) }
func aware(m *sim.Market, c agents.CustomerID) uint32     { return uint32(m.Customers.Aware.Of(c)) }
func holds(m *sim.Market, c agents.CustomerID) uint32     { return uint32(m.Holds(c)) }
func dormant(m *sim.Market, c agents.CustomerID) uint32   { return uint32(m.Customers.Dormant(c)) }
func silent(m *sim.Market, c agents.CustomerID) uint32    { return uint32(m.Customers.Silent(c)) }
func contacts(m *sim.Market, c agents.CustomerID) uint32  { return uint32(m.Customers.Contacts[c]) }
func segment(m *sim.Market, c agents.CustomerID) uint32   { return uint32(m.Customers.Segment[c]) }
func calls(m *sim.Market, c agents.CustomerID) uint32     { return uint32(flag(m.Customers.OptedOut(c))) }
func here(m *sim.Market, c agents.CustomerID) uint32      { return uint32(flag(m.Customers.Here[c])) }

// whatever can differ between steps of the firm.
func everything(kind Kind) []check {
	return []check{{kind, here, false}, {kind, holds, false}, {kind, dormant, false}, {kind, needs, false}, {kind, pending, false},
		{kind, elsewhere, false}, {kind, aware, false}, {kind, segment, false}}
}

// checks by the name of the step after which they are made, the most telling first. A lead that came is looked up for
// how it came.
var checks = map[string][]check{
	"start":  everything(atStart),
	"change": everything(byFirm),
	"close":  everything(byFirm),
	"join":   {{joined, here, false}},
	"want":   {{needArose, needs, false}, {lifeWent, segment, false}, {heardOf, aware, false}},
	"lose":   {{needGone, needs, true}, {needGone, elsewhere, true}},
	"seek":   {{brought, pending, false}},
	"age":    {{found, silent, true}, {accountEnded, holds, true}, {accountEnded, dormant, false}},
	"serve":  {{noticed, pending, false}},
	"advise": {{met, needs, true}, {met, pending, false}, {heardOf, aware, false}},
	"push":   {{calledUp, contacts, false}, {calledUp, pending, false}, {calledUp, calls, false}, {heardOf, aware, false}},
	"sign":   {{signed, holds, false}, {signed, dormant, false}, {signed, silent, true}, {signed, pending, true}, {signed, needs, true}},
	"tempt":  {{forged, silent, false}},
}

// compare looks for persons whose histories part in this step.
func (p *parting) compare(at sim.Step, week int32) {
	list := checks[at.Name()]
	for _, x := range list {
		for _, c := range p.seats {
			a, b := x.of(p.pair[0], c), x.of(p.pair[1], c)
			if a != b && p.joint[c] {
				p.note(&x, c, a, b, week)
			}
		}
	}
	switch at.Name() {
	case "ask":
		p.marked(asked, week, waiting)
	case "serve":
		p.marked(served, week, waiting)
	case "advise":
		p.marked(met, week, agreed)
	case "accrue":
		p.feel(week)
	}
	p.seats = kept(p.seats, p.joint)
}

// note notes a person whose values differ.
func (p *parting) note(x *check, c agents.CustomerID, a, b uint32, week int32) {
	side := sideOf(a, b)
	kind := x.kind
	if differ := a ^ b; side != both && !x.loss && (kind == brought || kind == noticed || kind == met) {
		kind = source(p.pair[side], c, agents.ProductID(bits.TrailingZeros32(differ)), kind)
	}
	if x.loss && side != both {
		side = 1 - side
	}
	p.part(p.who(c), week, kind, side)
}

// sideOf is the side that has more: first, second, or both where each has what the other lacks.
func sideOf(a, b uint32) uint8 {
	switch {
	case a&^b == 0:
		return second
	case b&^a == 0:
		return first
	}
	return both
}

// source is how a lead on p came to be, kind where there is none.
func source(m *sim.Market, c agents.CustomerID, p agents.ProductID, kind Kind) Kind {
	l := &m.Leads
	for row := range l.Customer {
		if l.Customer[row] != c || l.Product[row] != p || l.Stage[row] == sim.Ended {
			continue
		}
		switch l.Source[row] {
		case sim.WalkIn:
			return brought
		case sim.CalledBack:
			return calledBack
		case sim.FromContract, sim.FromEvent:
			return shown
		case sim.Noticed:
			return noticed
		case sim.Referred:
			return referred
		case sim.Pushed:
			return calledUp
		}
	}
	return kind
}

// marked compares what is not kept by customer: mark writes it for one market, and is called again to wipe it.
func (p *parting) marked(kind Kind, week int32, mark func(m *sim.Market, room []uint32, wipe bool)) {
	for side, m := range p.pair {
		mark(m, p.marks[side], false)
	}
	for _, c := range p.seats {
		if a, b := p.marks[0][c], p.marks[1][c]; a != b && p.joint[c] {
			side := uint8(first)
			if (b > a) != (kind == served) {
				side = second
			}
			p.part(p.who(c), week, kind, side)
		}
	}
	for side, m := range p.pair {
		mark(m, p.marks[side], true)
	}
}

// waiting counts the service requests of each customer that wait.
func waiting(m *sim.Market, room []uint32, wipe bool) {
	for u := range m.Queues {
		for _, r := range m.Queues[u].Rows[m.Queues[u].Head:] {
			if wipe {
				room[r.Customer] = 0
			} else if r.Gen == m.Customers.Gen[r.Customer] {
				room[r.Customer]++
			}
		}
	}
}

// agreed is the products to which each customer has said yes.
func agreed(m *sim.Market, room []uint32, wipe bool) {
	l := &m.Leads
	for row, c := range l.Customer {
		if wipe {
			room[c] = 0
		} else if l.Stage[row] == sim.Agreed {
			room[c] |= 1 << l.Product[row]
		}
	}
}

// feel notes who came to feel otherwise, and to hold other products.
func (p *parting) feel(week int32) {
	a, b := &p.pair[0].Customers, &p.pair[1].Customers
	for _, c := range p.feelings.seats {
		if a.Trust[c] != b.Trust[c] || a.Satisfaction[c] != b.Satisfaction[c] || a.Relation[c] != b.Relation[c] || a.Fatigue[c] != b.Fatigue[c] {
			p.feelings.part(p.who(c), week)
		}
	}
	p.feelings.seats = kept(p.feelings.seats, p.feelings.same)
	for _, c := range p.holdings.seats {
		if p.pair[0].Holds(c) != p.pair[1].Holds(c) {
			p.holdings.part(p.who(c), week)
		}
	}
	p.holdings.seats = kept(p.holdings.seats, p.holdings.same)
}
