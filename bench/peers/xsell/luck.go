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
)

// luck draws what every seat needs this week, from one stream: for each pair of neighbours a word with 16 bits for each shock,
// for each eight a word of lanes, and for each seller the lanes of the offers.
func luck(m *Market) {
	x, stream := m.scratch, m.World.Stream(coarse, m.Index, m.Week)
	x.fine = m.World.Stream(fine, m.Index, m.Week)
	stream.Fill(m.shocks(), 0)
	stream.Fill(m.chances(), 1<<32)
	stream.Fill(x.offers[:perBook*len(m.skills())], 2<<32)
}

// shocks are this week's draws for the shocks, one for two neighbours, an even number.
func (m *Market) shocks() []uint64 { return m.scratch.shocks[:up(m.Customers/2, 2)] }

// chances are this week's lanes, eight in a word, an even number of words.
func (m *Market) chances() []uint64 { return m.scratch.chances[:up(m.Customers, 2*perDraw)/perDraw] }

// fine is this week's draw of who sits on seat c for one of the purposes above.
func (m *Market) fine(c, purpose uint64) uint64 {
	return m.scratch.fine.Bits(uint64(draw.Person(uint32(c), m.Gen[c%seats])) + purpose)
}

// laneOf is the i-th of many lanes.
func laneOf(lanes []uint64, i uint64) uint64 { return lanes[i/perDraw] >> (i % perDraw * 8) % 256 }

// refine is the uniform of a candidate, in lanes of 2^32: the lane and the upper 32 bits of a draw of the customer's own.
func refine(lane, fine uint64) uint64 { return lane<<32 | fine>>32 }

// rest is what refine leaves of the draw, 32 bits.
func rest(fine uint64) uint64 { return uint64(uint32(fine)) }
