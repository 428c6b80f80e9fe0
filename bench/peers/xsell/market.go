package main

import "xsell/sim/draw"

const (
	marketSize = 1600 // [customers] of a market: whole books and whole words of marks, and small enough for the fastest cache
	period     = 13   // [weeks] a market is lived in one go
)

// Market is customers and sellers who meet nobody else, in columns: c a customer, s a seller. Seller s serves the customers
// from s*bookSize on.
type Market struct {
	World draw.World
	Index uint32 // names the market in its luck
	Week  int32
	Books Books

	States []Pair
	Open   []uint8   // 1 while a need is open
	Gen    []uint8   // which newcomer sits on the seat
	Skill  []float32 // of sellers, in [0, 1]

	scratch *scratch // while the market is lived
}

// Books counts what happened.
type Books struct{ Offers, Accepted, Arisen, Faded, Helped, Failed, Left int64 }

// Add adds the counts of another.
func (b *Books) Add(o Books) {
	b.Offers += o.Offers
	b.Accepted += o.Accepted
	b.Arisen += o.Arisen
	b.Faded += o.Faded
	b.Helped += o.Helped
	b.Failed += o.Failed
	b.Left += o.Left
}

// newMarket founds a market of n customers, a whole number of books, all at rest.
func newMarket(w draw.World, index uint32, n int) *Market {
	m := &Market{World: w, Index: index, States: make([]Pair, n/2),
		Open: make([]uint8, n), Gen: make([]uint8, n), Skill: make([]float32, n/bookSize)}
	for k := range m.States {
		m.States[k] = Pair{Need: calm * whole * both, Trust: calm * whole * both}
	}
	for s := range m.Skill {
		m.Skill[s] = 0.5
	}
	return m
}

// stream is this market's luck for a purpose this week.
func (m *Market) stream(p draw.Purpose) draw.Stream { return m.World.Stream(p, m.Index, m.Week) }

// person is the id of who sits on seat c.
func (m *Market) person(c uint32) uint64 { return uint64(draw.Person(c, m.Gen[c])) }
