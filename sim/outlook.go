package sim

import (
	"xsell/agents"
	"xsell/agents/pay"
)

// countPipe adds up what each seller has agreed and will see signed before the window ends: it counts as good as done.
func (m *Market) countPipe() {
	clear(m.Sellers.Pipe)
	for row, stage := range m.Leads.Stage {
		if stage == Agreed {
			m.takeInHand(int32(row), 1)
		}
	}
}

// takeInHand adds an agreed sale, or with sign -1 takes it off, where it falls into the window that runs.
func (m *Market) takeInHand(row int32, sign float64) {
	l, s := &m.Leads, m.Leads.Seller[row]
	tallies := m.plan(s).Tallies
	for k := range tallies {
		t := &tallies[k]
		if t.Measure <= Margin && l.Due[row] <= m.Week+m.left(t) {
			m.Sellers.Pipe[m.tally(s, k)] += float64(float64(t.Weight[l.Product[row]]*m.part(s, t.Pool)) * sign)
		}
	}
}

// left is the weeks of the tally's window after this one.
func (m *Market) left(t *Tally) int32 { return int32(t.Window) - 1 - modulo(m.Week, int32(t.Window)) }

// outlooks is room for one seller's situation, and for what it says of the next window.
type outlooks struct {
	sum, weeks, later [pay.MaxTallies]float64
	memo              pay.Memo
}

// situation of seller s in the windows of the plan. It stands in scratch until the next is asked for.
func (m *Market) situation(s agents.SellerID) pay.Situation {
	room := &m.scratch.Room
	ss, tallies := &m.Sellers, m.plan(s).Tallies
	i, j := m.tally(s, 0), m.tally(s, len(tallies))
	for k := range tallies {
		room.weeks[k] = float64(m.left(&tallies[k]))
		room.sum[k] = ss.Sum[i+k] + ss.Pipe[i+k]
	}
	room.memo.Forget()
	return pay.Situation{Sum: room.sum[:len(tallies)], Target: ss.Target[i:j], Rate: ss.Rate[i:j], Var: ss.Var[i:j],
		WeeksLeft: room.weeks[:len(tallies)], LeastSD: 0.5, Memo: &room.memo}
}

// part is what one event adds to the own tally: all of it, or one over the members of the pool.
func (m *Market) part(s agents.SellerID, pool Pool) float64 {
	if pool == OfSeller {
		return 1
	}
	return m.partOfPool(s, pool)
}

// partOfPool is part of a tally that is shared.
func (m *Market) partOfPool(s agents.SellerID, pool Pool) float64 {
	if pool == OfFirm {
		return 1 / float64(m.Model.Size.Sellers)
	}
	n := 0
	for t := range m.Sellers.Unit {
		n += int(flag(m.pooled(s, agents.SellerID(t), pool)))
	}
	return 1 / float64(max(n, 1))
}

// modulo is the remainder that is never negative.
func modulo(week, window int32) int32 {
	rest := week % window
	if rest < 0 {
		rest += window
	}
	return rest
}

// outlook asks the plan and the threats what one more unit on each tally would add now.
func (m *Market) outlook(s agents.SellerID) {
	ss, plan := &m.Sellers, m.plan(s)
	m.scratch.Sales.forget(s)
	if len(plan.Tallies) == 0 {
		return
	}
	i, j := m.tally(s, 0), m.tally(s, len(plan.Tallies))
	worth := ss.Worth[i:j]
	if x := &m.foresight(s).steady[ss.Unit[s]]; x.holds(ss.Sum[i:j], ss.Pipe[i:j]) {
		copy(worth, x.worth)
		return
	}
	now := m.situation(s)
	plan.Marginal(&now, worth)
	m.fear(s, &now, worth)
	m.hope(s, &now, worth)
	m.dilute(s, worth)
}

// dilute takes the seller's part of what a unit on a pooled tally adds.
func (m *Market) dilute(s agents.SellerID, worth []float64) {
	tallies := m.plan(s).Tallies
	for k := range tallies {
		if pool := tallies[k].Pool; pool != OfSeller {
			worth[k] *= m.part(s, pool)
		}
	}
}

// fear adds to worth what one more unit saves from the firing or demotion rules.
func (m *Market) fear(s agents.SellerID, now *pay.Situation, worth []float64) {
	for t := range m.plan(s).Threats {
		threat := &m.plan(s).Threats[t]
		if !m.binds(s, threat) {
			continue
		}
		worth[threat.Tally] += threat.Relief(now, 1, m.strikes(s, t), m.loss(s, threat), m.Model.Mind.Conduct.Misses)
	}
}

// binds tells whether the window that runs counts for the threat: a seller's first window that is not whole does not.
func (m *Market) binds(s agents.SellerID, t *Threat) bool { return m.joinedBefore(s, t.Window) }

// joinedBefore tells whether seller s has been here since the start of the window that runs.
func (m *Market) joinedBefore(s agents.SellerID, window int) bool {
	return modulo(m.Week, int32(window)) <= m.Week-m.Sellers.Joined[s]
}

// later is what one unit on each tally adds when it is booked in the next window [EUR]. It stands in scratch.
func (m *Market) later(s agents.SellerID) []float64 {
	plan, now := m.plan(s), m.situation(s)
	out := m.scratch.Room.later[:len(plan.Tallies)]
	plan.NextWindow(&now, out)
	for t := range plan.Threats {
		threat := &plan.Threats[t]
		out[threat.Tally] += threat.NextRelief(&now, 1, m.strikes(s, t), m.loss(s, threat), m.Model.Mind.Conduct.Misses)
	}
	m.hopeLater(s, &now, out)
	m.dilute(s, out)
	return out
}

func (m *Market) strikes(s agents.SellerID, t int) int {
	return int(m.Sellers.Strikes[int(s)*m.Model.Strides.Threats+t])
}

// loss is what the threat would cost seller s in the mean [EUR]: a job is worth some weeks of pay and what is still
// promised, a demotion the cut of a year; pressure makes both feel larger.
func (m *Market) loss(s agents.SellerID, t *Threat) float64 {
	mind, week := &m.Model.Mind.Conduct, m.weekPay(s)
	job := float64(t.Dismissal * (float64(mind.Job*week) + m.unvested(s)))
	cut := float64((1 - t.Dismissal) * float64(t.PayCut*float64(52*week)))
	return float64((job + cut) * float64(mind.Fear*(1+m.of(s).Targets.Pressure)))
}
