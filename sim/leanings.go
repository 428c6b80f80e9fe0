package sim

import (
	"xsell/agents"
	"xsell/agents/market"
)

// leanings are tables of what comes out of the formulas of lean.go and needs.go for those met so far. All but the last three
// hang on the market's table alone, so that a worker keeps them from week to week and from market to market; those three are of
// the market whose close was last, see closeAgain.
type leanings struct {
	table   *market.Table                 // of which they speak
	movers  agents.Products               // that influence the need for anything
	known   []byProduct                   // by segment: what sellers know of it
	usual   [][agents.MaxProducts]float32 // by segment: rates of needs of who holds nothing, at average affinity [1/week]
	rows    []alike                       // of households, as they come
	places  [4096]uint16                  // 1 + row, by a hash
	lines   [4][256]agents.Products       // by the four bytes of a set of products: the set of their lines
	kinds   [1024]kind                    // of households, by another hash
	closes  uint32                        // so far
	Offered agents.Products               // those with a usual inclination above 0 at this close
}

// byProduct is a number for each product.
type byProduct [agents.MaxProducts]float64

// alike is what all households in a segment have in common that hold the same of what influences needs.
type alike struct {
	of      uint64                      // segment and what is held, see alike; 0: of none
	rate    float64                     // of all needs together, at average affinity [1/week]
	follow  [agents.MaxProducts]float32 // factors on the rates of needs
	weighed byProduct                   // known × inclination
}

// kind is what is known at a close of all households alike in what counts: their stage of life, what a unit can offer them,
// and what they hold that influences what it may sell, which tells what influences the former, whichever the unit.
type kind struct {
	can, held agents.Products
	of        uint32  // close and segment, 0: of none
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
	if l.rows == nil {
		l.rows = make([]alike, 0, len(l.places)) // all there can be, so that no week has to make room
	}
	l.known, l.usual, l.rows = fit(l.known[:0], len(t.Segments)), fit(l.usual[:0], len(t.Segments)), l.rows[:0]
	clear(l.places[:])
	for i := range l.lines {
		for set := range l.lines[i] {
			l.lines[i][set] = t.LineSet(agents.Products(set) << (8 * i))
		}
	}
	for i := range t.Segments {
		for p := range t.Products {
			l.usual[i][p] = t.Products[p].Need * t.Segments[i].Need[p]
			l.known[i][p] = float64(l.usual[i][p])
		}
	}
}

// of is what sellers know of a segment.
func (l *leanings) of(segment uint8) *byProduct { return &l.known[segment] }

// lineSet is the set of lines of products.
func (l *leanings) lineSet(set agents.Products) agents.Products {
	return l.lines[0][uint8(set)] | l.lines[1][uint8(set>>8)] | l.lines[2][uint8(set>>16)] | l.lines[3][uint8(set>>24)]
}

// alike is what a household in a segment that holds these products has in common with those like it. It holds until it is
// asked for another.
func (l *leanings) alike(segment uint8, held agents.Products) *alike {
	of := uint64(segment)<<32 | uint64(held&l.movers) | 1<<63
	place := &l.places[of*0x9e3779b97f4a7c15>>52]
	if *place == 0 {
		l.rows = append(l.rows, alike{})
		*place = uint16(len(l.rows))
	}
	x := &l.rows[*place-1]
	if x.of != of { // rows of one place drive one another out
		x.of = of
		l.compare(segment, held, x)
	}
	return x
}

// compare works it out: the factor on a need, and what is known of it, as a weight, times the inclination.
func (l *leanings) compare(segment uint8, held agents.Products, x *alike) {
	known := l.of(segment)
	x.rate = 0
	for p := range l.table.Products {
		follow := l.table.Follow(agents.ProductID(p), held)
		x.follow[p] = follow
		x.rate += float64(known[p] * float64(follow))
		x.weighed[p] = float64(known[p] * float64(known[p]*float64(follow)))
	}
}

// closeAgain forgets all kinds of the close before, under other usual inclinations.
func (l *leanings) closeAgain() {
	if l.closes++; l.closes == 1<<24 {
		clear(l.kinds[:])
		l.closes = 1
	}
}

// kind of household in a segment, and whether something is known of it yet; kinds can drive one another out.
func (l *leanings) kind(segment uint8, can, held agents.Products) (x *kind, known bool) {
	of := l.closes<<8 | uint32(segment)
	x = &l.kinds[(uint64(can)<<32|uint64(held)^uint64(segment)<<16)*0x9e3779b97f4a7c15>>54]
	if x.of == of && x.can == can && x.held == held {
		return x, true
	}
	x.of, x.can, x.held = of, can, held
	return x, false
}
