package twins

import (
	"slices"

	"xsell/agents"
	"xsell/sim"
)

// order turns sets of things of the second design, such as products, into sets in the order of the first; what the first
// does not have follows behind.
type order struct {
	to   []int // by place in the second: place in the first
	same bool
}

// matched finds the order of things by their names.
func matched(first, second []string) *order {
	o, next := &order{same: true}, len(first)
	for i, name := range second {
		at := slices.Index(first, name)
		if at < 0 {
			at = next
			next++
		}
		o.to, o.same = append(o.to, at), o.same && at == i
	}
	return o
}

// together is how many things there are under either design.
func (o *order) together(first int) int { return max(first, slices.Max(append(o.to, -1))+1) }

// of is a set of the second design in the order of the first.
func (o *order) of(set uint32) (out uint32) {
	if o.same {
		return set
	}
	for i, at := range o.to {
		out |= set >> i & 1 << at
	}
	return out
}

// back is the place in the second design of one in the first.
func (o *order) back(at int) agents.ProductID { return agents.ProductID(slices.Index(o.to, at)) }

// productOrder matches the products of two designs.
func productOrder(first, second *sim.Model) *order {
	return matched(productNames(first), productNames(second))
}

func productNames(m *sim.Model) (names []string) {
	for i := range m.Market.Products {
		names = append(names, m.Market.Products[i].Name)
	}
	return names
}
