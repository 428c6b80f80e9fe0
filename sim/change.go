package sim

import (
	"slices"

	"xsell/agents"
	"xsell/agents/org"
	"xsell/sim/draw"
	"xsell/sim/metric"
)

// change carries out the changes dated this week.
func (f *Firm) change() {
	for i := range f.Model.Changes {
		x := &f.Model.Changes[i]
		if x.Week != f.Week {
			continue
		}
		luck := f.World.Stream(draw.Treatment, draw.Firm, x.Week) // changes of one week treat the same markets first
		for _, m := range f.Markets {
			if luck.Uniform(uint64(m.Index)) < x.Markets {
				m.undergo(x)
			}
		}
		if x.Levers != nil && x.Markets >= 1 {
			f.Around = &x.Levers.Around
		}
		if x.Shock > 0 {
			f.shock(x.Shock)
		}
		if x.Disclose {
			f.noteRisk(f.Week, 1)
			f.Disclose()
		}
	}
}

// undergo applies a change to one market.
func (m *Market) undergo(x *Change) {
	if x.Levers != nil {
		m.adopt(x.Levers)
	}
	if x.Retain > 0 {
		m.retain(x)
	}
	if x.Give >= 0 {
		m.give(agents.ProductID(x.Give), x.Share)
	}
}

// adopt switches to another set of levers. Tallies of the same name keep their count, target and belief, threats their
// strikes.
func (m *Market) adopt(levers *Model) {
	old := m.Model
	m.Model = levers
	for s := range m.Sellers.Unit {
		m.carryTallies(agents.SellerID(s), old)
		m.carryStrikes(agents.SellerID(s), old)
		m.carryHits(agents.SellerID(s), old)
	}
	m.carryFirm(old)
	m.carryHandoffs(old)
	if levers.Org.Merged && !old.Org.Merged {
		m.merge()
	}
	for c := range m.Customers.Here {
		m.refresh(agents.CustomerID(c))
	}
}

// carryTallies opens the new plan's tallies and carries over what the old plan had under the same name.
func (m *Market) carryTallies(s agents.SellerID, old *Model) {
	ss, before := &m.Sellers, &old.Plans[m.Sellers.Unit[s]]
	kept := make([][4]float64, len(before.Tallies))
	for k := range before.Tallies {
		i := int(s)*old.Strides.Tallies + k
		kept[k] = [4]float64{ss.Sum[i], ss.Target[i], ss.Rate[i], ss.Var[i]}
	}
	m.openTallies(s)
	for k := range m.plan(s).Tallies {
		t, i := &m.plan(s).Tallies[k], m.tally(s, k)
		for j := range before.Tallies {
			if before.Tallies[j].Name == t.Name && before.Tallies[j].Window == t.Window {
				ss.Sum[i], ss.Rate[i], ss.Var[i] = kept[j][0], kept[j][2], kept[j][3]
				if before.Tallies[j].Setter.Base == t.Setter.Base {
					ss.Target[i] = kept[j][1]
				}
			}
		}
	}
}

// carryStrikes leaves a seller the misses in a row under threats of the same name; a new threat starts without any.
func (m *Market) carryStrikes(s agents.SellerID, old *Model) {
	threats, n := m.plan(s).Threats, m.Model.Strides.Threats
	strikes := m.Sellers.Strikes[int(s)*n : (int(s)+1)*n]
	kept := slices.Clone(strikes)
	clear(strikes)
	for j := range old.Plans[m.Sellers.Unit[s]].Threats {
		before := &old.Plans[m.Sellers.Unit[s]].Threats[j]
		if t := slices.IndexFunc(threats, func(x Threat) bool { return x.Key == before.Key }); t >= 0 {
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

// carryFirm moves what was posted for the whole firm since the last close to the new plans' rows of the same name.
func (m *Market) carryFirm(old *Model) {
	before := slices.Clone(m.FirmSum)
	clear(m.FirmSum)
	stride := m.Model.Strides.Tallies
	for u := range old.Plans {
		for j := range old.Plans[u].Tallies {
			for k := range m.Model.Plans[u].Tallies {
				if m.Model.Plans[u].Tallies[k].Name == old.Plans[u].Tallies[j].Name {
					m.FirmSum[u*stride+k] += before[u*stride+j]
				}
			}
		}
	}
}

// give draws who of the customers without p here gets it, and puts all of them in an arm of the experiment.
func (m *Market) give(p agents.ProductID, share float64) {
	cs := &m.Customers
	luck := m.stream(draw.Gift)
	for c := range cs.Here {
		who := agents.CustomerID(c)
		if !cs.Here[c] || (cs.Active[c] | cs.Dormant[c]).Has(p) {
			continue
		}
		cs.Arm[c] = 1
		if luck.Uniform(draw.Nth(m.person(who), m.key(p), 0)) >= share {
			continue
		}
		cs.Arm[c] = 2
		if cs.Need[c].Has(p) {
			m.forget(who, p, metric.NeedsMet)
		}
		m.dropElsewhere(who, p)
		m.hold(who, p, opened(m.Week, agents.Nobody, 0), true)
		m.Books.Add(metric.Given, 1)
		m.earn(who, metric.EarnFees, m.Model.Market.Products[p].Fee)
		m.spend(who, metric.CostOpening, m.Model.Market.Products[p].Cost)
		m.refresh(who)
	}
}
