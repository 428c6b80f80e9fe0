package main

import "math"

// refine is the uniform of a candidate, in lanes of 2^32: the lane and 32 bits of a draw of the customer's own.
func refine(lane uint32, fine uint64) uint64 { return uint64(lane)<<32 | fine>>32 }

// rest is what refine leaves of the draw, 32 bits.
func rest(fine uint64) uint64 { return fine & math.MaxUint32 }

// The chance of a need to arise is slope need; the slope, for a need in units of whole, is 2^24 times that of lanes of 2^32.
var fadeLanes, ariseSlope = share(fade) * lanes, share(arise * (1 << 32) / whole)

// want lets needs arise, and open ones fade. It draws the lane of service and exit for those on its list.
func want(m *Market) {
	x, fine := m.scratch, m.stream(wantFine)
	serve, n := &x.serve.who, x.serve.n
	fadeLanes, ariseSlope := fadeLanes, ariseSlope
	arisen, changed := 0, 0
	for _, who := range x.want.all() {
		c := who.seat()
		luck := fine.Bits(m.person(c))
		open := uint64(m.Open[c])
		chance := fadeLanes&-open | ariseSlope*half(m.States[c/2].Need, c)>>24&(open-1)
		hit := (refine(who.lane(), luck) - chance) >> 63
		m.Open[c] = uint8(open ^ hit)
		changed += int(hit)
		arisen += int(hit &^ open)
		again := uint32(rest(luck) * leftLanes >> 32)
		serve[n%room] = candidateAt(c, wantLanes+again)
		n += (again - serveLanes) >> 31
	}
	x.serve.n = n
	m.Books.Arisen += int64(arisen)
	m.Books.Faded += int64(changed - arisen)
}
