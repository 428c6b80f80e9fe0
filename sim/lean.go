package sim

import (
	"xsell/agents"
	"xsell/agents/customer"
)

// inclination is how often such households as c come to need p [1/week]: by their stage of life and by what they hold
// anywhere, whatever they think of the firm.
func (m *Market) inclination(c agents.CustomerID, p agents.ProductID) float64 {
	cs := &m.Customers
	held := cs.held(c) | cs.Elsewhere.Of(c)
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

// leanings is what a close knows of the inclinations of all customers.
type leanings struct {
	Known   []float64       // segment × product: see known
	Offered agents.Products // with a usual inclination above 0
}

// of are the known needs of a segment, by product.
func (l *leanings) of(segment uint8, products int) []float64 {
	return l.Known[int(segment)*products:][:products]
}

// leans is the propensity of c to take what a unit that may sell these products would offer; 0 if that is nothing.
func (m *Market) leans(c agents.CustomerID, may agents.Products) float32 {
	cs, usual := &m.Customers, m.Leaning
	held, known := cs.held(c)|cs.Elsewhere.Of(c), m.scratch.Leanings.of(cs.Segment[c], len(usual))
	sum, weights := 0.0, 0.0
	for can := may & m.offerable(c) & m.scratch.Leanings.Offered; can != 0; can &= can - 1 {
		p := can.First()
		weight := known[p]
		inclination := float64(weight * float64(m.follows(int(p), held)))
		sum += float64(weight*inclination) / usual[p]
		weights += weight
	}
	return customer.Propensity(sum, weights)
}

// weighLeanings fills Leaning with the mean inclination to each product of the customers who could be offered it, in
// the weights in which sellers offer it. So the mean rate of those who are pitched to is 1 relative to the usual,
// whatever becomes of the market; the logarithms are a little below 0 on the whole.
func (m *Market) weighLeanings() {
	cs, usual, all := &m.Customers, m.Leaning, m.Model.Market.All()
	var sum, weights [agents.MaxProducts]float64
	m.tabulateKnown()
	for c, here := range cs.Here {
		if !here {
			continue
		}
		who := agents.CustomerID(c)
		held, known := cs.held(who)|cs.Elsewhere.Of(who), m.scratch.Leanings.of(cs.Segment[c], len(usual))
		for can := m.offerable(who) & all; can != 0; can &= can - 1 {
			p := can.First()
			weight := known[p]
			sum[p] += float64(weight * float64(weight*float64(m.follows(int(p), held))))
			weights[p] += weight
		}
	}
	m.scratch.Leanings.Offered = 0
	for p := range usual {
		usual[p] = 0
		if weights[p] > 0 {
			usual[p] = sum[p] / weights[p]
		}
		if usual[p] > 0 {
			m.scratch.Leanings.Offered = m.scratch.Leanings.Offered.With(agents.ProductID(p))
		}
	}
}

// tabulateKnown writes down what is known of each segment.
func (m *Market) tabulateKnown() {
	t, known := m.Model.Market, m.scratch.Leanings.Known
	for i := range t.Segments {
		for p := range t.Products {
			known[i*len(t.Products)+p] = float64(t.Products[p].Need * t.Segments[i].Need[p])
		}
	}
}
