package sim

import (
	"math/bits"

	"xsell/agents"
	"xsell/agents/customer"
	"xsell/sim/draw"
)

// due marks, phase by phase, the households to whom something may happen this week. A mark may be in vain, for the phase
// looks again with the exact chance; none may be missing.
type due struct {
	week                              int32       // of the marks
	luck                              draw.Stream // of the week
	vacant                            uint64      // thresholds of households that are no customers
	join, want, lose, ask, age, leave marks
	of                                [lanes]marks // by lane of a customer: those of the phase that it decides in
}

// marks is a set of households, one bit each.
type marks []uint64

// fit makes room for so many households. Marks of a market lived before stand until the luck of a week is drawn.
func (d *due) fit(n int) {
	for _, set := range [...]*marks{&d.join, &d.want, &d.lose, &d.ask, &d.age, &d.leave} {
		*set = fit(*set, (n+63)/64)
	}
	d.of = [lanes]marks{laneNeed: d.want, laneStage: d.want, laneHear: d.want, laneLose: d.lose, laneAsk: d.ask,
		laneAccounts: d.age, laneLeave: d.leave}
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
	cs := &m.Customers
	var passing stretch
	for first := 0; first < len(cs.Gen); first += len(passing) {
		end := min(first+len(passing), len(cs.Gen))
		for met := passing.scan(m.due, uint32(first), cs.Gen[first:end], cs.Bounds[first:end]); met != 0; met &= met - 1 {
			i := bits.TrailingZeros64(met)
			m.mark(first+i, passing[i&63])
		}
	}
	m.markAll()
}

// stretch is the lanes that passed of 64 households.
type stretch [64]uint64

// scan finds the lanes that pass of the households from first on and returns whom luck may meet, one bit each. It does
// not branch on luck, for that cannot be foreseen. Everybody has the threshold of joining too: a customer whom it marks
// for leaving is marked in vain.
func (x *stretch) scan(d *due, first uint32, gen []uint8, thresholds []uint64) (met uint64) {
	luck, vacant := d.luck, d.vacant
	thresholds = thresholds[:len(gen)]
	for i := range gen {
		passing := draw.Passing(luck.Bits(uint64(draw.Person(first+uint32(i), gen[i]))), thresholds[i]|vacant)
		x[i&63] = passing
		met |= (passing | -passing) >> 63 << (i & 63)
	}
	return met
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

// mark notes for which phases the lanes that passed of household c count. The lane in which customers leave is that in which
// others join.
func (m *Market) mark(c int, passing uint64) {
	d := m.due
	if !m.Customers.Here[c] {
		if draw.Passed(passing, laneLeave) != 0 {
			d.join.add(c)
		}
		return
	}
	for passing &= used; passing != 0; passing &= passing - 1 {
		d.of[draw.First(passing)].add(c)
	}
}

// remark marks customer c anew where its state has changed since the luck of this week was drawn.
func (m *Market) remark(c agents.CustomerID) {
	d := m.due
	if d.week != m.Week {
		return
	}
	m.mark(int(c), draw.Passing(d.luck.Bits(uint64(m.person(c))), m.Customers.Bounds[c]))
	if m.nurtured(c) {
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
	most := 1.0 // who has nothing on the books is met every week
	if m.Customers.held(c) != 0 {
		most = customer.MostLeaves(&m.Model.Mind.Stay, m.facing(c).Market.Exit, m.Customers.Affinity[c])
	}
	return m.lifeBounds(c) | threshold(restless, laneAccounts) | threshold(min(asks, 1), laneAsk) |
		threshold(float32(most), laneLeave) | threshold(float32(m.facing(c).Org.Reach), laneHear)
}

// ofLife are the lanes of lifeBounds, ofNeeds that of needBounds.
var (
	ofLife  = draw.Whole(laneNeed) | draw.Whole(laneStage) | ofNeeds
	ofNeeds = draw.Whole(laneLose)
)

// lifeBounds are the thresholds that hang on needs, what is held elsewhere and the stage of life; the other lanes are 0.
func (m *Market) lifeBounds(c agents.CustomerID) uint64 {
	need, move := m.mostNeeds(c)*float32(1+m.Model.Mind.Need.FirstBoost), m.facing(c).Market.Segments[m.Customers.Segment[c]].Move
	return threshold(need, laneNeed) | threshold(float32(move), laneStage) | m.needBounds(c)
}

// needBounds is the threshold that hangs on which needs are open.
func (m *Market) needBounds(c agents.CustomerID) uint64 {
	cs, t := &m.Customers, m.facing(c).Market
	gone := float32(float32(t.Fade+t.Compete)*float32(size(cs.Need.Of(c)))) + float32(float32(t.Cancel)*float32(size(cs.Elsewhere.Of(c))))
	return threshold(gone, laneLose)
}

func threshold(bound float32, lane uint) uint64 { return draw.At(draw.Threshold(bound), lane) }

// lane of household c this week.
func (m *Market) lane(c agents.CustomerID, lane uint) uint32 {
	return draw.Lane(m.due.luck.Bits(uint64(m.person(c))), lane)
}
