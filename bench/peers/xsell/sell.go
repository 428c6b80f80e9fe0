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
		x[lane] = uint64((math.Log(u/(1-u)) - oddsBase) / 2 * whole)
	}
	return x
}()

// A no takes annoy18 / 2^18 of the upper 14 bits of trust, and half a unit of them for the lower 18. Drift leaves nobody with as
// little as that.
const (
	annoy18 = 5243 // 0.02 of 2^18
	upper14 = both * (1<<14 - 1)
)

// meet lets every seller meet the next customers of the book.
func meet(m *Market) {
	x := m.scratch
	x.meet.n = 0
	start := int(m.Week) * contacts % bookSize
	for s, skill := range m.skills() {
		luck, first := (*[perBook]eight)(x.offers[s*perBook:]), uint32(s*bookSize+start)
		for k := range luck {
			met := uint32(k * perDraw)
			m.offer(first+met, min(contacts-met, perDraw), skill/2, &luck[k])
		}
	}
	m.Books.Offers += int64(len(m.skills()) * contacts)
}

// offer makes n offers, an even number, to the customers from first on, the first of a pair. It takes from trust what a no
// takes, and lists who may say yes.
func (m *Market) offer(first, n uint32, able uint64, luck *eight) {
	x, end := m.scratch, (first+n)/2
	adds := [2]uint64{able, able + openAdds}
	listed := x.meet.n
	for k := first / 2; k < end; k++ {
		k := k % (seats / 2)
		need, trust := m.Need[k], m.Trust[k]
		x.before[k] = trust
		m.Trust[k] = trust - annoy18*(trust>>18&upper14) - annoy18/2*both
		even := uint64(uint32(need)) + uint64(uint32(trust)) + adds[m.Open[2*k]&1]
		odd := need>>32 + trust>>32 + adds[m.Open[2*k+1]&1]
		lane := luck[2*k%perDraw]
		x.meet.who[listed%room] = candidateOf(2*k, uint32(lane))
		listed += uint32(below(least[lane], even))
		lane = luck[(2*k+1)%perDraw]
		x.meet.who[listed%room] = candidateOf(2*k+1, uint32(lane))
		listed += uint32(below(least[lane], odd))
	}
	x.meet.n = listed
}

// In units of 2^-32.
var warmPart, learnPart, forgetPart = part(warm), part(learning), part(forget)

// answer says who says yes.
func answer(m *Market) {
	x := m.scratch
	for _, who := range x.meet.all() {
		c, s := who.seat(), who.seat()/bookSize%sellers
		trust := x.before.of(c)
		appeal := m.Need.of(c) + trust + openAdds*uint64(m.Open[c]) + m.Skill[s]/2
		if appeal < least[who.lane()+1] && !m.says(who, appeal) {
			continue
		}
		m.Trust.set(c, trust+warm*whole-times(warmPart, trust))
		m.Open[c] = 0
		x.sold[s]++
		m.Books.Accepted++
	}
}

// says decides for those whose lane leaves it open, one in 256.
func (m *Market) says(who candidate, appeal uint64) bool {
	u := m.stream(offerFine).Refine(uint32(who.lane()), m.person(who.seat()))
	return u*(1+num.Exp(-oddsBase-2*real(appeal))) < 1 // below their logistic
}

// learn is what sellers learn from the week, and forget.
func learn(m *Market) {
	x := m.scratch
	for s, skill := range m.skills() {
		m.Skill[s] += x.sold[s]*times(learnPart, whole-skill) - times(forgetPart, skill)
		x.sold[s] = 0
	}
}
