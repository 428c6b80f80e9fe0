package twins

import (
	"xsell/agents"
	"xsell/sim"
)

// diary is what is noted of one market of both designs.
type diary struct {
	customers [2]*listener
	sellers   [2]*staffer
	parting   *parting
	desks     *desks
	birth     []traits          // by seat: of who lived there at the start
	births    map[person]traits // of later households
}

// book is the diaries of one world, by market.
type book struct{ diaries []*diary }

func newBook(markets int) *book {
	b := &book{diaries: make([]*diary, markets)}
	for i := range b.diaries {
		b.diaries[i] = &diary{}
	}
	return b
}

// look is how the book is written.
func (b *book) look() sim.Beside {
	return sim.Beside{
		Witness: func(side int, m *sim.Market) sim.Witness {
			l := newListener(m)
			b.diaries[m.Index].customers[side] = l
			return l
		},
		See: func(at sim.Step, pair [2]*sim.Market) { b.diaries[pair[0].Index].see(at, pair) },
	}
}

// see notes what a step has changed.
func (d *diary) see(at sim.Step, pair [2]*sim.Market) {
	week := pair[0].Week
	if at == sim.AtStart {
		d.begin(pair)
	}
	if at == sim.AtClose {
		week--
	}
	for _, f := range d.sellers {
		f.turn()
	}
	var gone [2][]agents.CustomerID
	for side, l := range d.customers {
		gone[side], l.gone = l.gone, nil
		for _, c := range gone[side] {
			d.births[person{int32(c), l.m.Customers.Gen[c]}] = traitsOf(l.m, c)
		}
	}
	d.parting.leave(gone, week)
	d.parting.compare(at, week)
	d.desks.compare(at, week)
	if at.Name() == "accrue" && week >= 0 {
		for side := range pair {
			d.customers[side].week()
			d.sellers[side].week()
		}
	}
	if at == sim.AtEnd {
		for side := range pair {
			d.customers[side].end()
			d.sellers[side].end()
		}
	}
}

func (d *diary) begin(pair [2]*sim.Market) {
	for side, m := range pair {
		d.sellers[side] = newStaffer(m)
	}
	d.parting, d.desks = newParting(pair), newDesks(pair)
	d.births = map[person]traits{}
	d.birth = make([]traits, len(pair[0].Customers.Here))
	for c := range d.birth {
		d.birth[c] = traitsOf(pair[0], agents.CustomerID(c))
	}
}
