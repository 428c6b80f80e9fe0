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
	x := m.scratch
	x.meet.n = 0
	start := int(m.Week) * contacts % bookSize
	for s, skill := range m.skills() {
		first := s*bookSize + start
		x.offer((*met)(m.States[first/2:]), (*[contacts]uint8)(m.Open[first:]), (*[perBook]uint64)(x.offers[s*perBook:]),
			(*[contacts / 2]uint64)(x.before[first/2:]), int64(skill*skillAdds), uint32(first))
	}
	m.Books.Offers += int64(len(m.skills()) * contacts)
}

type met = [contacts / 2]Pair

func (x *scratch) offer(states *met, open *[contacts]uint8, lanes *[perBook]uint64, before *[contacts / 2]uint64, able int64, first uint32) {
	list, n, c := &x.meet.who, x.meet.n, candidateAt(first, 0)
	luck := uint64(0)
	for k := range states {
		if k%(perDraw/2) == 0 {
			luck = lanes[k/(perDraw/2)]
		}
		p := &states[k]
		need, trust := p.Need, p.Trust
		before[k] = trust
		p.Trust = trust - annoy18*(trust>>18&upper14) - annoy18/2*both
		odd := able + int64(need>>32) + int64(trust>>32) + openAdds*int64(open[2*k+1])
		even := able + int64(uint32(need)) + int64(uint32(trust)) + openAdds*int64(open[2*k])
		lane := uint8(luck)
		list[n%room] = c | candidate(lane)
		n += uint32(uint64(least[lane]-even) >> 63)
		lane = uint8(luck >> 8)
		list[n%room] = c + 1<<8 | candidate(lane)
		n += uint32(uint64(least[lane]-odd) >> 63)
		c += 2 << 8
		luck >>= 16
	}
	x.meet.n = n
}

// answer says who says yes.
func answer(m *Market) {
	x := m.scratch
	accepted := 0
	for _, who := range x.meet.all() {
		c, lane := who.seat(), who.lane()
		need, trust := half(m.States[c/2].Need, c), half(x.before[c/2], c)
		skill := m.Skill[c/bookSize%sellers]
		if int64(need+trust)+openAdds*int64(m.Open[c])+int64(skill*skillAdds) <= least[lane+1] && !m.says(c, lane, need, trust, skill) {
			continue
		}
		now := &m.States[c/2].Trust
		*now += at(trust+warm*whole-of(warmShare, trust)-half(*now, c), c)
		m.Open[c] = 0
		x.sold[c/bookSize%sellers]++
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
	sold := m.scratch.sold[:len(m.skills())]
	for s, skill := range m.skills() {
		m.Skill[s] += float32(learning*float32(float32(sold[s])*(1-skill))) - float32(forget*skill)
		sold[s] = 0
	}
}
