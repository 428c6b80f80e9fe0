package main

import (
	"encoding/binary"

	"xsell/sim/draw"
)

// Purposes of the small week's draws.
const (
	coarse    draw.Purpose = 1 + iota // of neighbours: what luck fills
	wantFine                          // whether a need arises or fades
	serveFine                         // whether there is service, how it goes, who leaves
	offerFine                         // a yes or a no to an offer
)

const (
	lanes   = 256                                // values of a lane
	perDraw = 8                                  // lanes of a draw
	perBook = (contacts + perDraw - 1) / perDraw // draws for the offers of a week to a book
)

// luck draws what every seat needs this week, from one stream: a word for each pair of neighbours, 16 bits for each of their
// shocks; a lane for each customer; and lanes for the offers of each seller.
func luck(m *Market) {
	x, stream := m.scratch, m.stream(coarse)
	for k := 0; k < m.Customers/2; k += 4 {
		four, id := (*[4]uint64)(x.shocks[k:]), uint64(k)
		four[0], four[1] = stream.Bits(id), stream.Bits(id+1)
		four[2], four[3] = stream.Bits(id+2), stream.Bits(id+3)
	}
	fill(x.chances[:(m.Customers+word-1)&^(word-1)], stream, 1<<32)
	fill(x.offers[:perDraw*perBook*len(m.skills())], stream, 2<<32)
}

// fill draws lanes, eight with each id from first on.
func fill(lanes []uint8, stream draw.Stream, first uint64) {
	for id := first; len(lanes) >= perDraw; id++ {
		binary.LittleEndian.PutUint64(lanes, stream.Bits(id))
		lanes = lanes[perDraw:]
	}
}
