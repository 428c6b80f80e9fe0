package sim

import (
	"math"
	"slices"

	"xsell/agents"
	"xsell/sim/draw"
)

// refreshLists makes every seller's call list anew at a close: the customers of the own book whom the unit can see, by
// a score that knows readiness to buy as well as its quality says. Ties go to the lower seat.
func (m *Market) refreshLists() {
	at := int32(0)
	for u := range m.Model.Org.Units {
		for s := range m.Sellers.Unit {
			if int(m.Sellers.Unit[s]) == u {
				at = m.fillList(agents.SellerID(s), at)
			}
		}
	}
}

// score is readiness to buy of c as unit u sees it: quality times the truth, the rest noise of the same spread.
func (m *Market) score(c agents.CustomerID, u agents.UnitID, noise float64) float32 {
	cs, quality := &m.Customers, m.Model.Org.Score
	ready := float64(readyAffinity * float64(cs.Affinity[c]))
	if cs.Need[c]&m.Model.Org.Units[u].May != 0 {
		ready += readyNeed
	}
	z := draw.Normal(m.stream(draw.ScoreNoise).Uniform(draw.Pair(m.person(c), m.Model.Org.Units[u].Key)))
	return float32(float64(quality*ready) + float64(noise*z))
}

// Readiness to buy is made of affinity and of an open need, scaled so that its spread over a book is about 1 when one
// customer in eight has a need: 2.6²·(1/8)(7/8) + 0.5² ≈ 1.
const (
	readyAffinity = 0.5
	readyNeed     = 2.6
)

// fillList writes the call list of seller s from position at on, best first, and returns the end.
func (m *Market) fillList(s agents.SellerID, at int32) int32 {
	u, n := int(m.Sellers.Unit[s]), len(m.Customers.Here)
	from, score := at, m.scratch.Score
	noise := math.Sqrt(1 - float64(m.Model.Org.Score*m.Model.Org.Score))
	for c, by := range m.Customers.Book[u*n : (u+1)*n] {
		if by == s && m.seen(agents.CustomerID(c), agents.UnitID(u)) {
			m.scratch.Order[at] = agents.CustomerID(c)
			score[c] = m.score(agents.CustomerID(c), agents.UnitID(u), noise)
			at++
		}
	}
	slices.SortFunc(m.scratch.Order[from:at], func(a, b agents.CustomerID) int {
		if score[a] != score[b] {
			if score[a] > score[b] {
				return -1
			}
			return 1
		}
		return int(a) - int(b)
	})
	m.Sellers.List[s] = List{From: from, To: at}
	return at
}

// seen tells whether unit u knows c: its own customers, those under its contract, and where the record is shared the
// others too.
func (m *Market) seen(c agents.CustomerID, u agents.UnitID) bool {
	cs, o := &m.Customers, m.Model.Org
	if !cs.Here[c] {
		return false
	}
	if !o.Units[u].Owns || (cs.Active[c]|cs.Dormant[c])&o.Units[u].May != 0 {
		return true
	}
	if k := m.contract(c); k >= 0 && o.Contracts[k].Unit == u {
		return true
	}
	return m.birth(draw.SeenAcross).Uniform(draw.Pair(m.person(c), o.Units[u].Key)) < o.Record
}
