package main

import "xsell/sim/draw"

// Purposes of the small week's draws. The first is shared by neighbours and belongs to their seats; the second is of who sits
// there, and only few need it.
const (
	coarse draw.Purpose = 1 + iota // shocks and lanes, see luck
	fine                           // what is finer than a lane
)

// A person's first fine draw of a week is for what their lane is for. What others are for is part of their id, above the person.
const (
	again = (iota + 1) << 40 // another, after that for needs
	offer                    // a yes or a no
)

const (
	lanes   = 256                                // values of a lane
	perDraw = 8                                  // lanes of a draw
	perBook = (contacts + perDraw - 1) / perDraw // draws for a seller's offers of a week

	chanceIds, offerIds = 1 << 32, 2 << 32 // the first for chances and offers; shocks are before
)

// luck draws the lanes of the week, eight with a word, one for each seat and those of every seller's offers.
func luck(m *Market) {
	x := m.scratch
	x.coarse, x.fine = m.World.Stream(coarse, m.Index, m.Week), m.World.Stream(fine, m.Index, m.Week)
	lanes := m.chances()
	fill(lanes, x.coarse, chanceIds)
	for c := m.Customers; c < perDraw*len(lanes); c++ { // of nobody
		lanes[c/perDraw] |= forNobody << (c % perDraw * 8)
	}
	fill(x.offers[:perBook*len(m.skills())], x.coarse, offerIds)
}

// fill draws for so many ids in a row: into[i] becomes the bits of first+i.
func fill(into []uint64, luck draw.Stream, first uint64) {
	for i := fillFours(into, luck.K0+draw.Way(first), luck.K1); i < len(into); i++ {
		into[i] = luck.Bits(first + uint64(i))
	}
}

// chances are this week's lanes, eight in a word, an even number of words.
func (m *Market) chances() []uint64 { return m.scratch.chances[:up(m.Customers, 2*perDraw)/perDraw] }

// person is the id of who sits on seat c.
func (m *Market) person(c uint64) uint64 { return uint64(draw.Person(uint32(c), m.Gen[c%seats])) }
