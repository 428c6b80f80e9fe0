package sim

import (
	"xsell/agents"
	"xsell/agents/customer"
	"xsell/sim/draw"
	"xsell/sim/metric"
)

// want lets needs arise: by segment and life stage, by what is held already (complements and substitutes), more in the
// first months. It also moves households to their next stage of life and lets lines become known.
// Reads what is held, tenure, luck; writes Need, Segment, Aware.
func want(m *Market) {
	cs, fine := &m.Customers, m.stream(draw.NeedFine)
	for c := range m.due.want.each {
		luck := m.due.luck.Bits(uint64(m.person(c)))
		if lane := draw.Lane(luck, laneNeed); lane <= draw.Lane(cs.Bounds[c], laneNeed) {
			m.mayNeed(c, float32(fine.Refine(lane, uint64(m.person(c)))))
		}
		if lane := draw.Lane(luck, laneStage); draw.Candidate(lane, float32(m.Model.Market.Segments[cs.Segment[c]].Move)) {
			m.grow(c, lane)
		}
		if lane := draw.Lane(luck, laneHear); draw.Candidate(lane, float32(m.facing(c).Org.Reach)) {
			m.mayHear(c, lane)
		}
		if m.nurtured(c) {
			m.nurture(c)
		}
	}
}

// rounding is more than what float32 can lose in a few steps.
const rounding = 1 + 1e-5

// mayNeed lets a need arise if luck u is below the rate of all needs, early boost included. Most that the scan has marked
// are ruled out by their threshold: it bounds the rate with the boost of the first week, which is over for most.
func (m *Market) mayNeed(c agents.CustomerID, u float32) {
	cs, mind := &m.Customers, &m.Model.Mind.Need
	early := float32(customer.Early(float64(m.Week-int32(cs.Joined[c])), mind.FirstBoost, mind.FirstWeeks))
	most := draw.Bound(draw.Lane(cs.Bounds[c], laneNeed)) * rounding
	if float32(u*float32(1+mind.FirstBoost)) >= most*early {
		return
	}
	var rates [agents.MaxProducts]float32
	if rate := m.needRates(c, &rates); u < rate*early {
		m.need(c, u/early, &rates)
	}
}

// need lets one need arise; luck u below the sum of their rates picks which, in order of products.
func (m *Market) need(c agents.CustomerID, u float32, rates *[agents.MaxProducts]float32) {
	for p := range m.Model.Market.Products {
		if u -= rates[p]; u < 0 {
			m.Customers.Need.Add(c, agents.ProductID(p))
			m.scratch.Needy.note(m, c)
			m.Books.Add(metric.NeedsArrived, 1)
			m.Books.Add(metric.NeedsOpen, 1)
			m.refreshNeeds(c)
			return
		}
	}
}

// grow may move c to the next stage of life.
func (m *Market) grow(c agents.CustomerID, lane uint32) {
	segment := &m.Model.Market.Segments[m.Customers.Segment[c]]
	if m.stream(draw.StageChange).Refine(lane, uint64(m.person(c))) < segment.Move {
		m.Customers.Segment[c] = uint8(segment.Next)
		m.refreshLife(c)
	}
}

// mayHear lets a message of the centre reach c, with luck picking the line.
func (m *Market) mayHear(c agents.CustomerID, lane uint32) {
	reach := m.facing(c).Org.Reach
	if u := m.stream(draw.Campaign).Refine(lane, uint64(m.person(c))); u < reach {
		m.hear(c, u/reach)
	}
}

// hear lets a message make one line known, picked by luck u among all lines.
func (m *Market) hear(c agents.CustomerID, u float64) {
	line := agents.ProductID(u * float64(len(m.Model.Market.Lines)))
	if !m.offers(c, line) {
		return // another house's
	}
	m.Customers.Aware.Add(c, line)
	m.Customers.Fatigue[c] += float32(m.Model.Mind.Trust.Message)
	cost := m.facing(c).Org.ReachCost
	m.Books.Add(metric.CostCampaigns, int64(cost))
	m.Customers.Earned.add(c, -int64(cost))
}

// lose lets open needs fade or be met by a competitor, and products held elsewhere end there.
// Reads Need, Elsewhere, Relation, luck; writes Need, Elsewhere.
func lose(m *Market) {
	fine := m.stream(draw.NeedGoneFine)
	for c := range m.due.lose.each {
		m.loseOne(c, fine.Refine(m.lane(c, laneLose), uint64(m.person(c))))
	}
}

// loseOne gives luck u to the needs and outside holdings of c in order of products.
func (m *Market) loseOne(c agents.CustomerID, u float64) {
	cs, t := &m.Customers, m.facing(c).Market
	compete := float64(t.Compete * m.openToCompetitor(c))
	need, elsewhere := cs.Need.Of(c), cs.Elsewhere.Of(c)
	for left := need | elsewhere; left != 0; left &= left - 1 {
		p := left.First()
		if need.Has(p) {
			if u -= t.Fade; u < 0 {
				m.forget(c, p, metric.NeedsFaded)
				m.refreshNeeds(c)
				return
			}
			if u -= compete; u < 0 {
				m.forget(c, p, metric.NeedsToCompetitor)
				m.Books.Add(metric.HeldElsewhere, int64(1-size(elsewhere&(1<<p))))
				cs.Elsewhere.Add(c, p)
				m.refreshLife(c)
				return
			}
		}
		if elsewhere.Has(p) {
			if u -= t.Cancel; u < 0 {
				m.dropElsewhere(c, p)
				m.refreshLife(c)
				return
			}
		}
	}
}

// openToCompetitor is the share of the competitor's reach that is left by relationship and contract.
func (m *Market) openToCompetitor(c agents.CustomerID) float64 {
	open := 1 - float64(m.Model.Mind.Seek.Loyal*float64(m.Customers.Relation[c]))
	if k := m.contract(c); k >= 0 {
		open *= 1 - m.Model.Org.Contracts[k].Exclusive
	}
	return open
}

// forget ends a need for the reason counted by cause.
func (m *Market) forget(c agents.CustomerID, p agents.ProductID, cause metric.Counter) {
	m.Customers.Need.Drop(c, p)
	m.Books.Add(metric.NeedsOpen, -1)
	m.Books.Add(cause, 1)
}
