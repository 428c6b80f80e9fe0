package scenarios

import (
	"xsell/agents"
	"xsell/sim"
)

// Limits of the tables: what the columns of a run can number.
const (
	maxUnits      = 16        // every household has a seller in each; far more than any organisation here needs
	maxSegments   = 255       // eight bits
	maxChannels   = 255       // eight bits
	maxHandoffs   = 127       // seven bits and a sign for none
	maxHouseholds = 1<<24 - 1 // a seat is 24 bits of a household's key
	maxChanges    = 100       // each change is a whole model of its own
)

// limits checks the sizes of everything that is numbered. Lines need no limit of their own: each has a product.
func (c *compiler) limits() {
	o, people := &c.spec.Organisation, &c.spec.Customers
	c.atMost(len(c.products), agents.MaxProducts, "products", "products")
	c.atMost(len(c.units), maxUnits, "units", "organisation", "unit")
	c.atMost(len(o.Handoffs), maxHandoffs, "handoffs", "organisation", "handoff")
	c.atMost(len(c.segments), maxSegments, "segments", "customers", "segment")
	c.atMost(len(people.Channels), maxChannels, "channels", "customers", "channel")
	c.atMost(len(c.spec.Timeline), maxChanges, "changes", "timeline")
	c.room()
}

// atMost checks how many entries a table has.
func (c *compiler) atMost(found, limit int, what string, path ...string) {
	if found > limit {
		c.problem(path, "has %d %s, at most %d are possible", found, what, limit)
	}
}

// room checks that every market has customers and that its households and sellers can be numbered.
func (c *compiler) room() {
	r := &c.spec.Run
	if r.Markets > r.Customers {
		c.problem([]string{"run", "markets"}, "found %d markets for %d customers; every market needs one", r.Markets, r.Customers)
		return
	}
	customers, sellers := ceil(r.Customers, r.Markets), ceil(r.Sellers, r.Markets)
	if households := float64(customers) * (1 + float64(c.spec.Market.Vacant)); households > maxHouseholds {
		c.problem([]string{"run", "customers"}, "%.0f households in a market, at most %d can be told apart; use more markets",
			households, maxHouseholds)
	}
	if sellers > sim.MaxSellers {
		c.problem([]string{"run", "sellers"}, "%d sellers in a market, at most %d can be told apart; use more markets",
			sellers, sim.MaxSellers)
	}
}

// ceil is a/b rounded up, for positive b.
func ceil(a, b int) int { return (a + b - 1) / b }
