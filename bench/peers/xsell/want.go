package main

import "math"

// refine is the uniform of a candidate, in lanes of 2^32: the lane and 32 bits of a draw of the customer's own.
func refine(lane uint32, fine uint64) uint64 { return uint64(lane)<<32 | fine>>32 }

// rest is what refine leaves of the draw, 32 bits.
func rest(fine uint64) uint64 { return fine & math.MaxUint32 }

// The chance of a need to arise or to fade is base + slope need, by whether one is open: in lanes of 2^32, and the slope, for a
// need in units of whole, 2^24 times that.
var (
	wantBase  = [2]uint64{0, share(fade) * lanes}
	wantSlope = [2]uint64{share(arise * (1 << 32) / whole), 0}
)

// want lets needs arise, and open ones fade. It draws the lane of service and exit for those on its list.
func want(m *Market) {
	x, fine := m.scratch, m.stream(wantFine)
	opened, serve, n := m.Open[:len(m.Gen)], &x.serve.who, x.serve.n
	var count [2]int64 // of needs that changed, by whether they were open
	for _, who := range x.want.all() {
		c, lane := who>>8, who&0xff
		luck := fine.Bits(m.person(c))
		open := opened[c] & 1
		chance := wantBase[open] + wantSlope[open]*half(m.States[c>>1].Need, c)>>24
		hit := (refine(lane, luck) - chance) >> 63
		opened[c] = open ^ uint8(hit)
		count[open] += int64(hit)
		again := uint32(rest(luck) * leftLanes >> 32)
		serve[n%room] = candidate(c, wantLanes+again)
		n += (again - serveLanes) >> 31
	}
	x.serve.n = n
	m.Books.Arisen += count[0]
	m.Books.Faded += count[1]
}
