package sim

import (
	"xsell/agents"
	"xsell/agents/num"
	"xsell/agents/pay"
	"xsell/sim/draw"
	"xsell/sim/metric"
)

// controls tells whether the week of this closing is in the seller's hands.
func (m *Market) controls(row int32) bool {
	s := m.Leads.Seller[row]
	timing := m.of(s).Targets.Timing
	if timing == 0 || !m.Sellers.Seated[s] {
		return false
	}
	id := draw.Nth(m.person(m.Leads.Customer[row]), m.key(m.Leads.Product[row]), 0)
	return m.birth(draw.TimingControl).Uniform(id) < timing
}

// controlled lists the agreed sales whose week is in a seller's hands and is to be decided on, in keyed order: each decision
// changes the outlook for the next.
func (m *Market) controlled() []ranked {
	l, rank, luck := &m.Leads, m.scratch.Rank[:0], m.stream(draw.LeadOrder)
	for row := range l.Customer {
		if l.Stage[row] != Agreed || l.Due[row] > m.Week && !m.crosses(l.Seller[row], l.Due[row]) || !m.controls(int32(row)) {
			continue
		}
		id := draw.Nth(m.person(l.Customer[row]), m.key(l.Product[row]), 1)
		rank = append(rank, ranked{Row: int32(row), Tie: uint32(luck.Bits(id) >> 32)})
		for j := len(rank) - 1; j > 0 && rank[j].before(rank[j-1]); j-- {
			rank[j], rank[j-1] = rank[j-1], rank[j]
		}
	}
	m.scratch.Rank = rank[:0]
	return rank
}

// shift decides about the week of a closing: one that is due is signed, or held back until the next window; one that is
// due in the next window is waited for, or pulled into this one; one that is due later in this window is waited for. The
// talk that shifts it costs time.
func (m *Market) shift(row int32) {
	l := &m.Leads
	s, early := l.Seller[row], l.Due[row] > m.Week
	mind, shifts := &m.Model.Mind.Effort, false
	if l.Flags[row]&Shifted == 0 { // once is enough
		worth := m.shiftWorth(s, row)
		u := m.stream(draw.TimingChoice).Uniform(draw.Nth(m.person(l.Customer[row]), m.key(l.Product[row]), 0))
		shifts = u < num.Logistic((worth/m.hourPay(s)-mind.ShiftTime)/mind.Noise-mind.Shift)
	}
	switch {
	case shifts && early:
		m.Sellers.Extra[s].Timing += mind.ShiftTime
		m.spend(l.Customer[row], metric.CostDiscounts, m.of(s).Targets.Discount)
		m.Books.Add(metric.PulledForward, 1)
		m.sell(row, true)
	case shifts && !early:
		m.Sellers.Extra[s].Timing += mind.ShiftTime
		m.holdBack(s, row)
	case !early:
		m.sell(row, false)
	}
}

// holdBack makes the customer wait for the next window; some change their minds meanwhile.
func (m *Market) holdBack(s agents.SellerID, row int32) {
	l := &m.Leads
	m.takeInHand(row, -1)
	l.Flags[row] |= Shifted
	weeks := m.weeksLeft(s) + 1
	l.Due[row] = m.Week + weeks
	m.Books.Add(metric.HeldBack, 1)
	id := draw.Nth(m.person(l.Customer[row]), m.key(l.Product[row]), 1)
	if m.stream(draw.TimingChoice).Uniform(id) >= m.staysAgreed(weeks) {
		m.endLead(row, metric.LeadsLost)
	}
}

// staysAgreed is the chance that a customer kept waiting for so many weeks still signs.
func (m *Market) staysAgreed(weeks int32) float64 {
	return num.Pow(1-m.Model.Mind.Trust.Fade, float64(weeks))
}

// shiftWorth is what shifting adds for the seller [EUR]: for a closing due now, the next window's worth, later and less
// sure, less what the plan loses without it now; for one due later, what it adds now less the next window's worth.
func (m *Market) shiftWorth(s agents.SellerID, row int32) float64 {
	l, mind := &m.Leads, &m.Model.Mind.Effort
	p, due := l.Product[row], l.Due[row]
	if due > m.Week {
		return m.swing(s, p, 1, due) - float64(mind.Later*m.laterWorth(s, p, due))
	}
	weeks := m.weeksLeft(s) + 1
	later := float64(float64(mind.Later*m.staysAgreed(weeks)) * m.laterWorth(s, p, m.Week+weeks))
	return later + m.swing(s, p, -1, m.Week+weeks)
}

// swing is what the plan and the threats gain or lose by step sales of p now, on tallies whose window ends before due.
func (m *Market) swing(s agents.SellerID, p agents.ProductID, step float64, due int32) (gain float64) {
	now := m.situation(s)
	tallies := m.plan(s).Tallies
	return m.gain(s, &now, p, step, func(k int) float64 { return float64(flag(due > m.Week+m.left(&tallies[k]))) })
}

// gain is what n sales of p at once add by the plan and by relief from the threats [EUR]; counts tells how much
// of it counts on tally k, in [0, 1].
func (m *Market) gain(s agents.SellerID, now *pay.Situation, p agents.ProductID, n float64, counts func(k int) float64) (sum float64) {
	plan := m.plan(s)
	for k := range plan.Tallies {
		t := &plan.Tallies[k]
		if t.Measure > Margin || t.Weight[p] == 0 || counts(k) == 0 {
			continue
		}
		step := float64(float64(t.Weight[p]*m.part(s, t.Pool)) * float64(n*counts(k)))
		sum += plan.Step(now, k, step)
		for i := range plan.Threats {
			if threat := &plan.Threats[i]; threat.Tally == k && m.binds(s, threat) {
				sum += threat.Relief(now, step, m.strikes(s, i), m.loss(s, threat), m.Model.Mind.Conduct.Misses)
			}
		}
		sum += m.promotionGain(s, now, k, step)
	}
	return sum
}

// laterWorth is what one sale of p adds in the next window, on tallies whose window ends before due [EUR].
func (m *Market) laterWorth(s agents.SellerID, p agents.ProductID, due int32) (sum float64) {
	if !m.crosses(s, due) {
		return 0
	}
	tallies, later := m.plan(s).Tallies, m.later(s)
	for k := range tallies {
		if t := &tallies[k]; t.Measure <= Margin && due > m.Week+m.left(t) {
			sum += float64(later[k] * t.Weight[p])
		}
	}
	return sum
}

// crosses tells whether some window of the seller's sales ends before due.
func (m *Market) crosses(s agents.SellerID, due int32) bool {
	tallies := m.plan(s).Tallies
	for k := range tallies {
		if tallies[k].Measure <= Margin && due > m.Week+m.left(&tallies[k]) {
			return true
		}
	}
	return false
}

// weeksLeft in the shortest window of the seller's sales after this week.
func (m *Market) weeksLeft(s agents.SellerID) int32 {
	left, tallies := int32(-1), m.plan(s).Tallies
	for k := range tallies {
		if rest := m.left(&tallies[k]); tallies[k].Measure <= Margin && (left < 0 || rest < left) {
			left = rest
		}
	}
	return max(left, 0)
}
