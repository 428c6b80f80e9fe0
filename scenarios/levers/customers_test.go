package levers

import (
	"testing"

	"xsell/sim/metric"
)

// long is the silo with time for customers to earn and to lose.
var long = firm{name: "silo"}.with("run.weeks=208 weeks")

// perHead is the mean profit of customers with so many products in use, from one bin up to another.
func perHead(profit, heads metric.Hist, from, to int) reading {
	return over(bins(profit, from, to), bins(heads, from, to))
}

// Law 13: more products bring more from ordinary customers and less from those with a problem trait, who lose with every
// product. Where traits do nothing they do as others.
func TestProblemCustomersLoseMoreWithEveryProduct(t *testing.T) {
	plain := func(from, to int) reading {
		return perHead(metric.PlainProfitByProducts, metric.PlainByProducts, from, to)
	}
	trait := func(from, to int) reading {
		return perHead(metric.TraitProfitByProducts, metric.TraitByProducts, from, to)
	}
	surely(t, less(long.read(t, plain(2, 3)), 1, long.read(t, plain(1, 2))), "ordinary customers with two products bring more than with one")
	surely(t, less(long.read(t, plain(3, 8)), 1, long.read(t, plain(2, 3))), "with three and more they bring more than with two")
	surely(t, less(all(0), 1, long.read(t, trait(1, 2))), "problem customers with one product lose")
	surely(t, less(long.read(t, trait(1, 2)), 1, long.read(t, trait(2, 3))), "with two products they lose more than with one")
	surely(t, less(long.read(t, trait(1, 2)), 1, long.read(t, trait(2, 8))), "with two and more likewise")

	mild := long.thinking("traits.demander = 1; traits.habit = 0; traits.reversed = 1; traits.bargain = 1; traits.limiter = 1; traits.promo = 0; traits.reverser = 1")
	surely(t, less(mild.read(t, trait(3, 8)), 1, mild.read(t, trait(1, 2))), "without the traits' strength more products bring more from them too")
}

// Fact U1: one cross-buying customer in five makes a loss (0.15 to 0.25), and these make 70 % of all losses (0.6 to
// 0.8). Worlds are small and short, the bands a tenth wider.
func TestAFifthOfCrossBuyersMakeMostOfTheLosses(t *testing.T) {
	heads := func(from int) reading {
		plain, trait := bins(metric.PlainByProducts, from, 8), bins(metric.TraitByProducts, from, 8)
		return sum(plain, trait)
	}
	losers := long.read(t, over(bins(metric.LosersByProducts, 2, 8), heads(2)))
	loss := long.read(t, over(bins(metric.LossByProducts, 2, 8), bins(metric.LossByProducts, 0, 8)))
	surely(t, less(losers, 1, all(0.13)), "at least 13 % of cross-buyers make a loss")
	surely(t, less(all(0.28), 1, losers), "at most 28 % do")
	surely(t, less(loss, 1, all(0.54)), "they make at least 54 % of all losses")
	surely(t, less(all(0.88), 1, loss), "and at most 88 %")
}
