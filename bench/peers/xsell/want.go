package main

// The chance of a need to fade, in lanes of 2^32; that of one to arise is slope need / 2^24 in the same units.
var fadeLanes, ariseSlope = part(fade * lanes), part(arise * (1 << 32) / whole)

// want lets needs arise, and open ones fade. Then it lists whom service and exit concern of those who were asked.
func want(m *Market) {
	x := m.scratch
	serve, exit := x.serve.n, x.exit.n
	var faded, arisen uint64
	fadeLanes, ariseSlope := fadeLanes, ariseSlope
	for _, who := range x.want.all() {
		c := who.seat()
		luck := m.fine(c, toWant)
		open := uint64(m.Open[c])
		chance := fadeLanes&-open | ariseSlope*m.Need.of(c)>>24&(open-1)
		hit := below(refine(who.lane(), luck), chance)
		m.Open[c] = uint8(open ^ hit)
		faded += hit & open
		arisen += hit &^ open
		lane := rest(luck) * leftLanes >> 32
		x.serve.who[serve%room] = candidateOf(c, lane)
		x.exit.who[exit%room] = candidateOf(c, lane-serveLanes)
		first, second := below(lane, serveLanes), below(lane, serveLanes+exitLanes)
		serve += first
		exit += second - first
	}
	x.serve.n, x.exit.n = serve, exit
	m.Books.Faded += int64(faded)
	m.Books.Arisen += int64(arisen)
}
