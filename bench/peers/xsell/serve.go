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
	l := &m.scratch.leave
	l.n = 0
	var asked, helped uint64
	asks, exits, well, slope := askLanes, exitPart, wellLanes, wellSlope
	for _, x := range m.scratch.lists.of(forServe) {
		c, luck := x.seat(), x.uniform(wantLanes)
		if luck >= asks {
			continue
		}
		good := below(luck, well+slope*m.Skill[c/bookSize%sellers]>>24)
		m.Trust.add(c, serveWins[good]-times(serveLoses[good], m.Trust.of(c)))
		asked++
		helped += good
		if last := x.rest(); last < exits {
			l.may(c, last)
		}
	}
	m.Books.Helped += int64(helped)
	m.Books.Failed += int64(asked - helped)
	only, scale := exitOnly, exitScale
	for _, x := range m.scratch.lists.of(forExit) {
		if luck := x.uniform(wantLanes + serveLanes); luck < only {
			l.may(x.seat(), times(scale, luck))
		}
	}
}

// leaves is the chance to leave at each of 256 steps of trust, and at the end of the last, in units of 2^-32.
var leaves = func() (x [257]uint64) {
	for step := range x {
		x[step] = chanceToLeave(uint64(step) << 24)
	}
	return x
}()

func chanceToLeave(trust uint64) uint64 {
	return uint64(exit * (1 << 32) * num.Exp(-exitTrust*real(trust)))
}

// leave lets customers go; a newcomer takes the seat at once. The step of their trust decides for all but one in 300.
func leave(m *Market) {
	l, n := &m.scratch.leave, uint64(0)
	for i, c := range l.who[:l.n%room] {
		luck, trust := uint64(l.luck[i]), m.Trust.of(uint64(c))
		step := trust >> 24 % 256
		chance := leaves[step+1]
		if chance <= luck && luck < leaves[step] {
			chance = chanceToLeave(trust)
		}
		l.who[n%room] = c
		n += below(luck, chance)
	}
	for _, c := range l.who[:n] {
		m.Need[c%seats], m.Trust[c%seats] = 0, 0
		m.Open[c%seats] = 0
		m.Gen[c%seats]++
	}
	m.Books.Left += int64(n)
}
