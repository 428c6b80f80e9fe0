package sim

import (
	"slices"

	"xsell/agents"
	"xsell/agents/pay"
	"xsell/sim/metric"
)

// hits are the windows in a row of seller s that count for each promotion.
func (m *Market) hits(s agents.SellerID) []uint8 {
	n := m.Model.Strides.Promotions
	return m.Sellers.Hits[int(s)*n : (int(s)+1)*n]
}

// prize is what a promotion is worth to seller s [EUR]: some years of the raise.
func (m *Market) prize(s agents.SellerID, x *Promotion) float64 {
	return float64(x.Raise*float64(52*m.weekPay(s))) * m.Model.Mind.Career.Promise
}

// hope adds to worth what one more unit brings towards promotions. A joiner's window that is not whole does not count.
func (m *Market) hope(s agents.SellerID, now *pay.Situation, worth []float64) {
	for k := range m.plan(s).Promotions {
		x := &m.plan(s).Promotions[k]
		if m.joinedBefore(s, x.Window) {
			worth[x.Tally] += x.Gain(now, 1, int(m.hits(s)[k]), m.prize(s, x), m.Model.Mind.Career.Step)
		}
	}
}

// hopeLater is hope of a unit booked in the next window.
func (m *Market) hopeLater(s agents.SellerID, now *pay.Situation, out []float64) {
	for k := range m.plan(s).Promotions {
		x := &m.plan(s).Promotions[k]
		out[x.Tally] += x.NextGain(now, 1, int(m.hits(s)[k]), m.prize(s, x), m.Model.Mind.Career.Step)
	}
}

// promotionGain is what step units at once on a tally bring towards promotions [EUR].
func (m *Market) promotionGain(s agents.SellerID, now *pay.Situation, tally int, step float64) (sum float64) {
	for k := range m.plan(s).Promotions {
		if x := &m.plan(s).Promotions[k]; x.Tally == tally && m.joinedBefore(s, x.Window) {
			sum += x.Gain(now, step, int(m.hits(s)[k]), m.prize(s, x), m.Model.Mind.Career.Step)
		}
	}
	return sum
}

// applyPromotions counts hits in windows that end, and raises who has enough of them in a row; then the count starts
// again.
func (m *Market) applyPromotions(s agents.SellerID) {
	ss := &m.Sellers
	for k := range m.plan(s).Promotions {
		x := &m.plan(s).Promotions[k]
		if !ss.Seated[s] || modulo(m.Week+1, int32(x.Window)) != 0 || !m.joinedBefore(s, x.Window) {
			continue
		}
		i, hits := m.tally(s, x.Tally), m.hits(s)
		row := x.Row(ss.Sum[i], ss.Target[i], int(hits[k]))
		if x.Earned(row) {
			row = 0
			ss.PayFactor[s] *= float32(1 + x.Raise)
			m.Books.Add(metric.Promoted, 1)
		}
		hits[k] = uint8(min(row, 255))
	}
}

// carryHits leaves a seller the hits in a row under promotions of the same name; a new one starts without any.
func (m *Market) carryHits(s agents.SellerID, plan *Plan) {
	hits := m.hits(s)
	kept := slices.Clone(hits)
	clear(hits)
	for j := range plan.Promotions {
		before := &plan.Promotions[j]
		same := func(x Promotion) bool { return x.Key == before.Key }
		if k := slices.IndexFunc(m.plan(s).Promotions, same); k >= 0 {
			hits[k] = kept[j]
		}
	}
}
