package main

// The chance of a need to fade, in lanes of 2^32; that of one to arise is slope need / 2^24 in the same units.
var fadeLanes, ariseSlope = part(fade * lanes), part(arise * (1 << 32) / whole)

// want lets needs arise, and open ones fade. Who was asked draws another lane, and is listed where service or exit concern it.
func want(m *Market) {
	x, fine := m.scratch, m.scratch.fine
	var faded, hits uint64
	fades, slope := fadeLanes, ariseSlope
	for _, c := range x.met.want[:x.met.wants%room] {
		c := uint64(c) % seats
		luck, open := fine.Bits(m.of(c, toWant)), uint64(m.Open[c])
		chance := fades&-open | slope*m.Need.of(c)>>24&(open-1)
		hit := below(refine(x.lane(c), luck), chance)
		m.Open[c] = uint8(open ^ hit)
		faded += hit & open
		hits += hit
		if lane := wantLanes + rest(luck)*leftLanes>>32; lane < wantLanes+serveLanes+exitLanes {
			x.setLane(c, lane)
			x.met.mayServe(c, lane)
		}
	}
	m.Books.Faded += int64(faded)
	m.Books.Arisen += int64(hits - faded)
}
