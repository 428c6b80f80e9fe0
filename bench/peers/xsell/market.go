package main

import "xsell/sim/draw"

const (
	marketSize = 2000 // [customers] of a market, whole books: small enough to stay in the fastest cache
	seats      = 2048 // the room for them, a power of two: what is cut to its bits needs no check as an index
	sellers    = 32   // the room for sellers, a power of two as well
	period     = 13   // [weeks] a market is lived in one go
)

// Market is customers and sellers who meet nobody else, in columns: c a customer, s a seller. Seller s serves the customers
// from s*bookSize on.
type Market struct {
	World     draw.World
	Index     uint32 // names the market in its luck
	Week      int32
	Customers int // whole books, at most marketSize
	Books     Books

	Need  States
	_     [40]uint64 // so that what is read of Trust does not lie a multiple of 4096 bytes from what was just written of Need: it would wait
	Trust States
	Open  [seats]uint8    // 1 while a need is open
	Gen   [seats]uint8    // which newcomer sits on the seat
	Skill [sellers]uint64 // a state, one in a word

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
	m := &Market{World: w, Index: index, Customers: n}
	for s := range m.skills() {
		m.Skill[s] = calm * whole
	}
	return m
}

// skills are those of the sellers there are.
func (m *Market) skills() []uint64 { return m.Skill[:m.Customers/bookSize] }

// up is the next multiple of unit, a power of two.
func up(n, unit int) int { return (n + unit - 1) &^ (unit - 1) }
