package sim

import (
	"math/bits"

	"xsell/agents"
	"xsell/sim/draw"
)

// due marks, phase by phase, the households to whom something may happen this week. A mark may be in vain, for the phase
// looks again with the exact chance; none may be missing.
type due struct {
	week                              int32       // of the marks
	luck                              draw.Stream // of the week
	vacant                            uint64      // thresholds of households that are no customers
	join, want, lose, ask, age, leave marks
}

// marks is a set of households, one bit each.
type marks []uint64

// fit makes room for so many households. Marks of a market lived before stand until the luck of a week is drawn.
func (d *due) fit(n int) {
	for _, set := range [...]*marks{&d.join, &d.want, &d.lose, &d.ask, &d.age, &d.leave} {
		*set = fit(*set, (n+63)/64)
	}
	d.week = Never
}

func (x marks) add(c int) { x[c>>6] |= 1 << (c & 63) }

// each goes through the households in order. One that is marked meanwhile is met if it comes later.
func (x marks) each(yield func(agents.CustomerID) bool) {
	for w := range x {
		for word := x[w]; word != 0; {
			bit := bits.TrailingZeros64(word)
			if !yield(agents.CustomerID(w<<6 | bit)) {
				return
			}
			word = x[w] &^ (2<<bit - 1)
		}
	}
}

// luck draws the shared luck of all households, eight lanes of 8 bits each, and marks whom it may meet: those with a lane
// not above the upper bound of what it decides. Most households cost this draw a week and nothing else.
func luck(m *Market) {
	m.expect()
	d, gen := m.due, m.Customers.Gen
	here, thresholds := m.Customers.Here[:len(gen)], m.Customers.Bounds[:len(gen)]
	for c := range gen {
		bounds := d.vacant
		if here[c] {
			bounds = thresholds[c]
		}
		passing := draw.Passing(d.luck.Bits(uint64(draw.Person(uint32(c), gen[c]))), bounds)
		if passing != 0 {
			m.mark(c, passing)
		}
	}
	m.markAll()
}

// expect starts the week's marks: none so far, and the bounds of those who may join.
func (m *Market) expect() {
	d := m.due
	for _, set := range [...]marks{d.join, d.want, d.lose, d.ask, d.age, d.leave} {
		clear(set)
	}
	joining, most := m.Model.Market.Joining, 1.0
	for _, levers := range m.Customers.Levers {
		joining = max(joining, levers.Market.Joining)
	}
	for k := range m.Model.Org.Contracts {
		most = max(most, m.Model.Org.Contracts[k].Joining)
	}
	d.week, d.luck = m.Week, *m.stream(draw.CustomerLuck)
	d.vacant = draw.At(draw.Threshold(float32(float64(joining*m.goodName())*most)), laneLeave)
}

// mark notes for which phases the lanes that passed of household c count.
func (m *Market) mark(c int, passing uint64) {
	d, cs := m.due, &m.Customers
	if !cs.Here[c] {
		if draw.Passed(passing, laneLeave) {
			d.join.add(c)
		}
		return
	}
	if draw.Passed(passing, laneNeed) || draw.Passed(passing, laneStage) || draw.Passed(passing, laneHear) {
		d.want.add(c)
	}
	if draw.Passed(passing, laneLose) {
		d.lose.add(c)
	}
	if draw.Passed(passing, laneAsk) {
		d.ask.add(c)
	}
	if draw.Passed(passing, laneAccounts) {
		d.age.add(c)
	}
	if draw.Passed(passing, laneLeave) || cs.held(agents.CustomerID(c)) == 0 {
		d.leave.add(c)
	}
}

// remark marks household c anew where its state has changed since the luck of this week was drawn.
func (m *Market) remark(c agents.CustomerID) {
	d := m.due
	if d.week != m.Week {
		return
	}
	bounds := d.vacant
	if m.Customers.Here[c] {
		bounds = m.Customers.Bounds[c]
	}
	m.mark(int(c), draw.Passing(d.luck.Bits(uint64(m.person(c))), bounds))
	if m.Customers.Here[c] && m.nurtured(c) {
		d.want.add(int(c)) // who has just joined is nurtured from the first week on
	}
}

// markAll marks those who need no luck to be met: new customers that are nurtured, and households a partner firm sends.
func (m *Market) markAll() {
	nurture, partners := m.Model.Org.Nurture.Wait > 0, m.hasPartners()
	for _, levers := range m.Customers.Levers {
		nurture = nurture || levers.Org.Nurture.Wait > 0
	}
	if !nurture && !partners {
		return
	}
	for c, here := range m.Customers.Here {
		switch {
		case here && nurture && m.nurtured(agents.CustomerID(c)):
			m.due.want.add(c)
		case !here && partners && m.Customers.Partner.at(c) > 0:
			m.due.join.add(c)
		}
	}
}

// bounds are the thresholds of customer c: above them nothing happens to c this week.
func (m *Market) bounds(c agents.CustomerID, asks, restless float32) uint64 {
	if m.Customers.held(c) == 0 {
		restless = 1 // who has nothing on the books is looked at every week
	}
	return m.needBounds(c) | draw.At(draw.Threshold(restless), laneAccounts) | draw.At(draw.Threshold(min(asks, 1)), laneAsk) |
		draw.At(draw.Threshold(float32(m.Model.Mind.Stay.Cap)), laneLeave) |
		draw.At(draw.Threshold(float32(m.facing(c).Org.Reach)), laneHear)
}

// ofNeeds are the lanes of needBounds.
var ofNeeds = draw.Whole(laneNeed) | draw.Whole(laneLose) | draw.Whole(laneStage)

// needBounds are the thresholds that hang on needs, what is held elsewhere and the stage of life; the other lanes are 0.
func (m *Market) needBounds(c agents.CustomerID) uint64 {
	cs, t := &m.Customers, m.facing(c).Market
	need := m.needRates(c, nil) * float32(1+m.Model.Mind.Need.FirstBoost)
	gone := float32(float32(t.Fade+t.Compete)*float32(size(cs.Need.Of(c)))) + float32(float32(t.Cancel)*float32(size(cs.Elsewhere.Of(c))))
	return draw.At(draw.Threshold(need), laneNeed) | draw.At(draw.Threshold(gone), laneLose) |
		draw.At(draw.Threshold(float32(t.Segments[cs.Segment[c]].Move)), laneStage)
}

// lane of household c this week.
func (m *Market) lane(c agents.CustomerID, lane uint) uint32 {
	return draw.Lane(m.due.luck.Bits(uint64(m.person(c))), lane)
}
