package main

import (
	"xsell/agents/num"
	"xsell/sim/draw"
)

// sell lets every seller meet the next customers of the book, and learn from it.
func sell(m *Market) {
	luck, start := m.stream(answer), int(m.Week)*contacts%bookSize
	for s, skill := range m.Skill {
		sold := float32(m.meet(luck, s*bookSize+start, skill))
		m.Skill[s] += float32(learn*float32(sold*(1-skill))) - float32(forget*skill)
	}
}

// Trust after a no and after a yes: this share of it is kept, and so much added.
var keeps, adds = [2]float32{1 - annoy, 1 - warm}, [2]float32{0, warm}

// meet makes an offer to each of the customers from first on and returns how many say yes. A yes is a number, not a
// branch: nobody can guess it.
func (m *Market) meet(luck draw.Stream, first int, skill float32) (sold int) {
	last := min(first+contacts, len(m.Need))
	need, trust := m.Need[first:last], m.Trust[first:last]
	open, gen := m.Open[first:last], m.Gen[first:last]
	for k := range need {
		odds := oddsBase + skill + float32(oddsTrust*trust[k]) + float32(oddsNeed*need[k]) + float32(oddsOpen*float32(open[k]))
		against := num.Exp32(-odds)
		yes := 0
		if u := luck.Uniform32(uint64(draw.Person(uint32(first+k), gen[k]))); u*(1+against) < 1 { // below their logistic
			yes = 1
		}
		trust[k] = float32(keeps[yes&1]*trust[k]) + adds[yes&1]
		open[k] &= uint8(1 - yes)
		sold += yes
	}
	m.Books.Offers += int64(len(need))
	m.Books.Accepted += int64(sold)
	return sold
}
