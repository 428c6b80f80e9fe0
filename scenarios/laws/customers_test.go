package laws

import (
	"math"
	"testing"

	"xsell/sim"
	"xsell/sim/metric"
)

// Law 11: volume goals inflate reported products; used products, profit and trust stall.
func TestLaw11VolumeGoalsInflateReportedProducts(t *testing.T) {
	pushed := quota(2)
	plain := pushed.with(noThreat, jump("bonus", 0), straight("commission", 12), "targets.pressure = 0.2")
	rise := func(id string, mind string) []float64 {
		return less(pushed.thinking(mind).read(t, measure(id)), 1, plain.thinking(mind).read(t, measure(id)))
	}
	reported, real := rise("products_reported", ""), rise("products_real", "")
	surely(t, less(reported, 2, real), "reported products rise by more than twice what used ones do")
	surely(t, less(plain.read(t, measure("trust")), 1, pushed.read(t, measure("trust"))), "trust falls")
	reach := less(plain.read(t, measure("revenue")), 1/1.05, pushed.read(t, measure("revenue")))
	surely(t, reach, "revenue does not grow by a twentieth")

	good := "regret.dormant = 0; regret.lapse = 1; regret.return = 1; regret.earns = 1"
	surely(t, less(rise("products_real", good), 0.6, rise("products_reported", good)), "were pushed products as good as others, used ones would rise along")
}

// profitPerHead is the mean profit of customers with so many products in use, from one bin up to another.
func profitPerHead(profit, heads metric.Hist, from, to int) reading {
	return over(bins(profit, from, to), bins(heads, from, to))
}

// Law 13: customers who bought more earn more on average, while a minority with a persistent trait loses more with
// every product. Service is dear here.
func TestLaw13AMinorityLosesMoreWithEveryProduct(t *testing.T) {
	dear := firm{file: "testdata/dear-service.toml", n: many}
	plain := func(n int) reading {
		return profitPerHead(metric.PlainProfitByProducts, metric.PlainByProducts, n, n+1)
	}
	trait := func(n int) reading {
		return profitPerHead(metric.TraitProfitByProducts, metric.TraitByProducts, n, n+1)
	}
	surely(t, less(dear.read(t, plain(2)), 1, dear.read(t, plain(1))), "ordinary customers with two products earn more than those with one")
	surely(t, less(dear.read(t, plain(3)), 1, dear.read(t, plain(2))), "with three more than with two")
	surely(t, less(dear.read(t, always(0)), 1, dear.read(t, trait(1))), "those with the trait lose with one product")
	surely(t, less(dear.read(t, trait(1)), 1, dear.read(t, trait(2))), "with two they lose more")
	surely(t, less(dear.read(t, trait(2)), 1, dear.read(t, trait(3))), "with three more still")

	mild := dear.thinking("traits.demander = 1; traits.habit = 0")
	surely(t, less(mild.read(t, trait(3)), 1, mild.read(t, trait(1))), "without the trait's strength they are as others")
}

// hazard is the log of leavers over weeks at risk, from one bin up to another.
func hazard(exits, weeks metric.Hist, from, to int) reading {
	rate := over(bins(exits, from, to), bins(weeks, from, to))
	return func(r *sim.Record) float64 { return math.Log(rate(r)) }
}

// Law 14: more products go with longer stay mostly by selection: what a product given at random does to leaving is far
// less than the raw gap between customers who hold one more and one less.
func TestLaw14LoyaltyIsMostlySelection(t *testing.T) {
	raw, caused := gaps(t, "", many)
	surely(t, caused, "a product given keeps customers")
	surely(t, less(raw, 2, caused), "the raw gap is more than twice that")

	rawOff, causedOff := gaps(t, "stay.affinity = 0", 2*many)
	surely(t, less(causedOff, 0.5, rawOff), "where affinity does not hold customers, the gap is mostly what a product does")
}

// gaps returns the fall of the log hazard of leaving from one product to two, and from an experiment that gives one.
func gaps(t *testing.T, mind string, n int) (raw, caused []float64) {
	given, plain := firm{file: "testdata/gift.toml", n: n}.thinking(mind), firm{file: "testdata/plain.toml", n: n}.thinking(mind)
	by := func(k int) reading { return hazard(metric.ExitsByProducts, metric.WeeksByProducts, k, k+1) }
	arm := func(k int) reading { return hazard(metric.ExitsByArm, metric.WeeksByArm, k, k+1) }
	return less(plain.read(t, by(1)), 1, plain.read(t, by(2))), less(given.read(t, arm(1)), 1, given.read(t, arm(2)))
}
