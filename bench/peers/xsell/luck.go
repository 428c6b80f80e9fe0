package main

import (
	"encoding/binary"

	"xsell/sim/draw"
)

// Purposes of the small week's draws. The first is shared by neighbours and belongs to their seats; the others are of who sits
// there, and only few need them.
const (
	coarse    draw.Purpose = 1 + iota // shocks and lanes, see luck
	wantFine                          // whether a need arises or fades
	serveFine                         // whether there is service, how it goes, who leaves after it
	exitFine                          // who leaves without service
	offerFine                         // a yes or a no to an offer
)

const (
	lanes   = 256                                // values of a lane
	perDraw = 8                                  // lanes of a draw
	perBook = (contacts + perDraw - 1) / perDraw // draws for a seller's offers of a week
)

// eight is the lanes of a draw.
type eight [perDraw]uint8

// luck draws what every seat needs this week, from one stream: for each pair of neighbours a word with 16 bits for each shock,
// for each eight a word of lanes, and for each seller the lanes of the offers.
func luck(m *Market) {
	x, stream := m.scratch, m.stream(coarse)
	shocks := x.shocks[:m.fours()]
	for k := 0; k < len(shocks)-3; k += 4 {
		id := uint64(k)
		shocks[k], shocks[k+1] = stream.Bits(id), stream.Bits(id+1)
		shocks[k+2], shocks[k+3] = stream.Bits(id+2), stream.Bits(id+3)
	}
	fill(x.chances[:up(m.Customers, word)/perDraw], stream, 1<<32)
	fill(x.offers[:up(perBook*len(m.skills()), 4)], stream, 2<<32)
}

// fill draws lanes, eight with each id from first on, a multiple of four times.
func fill(lanes []eight, stream draw.Stream, first uint64) {
	for k := 0; k < len(lanes)-3; k += 4 {
		id := first + uint64(k)
		a, b, c, d := stream.Bits(id), stream.Bits(id+1), stream.Bits(id+2), stream.Bits(id+3)
		binary.LittleEndian.PutUint64(lanes[k][:], a)
		binary.LittleEndian.PutUint64(lanes[k+1][:], b)
		binary.LittleEndian.PutUint64(lanes[k+2][:], c)
		binary.LittleEndian.PutUint64(lanes[k+3][:], d)
	}
}

// refine is the uniform of a candidate, in lanes of 2^32: the lane and the upper 32 bits of a draw of the customer's own.
func refine(lane, fine uint64) uint64 { return lane<<32 | fine>>32 }

// rest is what refine leaves of the draw, 32 bits.
func rest(fine uint64) uint64 { return uint64(uint32(fine)) }
