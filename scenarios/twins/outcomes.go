package twins

import (
	"math"

	"xsell/scenarios/results"
	"xsell/sim"
	"xsell/sim/metric"
)

// Crowds.
const (
	Customers = "customers"
	Sellers   = "sellers"
)

// Overall is the outcome that weighs no outcome against another: better off in at least one of those that matter to the
// person and worse off in none.
const Overall = "overall"

// outcome is what is compared of two persons who are the same. Undefined values (NaN) are the same as anything.
type outcome[T any] struct {
	results.TwinOutcome
	grain float64          // width of the narrowest bar of its histogram; all others are wholes of it
	of    func(*T) float64 // of one side
	books []metric.Counter // whose sum over the measured time it adds up to; none where the books do not hold it
	scale float64          // from the books' unit to the outcome's
}

// heard is an outcome that counts happenings.
func heard(what sim.Happening) func(*life) float64 {
	return func(x *life) float64 { return float64(x.sums[what]) }
}

const (
	more, less, neither = results.More, results.Less, results.Neither
	whole               = 0.5 // of counts: any difference is one
)

// ofCustomers in the order of tables.
var ofCustomers = []outcome[life]{
	{results.TwinOutcome{ID: "needs_met", Title: "Needs met here", Unit: "needs", Person: more, Firm: more, Least: whole,
		Definition: "needs that an account signed or given here met"}, 1, heard(sim.NeedMet), []metric.Counter{metric.NeedsMet}, 1},
	{results.TwinOutcome{ID: "trust", Title: "Trust", Unit: "0 to 1", Person: more, Firm: more, Least: 0.01,
		Definition: "mean over the weeks as a customer"}, 0.001, (*life).meanTrust, nil, 0},
	{results.TwinOutcome{ID: "waits", Title: "Waited for service", Unit: "weeks", Person: less, Firm: less, Least: whole,
		Definition: "weeks from asking to being served or giving up, summed over requests"}, 1,
		func(x *life) float64 { return float64(x.sums[sim.Served] + x.sums[sim.GaveUp]) }, nil, 0},
	{results.TwinOutcome{ID: "complaints", Title: "Complaints", Unit: "complaints", Person: less, Firm: less, Least: whole,
		Definition: "about waiting, what was not needed, or an account nobody asked for"}, 1, heard(sim.Complained), []metric.Counter{metric.Complaints}, 1},
	{results.TwinOutcome{ID: "unneeded", Title: "Sold without a need", Unit: "accounts", Person: less, Firm: neither, Least: whole,
		Definition: "accounts signed for which there was no need"}, 1, heard(sim.SoldUnneeded), []metric.Counter{metric.OpeningsUnneeded}, 1},
	{results.TwinOutcome{ID: "forged", Title: "Opened without asking", Unit: "accounts", Person: less, Firm: less, Least: whole,
		Definition: "accounts opened in the customer's name that nobody asked for"}, 1, heard(sim.Forged), []metric.Counter{metric.OpeningsUnauthorised}, 1},
	{results.TwinOutcome{ID: "calls", Title: "Unasked calls", Unit: "calls", Person: neither, Firm: neither, Least: whole,
		Definition: "pitches made; whether they please or annoy shows in trust"}, 1, heard(sim.Called), []metric.Counter{metric.Pushes}, 1},
	{results.TwinOutcome{ID: "products", Title: "Products held at the end", Unit: "products", Person: neither, Firm: more, Least: whole,
		Definition: "used or not; none for who has left"}, 1, func(x *life) float64 { return float64(x.products) },
		[]metric.Counter{metric.AccountsActive, metric.AccountsDormant}, 1},
	{results.TwinOutcome{ID: "stays", Title: "Still a customer at the end", Unit: "0 or 1", Person: neither, Firm: more, Least: whole,
		Definition: "1 for who is there at the end, 0 for who has left"}, 1, (*life).stays, []metric.Counter{metric.Customers}, 1},
	{results.TwinOutcome{ID: "weeks", Title: "Weeks as a customer", Unit: "weeks", Person: neither, Firm: more, Least: whole,
		Definition: "of the measured time"}, 1, func(x *life) float64 { return float64(x.weeks) }, nil, 0},
	{results.TwinOutcome{ID: "profit", Title: "Contribution before pay", Unit: "EUR", Person: neither, Firm: more,
		Definition: "margins and fees less what the customer costs, summed over the measured time; pay and offices are not in it"}, 1,
		func(x *life) float64 { return x.profit.Float() }, nil, 0},
}

