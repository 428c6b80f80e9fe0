package twins

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"xsell/agents"
	"xsell/sim"
)

// twin is one person of one world, under both designs or under one.
type twin struct {
	market  int
	seat    int32 // under the first design where there is one
	gen     uint8
	key     string
	numbers [2]int // as sim.Tell names them; -1: it cannot
	in      [2]bool
	why     string       // where in one only
	values  [2][]float64 // by outcome; nil where not there
	groups  []string     // by dimension
	parted  split        // its week is never where they do not part
	felt    int32        // first week in which they felt otherwise, or never
	held    int32        // first week in which they held other products, or never
}

// paired tells whether the person is there under both designs.
func (t *twin) paired() bool { return t.in[0] && t.in[1] }

// difference of an outcome, second less first.
func (t *twin) difference(o int) float64 { return t.values[1][o] - t.values[0][o] }

// Reasons for being there under one design only.
const (
	stranger = "never became a customer under the other"
	leftSoon = "had left before the measured time under the other"
	onlyHere = "moved in after a household that stayed under the other"
	hired    = "hired after a seller who stayed under the other, or left before the measured time there"
	noUnit   = "the other has no such seat"
)

// customers are all who were a customer in the measured time under either design, by market, seat and generation.
func (b *book) customers() (all []twin) {
	for market, d := range b.diaries {
		all = append(all, d.customerTwins(market)...)
	}
	return all
}

// lived is all lives of one side by person.
func (l *listener) lived() map[person]*life {
	all := make(map[person]*life, len(l.lives)+len(l.past))
	for i := range l.past {
		all[person{int32(l.past[i].seat), l.past[i].gen}] = &l.past[i].life
	}
	for c := range l.lives {
		all[person{int32(c), l.lives[c].gen}] = &l.lives[c]
	}
	return all
}

func (d *diary) customerTwins(market int) (out []twin) {
	sides := [2]map[person]*life{d.customers[0].lived(), d.customers[1].lived()}
	both := maps.Clone(sides[0])
	maps.Copy(both, sides[1])
	people := slices.SortedFunc(maps.Keys(both), func(a, b person) int { return cmp.Or(cmp.Compare(a.seat, b.seat), cmp.Compare(a.gen, b.gen)) })
	for _, who := range people {
		t := twin{market: market, seat: who.seat, gen: who.gen, parted: split{week: never}, felt: never, held: never, numbers: [2]int{-1, -1}}
		for side, lives := range sides {
			if x := lives[who]; x != nil && x.known {
				t.in[side], t.values[side] = true, valuesOf(ofCustomers, x)
			}
		}
		if !t.in[0] && !t.in[1] {
			continue
		}
		t.key = fmt.Sprintf("c%d.%d.%d", market, who.seat, who.gen)
		t.why = whyAlone(&t, sides, who)
		d.describe(&t, who)
		out = append(out, t)
	}
	return out
}

// describe fills in what a customer was and where the histories parted.
func (d *diary) describe(t *twin, who person) {
	born := d.birth[who.seat]
	if who.gen > 0 {
		born = d.births[who]
	}
	for i := range byCustomer {
		t.groups = append(t.groups, byCustomer[i].of(&born))
	}
	if at, parted := d.parting.at[who]; parted {
		t.parted = at
	}
	if week, felt := d.parting.feelings.first[who]; felt {
		t.felt = week
	}
	if week, held := d.parting.holdings.first[who]; held {
		t.held = week
	}
	if who.gen == 0 {
		for side, l := range d.customers {
			if n, numbered := l.m.Number(agents.CustomerID(who.seat)); numbered {
				t.numbers[side] = n
			}
		}
	}
}

// whyAlone says why a person is there under one design only.
func whyAlone(t *twin, sides [2]map[person]*life, who person) string {
	if t.paired() {
		return ""
	}
	other := sides[0]
	if t.in[0] {
		other = sides[1]
	}
	switch x := other[who]; {
	case x == nil:
		return onlyHere
	case x.ended:
		return leftSoon
	}
	return stranger
}

// valuesOf are a person's outcomes.
func valuesOf[T any](outcomes []outcome[T], x *T) []float64 {
	values := make([]float64, len(outcomes))
	for i := range outcomes {
		values[i] = outcomes[i].of(x)
	}
	return values
}

// sellers are all who were on a seat in the measured time under either design, by market, seat and generation.
func (b *book) sellers() (all []twin) {
	for market, d := range b.diaries {
		all = append(all, d.sellerTwins(market)...)
	}
	return all
}

// post is a seller under any design: the place, and generation.
type post struct {
	place
	gen uint8
}

// served is all careers of one side by post, and the posts in order.
func (f *staffer) served() (all map[post]*career, order []post) {
	all = map[post]*career{}
	for s := range f.careers {
		where := placeOf(f.m, agents.SellerID(s))
		for i := range f.past {
			if f.past[i].seat == agents.SellerID(s) {
				all[post{where, f.past[i].gen}] = &f.past[i].career
				order = append(order, post{where, f.past[i].gen})
			}
		}
		all[post{where, f.careers[s].gen}] = &f.careers[s]
		order = append(order, post{where, f.careers[s].gen})
	}
	return all, order
}

func (d *diary) sellerTwins(market int) (out []twin) {
	sides, order := [2]map[post]*career{}, []post{}
	for side, f := range d.sellers {
		all, posts := f.served()
		sides[side] = all
		for _, p := range posts {
			if side == 0 || sides[0][p] == nil {
				order = append(order, p)
			}
		}
	}
	for _, p := range order {
		if t, there := d.sellerTwin(market, p, sides); there {
			out = append(out, t)
		}
	}
	return out
}

// sellerTwin is one seller, and whether they were on the seat in the measured time under either design.
func (d *diary) sellerTwin(market int, p post, sides [2]map[post]*career) (twin, bool) {
	t := twin{market: market, gen: p.gen, parted: split{week: never}, felt: never, held: never, numbers: [2]int{-1, -1}, seat: -1,
		key: fmt.Sprintf("s%d.%s.%d.%d", market, p.unit, p.ordinal, p.gen)}
	who := staff{unit: p.unit}
	for side := range sides {
		x := sides[1-side][p] // what they were is read of the first design where they are there
		if x != nil && x.known {
			t.in[1-side], t.values[1-side], who.sellerTraits = true, valuesOf(ofSellers, x), x.traits
		}
	}
	if !t.in[0] && !t.in[1] {
		return t, false
	}
	for i := range bySeller {
		t.groups = append(t.groups, bySeller[i].of(&who))
	}
	for side, f := range d.sellers {
		if s, there := f.find(p.place); there {
			t.numbers[side] = f.m.SellerNumber(s)
			if side == 0 {
				t.seat = int32(s)
				if at, parted := d.desks.at[desk{s, p.gen}]; parted {
					t.parted = at
				}
			}
		} else if !t.paired() {
			t.why = noUnit
		}
	}
	if !t.paired() && t.why == "" {
		t.why = hired
	}
	return t, true
}

// find the seat at a place.
func (f *staffer) find(where place) (agents.SellerID, bool) {
	for s := range f.careers {
		if placeOf(f.m, agents.SellerID(s)) == where {
			return agents.SellerID(s), true
		}
	}
	return agents.Nobody, false
}

var _ sim.Witness = (*listener)(nil)
