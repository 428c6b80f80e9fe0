package sim

import (
	"cmp"
	"slices"

	"xsell/agents"
	"xsell/agents/seller"
	"xsell/sim/draw"
	"xsell/sim/metric"
)

// desk is a seat of the firm.
type desk struct {
	m    *Market
	s    agents.SellerID
	luck uint64
}

// move lets the drawn share of the sellers of each unit change places with one another, each with one from another
// market. One who is left over, or meets nobody from elsewhere, stays.
func (f *Firm) move(x *Change) {
	for u := range f.Model.Org.Units {
		movers := f.movers(agents.UnitID(u), x)
		for len(movers) > 1 {
			first := movers[0]
			other := slices.IndexFunc(movers, func(d desk) bool { return d.m != first.m })
			if other < 0 {
				break
			}
			swap(first, movers[other])
			movers = slices.Delete(movers, other, other+1)[1:]
		}
	}
}

// movers of a unit in keyed order.
func (f *Firm) movers(u agents.UnitID, x *Change) (list []desk) {
	for _, m := range f.Markets {
		chosen, order := m.stream(draw.Mover), m.stream(draw.MoveOrder)
		for s, unit := range m.Sellers.Unit {
			id := draw.Pair(m.staff(agents.SellerID(s)), x.Key)
			if unit == u && m.Sellers.Seated[s] && chosen.Uniform(id) < x.Move {
				list = append(list, desk{m, agents.SellerID(s), order.Bits(id)})
			}
		}
	}
	slices.SortFunc(list, func(a, b desk) int {
		return cmp.Or(cmp.Compare(a.luck, b.luck), cmp.Compare(a.m.Index, b.m.Index), cmp.Compare(a.s, b.s))
	})
	return list
}

// swap lets two sellers change places. Each takes along what belongs to the person; customers, leads and the call list
// stay with the seat, and part of the relationships is lost as with a leaver. Accounts opened at the old place are no
// longer traced to who opened them.
func swap(a, b desk) {
	x, y := a.m.pack(a.s), b.m.pack(b.s)
	a.m.unpack(a.s, &y)
	b.m.unpack(b.s, &x)
}

// luggage is what belongs to a seller as a person.
type luggage struct {
	joined, lastOffence                                int32
	integrity, orientation, speed, tie, morale, payCut float32
	skill                                              []float32
	plan                                               *Plan
	tallies                                            []tallyState
	strikes, hits                                      []uint8
	promised                                           []promise
	hours                                              seller.Values
	extra                                              Extra
	earned                                             float64
	passed                                             int32
	heard                                              seller.Experience
	offended, caught, warned                           bool
}

// pack takes what the seller on a seat takes along.
func (m *Market) pack(s agents.SellerID) luggage {
	ss, lines, n := &m.Sellers, len(m.Model.Market.Lines), m.Model.Strides.Threats
	plan := m.plan(s)
	promised := slices.Clone(ss.Promised[s])
	m.Books.Add(metric.PayOutstanding, -outstanding(promised))
	ss.Promised[s] = ss.Promised[s][:0]
	return luggage{joined: ss.Joined[s], lastOffence: ss.LastOffence[s], integrity: ss.Integrity[s], orientation: ss.Orientation[s],
		speed: ss.Speed[s], tie: ss.Tie[s], morale: ss.Morale[s], payCut: ss.PayFactor[s],
		skill: slices.Clone(ss.Skill[int(s)*lines : (int(s)+1)*lines]), plan: plan, tallies: m.tallies(s, plan),
		strikes: slices.Clone(ss.Strikes[int(s)*n : (int(s)+1)*n]), hits: slices.Clone(m.hits(s)), promised: promised, hours: ss.Hours[s], extra: ss.Extra[s], earned: ss.Earned[s], passed: ss.Passed[s], heard: ss.Heard[s],
		offended: ss.Offended[s], caught: ss.Caught[s], warned: ss.Warned[s]}
}

// askAsHere gives a newcomer the targets of this market where markets are asked for more or less than one another.
func (m *Market) askAsHere(s agents.SellerID) {
	for k := range m.plan(s).Tallies {
		if t := &m.plan(s).Tallies[k]; t.Spread > 0 {
			m.Sellers.Target[m.tally(s, k)] = m.asked(t)
		}
	}
}

// outstanding is what is promised, in thousandths of a euro.
func outstanding(promised []promise) (sum int64) {
	for _, x := range promised {
		sum += int64(x.Amount)
	}
	return sum
}

// unpack seats a mover: a new generation of the seat, as luck goes by seats, but the same person.
func (m *Market) unpack(s agents.SellerID, x *luggage) {
	ss, lines, n := &m.Sellers, len(m.Model.Market.Lines), m.Model.Strides.Threats
	ss.Gen[s]++
	m.handOver(s)
	ss.Joined[s], ss.Placed[s], ss.LastOffence[s] = x.joined, m.Week, x.lastOffence
	ss.Integrity[s], ss.Orientation[s], ss.Speed[s], ss.Tie[s] = x.integrity, x.orientation, x.speed, x.tie
	ss.Morale[s], ss.PayFactor[s], ss.Earned[s] = x.morale, x.payCut, x.earned
	ss.Hours[s], ss.Extra[s], ss.Hidden[s], ss.Unused[s] = x.hours, x.extra, 0, 0
	ss.Offended[s], ss.Caught[s], ss.Warned[s] = x.offended, x.caught, x.warned
	copy(ss.Skill[int(s)*lines:(int(s)+1)*lines], x.skill)
	copy(ss.Strikes[int(s)*n:(int(s)+1)*n], x.strikes)
	copy(m.hits(s), x.hits)
	ss.Promised[s] = append(ss.Promised[s][:0], x.promised...)
	m.Books.Add(metric.PayOutstanding, outstanding(x.promised))
	m.carryStrikes(s, x.plan)
	m.carryHits(s, x.plan)
	m.carryTallies(s, x.plan, x.tallies)
	m.askAsHere(s)
	m.forgetFavours(s) // those were owed to colleagues of the other place
	ss.Passed[s], ss.Heard[s] = x.passed, x.heard
	m.loosen(s)
	m.Books.Add(metric.SellersMoved, 1)
}
