package main

import "xsell/sim/draw"

// Purposes of the small week's draws. The first is shared by neighbours and belongs to their seats; the second is of who sits
// there, and only few need it.
const (
	coarse draw.Purpose = 1 + iota // shocks and lanes, see luck
	fine                           // what is finer than a lane
)

// What a fine draw is for is part of its id, above the person.
const (
	toWant  = iota << 40 // whether a need arises or fades
	toServe              // whether there is service, how it goes, who leaves after it
	toExit               // who leaves without service
	toOffer              // a yes or a no to an offer
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
	x.coarse.Fill(lanes, chanceIds)
	for c := m.Customers; c < perDraw*len(lanes); c++ {
		x.setLane(uint64(c), forNobody)
	}
	x.coarse.Fill(x.offers[:perBook*len(m.skills())], offerIds)
}

// chances are this week's lanes, eight in a word, an even number of words.
func (m *Market) chances() []uint64 { return m.scratch.chances[:up(m.Customers, 2*perDraw)/perDraw] }

// lane of customer c.
func (x *scratch) lane(c uint64) uint64 {
	return x.chances[c/perDraw%(seats/perDraw)] >> (c % perDraw * 8) % lanes
}

// setLane gives customer c another lane.
func (x *scratch) setLane(c, lane uint64) {
	x.chances[c/perDraw%(seats/perDraw)] ^= (x.lane(c) ^ lane) << (c % perDraw * 8)
}

// of is the draw of who sits on seat c for one of the purposes above.
func (m *Market) of(c, purpose uint64) uint64 {
	return uint64(draw.Person(uint32(c), m.Gen[c%seats])) + purpose
}

// refine is the uniform of a candidate, in lanes of 2^32: the lane and the upper 32 bits of a draw of the customer's own.
func refine(lane, fine uint64) uint64 { return lane<<32 | fine>>32 }

// rest is what refine leaves of the draw, 32 bits.
func rest(fine uint64) uint64 { return uint64(uint32(fine)) }
