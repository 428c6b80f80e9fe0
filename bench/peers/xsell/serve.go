package main

import "xsell/agents/num"

// In lanes of 2^32, of those left for service and exit: what is for service, and what is for exit.
var askHere, exitHere = part(ask * leftLanes), part((1 - ask) * exit * leftLanes)

// Of what is for service, so much goes well whatever the skill, and slope skill / 2^24 more.
var wellLanes, wellSlope = part(ask * leftLanes * wellBase), part(ask * leftLanes * (1 - wellBase) * (1 << 24) / whole)

// What becomes of trust after bad and after good service: the part lost and the units won.
var serveLoses, serveWins = [2]uint64{part(hurt), part(warm)}, [2]uint64{0, warm * whole}

// serve lets customers ask for service; how it goes is up to the seller's skill. It lists who may leave, too.
func serve(m *Market) {
	x, fine := m.scratch, m.stream(serveFine)
	x.leave.n = 0
	for _, who := range x.all(toServe) {
		c := who.seat()
		draw := fine.Bits(m.person(c))
		luck := refine(who.lane()-wantLanes, draw)
		if luck >= askHere {
			continue
		}
		good := below(luck, wellLanes+wellSlope*m.Skill[c/bookSize%sellers]>>24)
		m.Trust.add(c, serveWins[good]-times(serveLoses[good], m.Trust.of(c)))
		m.Books.Helped += int64(good)
		m.Books.Failed += int64(1 - good)
		if last := rest(draw); last < exitUnits {
			x.may(c, last)
		}
	}
	fine = m.stream(exitFine)
	for _, who := range x.all(toExit) {
		c := who.seat()
		luck := refine(who.lane()-wantLanes-serveLanes, fine.Bits(m.person(c)))
		if luck < exitHere {
			x.may(c, times(perExit, luck))
		}
	}
}

var exitUnits, perExit = part(exit), part(1 / ((1 - ask) * leftLanes))

// may
func (x *scratch) may(c uint32, luck uint64) {
	l := &x.leave
	l.who[l.n%room], l.luck[l.n%room] = c, uint32(luck)
	l.n++
}

// leave lets customers go; a newcomer takes the seat at once.
func leave(m *Market) {
	x, n := m.scratch, uint32(0)
	who := &x.leave.who
	for i, c := range who[:x.leave.n] {
		most := exit * (1 << 32) * num.Exp32(-exitTrust*float32(real(m.Trust.of(c))))
		who[n%room] = c
		n += uint32(below(uint64(x.leave.luck[i]), uint64(most)))
	}
	for _, c := range who[:n] {
		m.Need.set(c, calm*whole)
		m.Trust.set(c, calm*whole)
		m.Open[c%seats] = 0
		m.Gen[c%seats]++
	}
	m.Books.Left += int64(n)
}
