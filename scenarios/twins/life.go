package twins

import (
	"math/bits"

	"xsell/agents"
	"xsell/sim"
)

// happenings is how many kinds of happening a life counts.
const happenings = int(sim.Forged) + 1

// life is what one customer came to in the measured time under one design.
type life struct {
	gen      uint8
	known    bool // was a customer at a date of the measured time
	left     bool // left the firm in the measured time
	ended    bool // the household is gone from its seat
	born     int32
	sums     [happenings]int32
	weeks    int32   // as a customer
	trust    float64 // summed over these weeks
	profit   agents.Money
	products int // held at the end
}

// listener hears of the customers of one market under one design.
type listener struct {
	m     *sim.Market
	lives []life // by seat: of who lives there now
	past  []pastLife
	gone  []agents.CustomerID // since the last step
}

type pastLife struct {
	seat agents.CustomerID
	life
}

func newListener(m *sim.Market) *listener {
	l := &listener{m: m, lives: make([]life, len(m.Customers.Here))}
	for c := range l.lives {
		l.lives[c] = life{gen: m.Customers.Gen[c], born: m.Week}
	}
	return l
}

// Hear notes what happens to a customer. Before the measured time only departures count.
func (l *listener) Hear(what sim.Happening, c agents.CustomerID, amount int32) {
	x := &l.lives[c]
	if what == sim.Leaving {
		x.ended = true
		if l.m.Week >= 0 {
			x.known, x.left, x.profit = true, true, l.m.Profit(c)
		}
		l.past = append(l.past, pastLife{c, *x})
		l.gone = append(l.gone, c)
		*x = life{gen: x.gen + 1, born: l.m.Week}
		return
	}
	if l.m.Week >= 0 {
		x.known = true
		x.sums[what] += amount
	}
}

// week counts one more week of everybody who is a customer.
func (l *listener) week() {
	cs := &l.m.Customers
	for c, here := range cs.Here {
		if here {
			x := &l.lives[c]
			x.known = true
			x.weeks++
			x.trust += float64(cs.Trust[c])
		}
	}
}

// end fills in what is known when all is lived.
func (l *listener) end() {
	for c := range l.lives {
		if who := agents.CustomerID(c); l.m.Customers.Here[c] {
			l.lives[c].known = true
			l.lives[c].profit = l.m.Profit(who)
			l.lives[c].products = bits.OnesCount32(uint32(l.m.Holds(who)))
		}
	}
}
