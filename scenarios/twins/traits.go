package twins

import (
	"math/bits"

	"xsell/agents"
	"xsell/sim"
)

// traits are what a customer was before either design touched them.
type traits struct {
	segment, channel string
	wealth           float32 // 1 = average
	affinity         float32 // standard deviations
	customer         bool    // from the start on
	years            float32 // as a customer at the start
	products         int     // at the start
}

// traitsOf are those of the household on seat c at the start.
func traitsOf(m *sim.Market, c agents.CustomerID) traits {
	cs := &m.Customers
	t := traits{segment: m.Model.Market.Segments[cs.Segment[c]].Title, channel: m.Model.Market.Channels[cs.Channel[c]].Name,
		wealth: m.Wealth(c), affinity: cs.Affinity[c], customer: cs.Here[c]}
	if t.customer {
		t.years = float32(m.Week-int32(cs.Joined[c])) / 52
		t.products = bits.OnesCount32(uint32(m.Holds(c)))
	}
	return t
}

// dimension is one way to divide a crowd into groups.
type dimension[T any] struct {
	id, title string
	groups    []string // in the order of tables; nil: as they come
	of        func(*T) string
}

// band is the name of the last group whose lower end x reaches.
func band(x float64, names []string, ends ...float64) string {
	i := 0
	for i < len(ends) && x >= ends[i] {
		i++
	}
	return names[i]
}

const later = "came later"

var (
	wealths    = []string{"below half the average", "half to average", "average to double", "double or more"}
	likings    = []string{"cool", "as most", "fond"}
	tenures    = []string{"under 3 years", "3 to 10 years", "10 years or more", later}
	portfolios = []string{"1", "2", "3", "4 or more", later}
	characters = []string{"below 0.6", "0.6 to 0.85", "0.85 or more"}
	factors    = []string{"below 0.9", "0.9 to 1.1", "1.1 or more"}
	starts     = []string{"there from the start", "hired later"}
)

// byCustomer are the ways to divide customers.
var byCustomer = []dimension[traits]{
	{"segment", "Stage of life at the start", nil, func(t *traits) string { return t.segment }},
	{"wealth", "Wealth", wealths, func(t *traits) string { return band(float64(t.wealth), wealths, 0.5, 1, 2) }},
	{"liking", "Liking of the firm", likings, func(t *traits) string { return band(float64(t.affinity), likings, -0.5, 0.5) }},
	{"tenure", "Customer for", tenures, func(t *traits) string {
		if !t.customer {
			return later
		}
		return band(float64(t.years), tenures, 3, 10)
	}},
	{"products", "Products at the start", portfolios, func(t *traits) string {
		if !t.customer {
			return later
		}
		return band(float64(t.products), portfolios, 2, 3, 4)
	}},
	{"channel", "Channel", nil, func(t *traits) string { return t.channel }},
}

// staff is what sellers are divided by.
type staff struct {
	unit string
	sellerTraits
}

// bySeller are the ways to divide sellers.
var bySeller = []dimension[staff]{
	{"unit", "Unit", nil, func(t *staff) string { return t.unit }},
	{"integrity", "Integrity", characters, func(t *staff) string { return band(t.integrity, characters, 0.6, 0.85) }},
	{"skill", "Own skill", factors, func(t *staff) string { return band(t.speed, factors, 0.9, 1.1) }},
	{"orientation", "Orientation to customers", factors, func(t *staff) string { return band(t.orientation, factors, 0.9, 1.1) }},
	{"start", "Hired", starts, func(t *staff) string {
		if t.veteran {
			return starts[0]
		}
		return starts[1]
	}},
}
