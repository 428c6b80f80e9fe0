package scenarios_test

import (
	"fmt"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"gonum.org/v1/gonum/stat/distuv"

	"xsell/scenarios"
	"xsell/sim"
	"xsell/sim/draw"
	"xsell/sim/metric"
)

// perCustomer are quantities of a market per customer at its end: stocks at the end, flows of the measured time.
var perCustomer = map[string][]metric.Counter{
	"accounts":           {metric.AccountsActive, metric.AccountsDormant},
	"accounts not used":  {metric.AccountsDormant},
	"openings":           {metric.OpeningsSold},
	"customers who left": {metric.Left},
	"customers who came": {metric.Joined},
	"requests":           {metric.Requests},
	"requests given up":  {metric.Dropped},
	"referrals":          {metric.Referrals},
	"margin":             {metric.EarnMargin},
	"variable pay":       {metric.CostVariablePay},
}

// ratio of a quantity to customers over markets, and the residuals of the markets, as shares of the mean number of
// customers: their variance over the number of markets is that of the ratio (linearised).
func ratio(markets []metric.Books, counters []metric.Counter) (value float64, residuals []float64) {
	var all, customers float64
	count := func(b *metric.Books) (n float64) {
		for _, c := range counters {
			n += float64(b[c])
		}
		return n
	}
	for i := range markets {
		all += count(&markets[i])
		customers += float64(markets[i][metric.Customers])
	}
	value = all / customers
	for i := range markets {
		off := count(&markets[i]) - value*float64(markets[i][metric.Customers])
		residuals = append(residuals, off*float64(len(markets))/customers)
	}
	return value, residuals
}

// studentised is the difference of a quantity between two firms in standard errors, by the variance between markets that is
// pooled over both: Student's t with two degrees of freedom less than there are markets.
func studentised(a, b *sim.Record, counters []metric.Counter) (t, freedom float64) {
	x, left := ratio(a.Markets, counters)
	y, right := ratio(b.Markets, counters)
	squares := 0.0
	for _, r := range append(left, right...) {
		squares += r * r
	}
	n, m := float64(len(left)), float64(len(right))
	freedom = n + m - 2
	return (x - y) / math.Sqrt(squares/freedom*(1/n+1/m)), freedom
}

// nation is the record of a national bank with so many markets and sellers, lived in a world of its own for three quarters
// of a year. Chance never discloses anything: that would strike all markets of one firm together.
func nation(t *testing.T, markets, sellers int, replication uint64) *sim.Record {
	t.Helper()
	s, err := scenarios.Load("national-bank", []string{"run.weeks=39 weeks", "run.warm-up=13 weeks",
		fmt.Sprintf("run.customers=%d", markets*35_000/3), fmt.Sprintf("run.markets=%d", markets), fmt.Sprintf("run.sellers=%d", sellers)})
	require.NoError(t, err)
	model := *s.Model
	model.Undisclosed = true
	r, broken, err := sim.RunVerified(t.Context(), &model, draw.World{Seed: 29, Replication: replication}, 2)
	require.NoError(t, err)
	require.Empty(t, broken)
	return r
}

// TestANationalBankIsTheSameAtAnySize: per customer, a bank of 36 markets is one of 12, and so one of 6,000. Other worlds
// and other markets: the difference of each quantity is luck between markets, whose Student's t with 46 degrees of
// freedom is beyond the line in one of a million tests of all ten quantities together (Bonferroni). A bank with half of
// its sellers gone is told apart by the same line: more than 7 standard errors in openings, more than 20 in requests that
// were given up.
func TestANationalBankIsTheSameAtAnySize(t *testing.T) {
	large, small, short := nation(t, 36, 600, 1), nation(t, 12, 200, 2), nation(t, 12, 100, 3)
	told := 0
	for name, counters := range perCustomer {
		difference, freedom := studentised(small, large, counters)
		line := distuv.StudentsT{Sigma: 1, Nu: freedom}.Quantile(1 - 1e-6/2/float64(len(perCustomer)))
		assert.Less(t, math.Abs(difference), line, "%s per customer hang on the size of the bank: %.1f standard errors", name, difference)
		if other, _ := studentised(short, large, counters); math.Abs(other) > line {
			told++
		}
	}
	assert.GreaterOrEqual(t, told, 2, "a bank with fewer sellers for its customers is another one: the test would not see a difference")
}

func TestANationalBankKeepsTheFlowOfNewCustomers(t *testing.T) {
	nation, err := scenarios.Load("national-bank", nil)
	require.NoError(t, err)
	quota, err := scenarios.Load("sales-quota", nil)
	require.NoError(t, err)
	assert.InEpsilon(t, quota.Model.Market.Vacant*quota.Model.Market.Joining, nation.Model.Market.Vacant*nation.Model.Market.Joining, 1e-12)
	for p := range quota.Model.Market.Products {
		assert.InEpsilon(t, quota.Model.Market.Products[p].RequestTime/2, nation.Model.Market.Products[p].RequestTime, 1e-12)
	}
	assert.Equal(t, 1, nation.Spec.Run.Replications, "one world is enough for an afternoon")
}
