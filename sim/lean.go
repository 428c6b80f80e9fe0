package sim

import (
	"xsell/agents"
	"xsell/agents/customer"
)

// inclination is how often such households as c come to need p [1/week]: by their stage of life and by what they hold
// anywhere, whatever they think of the firm.
func (m *Market) inclination(c agents.CustomerID, p agents.ProductID) float64 {
	cs := &m.Customers
	held := cs.Active[c] | cs.Dormant[c] | cs.Elsewhere[c]
	return float64(m.known(c, p) * float64(m.follows(int(p), held)))
}

// known is what sellers know of that from experience: the stage of life.
func (m *Market) known(c agents.CustomerID, p agents.ProductID) float64 {
	t := m.Model.Market
	return float64(t.Products[p].Need * t.Segments[m.Customers.Segment[c]].Need[p])
}

// leansTo is the propensity of c to take p without a need, compared with those to whom sellers offer it.
func (m *Market) leansTo(c agents.CustomerID, p agents.ProductID) float32 {
	return customer.Propensity(m.inclination(c, p), m.Leaning[p])
}

// leans is the propensity of c to take what a unit that may sell these products would offer; 0 if that is nothing.
func (m *Market) leans(c agents.CustomerID, may agents.Products) float32 {
	can, sum, weights := may&m.offerable(c), 0.0, 0.0
	for p := range m.Leaning {
		if q := agents.ProductID(p); can.Has(q) && m.Leaning[p] > 0 {
			weight := m.known(c, q)
			sum += float64(weight * m.inclination(c, q) / m.Leaning[p])
			weights += weight
		}
	}
	return customer.Propensity(sum, weights)
}

// weighLeanings fills Leaning with the mean inclination to each product of the customers who could be offered it, in
// the weights in which sellers offer it. So the mean rate of those who are pitched to is 1 relative to the usual,
// whatever becomes of the market; the logarithms are a little below 0 on the whole.
func (m *Market) weighLeanings() {
	var sum, weights [agents.MaxProducts]float64
	for c := range m.Customers.Here {
		if !m.Customers.Here[c] {
			continue
		}
		who := agents.CustomerID(c)
		can := m.offerable(who)
		for p := range m.Leaning {
			if q := agents.ProductID(p); can.Has(q) {
				weight := m.known(who, q)
				sum[p] += float64(weight * m.inclination(who, q))
				weights[p] += weight
			}
		}
	}
	for p := range m.Leaning {
		m.Leaning[p] = 0
		if weights[p] > 0 {
			m.Leaning[p] = sum[p] / weights[p]
		}
	}
}
