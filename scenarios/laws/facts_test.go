package laws

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"

	"xsell/scenarios/stats"
	"xsell/sim"
	"xsell/sim/metric"
)

// fact is a published figure that the baseline was calibrated to, with the band in which it must lie.
type fact struct {
	name      string
	of        reading
	low, high float64
}

// facts of the silo at its default size. Bands are those of the sources, see docs/ODD.md.
var facts = []fact{
	// A relationship with one product lasts 18 months, with two 4 years, with three 6.8 years (BIS/Fiserv, Bancography).
	{"hazard of leaving with one product over that with two", over(leaving(1), leaving(2)), 2, 3.4},
	{"hazard of leaving with one product over that with three", over(leaving(1), leaving(3)), 3, 5},
	// New customers' first months are up to 200 % more dangerous than later ones (vendor surveys).
	{"hazard in the first half year over that after the first year", over(leavingAt(0, 2), leavingAt(4, 21)), 2, 3},
	// Forrester, ABA 2012, A.T. Kearney 2016.
	{"products per customer, reported", measure("products_reported"), 2, 3},
	{"share of customers with one product, reported", over(bins(metric.ReportedPerCustomer, 1, 2), bins(metric.ReportedPerCustomer, 0, 16)), 0.5, 0.65},
	// 18 to 24 months to break even (vendor surveys).
	{"months until a new customer has paid back", payback, 15, 30},
	// Caravan: 11, 41, 21, 19, 7, 2 % of customers with 0 to 5 and more product types.
	{"total variation of products in use against Caravan", caravan, 0, 0.15},
	// Kehrer Bielan 2016 to 2023.
	{"referrals per 100 customers and year", measure("referrals"), 0.6, 2},
	// Omega survey of about 1995.
	{"referrals that end in a sale [%]", measure("referral_conversion"), 30, 50},
}

// leaving is the hazard per week of customers with n products in use.
func leaving(n int) reading {
	return over(bins(metric.ExitsByProducts, n, n+1), bins(metric.WeeksByProducts, n, n+1))
}

// leavingAt is the hazard per week of customers whose tenure lies between two quarters of a year.
func leavingAt(from, to int) reading {
	return over(bins(metric.ExitsByTenure, from, to), bins(metric.WeeksByTenure, from, to))
}

// payback is the tenure at which the mean cumulated profit of customers won in the measured years crosses zero [months],
// on the straight line between the middles of quarters; +Inf if it never does.
func payback(r *sim.Record) float64 {
	profit, heads := r.Hists.Bins(metric.NewProfitByTenure), r.Hists.Bins(metric.NewByTenure)
	for q := 1; q < len(heads) && heads[q] > 0; q++ {
		before, now := float64(profit[q-1])/float64(heads[q-1]), float64(profit[q])/float64(heads[q])
		if now >= 0 {
			return 3 * (float64(q) - 0.5 + before/(before-now))
		}
	}
	return math.Inf(1)
}

// caravan is half the summed distance between the shares of customers with 0, 1, 2, 3, 4, 5 and more products in use
// and those of the Caravan data.
func caravan(r *sim.Record) float64 {
	published := [...]float64{0.11, 0.41, 0.21, 0.19, 0.07, 0.02}
	all, distance := bins(metric.RealPerCustomer, 0, 16)(r), 0.0
	for n, share := range published {
		to := n + 1
		if to == len(published) {
			to = 16
		}
		distance += math.Abs(bins(metric.RealPerCustomer, n, to)(r)/all-share) / 2
	}
	return distance
}

// The mean over four histories must lie in the band; its 95 % interval is shown. With 20,000 customers in each, the
// interval is a small part of the band, so what fails is the calibration and not luck.
func TestSiloMeetsThePublishedFigures(t *testing.T) {
	records := firm{file: "silo", n: 4}.live(t)
	for _, f := range facts {
		values := make([]float64, len(records))
		for i, r := range records {
			values[i] = f.of(r)
		}
		x := stats.Summary(values)
		t.Logf("%s: %.3f (%.3f to %.3f), band %g to %g", f.name, x.Mean, x.Low, x.High, f.low, f.high)
		assert.True(t, x.Mean >= f.low && x.Mean <= f.high, "%s is %.3f, which is not in the published band from %g to %g",
			f.name, x.Mean, f.low, f.high)
	}
}
