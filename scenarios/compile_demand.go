package scenarios

import (
	"slices"

	"xsell/agents"
	"xsell/agents/org"
	"xsell/agents/pay"
	"xsell/sim"
)

// usualReferrals is how many leads per customer and year a seller passes on who is not paid for it, the first belief
// about the own rate and the reference of a goal in multiples of demand; assumed, beliefs correct it within weeks.
const usualReferrals = 0.02

// setter compiles the target of a goal; usual is what a seller's customers bring unpushed [units per window].
func (p *planner) setter(name string, usual float64) pay.Setter {
	g, path := p.spec.Targets.Goals[name], []string{"targets", "goal", name}
	written := p.tree.Keys(path...)
	switch {
	case g.Demand != 0 && g.Count != 0:
		p.problem(under(path, "count"), "times-demand is set too; only one of the two can be, set the other to 0")
	case !slices.Contains(written, "times-demand") && !slices.Contains(written, "count"):
		p.problem(path, "sets neither times-demand nor count; one of them must say how much is asked")
	}
	return pay.Setter{
		Base:    float64(float64(g.Demand)*usual) + float64(g.Count),
		Growth:  float64(g.Growth) * float64(g.Window) / weeksPerYear,
		Ratchet: float64(g.Ratchet),
	}
}

// usual is what an average member of the pool's customers bring unpushed [units per window]. In a pool of several
// units it is the mean over their seats.
func (p *planner) usual(key tallyKey) float64 {
	if key.pool == sim.OfSeller || key.pool == sim.OfUnit {
		return p.usualOf(p.unit, key)
	}
	mean := 0.0
	for u := range p.units {
		mean += float64(p.model.Org.Units[u].Seats * p.usualOf(u, key))
	}
	return mean
}

// usualOf is what an average seller's customers bring a unit unpushed [units per window].
func (c *compiler) usualOf(unit int, key tallyKey) float64 {
	customers, window := c.customersPerSeller(unit), float64(key.window)
	if key.measure >= sim.Referrals {
		if c.concerned(unit, key) == 0 {
			return 0
		}
		return usualReferrals * customers * window / weeksPerYear
	}
	units := 0.0
	for q, weight := range c.weights(unit, key) {
		units += float64(weight * float64(c.demand(q)*c.routed(unit, agents.ProductID(q))))
	}
	return float64(units*customers) * float64(window*c.mind.Seek.FreeChance)
}

// customersPerSeller of a unit, 0 where it has no sellers.
func (c *compiler) customersPerSeller(unit int) float64 {
	sellers := float64(c.model.Size.Sellers) * c.model.Org.Units[unit].Seats
	if sellers <= 0 {
		return 0
	}
	return float64(c.model.Size.Customers) / sellers
}

// demand is how many needs for a product a customer has in a week: the need of those who do not hold it here, mean
// over segments.
func (c *compiler) demand(p int) float64 {
	t := c.model.Market
	product, factor := &t.Products[p], 0.0
	for i := range t.Segments {
		factor += float64(t.Segments[i].Share * float64(t.Segments[i].Need[p]))
	}
	return float64((1-float64(product.Held*product.Here))*float64(product.Need)) * factor
}

// routed is the share of customers with a need for p who come to this unit: by seats and skill among all that may sell
// it to them.
func (c *compiler) routed(unit int, p agents.ProductID) float64 {
	o := c.model.Org
	if len(o.Houses) == 0 {
		return c.routedAmong(o.Sellers[p], unit, p)
	}
	sum := 0.0
	for _, h := range o.Houses {
		sum += float64(h.Share * c.routedAmong(h.Sellers[p], unit, p))
	}
	return sum
}

// routedAmong is the unit's part among those that share the customers; 0 where it is none of them.
func (c *compiler) routedAmong(sellers []agents.UnitID, unit int, p agents.ProductID) float64 {
	units := c.model.Org.Units
	if !slices.Contains(sellers, agents.UnitID(unit)) {
		return 0
	}
	total := 0.0
	for _, u := range sellers {
		total += pull(&units[u], p)
	}
	if total == 0 {
		return 0
	}
	return pull(&units[unit], p) / total
}

// pull is the weight with which customers come to a unit.
func pull(u *org.Unit, p agents.ProductID) float64 { return float64(u.Seats * float64(u.Skill[p])) }
