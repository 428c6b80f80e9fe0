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
	Relative []float64            // likewise, over the usual inclination
	Offered  agents.Products      // those with a usual inclination above 0
	Shifts   [][influences]uint8  // by product: that bring each influencing product held to the lowest bit
	Many     agents.Products      // those under more influences than the tables hold
	usual    []float64            // by product
	rules    [][]market.Influence // by product
}

const (
	influences = 4               // at most, for a product in the tables
	patterns   = 1 << influences // of them, held or not
	none       = 63              // a shift to where no product is
)

func newLeanings(segments, products int) leanings {
	rows := segments * products
	return leanings{Known: make([]float64, rows), Weighted: make([]float64, rows*patterns),
		Relative: make([]float64, rows*patterns), Shifts: make([][influences]uint8, products)}
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

// compare writes down how inclinations stand to the usual ones.
func (l *leanings) compare(usual []float64) {
	l.usual, l.Offered = usual, 0
	for row := range l.Known {
		p := row % len(usual)
		if usual[p] <= 0 {
			continue
		}
		l.Offered = l.Offered.With(agents.ProductID(p))
		for pattern := range l.patterns(p) {
			l.Relative[row*patterns+pattern] = l.Weighted[row*patterns+pattern] / usual[p]
		}
	}
}
