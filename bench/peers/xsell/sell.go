package main

import (
	"math"

	"xsell/agents/num"
)

// least says what need and trust must add up to, with what an open need and skill add, for a yes at a lane to be possible: the
// log-odds of the lane's lower end, in units of a state. With what belongs to the next lane a yes is certain.
var least = func() (x [lanes + 1]int64) {
	x[0], x[lanes] = -1, math.MaxInt64
	for lane := 1; lane < lanes; lane++ {
		u := float64(lane) / lanes
		x[lane] = int64((math.Log(u/(1-u)) - oddsBase) / oddsNeed * whole)
	}
	return x
}()

// What an open need and skill add to that.
const openAdds, skillAdds = oddsOpen * whole / oddsNeed, 1 * whole / oddsNeed

// A no takes this share of 2^18 of trust, of its upper 14 bits, and half of that for the lower 18.
const (
	annoy18 = 5243
	upper14 = both * (1<<14 - 1)
)

// meet lets every seller meet the next customers of the book. Trust falls by what a no costs; who may say yes is listed.
func meet(m *Market) {
	x, stream := m.scratch, m.stream(offers)
	start, n := int(m.Week)*contacts%bookSize, 0
	for s, skill := range m.Skill {
		first := s*bookSize + start
		need, trust, open := m.Need[first/2:][:contacts/2], m.Trust[first/2:][:contacts/2], m.Open[first:][:contacts]
		before := x.before[first/2:][:contacts/2]
		able := int64(skill * skillAdds)
		luck := uint64(0)
		for k := range need {
			if k&3 == 0 {
				luck = stream.Bits(uint64(4*s + k/4))
			}
			n1, t := need[k], trust[k]
			before[k] = t
			trust[k] = t - annoy18*(t>>18&upper14) - annoy18/2*both
			c := uint32(first + 2*k)
			lane := luck & 0xff
			x.meet.who[n%room] = candidate(c, uint32(lane))
			n += int(uint64(least[lane]-able-openAdds*int64(open[2*k])-int64(n1&math.MaxUint32)-int64(t&math.MaxUint32)) >> 63)
			lane = luck >> 8 & 0xff
			x.meet.who[n%room] = candidate(c+1, uint32(lane))
			n += int(uint64(least[lane]-able-openAdds*int64(open[2*k+1])-int64(n1>>32)-int64(t>>32)) >> 63)
			luck >>= 16
		}
	}
	x.meet.n = n
	m.Books.Offers += int64(len(m.Skill) * contacts)
}

// answer says who says yes.
func answer(m *Market) {
	x := m.scratch
	accepted := 0
	for _, who := range x.meet.all() {
		c, lane := who>>8, who&0xff
		need, trust := m.Need.at(c), Pairs(x.before[:]).at(c)
		skill := m.Skill[c/bookSize]
		if int64(need+trust)+openAdds*int64(m.Open[c])+int64(skill*skillAdds) <= least[lane+1] && !m.says(c, lane, need, trust, skill) {
			continue
		}
		m.Trust.set(c, trust+warm*whole-of(warmShare, trust))
		m.Open[c] = 0
		x.sold[c/bookSize]++
		accepted++
	}
	m.Books.Accepted += int64(accepted)
}

var warmShare = share(warm)

func (m *Market) says(c, lane uint32, need, trust uint64, skill float32) bool {
	odds := oddsBase + skill + oddsTrust*float32(real(trust)) + oddsNeed*float32(real(need)) + oddsOpen*float32(m.Open[c])
	u := float32(m.stream(offerFine).Refine(lane, m.person(c)))
	return u*(1+num.Exp32(-odds)) < 1
}

// learn is what sellers learn from the week.
func learn(m *Market) {
	sold := m.scratch.sold[:len(m.Skill)]
	for s, skill := range m.Skill {
		m.Skill[s] += float32(learning*float32(float32(sold[s])*(1-skill))) - float32(forget*skill)
		sold[s] = 0
	}
}
