package sim

import (
	"xsell/agents"
	"xsell/agents/customer"
)

// expectExits adds the chance of leaving of everybody, and counts those who have nothing on the books and go anyway.
func expectExits(m *Market, exits *against) (gone int64) {
	for c, here := range m.Customers.Here {
		if !here || int32(m.Customers.Joined[c]) == m.Week {
			continue
		}
		if m.Customers.held(agents.CustomerID(c)) == 0 {
			gone++
			continue
		}
		s := customer.Staying{Affinity: m.Customers.Affinity[c], Trust: m.Customers.Trust[c], Relation: m.Customers.Relation[c],
			Satisfaction: m.Customers.Satisfaction[c], Used: size(m.real(agents.CustomerID(c))), Tenure: float64(m.Week - int32(m.Customers.Joined[c]))}
		exits.add(s.Leaves(&m.Model.Mind.Stay, m.Model.Market.Exit))
	}
	return gone
}

// expectNeeds adds the chance of a new need of everybody.
func expectNeeds(m *Market, needs *against) {
	mind := &m.Model.Mind.Need
	for c, here := range m.Customers.Here {
		if here {
			early := customer.Early(float64(m.Week-int32(m.Customers.Joined[c])), mind.FirstBoost, mind.FirstWeeks)
			needs.add(float64(m.needRates(agents.CustomerID(c), nil)) * early)
		}
	}
}
