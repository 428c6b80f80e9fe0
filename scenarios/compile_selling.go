package scenarios

import (
	"slices"

	"xsell/agents"
	"xsell/agents/org"
)

// selling compiles how the firm picks whom to approach, when, through which channel and with what.
func (c *compiler) selling() {
	o := &c.spec.Organisation
	c.model.Org.Selling = org.Selling{
		Targeting:   c.targeting(),
		Nurture:     org.Nurture{Wait: int32(o.Nurture.Wait), Messages: weekly(o.Nurture.Messages), Cost: euro(o.Nurture.Cost)},
		Filter:      org.Filter{Problem: float64(o.Filter.Problem), Unhappy: float64(o.Filter.Unhappy)},
		Information: 1, Attention: float64(o.Attention), Events: float64(o.Events), Precision: 1,
	}
	if slices.Contains(c.tree.Keys("organisation"), "product-information") {
		c.model.Org.Information = float64(o.Information)
	}
	if slices.Contains(c.tree.Keys("organisation"), "event-precision") {
		c.model.Org.Precision = float64(o.Precision)
	}
	if n := &o.Nurture; n.Messages > 0 && n.Wait == 0 {
		c.problem([]string{"organisation", "nurture", "wait"}, "missing; messages go to new customers for so long")
	}
}

// targeting compiles channel, offer and order of a call list's contacts.
func (c *compiler) targeting() org.Targeting {
	t, path := &c.spec.Organisation.Targeting, []string{"organisation", "targeting"}
	tested := t.Channel == "tested"
	switch {
	case tested && t.Test == 0:
		c.problem(under(path, "test"), "missing; say which share of contacts tries a channel")
	case !tested && t.Test > 0:
		c.problem(under(path, "test"), `found where nothing is tested; set channel = "tested" with it`)
	case t.Channel == "" && t.Through != "":
		c.problem(under(path, "through"), `found where no channel is chosen; set channel = "mass" or another with it`)
	}
	return org.Targeting{Managed: t.Channel != "", Habit: t.Channel == "habit", Test: float64(t.Test), Through: c.through(t.Through),
		Bundles: float64(t.Bundles), Best: float64(t.Best), Newcomers: t.Newcomers}
}

// through is the row of the named channel, or of the one most customers have, of several the first by name.
func (c *compiler) through(name string) uint8 {
	channels := c.spec.Customers.Channels
	list, best := names(channels), 0
	for k, other := range list {
		if other == name {
			return uint8(k)
		}
		if channels[other].Share > channels[list[best]].Share {
			best = k
		}
	}
	return uint8(best)
}

// disclosed is the products of the lines in whose talks the seller's interest is disclosed, all where none is named.
func (c *compiler) disclosed(lines []string) (set agents.Products) {
	c.known([]string{"controls", "disclosure-lines"}, lines)
	for p, name := range c.products {
		if len(lines) == 0 || slices.Contains(lines, c.spec.Products[name].Line) {
			set = set.With(agents.ProductID(p))
		}
	}
	return set
}
