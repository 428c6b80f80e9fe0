package sim

import "xsell/agents"

// owed is what seller s owes the unit for leads it passed on, in [0, 1].
func (m *Market) owed(s agents.SellerID, to agents.UnitID) float64 {
	return min(float64(m.Sellers.Owed[int(s)*len(m.Model.Org.Units)+int(to)]), 1)
}

// favour books a lead passed on: the giver has paid back, the receiver owes.
func (m *Market) favour(giver, receiver agents.SellerID) {
	ss, n := &m.Sellers, len(m.Model.Org.Units)
	back := &ss.Owed[int(giver)*n+int(ss.Unit[receiver])]
	*back = max(*back-1, 0)
	ss.Owed[int(receiver)*n+int(ss.Unit[giver])]++
}

// forgetFavours clears what the last occupant of a seat owed and had passed on.
func (m *Market) forgetFavours(s agents.SellerID) {
	n := len(m.Model.Org.Units)
	clear(m.Sellers.Owed[int(s)*n : (int(s)+1)*n])
	m.Sellers.Passed[s] = 0
}

// fadeFavours lets what is owed fade by the week, and starts the count of leads passed on anew each year.
func (m *Market) fadeFavours() {
	kept := float32(1 - m.Model.Mind.Refer.Memory)
	for i := range m.Sellers.Owed {
		m.Sellers.Owed[i] = float32(m.Sellers.Owed[i] * kept)
	}
	if modulo(m.Week, 52) == 0 {
		clear(m.Sellers.Passed)
	}
}

// desk is the unit for the best customers that takes c, if there is one among the units: the one that asks most.
func (m *Market) desk(c agents.CustomerID, units []agents.UnitID) (best agents.UnitID, found bool) {
	worth := m.brings(c) * 52
	most := int64(0)
	for _, u := range units {
		if least := int64(m.Model.Org.Units[u].Worth); least > most && worth >= least {
			best, most, found = u, least, true
		}
	}
	return best, found
}
