package main

import "xsell/agents/num"

// Of the lanes that are left for them, in units of 2^-32: what is for service and what for exit without it; and of what is for
// service, what goes well without skill, to which slope skill / 2^24 is added.
var (
	askLanes  = part(ask * leftLanes)
	exitOnly  = part((1 - ask) * exit * leftLanes)
	wellLanes = part(ask * leftLanes * wellBase)
	wellSlope = part(ask * leftLanes * (1 - wellBase) * (1 << 24) / whole)
)

// What becomes of trust after bad and after good service: the part lost and the units won.
var serveLoses, serveWins = [2]uint64{part(hurt), part(warm)}, [2]uint64{0, warm * whole}

// The largest chance to leave, and what makes a uniform of [0, 1) of the lanes for exit without service; in units of 2^-32.
var exitPart, exitScale = part(exit), part(1 / ((1 - ask) * leftLanes))

// serve lets customers ask for service; how it goes is up to the seller's skill. It lists who may leave, with service or
// without.
func serve(m *Market) {
	x := m.scratch
	x.leave.n = 0
	var asked, helped uint64
	askLanes, exitPart, wellLanes, wellSlope := askLanes, exitPart, wellLanes, wellSlope
	for _, who := range x.serve.all() {
		c := who.seat()
		draw := m.fine(c, toServe)
		luck := refine(who.lane(), draw)
		if luck >= askLanes {
			continue
		}
		good := below(luck, wellLanes+wellSlope*m.Skill[c/bookSize%sellers]>>24)
		m.Trust.add(c, serveWins[good]-times(serveLoses[good], m.Trust.of(c)))
		asked++
		helped += good
		if last := rest(draw); last < exitPart {
			x.leave.may(c, last)
		}
	}
	m.Books.Helped += int64(helped)
	m.Books.Failed += int64(asked - helped)
	for _, who := range x.exit.all() {
		c := who.seat()
		if luck := refine(who.lane(), m.fine(c, toExit)); luck < exitOnly {
			x.leave.may(c, times(exitScale, luck))
		}
	}
}

// leave lets customers go; a newcomer takes the seat at once.
func leave(m *Market) {
	l, n := &m.scratch.leave, uint32(0)
	for i, c := range l.who[:l.n] {
		chance := exit * (1 << 32) * num.Exp32(-exitTrust*float32(real(m.Trust.of(uint64(c)))))
		l.who[n%room] = c
		n += uint32(below(uint64(l.luck[i]), uint64(int64(chance))))
	}
	for _, c := range l.who[:n] {
		m.Need[c%seats], m.Trust[c%seats] = 0, 0
		m.Open[c%seats] = 0
		m.Gen[c%seats]++
	}
	m.Books.Left += int64(n)
}
