package sim

import (
	"math"

	"xsell/sim/metric"
)

// Outcome is what sides of a trial are compared in.
type Outcome struct {
	Of                          Crowd
	ID, Title, Unit, Definition string
	Good                        metric.Good
	Value                       func(*Arm) float64 // NaN where it is not defined
}

// Outcomes lists them: for markets every measure that the books of some markets have, for sellers and customers those
// below.
var Outcomes = append(ofMarkets(), ofPeople...)

// ofMarkets are the measures with a denominator: totals would count the markets, and what falls on the firm as a whole or
// was counted since the start of measuring says nothing about a change.
func ofMarkets() (list []Outcome) {
	for i := range metric.Measures {
		m := &metric.Measures[i]
		if len(m.Den) == 0 || m.Kind == metric.Final || m.Kind == metric.Tail {
			continue
		}
		list = append(list, Outcome{Of: AmongMarkets, ID: m.ID, Title: m.Title, Unit: m.Unit, Good: m.Good, Definition: m.Definition,
			Value: func(a *Arm) float64 { return m.Over(a.Frames) }})
	}
	return list
}

// ofPeople are the outcomes of sellers and of customers.
var ofPeople = []Outcome{
	{AmongSellers, "openings_per_seller", "Openings per seller", "a year", "openings with consent per seller and year on the seat", metric.Neither,
		func(a *Arm) float64 { return a.perYear(float64(a.Openings)) }},
	{AmongSellers, "unneeded_share", "Unsuitable sales", "%", "openings with consent but without a need over all with consent", metric.Less,
		func(a *Arm) float64 { return per(100*a.Unneeded, a.Openings) }},
	{AmongSellers, "unauthorised_per_1000_openings", "Accounts without consent", "per 1,000 openings",
		"accounts opened without consent per 1,000 gross openings", metric.Less,
		func(a *Arm) float64 { return per(1000*a.Silent, a.Openings+a.Silent) }},
	{AmongSellers, "referrals_per_seller", "Leads passed on per seller", "a year", "leads passed on per seller and year on the seat", metric.More,
		func(a *Arm) float64 { return a.perYear(float64(a.Referrals)) }},
	{AmongSellers, "variable_pay_per_seller", "Variable pay per seller", "EUR a year", "variable pay per seller and year on the seat", metric.Neither,
		func(a *Arm) float64 { return a.perYear(float64(a.Money) / 1000) }},
	{AmongSellers, "seller_turnover", "Seller turnover", "% a year", "sellers who quit or were dismissed per year over sellers", metric.Less,
		func(a *Arm) float64 { return a.perYear(100 * float64(a.Left)) }},
	{AmongSellers, "attainment", "Attainment", "% of the goal", "mean share of the goal reached, over all windows of all goals that ended", metric.Neither,
		func(a *Arm) float64 { return 100 * a.Attained / whole(a.Goals) }},

	{AmongCustomers, "products_in_use", "Products in real use", "products", "accounts asked for and used, per customer; mean over closes", metric.More,
		func(a *Arm) float64 { return per(a.Products, a.Weeks) }},
	{AmongCustomers, "exit_rate", "Exit rate", "% a year", "customers who left per year over customers at closes", metric.Less,
		func(a *Arm) float64 { return a.perYear(100 * float64(a.Left)) }},
	{AmongCustomers, "profit_per_customer", "Profit per customer before sellers' pay", "EUR a year",
		"margins and fees less the costs booked on customers, per customer at closes and year", metric.More,
		func(a *Arm) float64 { return a.perYear(float64(a.Money) / 1000) }},
	{AmongCustomers, "openings_per_customer", "Openings per customer", "a year", "accounts sold with consent per customer at closes and year", metric.Neither,
		func(a *Arm) float64 { return a.perYear(float64(a.Openings)) }},
	{AmongCustomers, "satisfaction", "Satisfaction", "0 to 1", "mean satisfaction with service; mean over closes", metric.More,
		func(a *Arm) float64 { return per(a.Satisfied, a.Weeks) / 65536 }},
	{AmongCustomers, "trust", "Trust", "0 to 1", "mean trust in the firm; mean over closes", metric.More,
		func(a *Arm) float64 { return per(a.Trust, a.Weeks) / 65536 }},
}

// perYear is an amount per member and year.
func (a *Arm) perYear(amount float64) float64 { return 52 * amount / whole(a.Weeks) }

// per is a ratio of counts.
func per(a, b int64) float64 { return float64(a) / whole(b) }

// whole is a count to divide by, NaN for none.
func whole(n int64) float64 {
	if n == 0 {
		return math.NaN()
	}
	return float64(n)
}
