package sim

import (
	"math"
	"slices"

	"xsell/agents"
	"xsell/sim/draw"
	"xsell/sim/metric"
)

// refreshLists makes every seller's call list anew at a close: the customers of the own book whom the unit can see, by
// a score that knows readiness to buy as well as its quality says. Ties go to the lower seat.
func (m *Market) refreshLists() {
	clear(m.Customers.Contacts)
	m.airTables()
	m.weighLeanings()
	at := int32(0)
	for u := range m.Model.Org.Units {
		m.look(agents.UnitID(u))
		for i := range m.Seats[u] {
			at = m.fillList(agents.SellerID(m.First[u]+i), at)
		}
	}
}

// look fills scratch.Score with the score of every household that unit u can see, and notSeen for the others: quality
// times true readiness, the rest noise of the same spread.
func (m *Market) look(u agents.UnitID) {
	cs, quality, key := &m.Customers, m.Model.Org.Score, m.Model.Org.Units[u].Key
	noise, may := math.Sqrt(1-float64(quality*quality)), m.Model.Org.Units[u].May
	worth, fit := int64(m.Model.Org.Units[u].Worth), float64(readyFit*m.Model.Mind.Decision.Fit)
	scores := m.stream(draw.ScoreNoise)
	for c := range cs.Here {
		who := agents.CustomerID(c)
		id := draw.Pair(m.person(who), key)
		if !m.knows(u, who) && (!cs.Here[c] || !m.across(u, who)) || m.spared(who) || m.shut(u, who) || m.brings(who)*52 < worth {
			m.scratch.Score[c] = notSeen
			continue
		}
		ready := float64(readyAffinity * float64(cs.Affinity[c]))
		if cs.Need[c]&may != 0 {
			ready += readyNeed
		}
		if fit != 0 {
			ready += float64(fit * float64(m.leans(who, may)))
		}
		m.scratch.Score[c] = float32(float64(quality*ready)+float64(noise*draw.Normal(scores.Uniform(id)))) + m.ahead(who)
	}
}

// across tells whether the shared record shows c to unit u; once for ever.
func (m *Market) across(u agents.UnitID, c agents.CustomerID) bool {
	return m.birth(draw.SeenAcross).Uniform(draw.Pair(m.person(c), m.Model.Org.Units[u].Key)) < m.facing(c).Org.Record
}

// notSeen is below every score.
const notSeen = -1e9

// Readiness to buy is made of affinity and of an open need, scaled so that its spread over a book is about 1 when one
// customer in eight has a need: 2.6²·(1/8)(7/8) + 0.5² ≈ 1.
const (
	readyAffinity = 0.5
	readyNeed     = 2.6
	readyFit      = 0.5 // per log odds, about as readyAffinity to decision.affinity
)

// fillList writes the call list of seller s from position at on, best first, and returns the end. A list is sorted as
// whole numbers that fall with the score, so that ties go to the lower seat.
func (m *Market) fillList(s agents.SellerID, at int32) int32 {
	u, n := int(m.Sellers.Unit[s]), len(m.Customers.Here)
	score, keys := m.scratch.Score, m.scratch.Keys[:0]
	for c, by := range m.Customers.Book[u*n : (u+1)*n] {
		if by == s && score[c] != notSeen {
			keys = append(keys, descending(score[c])<<32|uint64(c))
		}
	}
	slices.Sort(keys)
	from := at
	at += int32(len(keys))
	m.Order = roomFor(m.Order[:from], len(keys))[:at]
	for i, key := range keys {
		m.Order[from+int32(i)] = agents.CustomerID(uint32(key))
	}
	m.countList(m.Order[from:at], m.Model.Org.Units[u].May)
	m.Sellers.List[s] = List{From: from, To: at}
	m.scratch.Keys = keys[:0]
	return at
}

// countList counts the names of a list and those who need one of the products, by their place on it.
func (m *Market) countList(names []agents.CustomerID, products agents.Products) {
	if !m.measuring {
		return
	}
	for i, c := range names {
		place := float64(20 * i / len(names))
		m.Hists.Add(metric.ListedByPlace, place, 1)
		m.Hists.Add(metric.NeedsByPlace, place, flag(m.Customers.Need[c]&products != 0))
	}
}

// descending maps a number to bits that fall as it rises.
func descending(x float32) uint64 {
	bits := math.Float32bits(x)
	if bits>>31 == 1 {
		return uint64(bits)
	}
	return uint64(^bits &^ (1 << 31))
}

// knows tells whether unit u has to do with c: its own customers and those under its contract.
func (m *Market) knows(u agents.UnitID, c agents.CustomerID) bool {
	cs, o := &m.Customers, m.Model.Org
	if !cs.Here[c] {
		return false
	}
	if !o.Units[u].Owns || (cs.Active[c]|cs.Dormant[c])&o.Deals(u, cs.house(c)) != 0 {
		return true
	}
	k := m.contract(c)
	return k >= 0 && o.Contracts[k].Unit == u
}
