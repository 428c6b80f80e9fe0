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
	exitFine                          // who leaves without service
	offerFine                         // a yes or a no to an offer
)

const (
	lanes   = 256                                // values of a lane
	perDraw = 8                                  // lanes of a draw
	perBook = (contacts + perDraw - 1) / perDraw // draws for the offers of a week to a book
)

// eight is the lanes of a draw.
type eight [perDraw]uint8

// luck draws what every seat needs this week, from one stream: a word for each pair of neighbours, 16 bits for each of their
// shocks; a lane for each customer; and lanes for the offers of each seller.
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

// up is the next multiple of unit, a power of two.
func up(n, unit int) int { return (n + unit - 1) &^ (unit - 1) }
