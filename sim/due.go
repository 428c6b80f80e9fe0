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
	last                              ends
	passing                           [8]uint64    // of the last scan, a word for each lane
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
	cs, last := &m.Customers, &m.due.last
	first := 0
	for ; first+draw.Stretch <= len(cs.Gen); first += draw.Stretch {
		m.due.scan(first, (*[draw.Stretch]uint8)(cs.Gen[first:]), (*[draw.Stretch]uint64)(cs.Bounds[first:]),
			inhabited((*[draw.Stretch]bool)(cs.Here[first:])))
	}
	if rest := len(cs.Gen) - first; rest > 0 {
		*last = ends{}
		copy(last.gen[:], cs.Gen[first:])
		copy(last.bounds[:], cs.Bounds[first:])
		copy(last.here[:], cs.Here[first:])
		m.due.scan(first, &last.gen, &last.bounds, inhabited(&last.here))
		m.due.join[first/draw.Stretch] &= 1<<rest - 1 // of seats that there are
		first += draw.Stretch
	}
	m.due.forget(first / draw.Stretch)
	m.markAll()
}

// forget clears the marks from a word on: a market lived before may have had more households.
func (d *due) forget(word int) {
	for _, set := range [...]marks{d.join, d.want, d.lose, d.ask, d.age, d.leave} {
		clear(set[word:])
	}
}

// ends is room for a stretch of seats that is not whole.
type ends struct {
	gen    [draw.Stretch]uint8
	bounds [draw.Stretch]uint64
	here   [draw.Stretch]bool
}

// scan marks whom luck may meet on a stretch of seats from the first on, of which those who are here are customers. The lane in
// which customers leave is that in which others join. Everybody has the threshold of joining too: a customer whom it marks for
// leaving is marked in vain.
func (d *due) scan(first int, gen *[draw.Stretch]uint8, bounds *[draw.Stretch]uint64, here uint64) {
	passing, word := &d.passing, first/draw.Stretch
	d.luck.Scan(uint32(first), gen, bounds, d.vacant, passing)
	d.join[word] = passing[laneLeave] &^ here
	d.leave[word] = passing[laneLeave] & here
	d.want[word] = (passing[laneNeed] | passing[laneStage] | passing[laneHear]) & here
	d.lose[word] = passing[laneLose] & here
	d.ask[word] = passing[laneAsk] & here
	d.age[word] = passing[laneAccounts] & here
}

// expect takes the week's luck and the bounds of those who may join.
func (m *Market) expect() {
	d := m.due
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

// over ends the phases that visit those marked: nobody needs to be marked any more this week.
func (d *due) over() { d.week = Never }

// remark marks customer c anew where its state has changed since the luck of this week was drawn.
func (m *Market) remark(c agents.CustomerID) {
	d := m.due
	if d.week != m.Week {
		return
	}
	passing := draw.Passing(d.luck.Bits(uint64(m.person(c))), m.Customers.Bounds[c]) & used
	for ; passing != 0; passing &= passing - 1 {
		d.of[draw.First(passing)].add(int(c))
	}
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

// standingBounds are the thresholds of customer c, above which nothing happens to c this week, that hang neither on needs nor
// on accounts, but on whether there are any; the other lanes are 0.
func (m *Market) standingBounds(c agents.CustomerID) uint64 {
	most := 1.0 // who has nothing on the books is met every week
	if m.Customers.held(c) != 0 {
		most = customer.MostLeaves(&m.Model.Mind.Stay, m.facing(c).Market.Exit, m.Customers.Affinity[c])
	}
	return threshold(float32(most), laneLeave) | threshold(float32(m.facing(c).Org.Reach), laneHear)
}

// ofStanding are the lanes of standingBounds, ofLife those of lifeBounds, ofNeeds that of needBounds.
var (
	ofStanding = draw.Whole(laneLeave) | draw.Whole(laneHear)
	ofLife     = draw.Whole(laneNeed) | draw.Whole(laneStage) | ofNeeds
	ofNeeds    = draw.Whole(laneLose)
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
