package main

import (
	"math"

	"xsell/agents/num"
)

// A yes has log-odds of oddsBase and twice what is here called appeal: need and trust, half the skill, and openAdds if a need is
// open; in units of whole.
const openAdds = oddsOpen * whole / 2

// least says what appeal a yes needs at the lower end of a lane: with less there is none, with that of the next lane it is sure.
var least = func() (x [lanes + 1]uint64) {
	x[lanes] = math.MaxInt64
	for lane := 1; lane < lanes; lane++ {
		u := float64(lane) / lanes
		x[lane] = uint64(max(math.Log(u/(1-u))-oddsBase, 0) / 2 * whole)
	}
	return x
}()

// Most offers are decided with 16 bits, in units of 2^unit16: need, trust and half the skill, each less than 1 too low, slack16
// for that, and openAdds, rounded up. It is more than appeal, less calm for need and trust, and at most 4 more; and no more than
// the largest number of 16 bits. In the same units asks16 says for each lane below what there is no yes, and above what it is sure.
const (
	unit16     = 18
	openAdds16 = openAdds>>unit16 + 1
	slack16    = 3
)

var asks16 = func() (x [lanes]struct{ least, sure int16 }) {
	of := func(lane int) int64 { return (int64(least[lane]) - 2*calm*whole) >> unit16 }
	for lane := range x {
		x[lane].least, x[lane].sure = int16(min(of(lane), math.MaxInt16)), int16(min(of(lane+1)+slack16+1, math.MaxInt16))
	}
	return x
}()

// A no takes annoy18 / 2^18 of the distance of trust to calm, of which the lower 18 bits are left off, and annoyAll; a yes takes
// warm18 / 2^18 of it and adds warmAll.
const (
	annoy18  = 5243 // 0.02 of 2^18
	annoyAll = annoy*calm*whole + annoy18/2
	warm18   = 26214 // 0.1 of 2^18
	warmAll  = warm*calm*whole - warm18/2
)

// meet lets every seller meet the next customers of the book.
func meet(m *Market) {
	x, start := m.scratch, m.start()
	x.opens = 0
	for s, skill := range m.skills() {
		luck := (*[perBook]uint64)(x.offers[s*perBook:])
		sold, open := offerAll(m, &x.before, luck, uint32(s*bookSize+start), int16(skill>>(1+unit16)+slack16), x.open[x.opens:])
		x.sold[s] = uint64(sold)
		x.opens += open
		m.Books.Accepted += int64(sold)
	}
	m.Books.Offers += int64(len(m.skills()) * contacts)
}

// start is the place in every book at which this week's contacts start.
func (m *Market) start() int { return int(m.Week) * contacts % bookSize }

// offerPlainly makes a seller's offers, one customer after the other from the first on. Who surely says yes is told the trust
// and need that this leaves; all others what a no leaves. It keeps what trust was before, and returns how many said yes and for
// how many, now in who, nothing is sure yet.
func offerPlainly(m *Market, before *States, luck *[perBook]uint64, first uint32, able int16, who []uint16) (sold, open int) {
	for i := range uint64(contacts) {
		c := (uint64(first) + i) % seats
		need, trust, lane := m.Need[c], m.Trust[c], luck[i/perDraw]>>(i%perDraw*8)%lanes
		appeal := min(need>>unit16+trust>>unit16+int32(able)+openAdds16*int32(m.Open[c]), math.MaxInt16)
		before[c] = trust
		m.Trust[c] = trust - annoy18*(trust>>18) - annoyAll
		switch {
		case appeal > int32(asks16[lane].sure):
			m.Trust[c], m.Open[c] = trust-warm18*(trust>>18)+warmAll, 0
			sold++
		case appeal >= int32(asks16[lane].least):
			who[open] = uint16(c)
			open++
		}
	}
	return sold, open
}

// In units of 2^-32.
var learnPart, forgetPart = part(learning), part(forget)

// answer says who says yes of those for whom nothing is sure yet.
func answer(m *Market) {
	x, start := m.scratch, uint64(m.start())
	for _, c := range x.open[:x.opens] {
		c := uint64(c) % seats
		s := c / bookSize % sellers
		place := c - s*bookSize - start
		lane := x.offers[s*perBook+place/perDraw] >> (place % perDraw * 8) % lanes
		if !m.says(c, lane, m.Need.of(c)+x.before.of(c)+openAdds*uint64(m.Open[c])+m.Skill[s]/2) {
			continue
		}
		trust := x.before[c]
		m.Trust[c], m.Open[c] = trust-warm18*(trust>>18)+warmAll, 0
		x.sold[s]++
		m.Books.Accepted++
	}
}

// says decides for those whose lane leaves it open, some one in 200.
func (m *Market) says(c, lane, appeal uint64) bool {
	x := candidate{who: lane, luck: m.scratch.fine.Bits(m.person(c) + offer)}
	u := (float64(x.uniform(0)) + 0.5) / (lanes << 32)
	return u*(1+num.Exp(-oddsBase-2*real(appeal))) < 1 // below their logistic
}

// learn is what sellers learn from the week, and forget.
func learn(m *Market) {
	x := m.scratch
	for s, skill := range m.skills() {
		m.Skill[s] += x.sold[s]*times(learnPart, whole-skill) - times(forgetPart, skill)
	}
}
