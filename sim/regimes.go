package sim

import (
	"fmt"
	"math/bits"

	"xsell/agents"
)

// MaxChanges is how many changes a model may have.
const MaxChanges = 128

// InForce is a set of changes by their place in Model.Changes. Whose levers are asked for, a market's, a seller's or a
// customer's, is under one such set; where two changes set the same lever, the later in the list wins.
type InForce [MaxChanges / 64]uint64

// With is the set and change i.
func (x InForce) With(i int) InForce {
	x[i/64] |= 1 << (i % 64)
	return x
}

// Without is the set but for change i.
func (x InForce) Without(i int) InForce {
	x[i/64] &^= 1 << (i % 64)
	return x
}

// Has tells whether change i is in the set.
func (x InForce) Has(i int) bool { return x[i/64]>>(i%64)&1 == 1 }

// Or is the union of two sets: the changes that are in one of them, or in both.
func (x InForce) Or(o InForce) InForce {
	for i := range x {
		x[i] |= o[i]
	}
	return x
}

// Last is the place of the last change in the set, -1 in the empty one.
func (x InForce) Last() int {
	for i := len(x) - 1; i >= 0; i-- {
		if x[i] != 0 {
			return 64*i + bits.Len64(x[i]) - 1
		}
	}
	return -1
}

// Under returns the levers with these changes in force; the model itself for none.
func (m *Model) Under(set InForce) *Model {
	if set == (InForce{}) {
		return m
	}
	levers, found := m.Regimes[set]
	if !found {
		panic(fmt.Sprintf("sim: no levers were compiled for the changes %v together", m.names(set)))
	}
	return levers
}

func (m *Model) names(set InForce) (names []string) {
	for i := range m.Changes {
		if set.Has(i) {
			names = append(names, m.Changes[i].Name)
		}
	}
	return names
}

// of is the model whose levers seller s lives under: the market's, unless a change is for some sellers only.
func (m *Market) of(s agents.SellerID) *Model {
	if m.Sellers.Levers == nil {
		return m.Model
	}
	return m.Sellers.Levers[s]
}

// facing is the model whose levers customer c meets: the market's, unless a change is for some customers only.
func (m *Market) facing(c agents.CustomerID) *Model {
	if m.Customers.Levers == nil {
		return m.Model
	}
	return m.Customers.Levers[c]
}

// opener is the model under which an account is looked at: that of the seat on which it was opened.
func (m *Market) opener(h Holding) *Model {
	if s := h.Seller(); s != agents.Nobody {
		return m.of(s)
	}
	return m.Model
}

// regroup gives every seller and customer the levers of the changes in force for the market and for them.
func (m *Market) regroup() {
	for s := range m.Sellers.Levers {
		m.Sellers.Levers[s] = m.start.Under(m.InForce.Or(m.Sellers.InForce[s]))
	}
	for c := range m.Customers.Levers {
		m.Customers.Levers[c] = m.start.Under(m.InForce.Or(m.Customers.InForce[c]))
	}
}
