package scenarios

import (
	"strings"

	"xsell/agents"
	"xsell/agents/customer"
	"xsell/agents/market"
	"xsell/scenarios/words"
)

// market compiles what can be held, who lives there and the competitor.
func (c *compiler) market() {
	m, people := &c.spec.Market, &c.spec.Customers
	c.model.Market = &market.Table{
		Lines:         c.lines,
		WealthSD:      float64(people.Wealth),
		Vacant:        float64(m.Vacant),
		Joining:       weekly(m.Joining),
		Compete:       weekly(m.Competitor),
		Fade:          oncePer(m.Fading),
		Cancel:        weekly(m.Cancelling),
		Exit:          weekly(m.Exit),
		Employed:      float64(people.Employed),
		Employers:     people.Employers,
		Traits:        people.Traits.byBit(),
		Tenure:        float64(people.Tenure),
		StartAffinity: float64(people.Fonder),
		StartAge:      float64(people.Ending),
	}
	c.assortment()
	c.people()
}

// byBit lists the shares in the order of customer's bits.
func (t *Traits) byBit() [4]float64 {
	return [4]float64{float64(t.Demanders), float64(t.Reversers), float64(t.Promo), float64(t.Limiters)}
}

// assortment compiles the products and what holding one does to the need for another.
func (c *compiler) assortment() {
	t := c.model.Market
	for _, name := range c.products {
		product := c.spec.Products[name]
		row := product.row(name)
		row.Line = agents.LineID(index(c.lines, product.Line))
		row.First = float64(c.spec.Customers.Primary[name])
		row.Complexity *= float32(1 - c.spec.Organisation.Simple)
		row.Basis = c.basis(name)
		t.Products = append(t.Products, row)
		t.Follows = append(t.Follows, c.factors(product.Follows))
	}
}

// basis is the set of the one product of which the named one is the better tier, empty if it is none.
func (c *compiler) basis(name string) (set agents.Products) {
	from := c.spec.Products[name].Upgrades
	if from == "" {
		return set
	}
	chain := []string{name}
	for next := from; next != "" && len(chain) <= len(c.products); next = c.spec.Products[next].Upgrades {
		if chain = append(chain, next); next == name {
			c.problem([]string{"products", name, "upgrades"}, "tiers must not lead back to themselves (%s)", strings.Join(chain, " -> "))
			return set
		}
	}
	return set.With(agents.ProductID(index(c.products, from)))
}

// row is the product's table row, but for what other tables say of it.
func (p *Product) row(name string) market.Product {
	return market.Product{
		Name: name, Title: titled(p.Title, name),
		Margin: float64(p.Margin) / weeksPerYear, WealthPower: float64(p.WealthPower),
		Keeping: float64(p.Keeping) / weeksPerYear,
		Fee:     euro(p.Fee), Gift: euro(p.Gift), Cost: euro(p.Cost), Handling: euro(p.Handling), Loss: euro(p.Loss),
		Requests: float32(weekly(p.Requests)), RequestTime: float64(p.Minutes), Meeting: float64(p.Meeting),
		Complexity: float32(p.Complexity), Decision: float64(p.Decision), CoolingOff: int(p.CoolingOff),
		Rates: customer.Rates{
			Return: float32(hazard(p.Return, p.CoolingOff)), Lapse: float32(weekly(p.Lapse)),
			Dormancy: float32(weekly(p.Dormancy)), Default: float32(weekly(p.Default)),
		},
		Need: float32(weekly(p.Need)), Held: float64(p.Held), Here: float64(p.Here),
		Silent: float64(p.Silent), FeeRisk: float64(p.FeeRisk), Points: float64(p.Points),
	}
}

// titled is the title for reports, by default the name.
func titled(title, name string) string {
	if title == "" {
		return name
	}
	return title
}

// people compiles segments and channels.
func (c *compiler) people() {
	t := c.model.Market
	for i, name := range c.segments {
		s := c.spec.Customers.Segments[name]
		row := market.Segment{Name: name, Title: titled(s.Title, name), Share: float64(s.Share),
			Wealth: float64(s.Wealth), Next: i, Need: c.factors(s.Needs)}
		if s.Next != "" {
			row.Next, row.Move = index(c.segments, s.Next), oncePer(s.Stays)
		}
		t.Segments = append(t.Segments, row)
	}
	for _, name := range names(c.spec.Customers.Channels) {
		k := c.spec.Customers.Channels[name]
		t.Channels = append(t.Channels, market.Channel{Name: name, Share: float64(k.Share),
			Abandon: float64(k.Abandon), Speed: float64(k.Speed)})
	}
}

// factors lists factors by product, 1 where none is named.
func (c *compiler) factors(named map[string]words.Factor) []float32 {
	list := make([]float32, len(c.products))
	for p, name := range c.products {
		list[p] = 1
		if factor, ok := named[name]; ok {
			list[p] = float32(factor)
		}
	}
	return list
}
