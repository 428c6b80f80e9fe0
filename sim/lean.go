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
	return float64(m.known(c, p) * float64(m.Model.Market.Follow(p, held)))
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

// leans is how far each of those who are seen leans, without a need, to what the unit would offer, see leaning; 0 for who can
// be offered nothing, and for all where lists do not know it. It is the same for all households of a kind. They stand in
// scratch.
func (m *Market) leans(seen []int32, g *gaze) []float32 {
	leans, sketches, l := m.scratch.Scores[:len(seen)], m.scratch.Sketches, &m.scratch.Leanings
	if g.fit == 0 {
		clear(leans)
		return leans
	}
	may, sways := g.may&l.Offered, g.sways
	for i, x := range seen {
		x := &sketches[x]
		like, known := l.kind(x.segment, may&x.can, x.held&sways)
		if !known {
			like.leans = m.leaning(x.segment, may&x.can, x.held)
		}
		leans[i] = like.leans
	}
	return leans
}

// leaning is the propensity of a household of a segment that holds these products to take one of those it can be offered.
func (m *Market) leaning(segment uint8, can, held agents.Products) float32 {
	l, sum, weights := &m.scratch.Leanings, 0.0, 0.0
	weighed, known := &l.alike(segment, held).weighed, l.of(segment)
	for ; can != 0; can &= can - 1 {
		p := can.First() & (agents.MaxProducts - 1)
		sum += weighed[p] / m.Leaning[p]
		weights += known[p]
	}
	return customer.Propensity(sum, weights)
}

// weighLeanings fills Leaning with the mean inclination to each product of the customers who could be offered it, in
// the weights in which sellers offer it. So the mean rate of those who are pitched to is 1 relative to the usual,
// whatever becomes of the market; the logarithms are a little below 0 on the whole. What kinds lean to is asked anew from then
// on.
func (m *Market) weighLeanings() {
	l, usual := &m.scratch.Leanings, m.Leaning
	var sum, weights byProduct
	sketches := m.scratch.Sketches
	for i := range sketches {
		x := &sketches[i]
		weighed, known := &l.alike(x.segment, x.held).weighed, l.of(x.segment)
		for can := x.can; can != 0; can &= can - 1 {
			p := can.First() & (agents.MaxProducts - 1)
			sum[p] += weighed[p]
			weights[p] += known[p]
		}
	}
	l.closeAgain()
	l.Offered = 0
	for p := range usual {
		usual[p] = 0
		if weights[p] > 0 {
			usual[p] = sum[p] / weights[p]
		}
		if usual[p] > 0 {
			l.Offered = l.Offered.With(agents.ProductID(p))
		}
	}
}
