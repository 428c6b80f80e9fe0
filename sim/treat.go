package sim

import (
	"xsell/agents"
	"xsell/sim/draw"
)

// enforce puts the levers of change i, if it has any, in force for whom it is.
func (m *Market) enforce(i int) {
	x := &m.start.Changes[i]
	if !x.Levers {
		return
	}
	switch x.Of {
	case AmongSellers:
		for s := range m.Sellers.InForce {
			if m.chosenSeller(agents.SellerID(s), x) {
				m.Sellers.InForce[s] = m.Sellers.InForce[s].With(i)
			}
		}
	case AmongCustomers:
		for c := range m.Customers.InForce {
			if m.chosenHousehold(agents.CustomerID(c), x) {
				m.Customers.InForce[c] = m.Customers.InForce[c].With(i)
			}
		}
	default:
		m.InForce = m.InForce.With(i)
	}
}

// release takes the levers of change i back from whoever has them.
func (m *Market) release(i int) {
	m.InForce = m.InForce.Without(i)
	for s := range m.Sellers.InForce {
		m.Sellers.InForce[s] = m.Sellers.InForce[s].Without(i)
	}
	for c := range m.Customers.InForce {
		m.Customers.InForce[c] = m.Customers.InForce[c].Without(i)
	}
}

// chosenSeller tells whether change x is for seat s: a draw of its own for each change and seat, so that two changes
// cross one another, and one seat more moves no other. Whoever comes to sit there later is treated alike.
func (m *Market) chosenSeller(s agents.SellerID, x *Change) bool {
	return m.stream(draw.TreatedSeller).Uniform(draw.Pair(m.Sellers.Key[s], x.Key)) < x.Part
}

// chosenHousehold tells whether change x is for household seat c, whoever lives there.
func (m *Market) chosenHousehold(c agents.CustomerID, x *Change) bool {
	return m.stream(draw.TreatedHousehold).Uniform(draw.Pair(uint32(c), x.Key)) < x.Part
}

// groups makes the columns of the changes in force for single sellers and customers, where the model has such changes.
func (m *Market) groups() {
	for i := range m.start.Changes {
		switch x := &m.start.Changes[i]; {
		case x.Levers && x.Of == AmongSellers && m.Sellers.InForce == nil:
			m.Sellers.InForce = make([]InForce, len(m.Sellers.Unit))
			m.Sellers.Levers = make([]*Model, len(m.Sellers.Unit))
		case x.Levers && x.Of == AmongCustomers && m.Customers.InForce == nil:
			m.Customers.InForce = make([]InForce, len(m.Customers.Here))
			m.Customers.Levers = make([]*Model, len(m.Customers.Here))
		}
	}
	m.regroup()
}
