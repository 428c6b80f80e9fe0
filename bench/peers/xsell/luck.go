package main

import "xsell/sim/draw"

// Purposes of the small week's draws.
const (
	coarse    draw.Purpose = 1 + iota // of neighbours: what luck fills
	wantFine                          // whether a need arises or fades
	serveFine                         // whether there is service, how it goes, who leaves
	offerFine                         // a yes or a no to an offer
)

const (
	lanes   = 256 // values of a lane
	perDraw = 8   // lanes of a draw
	perBook = (contacts + perDraw - 1) / perDraw
)

// luck draws what every seat needs this week, from one stream: a word for each pair of neighbours, 16 bits for each of their
// shocks; a lane for each customer; and lanes for the offers of each seller.
func luck(m *Market) {
	x, stream := m.scratch, m.stream(coarse)
	fill(x.shocks[:m.fours()], stream, 0)
	fill(x.chances[:up(m.Customers, word)/perDraw], stream, 1<<32)
	fill(x.offers[:up(perBook*len(m.skills()), 4)], stream, 2<<32)
}

// fill draws a word with each id from first on, four in a row.
func fill(words []uint64, stream draw.Stream, first uint64) {
	for k := 0; k < len(words)-3; k += 4 {
		id := first + uint64(k)
		words[k], words[k+1] = stream.Bits(id), stream.Bits(id+1)
		words[k+2], words[k+3] = stream.Bits(id+2), stream.Bits(id+3)
	}
}

// lane is the n-th lane of a row of draws.
func lane(words []uint64, n uint32) uint32 { return draw.Lane(words[n/perDraw], uint(n)) }

// up is the next multiple of unit, a power of two.
func up(n, unit int) int { return (n + unit - 1) &^ (unit - 1) }
