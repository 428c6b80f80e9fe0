package sim

import (
	"slices"

	"xsell/agents"
)

// windows of the plan's tallies, rows, threats and promotions, each once [weeks].
func (p *Plan) windows() (all []int32) {
	add := func(weeks int) {
		if !slices.Contains(all, int32(weeks)) {
			all = append(all, int32(weeks))
		}
	}
	for k := range p.Tallies {
		add(p.Tallies[k].Window)
	}
	for r := range p.Rules {
		add(p.Rules[r].Window)
	}
	for t := range p.Threats {
		add(p.Threats[t].Window)
	}
	for i := range p.Promotions {
		add(p.Promotions[i].Window)
	}
	return all
}

// windowEnds tells whether some window of seller s ends with this week.
func (m *Market) windowEnds(s agents.SellerID) bool {
	for _, weeks := range m.foresight(s).windows[m.Sellers.Unit[s]] {
		if modulo(m.Week+1, weeks) == 0 {
			return true
		}
	}
	return false
}

// steady is an outlook that hangs on nothing but the plan; empty for a plan that has none.
type steady struct {
	worth, least []float64 // by tally: what one more unit adds [EUR], from so many on [units]
}

// steady outlook of a plan that pays by the unit, threatens nobody and promotes nobody, on tallies of one's own.
func (p *Plan) steady() steady {
	shared := slices.ContainsFunc(p.Tallies, func(t Tally) bool { return t.Pool != OfSeller })
	x := steady{make([]float64, len(p.Tallies)), make([]float64, len(p.Tallies))}
	if shared || len(p.Threats) > 0 || len(p.Promotions) > 0 || !p.Steady(x.worth, x.least) {
		return steady{}
	}
	return x
}

// holds tells whether it is the outlook where tallies stand so, with what is agreed.
func (x *steady) holds(sum, agreed []float64) bool {
	for k, least := range x.least {
		if sum[k]+agreed[k] < least {
			return false
		}
	}
	return x.worth != nil
}
