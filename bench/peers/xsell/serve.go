package main

import "xsell/agents/num"

// Of the lanes left for service and exit, in lanes of 2^32: so many are for service.
const askHere = ask * leftLanes * (1 << 32)
const askFrom = uint64(41231686042)

// What becomes of trust, by whether service was bad or good: the share lost and the units won.
var serveLoses, serveWins = [2]uint64{share(hurt), share(warm)}, [2]uint64{0, warm * whole}

// serve lets customers ask for service; how it goes is up to the seller's skill. It lists who may leave, too.
func serve(m *Market) {
	x, fine := m.scratch, m.stream(serveFine)
	helped, failed := 0, 0
	x.leave.n = 0
	for _, who := range x.serve.all() {
		c, lane := who>>8, who&0xff
		draw := fine.Bits(m.person(c))
		luck := refine(lane-wantLanes, draw)
		if luck >= askFrom {
			x.leave.may(c, (float64(luck)-askHere)/(leftLanes*(1<<32)-askHere))
			continue
		}
		most := uint64(askHere * (wellBase + (1-wellBase)*m.Skill[c/bookSize]))
		well := (luck - most) >> 63
		m.Trust.add(c, serveWins[well]-of(serveLoses[well], m.Trust.at(c)))
		helped += int(well)
		failed += int(1 - well)
		if last := rest(draw); float64(last) < exit*(1<<32) {
			x.leave.may(c, float64(last)/(1<<32))
		}
	}
	m.Books.Helped += int64(helped)
	m.Books.Failed += int64(failed)
}

// leave lets customers go; a newcomer takes the seat at once.
func leave(m *Market) {
	x := m.scratch
	for i, who := range x.leave.who[:x.leave.n] {
		c := who
		if x.leave.luck[i] < exit*num.Exp32(-exitTrust*float32(real(m.Trust.at(c)))) {
			m.Need.set(c, calm*whole)
			m.Trust.set(c, calm*whole)
			m.Open[c] = 0
			m.Gen[c]++
			m.Books.Left++
		}
	}
}
