package main

import (
	"math"

	"xsell/agents/num"
)

// least says what need and trust must add up to, with what an open need and skill add, for a yes at a lane to be possible: the
// log-odds of the lane's lower end, in units of a state. With what belongs to the next lane a yes is certain.
var least = func() (x [lanes + 1]uint64) {
	x[0], x[lanes] = 0, math.MaxInt64
	for lane := 1; lane < lanes; lane++ {
		u := float64(lane) / lanes
		x[lane] = uint64((math.Log(u/(1-u)) - oddsBase) / oddsNeed * whole)
	}
	return x
}()

// What an open need and skill add to that.
const openAdds = oddsOpen * whole / oddsNeed

// A no takes this share of 2^18 of trust, of its upper 14 bits, and half of that for the lower 18.
const (
	annoy18 = 5243
	upper14 = both * (1<<14 - 1)
)

// meet lets every seller meet the next customers of the book. Trust falls by what a no costs; who may say yes is listed.
func meet(m *Market) {
	x := m.scratch
	x.met = 0
	start := int(m.Week) * contacts % bookSize
	for s, skill := range m.skills() {
		lanes := (*[perBook]eight)(x.offers[s*perBook:])
		able, first := skill/oddsNeed, uint32(s*bookSize+start)
		m.offer(first, perDraw, able, &lanes[0])
		m.offer(first+perDraw, perDraw, able, &lanes[1])
		m.offer(first+2*perDraw, contacts%perDraw, able, &lanes[2])
	}
	m.Books.Offers += int64(len(m.skills()) * contacts)
}

// offer makes so many offers to the customers from first on, the first of their pair.
func (m *Market) offer(first, n uint32, able uint64, luck *eight) {
	x, to := m.scratch, first/2+n/2
	adds := [2]uint64{able, able + openAdds}
	n = x.met
	for k := first / 2; k < to; k++ {
		k := k % (seats / 2)
		need, trust := m.Need[k], m.Trust[k]
		x.before[k] = trust
		m.Trust[k] = trust - annoy18*(trust>>18&upper14) - annoy18/2*both
		even := uint64(uint32(need)) + uint64(uint32(trust)) + adds[m.Open[2*k]&1]
		odd := need>>32 + trust>>32 + adds[m.Open[2*k+1]&1]
		lane := luck[2*k%perDraw]
		x.meet[n%room] = candidateAt(2*k, lane)
		n += uint32(below(least[lane], even))
		lane = luck[(2*k+1)%perDraw]
		x.meet[n%room] = candidateAt(2*k+1, lane)
		n += uint32(below(least[lane], odd))
	}
	x.met = n
}

var warmPart, learnPart, forgetPart = part(warm), part(learning), part(forget)

// answer says who says yes.
func answer(m *Market) {
	x := m.scratch
	for _, who := range x.meet[:x.met] {
		c, lane, seller := who.seat(), who.lane(), who.seat()/bookSize%sellers
		need, trust, skill := m.Need.of(c), x.before.of(c), m.Skill[seller]
		if need+trust+openAdds*uint64(m.Open[c])+skill/oddsNeed <= least[lane+1] && !m.says(who) {
			continue
		}
		m.Trust.set(c, trust+warm*whole-times(warmPart, trust))
		m.Open[c] = 0
		x.sold[seller]++
		m.Books.Accepted++
	}
}

// says
func (m *Market) says(who candidate) bool {
	c := who.seat()
	odds := oddsBase + float32(real(m.Skill[c/bookSize%sellers])) + oddsTrust*float32(real(m.scratch.before.of(c))) + oddsNeed*float32(real(m.Need.of(c))) + oddsOpen*float32(m.Open[c])
	u := float32(m.stream(offerFine).Refine(uint32(who.lane()), m.person(c)))
	return u*(1+num.Exp32(-odds)) < 1
}

// learn is what sellers learn from the week, and forget.
func learn(m *Market) {
	x := m.scratch
	for s, skill := range m.skills() {
		m.Skill[s] += uint64(x.sold[s])*times(learnPart, whole-skill) - times(forgetPart, skill)
		x.sold[s] = 0
	}
}
