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
	met                               met
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
	cs, met := &m.Customers, &m.due.met
	first := 0
	for ; first+stretch <= len(cs.Gen); first += stretch {
		n := met.scan(m.due, uint32(first), (*[stretch]uint8)(cs.Gen[first:]), (*[stretch]uint64)(cs.Bounds[first:]))
		m.markMet(first, n)
	}
	if rest := len(cs.Gen) - first; rest > 0 {
		met.last, met.lastBounds = [stretch]uint8{}, [stretch]uint64{}
		copy(met.last[:], cs.Gen[first:])
		copy(met.lastBounds[:], cs.Bounds[first:])
		n := met.scan(m.due, uint32(first), &met.last, &met.lastBounds)
		for n > 0 && int(met.who[n-1]) >= rest {
			n-- // of seats that there are not
		}
		m.markMet(first, n)
	}
	m.markAll()
}

// markMet marks the first n of those met on the seats from first on.
func (m *Market) markMet(first int, n uint8) {
	met := &m.due.met
	for i := range n {
		m.mark(first+int(met.who[i]), met.passing[i])
	}
}

// stretch is how many seats are scanned at a time.
const stretch = 64

// met is whom luck may meet on a stretch of seats, and which of their lanes passed; and room for a stretch that is not whole.
type met struct {
	passing    [256]uint64 // more than can be met, so that the compiler sees that none lies beyond
	who        [256]uint8
	last       [stretch]uint8
	lastBounds [stretch]uint64
}

// scan finds whom luck may meet on the seats from first on, and returns how many. It does not branch on luck, for that
// cannot be foreseen: everybody is written down, and the next one over who is not met. Everybody has the threshold of
// joining too: a customer whom it marks for leaving is marked in vain.
func (x *met) scan(d *due, first uint32, gen *[stretch]uint8, thresholds *[stretch]uint64) (n uint8) {
	luck, vacant, gens, bounds, passed, who := d.luck, d.vacant, gen[:], thresholds[:], x.passing[:], x.who[:]
	seat := luck.K0 + draw.Way(uint64(draw.Person(first, 0)))
	for i := range gens {
		passing := draw.Passing(luck.BitsAt(seat+draw.Way(uint64(gens[i]))), bounds[i]|vacant) & used
		passed[n], who[n] = passing, uint8(i)
		n += uint8(-passing >> 63) // one more where any passed, for the highest bit is used by none
		seat += nextSeat
	}
	return n
}

// nextSeat is the way from a person to the same generation on the next seat.
var nextSeat = draw.Way(uint64(draw.Person(1, 0)))

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
	for ; passing != 0; passing &= passing - 1 {
		d.of[draw.First(passing)].add(c)
	}
}

// over ends the phases that visit those marked: nobody needs to be marked any more this week.
func (d *due) over() { d.week = Never }

// remark marks customer c anew where its state has changed since the luck of this week was drawn.
func (m *Market) remark(c agents.CustomerID) {
	d := m.due
	if d.week != m.Week {
		return
	}
	m.mark(int(c), draw.Passing(d.luck.Bits(uint64(m.person(c))), m.Customers.Bounds[c])&used)
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
