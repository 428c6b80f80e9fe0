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
	pairs, eights, offers := len(m.States), (len(m.Gen)+perDraw-1)/perDraw, perBook*len(m.Skill)
	for k := range x.shocks[:pairs] {
		x.shocks[k] = stream.Bits(uint64(k))
	}
	fill(x.chances[:perDraw*eights], stream, 1<<32)
	fill(x.offers[:perDraw*offers], stream, 2<<32)
}

// fill draws lanes, eight with each id from first on.
func fill(lanes []uint8, stream draw.Stream, first uint64) {
	for id := first; len(lanes) >= perDraw; id++ {
		binary.LittleEndian.PutUint64(lanes, stream.Bits(id))
		lanes = lanes[perDraw:]
	}
}
