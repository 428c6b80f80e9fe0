package sim

import (
	"slices"

	"xsell/agents"
	"xsell/agents/org"
)

// adopt switches the market to another set of levers, and everybody in it to the levers in force for them. Tallies of the
// same name keep their count, target and belief, threats their strikes.
func (m *Market) adopt(levers *Model) {
	before, plans := m.Model, make([]*Plan, len(m.Sellers.Unit))
	for s := range plans {
		plans[s] = m.plan(agents.SellerID(s))
	}
	m.Model = levers
	m.regroup()
	for s, old := range plans {
		m.carryTallies(agents.SellerID(s), old, m.tallies(agents.SellerID(s), old))
		m.carryStrikes(agents.SellerID(s), old)
		m.carryHits(agents.SellerID(s), old)
	}
	m.carryHandoffs(before)
	if levers.Org.Merged && !before.Org.Merged {
		m.merge()
	}
	for c := range m.Customers.seats() {
		m.refresh(c)
	}
}

// tallyState is what a seller has on a tally.
type tallyState struct{ sum, target, rate, variance, news float64 }

// tallies copies what seller s has on the tallies of a plan.
func (m *Market) tallies(s agents.SellerID, plan *Plan) []tallyState {
	ss, kept := &m.Sellers, make([]tallyState, len(plan.Tallies))
	for k := range kept {
		i := m.tally(s, k)
		kept[k] = tallyState{ss.Sum[i], ss.Target[i], ss.Rate[i], ss.Var[i], ss.News[i]}
	}
	return kept
}

// carryTallies opens the tallies of seller s and puts on them what was kept under the same name in the plan before. The
// target is kept unless the quota changed.
func (m *Market) carryTallies(s agents.SellerID, before *Plan, kept []tallyState) {
	ss := &m.Sellers
	m.openTallies(s)
	for k := range m.plan(s).Tallies {
		t, i := &m.plan(s).Tallies[k], m.tally(s, k)
		for j := range before.Tallies {
			if before.Tallies[j].Name == t.Name && before.Tallies[j].Window == t.Window {
				ss.Sum[i], ss.Rate[i], ss.Var[i], ss.News[i] = kept[j].sum, kept[j].rate, kept[j].variance, kept[j].news
				if before.Tallies[j].Setter.Base == t.Setter.Base && before.Tallies[j].Spread == t.Spread {
					ss.Target[i] = kept[j].target
				}
			}
		}
	}
}

// carryStrikes leaves a seller the misses in a row under threats of the same name; a new threat starts without any.
func (m *Market) carryStrikes(s agents.SellerID, before *Plan) {
	threats, n := m.plan(s).Threats, m.Model.Strides.Threats
	strikes := m.Sellers.Strikes[int(s)*n : (int(s)+1)*n]
	kept := slices.Clone(strikes)
	clear(strikes)
	for j := range before.Threats {
		if t := slices.IndexFunc(threats, func(x Threat) bool { return x.Key == before.Threats[j].Key }); t >= 0 {
			strikes[t] = kept[j]
		}
	}
}

// carryHandoffs points leads on their way at the handoff of the same name; a handoff that is gone leaves a plain lead.
func (m *Market) carryHandoffs(old *Model) {
	for row, h := range m.Leads.Handoff {
		if h >= 0 {
			name := old.Org.Handoffs[h].Name
			m.Leads.Handoff[row] = int8(slices.IndexFunc(m.Model.Org.Handoffs, func(x org.Handoff) bool { return x.Name == name }))
		}
	}
}
