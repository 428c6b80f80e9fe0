package scenarios

import (
	"slices"

	"xsell/agents"
	"xsell/agents/org"
)

// organisation compiles structure: who may sell what, whose the customer is, how leads change hands.
func (c *compiler) organisation() {
	o := &c.spec.Organisation
	c.model.Org = &org.Network{
		Teams: o.Teams, Record: float64(o.Record), Score: float64(o.Score),
		Coordination: float64(o.Coordination), Clear: float64(o.Territories),
		Sharing: float64(o.Culture.Sharing), SharingStart: float64(o.Culture.Start), SharingPace: pace(o.Culture.Pace),
		TrainingHours: float64(o.Training.Hours), TrainingCost: euroPerWeek(o.Training.Cost), Ethics: float64(o.Training.Ethics),
		Reach: weekly(o.Campaign.Reach), ReachCost: euro(o.Campaign.Cost),
		Bundle: float64(o.Bundle), Limit: int(float64(o.Limit) + 0.5),
		Merged: o.Merged, Distance: float64(o.Culture.Apart),
	}
	c.selling()
	c.seats()
	c.grants()
	c.service()
	c.houses()
	c.handoffs()
	c.contracts()
}

// seats compiles the units without their grants.
func (c *compiler) seats() {
	for _, name := range c.units {
		u := c.spec.Organisation.Units[name]
		c.model.Org.Units = append(c.model.Org.Units, org.Unit{
			Name: name, Title: titled(u.Title, name), Seats: float64(u.Seats), Hours: float64(u.Hours),
			Start: float64(u.Skill), Owns: u.Owns, Serves: u.Serves, Worth: agents.EUR(float64(u.Worth)), Skill: make([]float32, len(c.products)),
			House: c.houseOf(u.House),
		})
	}
}

// grants lets units sell; of several grants for a product the highest skill wins.
func (c *compiler) grants() {
	for _, name := range names(c.spec.Organisation.Grants) {
		grant, path := c.spec.Organisation.Grants[name], []string{"organisation", "grant", name}
		if len(grant.Lines) == 0 && len(grant.Products) == 0 {
			c.problem(path, "names neither lines nor products to sell")
			continue
		}
		unit := &c.model.Org.Units[index(c.units, grant.Unit)]
		granted := c.covered(path, grant.Lines, grant.Products)
		unit.May |= granted
		for p := range unit.Skill {
			if granted.Has(agents.ProductID(p)) {
				unit.Skill[p] = max(unit.Skill[p], float32(grant.Skill))
			}
		}
	}
}

// covered returns the products of the lines and the single ones, all of them where none are named. path is that of
// the table in which the lines stand.
func (c *compiler) covered(path, lines, products []string) (set agents.Products) {
	c.known(under(path, "lines"), lines)
	for p, name := range c.products {
		all := len(lines) == 0 && len(products) == 0
		if all || slices.Contains(lines, c.spec.Products[name].Line) || slices.Contains(products, name) {
			set = set.With(agents.ProductID(p))
		}
	}
	return set
}

// known notes a problem for every line of a list that does not exist.
func (c *compiler) known(path, lines []string) {
	for i, line := range lines {
		if !slices.Contains(c.lines, line) {
			c.problem(under(path, element(i)), "no line %q%s", line, hint(line, c.lines))
		}
	}
}

// service finds for each product who may sell it and who serves it.
func (c *compiler) service() {
	o := c.model.Org
	o.Server, o.Sellers = make([]agents.UnitID, len(c.products)), make([][]agents.UnitID, len(c.products))
	for p := range c.products {
		for u := range o.Units {
			if o.Units[u].May.Has(agents.ProductID(p)) {
				o.Sellers[p] = append(o.Sellers[p], agents.UnitID(u))
			}
		}
		o.Server[p] = server(o.Units, agents.ProductID(p), anyUnit)
	}
}

// server is the serving unit that may sell p with the most skilled seats, else the serving unit with most seats, else
// the first unit, among the units that count. Ties go to the first by name.
func server(units []org.Unit, p agents.ProductID, counts func(agents.UnitID) bool) agents.UnitID {
	best, most := first(units, counts), [2]float64{-1, -1}
	for u := range units {
		if !units[u].Serves || !counts(agents.UnitID(u)) {
			continue
		}
		rank := [2]float64{-1, units[u].Seats}
		if units[u].May.Has(p) {
			rank[0] = float64(float64(units[u].Skill[p]) * units[u].Seats)
		}
		if slices.Compare(rank[:], most[:]) > 0 {
			best, most = u, rank
		}
	}
	return agents.UnitID(best)
}

// handoffs compiles how leads change hands.
func (c *compiler) handoffs() {
	o := c.model.Org
	o.From = make([][]int, len(c.units))
	for i, name := range names(c.spec.Organisation.Handoffs) {
		h, path := c.spec.Organisation.Handoffs[name], []string{"organisation", "handoff", name}
		from, to := index(c.units, h.From), index(c.units, h.To)
		before := len(c.problems)
		products := c.covered(path, h.Lines, nil) & o.Units[to].May
		switch {
		case len(c.problems) > before: // a line that does not exist
		case from == to:
			c.problem(under(path, "to"), "a handoff leads from one unit to another, here both are %q", h.To)
		case products == 0:
			c.problem(under(path, "lines"), "unit %q may sell nothing of it; give it a grant or another handoff", h.To)
		}
		o.Handoffs = append(o.Handoffs, org.Handoff{
			Name: name, From: agents.UnitID(from), To: agents.UnitID(to), Products: products, Ease: float64(h.Ease),
			Delay: int(h.Delay), Joint: h.Joint, Moves: h.Moves, WorthMin: agents.EUR(float64(h.WorthMin)), Finder: float64(h.Finder),
		})
		o.From[from] = append(o.From[from], i)
	}
}

// contracts compiles what binds employers and partner firms.
func (c *compiler) contracts() {
	for _, name := range names(c.spec.Organisation.Contracts) {
		k, path := c.spec.Organisation.Contracts[name], []string{"organisation", "contract", name}
		if !slices.Contains(c.tree.Keys(path...), "joining") {
			k.Joining = 1
		}
		if k.Partner > 0 && k.Employers > 0 {
			c.problem(under(path, "partner"), "a contract binds employers or a partner firm, not both; write two contracts")
		}
		if k.Partner == 0 && k.Sends > 0 {
			c.problem(under(path, "partner"), "missing; say which share of households are customers of the partner that sends them")
		}
		c.model.Org.Contracts = append(c.model.Org.Contracts, org.Contract{
			Name: name, Unit: agents.UnitID(index(c.units, k.Unit)), Employers: float64(k.Employers),
			Joining: float64(k.Joining), Data: float64(k.Data), Awareness: float64(k.Awareness),
			Exclusive: float64(k.Exclusive), Cost: euroPerWeek(k.Cost), Lost: weekly(k.Lost),
			Partner: float64(k.Partner), Wealth: float64(k.Wealth), Sends: weekly(k.Sends), Chosen: float64(k.Chosen), Fee: euro(k.Fee),
		})
	}
}
