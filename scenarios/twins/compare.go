package twins

import (
	"math/bits"

	"xsell/agents"
	"xsell/sim"
)

// check compares one thing of a customer under both designs after a step.
type check struct {
	kind Kind
	what
	loss bool // the event takes a member of the set away
}

// what is read of a customer, and what it is a set of.
type what struct {
	of      func(m *sim.Market, c agents.CustomerID) uint32
	members members
}

// members of a set.
type members uint8

const (
	number members = iota // it is no set
	ofProducts
	ofLines
)

var (
	needs     = what{func(m *sim.Market, c agents.CustomerID) uint32 { return uint32(m.Customers.Need.Of(c)) }, ofProducts}
	elsewhere = what{func(m *sim.Market, c agents.CustomerID) uint32 { return uint32(m.Customers.Elsewhere.Of(c)) }, ofProducts}
	pending   = what{func(m *sim.Market, c agents.CustomerID) uint32 { return uint32(m.Customers.Pending.Of(c)) }, ofProducts}
	holds     = what{func(m *sim.Market, c agents.CustomerID) uint32 { return uint32(m.Holds(c)) }, ofProducts}
	dormant   = what{func(m *sim.Market, c agents.CustomerID) uint32 { return uint32(m.Customers.Dormant(c)) }, ofProducts}
	silent    = what{func(m *sim.Market, c agents.CustomerID) uint32 { return uint32(m.Customers.Silent(c)) }, ofProducts}
	aware     = what{func(m *sim.Market, c agents.CustomerID) uint32 { return uint32(m.Customers.Aware.Of(c)) }, ofLines}
	contacts  = what{func(m *sim.Market, c agents.CustomerID) uint32 { return uint32(m.Customers.Contacts[c]) }, number}
	segment   = what{func(m *sim.Market, c agents.CustomerID) uint32 { return uint32(m.Customers.Segment[c]) }, number}
	noCalls   = what{func(m *sim.Market, c agents.CustomerID) uint32 { return uint32(flag(m.Customers.OptedOut(c))) }, number}
	here      = what{func(m *sim.Market, c agents.CustomerID) uint32 { return uint32(flag(m.Customers.Here[c])) }, number}
)

// everything that can differ between steps of the firm.
func everything(kind Kind) (list []check) {
	for _, x := range []what{here, holds, dormant, needs, pending, elsewhere, aware, segment} {
		list = append(list, check{kind, x, false})
	}
	return list
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
	"push":   {{calledUp, contacts, false}, {calledUp, pending, false}, {calledUp, noCalls, false}, {heardOf, aware, false}},
	"sign":   {{signed, holds, false}, {signed, dormant, false}, {signed, silent, true}, {signed, pending, true}, {signed, needs, true}},
	"tempt":  {{forged, silent, false}},
}

// both values of a customer, sets in the order of the first design.
func (p *parting) values(x *what, c agents.CustomerID) (a, b uint32) {
	a, b = x.of(p.pair[0], c), x.of(p.pair[1], c)
	switch x.members {
	case ofProducts:
		b = p.products.of(b)
	case ofLines:
		b = p.lines.of(b)
	}
	return a, b
}

// compare looks for persons whose histories part in this step.
func (p *parting) compare(at sim.Step, week int32) {
	list := checks[at.Name()]
	for _, x := range list {
		for _, c := range p.seats {
			a, b := p.values(&x.what, c)
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
		product := agents.ProductID(bits.TrailingZeros32(differ))
		if side == second {
			product = p.products.back(int(product))
		}
		kind = source(p.pair[side], c, product, kind)
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
		a, b := p.marks[0][c], p.marks[1][c]
		if kind == met {
			b = p.products.of(b)
		}
		if a != b && p.joint[c] {
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
		if a, b := p.values(&holds, c); a != b {
			p.holdings.part(p.who(c), week)
		}
	}
	p.holdings.seats = kept(p.holdings.seats, p.holdings.same)
}
