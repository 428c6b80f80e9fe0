package sim

import (
	"xsell/agents"
	"xsell/agents/market"
)

// leanings are tables of a close: what comes out of the formulas of lean.go for those met so far. They hang on the market's
// table alone, so that a worker keeps them from close to close and from market to market.
type leanings struct {
	table   *market.Table   // of which they speak
	movers  agents.Products // that influence the need for anything
	known   []byProduct     // by segment: what sellers know of it
	rows    []weighed       // of households, as they come
	places  [4096]uint16    // 1 + row, by a hash
	kinds   [1024]kind      // of households, by another
	looks   uint32          // by units so far
	Offered agents.Products // those with a usual inclination above 0 at this close
}

// byProduct is a number for each product.
type byProduct [agents.MaxProducts]float64

// weighed is known × inclination of all households in a segment that hold the same of what influences needs.
type weighed struct {
	of   uint64 // segment and what is held, see weighed; 0: of none
	each byProduct
}

// kind is what is known of all households alike in what counts for one look: their stage of life, what a unit can offer
// them, and what they hold that influences it.
type kind struct {
	can, held agents.Products
	of        uint32  // look and segment, 0: of none
	leans     float32 // to what can be offered
}

// speakOf makes the tables of a market's table, unless they are.
func (l *leanings) speakOf(t *market.Table) {
	if l.table == t {
		return
	}
	l.table, l.movers = t, 0
	for _, movers := range t.Movers {
		l.movers |= movers
	}
	l.known, l.rows = fit(l.known[:0], len(t.Segments)), l.rows[:0]
	clear(l.places[:])
	for i := range t.Segments {
		for p := range t.Products {
			l.known[i][p] = float64(t.Products[p].Need * t.Segments[i].Need[p])
		}
	}
}

// of is what sellers know of a segment.
func (l *leanings) of(segment uint8) *byProduct { return &l.known[segment] }

// weighed is known × inclination, by product, of a household in a segment that holds these products. It holds until it is
// asked for another.
func (l *leanings) weighed(segment uint8, held agents.Products) *byProduct {
	of := uint64(segment)<<32 | uint64(held&l.movers) | 1<<63
	place := &l.places[of*0x9e3779b97f4a7c15>>52]
	if *place == 0 {
		l.rows = append(roomFor(l.rows, 1), weighed{})
		*place = uint16(len(l.rows))
	}
	x := &l.rows[*place-1]
	if x.of != of { // rows of one place drive one another out
		x.of = of
		l.weigh(segment, held, &x.each)
	}
	return &x.each
}

// weigh works it out: what is known of a need, as a weight, times the inclination.
func (l *leanings) weigh(segment uint8, held agents.Products, each *byProduct) {
	known := l.of(segment)
	for p := range l.table.Products {
		each[p] = float64(known[p] * float64(known[p]*float64(l.table.Follow(agents.ProductID(p), held))))
	}
}

// lookAgain forgets all kinds of the look before.
func (l *leanings) lookAgain() {
	if l.looks++; l.looks == 1<<24 {
		clear(l.kinds[:])
		l.looks = 1
	}
}

// kind of household in a segment, and whether something is known of it yet; kinds can drive one another out.
func (l *leanings) kind(segment uint8, can, held agents.Products) (x *kind, known bool) {
	of := l.looks<<8 | uint32(segment)
	x = &l.kinds[(uint64(can)<<32|uint64(held)^uint64(segment)<<16)*0x9e3779b97f4a7c15>>54]
	if x.of == of && x.can == can && x.held == held {
		return x, true
	}
	x.of, x.can, x.held = of, can, held
	return x, false
}
