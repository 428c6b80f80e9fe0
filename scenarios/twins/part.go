package twins

import (
	"xsell/agents"
	"xsell/sim"
)

// parting follows, seat by seat of one market, whether the same person lives on it under both designs and whether all
// that happened to them was the same so far. Feelings (trust, satisfaction, relationship, fatigue) are kept apart: they
// move by little with any news, and nobody could tell from them which design it was.
type parting struct {
	joint              []bool // by seat: nothing has happened to one and not to the other
	seats              []agents.CustomerID
	at                 map[person]split
	feelings, holdings *course     // trust and the like; products held
	marks              [2][]uint32 // by side and seat: room for what is compared
	pair               [2]*sim.Market
	products, lines    *order // of the second design
}

// course follows in how many one thing is still the same under both designs.
type course struct {
	same  []bool // by seat
	seats []agents.CustomerID
	first map[person]int32 // week in which it first was not
}

func newCourse(seats int) *course {
	return &course{same: make([]bool, seats), first: map[person]int32{}}
}

func (x *course) join(c agents.CustomerID) {
	if !x.same[c] {
		x.same[c] = true
		x.seats = append(x.seats, c)
	}
}

// part notes that it is no longer the same.
func (x *course) part(who person, week int32) {
	if x.same[who.seat] {
		x.same[who.seat] = false
		x.first[who] = week
	}
}

func newParting(pair [2]*sim.Market) *parting {
	n := len(pair[0].Customers.Here)
	p := &parting{joint: make([]bool, n), at: map[person]split{}, feelings: newCourse(n), holdings: newCourse(n), pair: pair,
		products: productOrder(pair[0].Model, pair[1].Model), lines: matched(pair[0].Model.Market.Lines, pair[1].Model.Market.Lines)}
	for side := range p.marks {
		p.marks[side] = make([]uint32, n)
	}
	for c := range p.joint {
		p.join(agents.CustomerID(c))
	}
	return p
}

// join says that from now on the same person lives on seat c in both.
func (p *parting) join(c agents.CustomerID) {
	if !p.joint[c] {
		p.joint[c] = true
		p.seats = append(p.seats, c)
	}
	p.feelings.join(c)
	p.holdings.join(c)
}

func (p *parting) who(c agents.CustomerID) person {
	return person{int32(c), p.pair[0].Customers.Gen[c]}
}

// part notes that the histories of a person part.
func (p *parting) part(who person, week int32, kind Kind, side uint8) {
	p.joint[who.seat] = false
	if _, known := p.at[who]; !known {
		p.at[who] = split{week, kind, side}
	}
}

// leave notes who has left in this step: gone by side. Where a household leaves under both designs in one step, the next
// moves in together as well.
func (p *parting) leave(gone [2][]agents.CustomerID, week int32) {
	a, b := &p.pair[0].Customers, &p.pair[1].Customers
	other := map[agents.CustomerID]bool{}
	for _, c := range gone[second] {
		other[c] = true
	}
	for _, c := range gone[first] {
		if other[c] {
			delete(other, c)
			p.renew(c, week)
			continue
		}
		p.alone(c, a.Gen[c]-1, week, first)
	}
	for _, c := range gone[second] {
		if other[c] {
			p.alone(c, b.Gen[c]-1, week, second)
		}
	}
}

// alone notes that the person of a generation left seat c under one design and not under the other; there the seat may
// now hold the generation that has been on it elsewhere for longer.
func (p *parting) alone(c agents.CustomerID, gen uint8, week int32, side uint8) {
	who := person{int32(c), gen}
	if p.joint[c] {
		p.part(who, week, leftFirm, side)
	}
	p.feelings.part(who, week)
	p.holdings.part(who, week)
	if p.pair[0].Customers.Gen[c] == p.pair[1].Customers.Gen[c] {
		p.part(p.who(c), week, movedIn, both)
	}
}

// renew lets the next household be on seat c in both where the one before was; their paths begin together.
func (p *parting) renew(c agents.CustomerID, week int32) {
	if p.pair[0].Customers.Gen[c] == p.pair[1].Customers.Gen[c] {
		p.join(c)
	}
}

// kept drops the seats that are no longer joint.
func kept(seats []agents.CustomerID, still []bool) []agents.CustomerID {
	out := seats[:0]
	for _, c := range seats {
		if still[c] {
			out = append(out, c)
		}
	}
	return out
}
