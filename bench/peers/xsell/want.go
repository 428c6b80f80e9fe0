package main

// The chance of a need to fade, in lanes of 2^32; that of one to arise is slope need / 2^24 in the same units.
var fadeLanes, ariseSlope = part(fade * lanes), part(arise * (1 << 32) / whole)

// againPart is how often another lane is one for service or exit, in units of 2^-32, and a little more.
const againPart = (serveLanes+exitLanes)<<32/leftLanes + 1

// want lets needs arise, and open ones fade. Who was asked draws another lane, and is listed where service or exit concern it.
func want(m *Market) {
	var faded, hits uint64
	fades, slope := fadeLanes, ariseSlope
	for _, x := range m.scratch.lists.of(forWant) {
		c := x.seat()
		open := uint64(m.Open[c])
		chance := fades&-open | slope*m.Need.of(c)>>24&(open-1)
		hit := below(x.uniform(0), chance)
		m.Open[c] = uint8(open ^ hit)
		faded += hit & open
		hits += hit
		if x.rest() < againPart {
			m.again(c, wantLanes+x.rest()*leftLanes>>32)
		}
	}
	m.Books.Faded += int64(faded)
	m.Books.Arisen += int64(hits - faded)
}

// again lists c with another lane, if it is for something.
func (m *Market) again(c, lane uint64) {
	if lane < met {
		x := m.scratch
		x.lists.add(kindOf(lane), candidate{who: c<<8 | lane, luck: x.fine.Bits(m.person(c) + again)})
	}
}
