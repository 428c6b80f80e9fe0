package main

// refine is the uniform of a candidate, in lanes of 2^32: the lane and the upper 32 bits of a draw of the customer's own.
func refine(lane, fine uint64) uint64 { return lane<<32 | fine>>32 }

// rest is what refine leaves of the draw, 32 bits.
func rest(fine uint64) uint64 { return uint64(uint32(fine)) }

// The chance of a need to fade, in lanes of 2^32, and that of one to arise: slope need, 2^24 times that.
var fadeHere, ariseSlope = part(fade * lanes), part(arise * (1 << 32) / whole)

// want lets needs arise, and open ones fade. It draws the lane of service and exit for those on its list.
func want(m *Market) {
	x, fine, n := m.scratch, m.stream(wantFine), uint32(0)
	for _, who := range x.all(toWant) {
		c := who.seat()
		luck := fine.Bits(m.person(c))
		open := uint64(m.Open[c])
		chance := fadeHere&-open | ariseSlope*m.Need.of(c)>>24&(open-1)
		hit := below(refine(who.lane(), luck), chance)
		m.Open[c] = uint8(open ^ hit)
		m.Books.Faded += int64(hit & open)
		m.Books.Arisen += int64(hit &^ open)
		again := rest(luck) * leftLanes >> 32
		x.again[n%room] = candidate(c<<8 + uint32(wantLanes+again))
		n += uint32(below(again, serveLanes+exitLanes))
	}
	for _, who := range x.again[:n] {
		x.list(who.seat(), uint8(who.lane()))
	}
}