// ofSellers likewise.
var ofSellers = []outcome[career]{
	{results.TwinOutcome{ID: "pay", Title: "Pay", Unit: "EUR", Person: more, Firm: neither,
		Definition: "salary and variable pay, summed over the measured time"}, 10,
		func(x *career) float64 { return (x.salary + x.deeds.Pay).Float() },
		[]metric.Counter{metric.CostSalaries, metric.CostVariablePay}, 0.001},
	{results.TwinOutcome{ID: "morale", Title: "Morale", Unit: "0 to 1", Person: more, Firm: neither, Least: 0.01,
		Definition: "mean over the weeks on the seat; 0.5 is calm"}, 0.001, (*career).meanMorale, nil, 0},
	{results.TwinOutcome{ID: "hours", Title: "Hours worked", Unit: "hours", Person: neither, Firm: neither, Least: 1,
		Definition: "hours available less those not used, summed over the measured time"}, 1, (*career).worked, nil, 0},
	{results.TwinOutcome{ID: "sold", Title: "Accounts sold", Unit: "accounts", Person: neither, Firm: more, Least: whole,
		Definition: "opened with consent"}, 1, func(x *career) float64 { return float64(x.deeds.Sold) }, []metric.Counter{metric.OpeningsSold}, 1},
	{results.TwinOutcome{ID: "offences", Title: "Accounts opened without asking", Unit: "accounts", Person: neither, Firm: less, Least: whole,
		Definition: "opened by the seller in the name of customers who did not ask"}, 1,
		func(x *career) float64 { return float64(x.deeds.Silent) }, []metric.Counter{metric.OpeningsUnauthorised}, 1},
	{results.TwinOutcome{ID: "referrals", Title: "Leads passed on", Unit: "leads", Person: neither, Firm: more, Least: whole,
		Definition: "to another unit"}, 1, func(x *career) float64 { return float64(x.deeds.Referred) }, []metric.Counter{metric.Referrals}, 1},
	{results.TwinOutcome{ID: "stays", Title: "Still there at the end", Unit: "0 or 1", Person: neither, Firm: more, Least: whole,
		Definition: "1 for who is on the seat at the end, 0 for who has left"}, 1, (*career).atEnd, []metric.Counter{metric.SellersSeated}, 1},
}

func (x *life) meanTrust() float64 { return mean(x.trust, x.weeks) }

func (x *life) stays() float64 { return flag(x.known && !x.ended) }

func (x *career) meanMorale() float64 { return mean(x.morale, x.weeks) }

func (x *career) atEnd() float64 { return flag(x.stays) }

func mean(sum float64, n int32) float64 {
	if n == 0 {
		return math.NaN()
	}
	return sum / float64(n)
}

func flag(is bool) float64 {
	if is {
		return 1
	}
	return 0
}

// Outcomes are all that is compared, customers first, with what counts under a first design.
func Outcomes(first *sim.Model) []results.TwinOutcome {
	return append(named(Customers, ofCustomers, first), named(Sellers, ofSellers, first)...)
}

func named[T any](crowd string, outcomes []outcome[T], first *sim.Model) (all []results.TwinOutcome) {
	for i := range outcomes {
		x := outcomes[i].TwinOutcome
		if least := leastMoney[x.ID]; least != nil {
			x.Least = least(first)
		}
		x.Crowd = crowd
		all = append(all, x)
	}
	return all
}
