package main

// The chance of a need to fade, in lanes of 2^32; that of one to arise is slope need / 2^24 in the same units.
var fadeLanes, ariseSlope = part(fade * lanes), part(arise * (1 << 32) / whole)

// want lets needs arise, and open ones fade. Then it lists whom service and exit concern of those who were asked.
func want(m *Market) {
	x, fine := m.scratch, m.stream(wantFine)
	n := uint32(0)
	for _, who := range x.all(forWant) {
		c := who.seat()
		luck := fine.Bits(m.person(c))
		open := uint64(m.Open[c])
		chance := fadeLanes&-open | ariseSlope*m.Need.of(c)>>24&(open-1)
		hit := below(refine(who.lane(), luck), chance)
		m.Open[c] = uint8(open ^ hit)
		m.Books.Faded += int64(hit & open)
		m.Books.Arisen += int64(hit &^ open)
		again := rest(luck) * leftLanes >> 32
		x.again.who[n%room] = candidateOf(c, uint32(wantLanes+again))
		n += uint32(below(again, serveLanes+exitLanes))
	}
	x.again.n = n
	for _, who := range x.again.all() {
		x.list(who.seat(), uint8(who.lane()))
	}
}
