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
	customer, vacant                  uint64      // thresholds of the second draw: of customers, of other households
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

// luck draws the shared luck of all households, two times four lanes of 16 bits each, and marks whom it may meet: those
// with a lane not above the upper bound of what it decides. Most households cost these two draws a week and nothing else.
func luck(m *Market) {
	m.expect()
	d, gen := m.due, m.Customers.Gen
	here, thresholds := m.Customers.Here[:len(gen)], m.Customers.Bounds[:len(gen)]
	for c := range gen {
		rest := d.vacant
		if here[c] {
			rest = d.customer
		}
		first, second := d.luck.TwoBits(uint64(draw.Person(uint32(c), gen[c])), secondDraw)
		if first, second = draw.Passing(first, thresholds[c]), draw.Passing(second, rest); first|second != 0 {
			m.mark(c, first, second)
		}
	}
	m.markAll()
}

// expect starts the week's marks: none so far, and the bounds that are the same for all.
func (m *Market) expect() {
	d := m.due
	for _, set := range [...]marks{d.join, d.want, d.lose, d.ask, d.age, d.leave} {
		clear(set)
	}
	d.week, d.luck = m.Week, m.stream(draw.CustomerLuck)
	reach, joining := m.widest()
	d.customer = draw.At(draw.Threshold(float32(m.Model.Mind.Stay.Cap)), laneLeave) |
		draw.At(draw.Threshold(m.fastest()), laneStage) | draw.At(draw.Threshold(reach), laneHear)
	d.vacant = draw.At(draw.Threshold(joining), laneLeave)
}

// widest are the largest chances of any household to hear from the centre and to join.
func (m *Market) widest() (reach, joining float32) {
	far, open, most := m.Model.Org.Reach, m.Model.Market.Joining, 1.0
	for _, levers := range m.Customers.Levers {
		far, open = max(far, levers.Org.Reach), max(open, levers.Market.Joining)
	}
	for k := range m.Model.Org.Contracts {
		most = max(most, m.Model.Org.Contracts[k].Joining)
	}
	return float32(far), float32(float64(open*m.goodName()) * most)
}

// mark notes for which phases the passing lanes of household c count.
func (m *Market) mark(c int, first, second uint64) {
	d, cs := m.due, &m.Customers
	if !cs.Here[c] {
		if draw.Passed(second, laneLeave) {
			d.join.add(c)
		}
		return
	}
	if draw.Passed(first, laneNeed) || draw.Passed(second, laneStage) || draw.Passed(second, laneHear) {
		d.want.add(c)
	}
	if draw.Passed(first, laneLose) {
		d.lose.add(c)
	}
	if draw.Passed(first, laneAsk) {
		d.ask.add(c)
	}
	if draw.Passed(first, laneAccounts) {
		d.age.add(c)
	}
	if draw.Passed(second, laneLeave) || cs.held(agents.CustomerID(c)) == 0 {
		d.leave.add(c)
	}
}

// remark marks household c anew where its state has changed since the luck of this week was drawn.
func (m *Market) remark(c agents.CustomerID) {
	d := m.due
	if d.week != m.Week {
		return
	}
	rest := d.vacant
	if m.Customers.Here[c] {
		rest = d.customer
	}
	first, second := m.lanes(c)
	m.mark(int(c), draw.Passing(first, m.Customers.Bounds[c]), draw.Passing(second, rest))
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

// bounds are the thresholds of the first draw of customer c: above them nothing happens to c this week.
func (m *Market) bounds(c agents.CustomerID, asks, restless float32) uint64 {
	if m.Customers.held(c) == 0 {
		restless = 1 // who has nothing on the books is looked at every week
	}
	return m.needBounds(c) | draw.At(draw.Threshold(min(asks, 1)), laneAsk) | draw.At(draw.Threshold(restless), laneAccounts)
}

// needBounds are the thresholds in the two lanes that decide about needs; the other two are 0.
func (m *Market) needBounds(c agents.CustomerID) uint64 {
	cs, t := &m.Customers, m.facing(c).Market
	need := m.needRates(c, nil) * float32(1+m.Model.Mind.Need.FirstBoost)
	gone := float32(float32(t.Fade+t.Compete)*float32(size(cs.Need.Of(c)))) + float32(float32(t.Cancel)*float32(size(cs.Elsewhere.Of(c))))
	return draw.At(draw.Threshold(need), laneNeed) | draw.At(draw.Threshold(gone), laneLose)
}

// lanes are the two draws of household c this week.
func (m *Market) lanes(c agents.CustomerID) (first, second uint64) {
	return m.due.luck.TwoBits(uint64(m.person(c)), secondDraw)
}
