package main

import "xsell/agents/num"

// Of the lanes left for service and exit so many are for service, in lanes of 2^32.
const askHere = ask * leftLanes * (1 << 32)

// What becomes of trust without service, after bad and after good service: the share lost and the units won.
var serveLoses, serveWins = [4]uint64{0, 0, share(hurt), share(warm)}, [4]uint64{0, 0, 0, warm * whole}

var askUnits = share(ask * leftLanes)

// perLeave
var perLeave = share(1 / ((1 - ask) * leftLanes))

// serve lets customers ask for service; how it goes is up to the seller's skill. It lists who may leave, too. All of it without
// a branch, for nobody can guess.
func serve(m *Market) {
	x, fine := m.scratch, m.stream(serveFine)
	who, uniform, n := &x.leave.who, &x.leave.luck, uint32(0)
	var count [4]int64
	for _, asker := range x.serve.all() {
		c := asker.seat()
		draw := fine.Bits(m.person(c))
		luck := refine(asker.lane()-wantLanes, draw)
		well := uint64(askHere * (wellBase + (1-wellBase)*m.Skill[c/bookSize%sellers]))
		served := (luck - askUnits) >> 63
		how := (served<<1 | (luck-well)>>63) & 3
		trust := &m.States[c/2].Trust
		*trust += at(serveWins[how]-of(serveLoses[how], half(*trust, c)), c)
		count[how]++
		after := of(perLeave, luck-askUnits)&^-served | rest(draw)&-served
		who[n%room], uniform[n%room] = c, uint32(after)
		n += uint32((after - exitUnits) >> 63)
	}
	x.leave.n = n
	m.Books.Helped += count[3]
	m.Books.Failed += count[2]
}

var exitUnits = share(exit)

// leave lets customers go; a newcomer takes the seat at once.
func leave(m *Market) {
	x := m.scratch
	who, n := &x.leave.who, uint32(0)
	for i, c := range who[:x.leave.n] {
		c %= seats
		most := exit * (1 << 32) * num.Exp32(-exitTrust*float32(real(half(m.States[c/2].Trust, c))))
		who[n%room] = c
		n += uint32((uint64(x.leave.luck[i]) - uint64(most)) >> 63)
	}
	for _, c := range who[:n] {
		c %= seats
		p := &m.States[c/2]
		p.Need += at(calm*whole-half(p.Need, c), c)
		p.Trust += at(calm*whole-half(p.Trust, c), c)
		m.Open[c] = 0
		m.Gen[c]++
	}
	m.Books.Left += int64(n)
}
