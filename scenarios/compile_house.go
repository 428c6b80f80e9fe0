package scenarios

import (
	"slices"

	"xsell/agents"
	"xsell/agents/org"
)

// houseOf is the id of a house by its name; 0 for none.
func (c *compiler) houseOf(name string) org.HouseID {
	if name == "" {
		return 0
	}
	return org.HouseID(1 + index(names(c.spec.Organisation.Houses), name))
}

// houses compiles for each house what it sells and to whom its customers come. Until the merger they come to units of
// the house, or of none, alone; after it they still do where these may sell the product, and else to any that may.
func (c *compiler) houses() {
	o := c.model.Org
	for i, name := range names(c.spec.Organisation.Houses) {
		h, id := c.spec.Organisation.Houses[name], org.HouseID(i+1)
		house := org.House{Name: name, Share: float64(h.Share), Acquired: h.Acquired}
		own := func(u agents.UnitID) bool { return !o.Alien(u, id) }
		for u := range o.Units {
			if own(agents.UnitID(u)) {
				house.Sells |= o.Units[u].May
			}
		}
		for p, product := range c.model.Market.Products {
			q := agents.ProductID(p)
			sellers := slices.DeleteFunc(slices.Clone(o.Sellers[p]), func(u agents.UnitID) bool { return !own(u) })
			server := server(o.Units, q, own)
			if o.Merged && len(sellers) == 0 {
				sellers, server = o.Sellers[p], o.Server[p]
			}
			house.Sellers, house.Server = append(house.Sellers, sellers), append(house.Server, server)
			if house.Sells.Has(q) {
				house.First += product.First
			}
		}
		if house.First <= 0 {
			c.problem([]string{"organisation", "house", name},
				"its units may sell none of the products of customers.first-product, so nobody could become its customer")
		}
		o.Houses = append(o.Houses, house)
	}
}

// anyUnit counts them all.
func anyUnit(agents.UnitID) bool { return true }

// first is the first unit that counts, or the first of all.
func first(units []org.Unit, counts func(agents.UnitID) bool) int {
	for u := range units {
		if counts(agents.UnitID(u)) {
			return u
		}
	}
	return 0
}
