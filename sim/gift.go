package sim

import (
	"xsell/agents"
	"xsell/sim/draw"
	"xsell/sim/metric"
)

// give draws who of the customers without p here gets it, and puts all of them in an arm of the experiment: change i.
func (m *Market) give(i int, p agents.ProductID, share float64) {
	cs := &m.Customers
	luck := m.stream(draw.Gift)
	for c := range cs.Here {
		who := agents.CustomerID(c)
		if !cs.Here[c] || cs.held(who).Has(p) {
			continue
		}
		cs.Arm.set(int(c), 1)
		m.side(i, who, untreated)
		if luck.Uniform(draw.Nth(m.person(who), m.key(p), 0)) >= share {
			continue
		}
		cs.Arm.set(int(c), 2)
		m.side(i, who, treated)
		if cs.Need.Of(who).Has(p) {
			m.forget(who, p, metric.NeedsMet)
			m.say(NeedMet, who, 1)
		}
		m.dropElsewhere(who, p)
		m.hold(who, p, opened(m.Week, agents.Nobody, 0), true)
		m.Books.Add(metric.Given, 1)
		m.earn(who, metric.EarnFees, m.Model.Market.Products[p].Fee)
		m.spend(who, metric.CostOpening, m.Model.Market.Products[p].Cost)
		m.refresh(who)
	}
}
