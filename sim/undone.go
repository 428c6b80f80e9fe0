package sim

import (
	"xsell/agents"
	"xsell/agents/customer"
	"xsell/agents/num"
)

// horizon is the weeks in which an opening that does not last is seen to be taken off the tally again: within the
// claw-back; on a count of kept openings, which it is taken off at any age, within the year that sellers look ahead or a
// longer window; 0 where it never is.
func (t *Tally) horizon() int {
	if t.Measure > Margin {
		return 0
	}
	if t.Measure == Kept {
		return max(t.Window, t.Clawback, 52)
	}
	return t.Clawback
}

// pitchWorth is what one sale of each product to somebody without a need adds for seller s [EUR], until the next outlook:
// less than any sale, as far as sellers see coming that it is undone and taken off again. sale is the worth of any. It
// stands in scratch.
func (m *Market) pitchWorth(s agents.SellerID, sale []float64) []float64 {
	room, n := &m.scratch.Sales, len(sale)
	pitch := room.pitch[int(s)*n:][:n]
	if m.Model.Mind.Effort.Foresee == 0 {
		return sale
	}
	if room.pitched[s] == m.Week {
		return pitch
	}
	room.pitched[s] = m.Week
	copy(pitch, sale)
	tallies, first := m.plan(s).Tallies, int(m.Sellers.Unit[s])*m.Model.Strides.Tallies
	for k := range tallies {
		if t, worth := &tallies[k], m.Sellers.Worth[m.tally(s, k)]; worth != 0 && t.horizon() > 0 {
			weights := t.Weight[:len(pitch)]
			for p, undone := range m.foresight(s).undone[(first+k)*len(pitch):][:len(pitch)] {
				pitch[p] -= float64(float64(worth*weights[p]) * undone)
			}
		}
	}
	return pitch
}

// undone is the share of needless sales of p expected to be undone within so many weeks.
func (m *Market) undone(p agents.ProductID, weeks int) float64 {
	product := &m.Model.Market.Products[p]
	return customer.Undone(&m.Model.Mind.Regret, product.Rates, product.CoolingOff, weeks)
}

// lasts is the part of a silent opening that sellers under these levers expect to stay on tally t: some are found by the
// customer or by an audit and taken off again.
func (m *Market) lasts(levers *Model, t *Tally) float64 {
	weeks := float64(t.horizon())
	found := m.Model.Mind.Conduct.Found + float64(levers.Controls.Audit*min(1, 52/max(weeks, 1))) // audits look at accounts of a year
	return 1 - float64(m.Model.Mind.Effort.Foresee*(1-num.Exp(-float64(found*weeks)/52)))
}
