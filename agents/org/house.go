package org

import "xsell/agents"

// HouseID is a house by its place, counted from 1; 0 is none, or all of them.
type HouseID uint8

// House is a firm whose customers and sellers are apart from those of other houses until they merge.
type House struct {
	Name     string
	Share    float64 // of households that deal with it
	Acquired bool
	Sells    agents.Products   // what its own units, and those of no house, may sell
	First    float64           // share of newcomers' first products that it sells, above 0
	Server   []agents.UnitID   // by product: unit that serves its customers
	Sellers  [][]agents.UnitID // by product: units that its customers come to with a need
}

// Alien tells whether a unit belongs to another house than that of a customer.
func (o *Network) Alien(u agents.UnitID, h HouseID) bool {
	return h != 0 && o.Units[u].House != 0 && o.Units[u].House != h
}

// Shut tells whether a unit has nothing to do with customers of a house: it is another's, and they have not merged.
func (o *Network) Shut(u agents.UnitID, h HouseID) bool { return !o.Merged && o.Alien(u, h) }

// Deals returns the products that customers of a house do business about with a unit: all it may sell, if it is of
// their own house; after a merger what their own house does not sell, if it is of another.
func (o *Network) Deals(u agents.UnitID, h HouseID) agents.Products {
	switch {
	case !o.Alien(u, h):
		return o.Units[u].May
	case o.Merged:
		return o.Units[u].May &^ o.Houses[h-1].Sells
	}
	return 0
}

// Sells returns what the units of a customer's house may sell; everything without houses.
func (o *Network) Sells(h HouseID) agents.Products {
	if h == 0 {
		return ^agents.Products(0)
	}
	return o.Houses[h-1].Sells
}

// ServerOf returns the unit that serves customers of a house in product p.
func (o *Network) ServerOf(h HouseID, p agents.ProductID) agents.UnitID {
	if h == 0 {
		return o.Server[p]
	}
	return o.Houses[h-1].Server[p]
}

// SellersOf returns the units that customers of a house come to with a need for p.
func (o *Network) SellersOf(h HouseID, p agents.ProductID) []agents.UnitID {
	if h == 0 {
		return o.Sellers[p]
	}
	return o.Houses[h-1].Sellers[p]
}

// Handoff returns the handoff from unit u that covers p for a customer of a house, or -1: the first by name that
// leads to the own house or to a unit of none, else, once they have merged, the first of all.
func (o *Network) Handoff(u agents.UnitID, p agents.ProductID, house HouseID) int {
	other := -1
	for _, h := range o.From[u] {
		switch x := &o.Handoffs[h]; {
		case !x.Products.Has(p) || o.Shut(x.To, house):
		case !o.Alien(x.To, house):
			return h
		case other < 0:
			other = h
		}
	}
	return other
}

// Across tells whether two units belong to different houses.
func (o *Network) Across(u, v agents.UnitID) bool { return o.Alien(u, o.Units[v].House) }
