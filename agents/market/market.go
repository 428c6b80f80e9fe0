// Package market is what can be held and who lives here: products, lines, complements, segments and channels as tables
// of numbers. It must not know sellers.
package market

import (
	"xsell/agents"
	"xsell/agents/customer"
)

// Product is one thing a household can hold, at most once. Rates are per week.
type Product struct {
	Name, Title string
	Key         uint32 // for luck, 24 bits; see Seal
	Line        agents.LineID
	Margin      float64 // of a used account at average wealth [EUR/week]
	WealthPower float64
	Keeping     float64      // cost of an account on the books, used or not [EUR/week]
	Fee         agents.Money // one-off at opening
	Gift        agents.Money // promotion at opening
	Cost        agents.Money // of opening
	Handling    agents.Money // of one service request
	Loss        agents.Money // given default
	Requests    float32      // service requests of a used account [1/week]
	RequestTime float64      // [hours]
	Meeting     float64      // [hours]
	Complexity  float32      // in [0, 1]
	Decision    float64      // mean weeks from yes to signature
	CoolingOff  int          // [weeks]
	Rates       customer.Rates
	Need        float32 // [1/week] of a household without it
	Held        float64 // share of households that hold it somewhere at the start
	Here        float64 // share of those that hold it here
	Silent      float64 // ease of opening it without the customer, in [0, 1]
	FeeRisk     float64 // share of silent accounts that bear a fee
	Points      float64
	First       float64         // share of new customers who start with it
	Basis       agents.Products // the product of which it is the better tier, if any
	Below       agents.Products // all tiers below it; see Seal
	Above       agents.Products // all tiers above it; see Seal
}

// Segment is a kind of household in a stage of life.
type Segment struct {
	Name, Title string
	Share       float64
	Wealth      float64   // mean, 1 = average household
	Move        float64   // chance per week to go to the next stage
	Next        int       // index, or its own when there is none
	Need        []float32 // factor by product
}

// Channel is a habit of coming with a need.
type Channel struct {
	Name           string
	Share, Abandon float64
	Speed          float64
}

// Table is all of it. Slices named "by product" have one entry per product.
type Table struct {
	Products      []Product
	Lines         []string
	LineKeys      []uint32          // for luck, 24 bits; see Seal
	Follows       [][]float32       // [p][q]: holding q multiplies the need for p
	Movers        []agents.Products // [p]: the products whose factor in Follows is not 1; see Seal
	Segments      []Segment
	Channels      []Channel
	WealthSD      float64
	Vacant        float64         // households without the firm at the start, per customer
	Joining       float64         // chance per week that one of them joins
	Compete       float64         // [1/week] a competitor meets an open need
	Fade          float64         // [1/week] an open need fades
	Cancel        float64         // [1/week] a product held elsewhere ends there
	Exit          float64         // [1/week] hazard of leaving of the reference customer
	Employed      float64         // share of households with a large employer
	Employers     int             // per market
	Traits        [4]float64      // shares with each trait, in the order of customer's bits
	StartAffinity float64         // by which customers at the start exceed other households [sd]
	StartAge      float64         // rate at which accounts end and leave with their customers, for the share asleep at the start [1/year]
	Tenure        float64         // mean at the start [weeks]
	Tiered        bool            // some product is a better tier of another; see Seal
	Tiers         agents.Products // that are a better tier of another, or have one; see Seal
}

// All is the set of all products.
func (t *Table) All() agents.Products { return agents.Products(uint64(1)<<len(t.Products) - 1) }

// LineSet returns the set of lines of the products in set.
func (t *Table) LineSet(set agents.Products) agents.Products {
	var lines agents.Products
	for set &= t.All(); set != 0; set &= set - 1 {
		lines = lines.With(agents.ProductID(t.Products[set.First()].Line))
	}
	return lines
}

// Follow is the factor that all these holdings put on the need for p.
func (t *Table) Follow(p agents.ProductID, held agents.Products) float32 {
	factor, follows := float32(1), t.Follows[p]
	for movers := t.Movers[p] & held; movers != 0; movers &= movers - 1 {
		factor *= follows[movers.First()]
	}
	return factor
}

// Seal gives products and lines the keys of their names and notes which products influence others. It must be called
// once when the table is complete.
func (t *Table) Seal() {
	t.Movers = make([]agents.Products, len(t.Products))
	for p := range t.Follows {
		for q, factor := range t.Follows[p] {
			if factor != 1 {
				t.Movers[p] = t.Movers[p].With(agents.ProductID(q))
			}
		}
	}
	names := make([]string, len(t.Products))
	for p := range t.Products {
		names[p] = t.Products[p].Name
	}
	for p, key := range agents.Keys(names, 24) {
		t.Products[p].Key = key
	}
	t.LineKeys = agents.Keys(t.Lines, 24)
	t.stack()
}

// stack finds for every product all tiers below and above it, however many steps away.
func (t *Table) stack() {
	for p := range t.Products {
		below := t.Products[p].Basis
		for range t.Products {
			for q := range t.Products {
				if below.Has(agents.ProductID(q)) {
					below |= t.Products[q].Basis
				}
			}
		}
		t.Products[p].Below = below
		t.Tiered = t.Tiered || below != 0
	}
	for p := range t.Products {
		for q := range t.Products {
			if t.Products[q].Below.Has(agents.ProductID(p)) {
				t.Products[p].Above = t.Products[p].Above.With(agents.ProductID(q))
			}
		}
		if t.Products[p].Below|t.Products[p].Above != 0 {
			t.Tiers = t.Tiers.With(agents.ProductID(p))
		}
	}
}
