package sim

import (
	"xsell/agents"
	"xsell/agents/market"
)

// leanings are tables of a close: what comes out of the formulas of lean.go for each segment, product and set of those
// held that influence it. A product that more than a few others influence is asked the formula.
type leanings struct {
	Known    []float64            // by row of segment and product
	Weighted []float64            // by row and which of the influencing products are held: known × inclination
	Offered  agents.Products      // those with a usual inclination above 0
	Shifts   [][influences]uint8  // by product: that bring each influencing product held to the lowest bit
	Many     agents.Products      // those under more influences than the tables hold
	rules    [][]market.Influence // by product
	kinds    [1024]kind           // of households, by a hash
	looks    uint32               // by units so far
}

// kind is what is known of all households alike in what counts for one look: their stage of life, what a unit can offer
// them, and what they hold that influences it.
type kind struct {
	can, held agents.Products
	of        uint32  // look and segment, 0: of none
	leans     float32 // to what can be offered
}

const (
	influences = 4               // at most, for a product in the tables
	patterns   = 1 << influences // of them, held or not
	none       = 63              // a shift to where no product is
)

func newLeanings(segments, products int) leanings {
	rows := segments * products
	return leanings{Known: make([]float64, rows), Weighted: make([]float64, rows*patterns), Shifts: make([][influences]uint8, products)}
}

// know writes down what sellers know of each segment.
func (l *leanings) know(t *market.Table) {
	products := len(t.Products)
	for i := range t.Segments {
		known, need := l.Known[i*products:][:products], t.Segments[i].Need
		for p := range known {
			known[p] = float64(t.Products[p].Need * need[p])
		}
	}
}

// of is what they know of one, by product.
func (l *leanings) of(segment uint8) []float64 {
	return l.Known[int(segment)*len(l.Shifts):][:len(l.Shifts)]
}

// fits tells whether the tables are of this size.
func (l *leanings) fits(segments, products int) bool {
	return len(l.Shifts) == products && len(l.Known) == segments*products
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

// row of a segment and a product.
func (l *leanings) row(segment uint8, p agents.ProductID) int {
	return int(segment)*len(l.Shifts) + int(p)
}

// cell of the tables for a row's product p where these products are held.
func (l *leanings) cell(row int, p agents.ProductID, held agents.Products) int {
	s, h := &l.Shifts[p], uint64(held)
	return row*patterns + int(h>>(s[0]&63)&1|h>>(s[1]&63)&1<<1|h>>(s[2]&63)&1<<2|h>>(s[3]&63)&1<<3)
}

// weigh is what is known of a need, as a weight, times the inclination.
func weigh(known float64, rules []market.Influence, held agents.Products) float64 {
	return float64(known * float64(known*float64(influence(rules, held))))
}

// tabulate writes down what depends on segments and influences alone.
func (l *leanings) tabulate(t *market.Table) {
	l.rules, l.Many = t.Influences, 0
	for p, rules := range t.Influences {
		l.Shifts[p] = [influences]uint8{none, none, none, none}
		if len(rules) > influences {
			l.Many = l.Many.With(agents.ProductID(p))
			continue
		}
		for i, x := range rules {
			l.Shifts[p][i] = uint8(x.Held)
		}
	}
	l.know(t)
	for row := range l.Known {
		p := row % len(t.Products)
		for pattern := range l.patterns(p) {
			l.Weighted[row*patterns+pattern] = weigh(l.Known[row], l.rules[p], l.example(p, pattern))
		}
	}
}

// patterns is how many there are for a product in the tables.
func (l *leanings) patterns(p int) int {
	if l.Many.Has(agents.ProductID(p)) {
		return 0
	}
	return 1 << len(l.rules[p])
}

// example holds those of the products that influence p which a pattern says.
func (l *leanings) example(p, pattern int) (held agents.Products) {
	for i, x := range l.rules[p] {
		if pattern>>i&1 == 1 {
			held = held.With(x.Held)
		}
	}
	return held
}
