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

// Who may say yes is found with 16 bits: half the upper halves of need and trust, which are less than 1 below each, and what is
// added, rounded up; least16 is least in the same units, rounded down, less calm for both. So nobody is missed.
const (
	openAdds16 = openAdds>>17 + 1
	slack16    = 3 // of need, trust and skill
)

var least16 = func() (x [lanes]int16) {
	x[0] = math.MinInt16
	for lane := 1; lane < lanes; lane++ {
		x[lane] = int16(min((int64(least[lane])-2*calm*whole)>>17, math.MaxInt16))
	}
	return x
}()

// A no takes annoy18 / 2^18 of the distance of trust to calm, of which the lower 18 bits are left off, and annoyAll.
const (
	annoy18  = 5243 // 0.02 of 2^18
	annoyAll = annoy*calm*whole + annoy18/2
)

// meet lets every seller meet the next customers of the book.
func meet(m *Market) {
	x, n := m.scratch, 0
	start := m.start()
	for s, skill := range m.skills() {
		luck := (*[perBook]uint64)(x.offers[s*perBook:])
		n += offerAll(m, &x.before, luck, uint32(s*bookSize+start), int16(skill>>18+slack16), x.met[n:])
	}
	x.heard = n
	m.Books.Offers += int64(len(m.skills()) * contacts)
}

// offerPlainly is offerAll one customer after the other.
func offerPlainly(m *Market, before *States, luck *[perBook]uint64, first uint32, able int16, who []uint16) (n int) {
	for i := range uint64(contacts) {
		c := uint64(first) + i
		need, trust := m.Need[c%seats], m.Trust[c%seats]
		before[c%seats] = trust
		m.Trust[c%seats] = trust - annoy18*(trust>>18) - annoyAll
		appeal := need>>17 + trust>>17 + int32(able) + openAdds16*int32(m.Open[c%seats])
		if who[n] = uint16(c); appeal >= int32(least16[laneOf(luck[:], i)]) {
			n++
		}
	}
	return n
}

// In units of 2^-32.
var warmPart, learnPart, forgetPart = part(warm), part(learning), part(forget)

// answer says who says yes.
func answer(m *Market) {
	x, start := m.scratch, uint64(m.start())
	accepted := 0
	for _, c := range x.met[:x.heard] {
		c := uint64(c) % seats
		s := c / bookSize % sellers
		lane := laneOf(x.offers[s*perBook:], c-s*bookSize-start) % lanes
		trust := x.before.of(c)
		appeal := m.Need.of(c) + trust + openAdds*uint64(m.Open[c]) + m.Skill[s]/2
		if appeal <= least[lane] || appeal < least[lane+1] && !m.says(c, lane, appeal) {
			continue
		}
		m.Trust.set(c, trust+warm*whole-times(warmPart, trust))
		m.Open[c] = 0
		x.sold[s]++
		accepted++
	}
	m.Books.Accepted += int64(accepted)
}

// start is the place in every book at which this week's contacts start.
func (m *Market) start() int { return int(m.Week) * contacts % bookSize }

// says decides for those whose lane leaves it open, one in 256.
func (m *Market) says(c, lane, appeal uint64) bool {
	u := (float64(refine(lane, m.fine(c, toOffer))) + 0.5) / (lanes << 32)
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
