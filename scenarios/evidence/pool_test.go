package evidence

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/sim"
	"xsell/sim/metric"
)

// quarters is a history of two closes, with so many customers, leavers in each, and leavers by products.
func quarters(customers, left int64) *sim.Record {
	r := &sim.Record{Frames: make([]metric.Frame, 2), Markets: make([]metric.Books, 2)}
	r.Opening[metric.Customers] = customers
	for f := range r.Frames {
		r.Frames[f] = metric.Frame{Week: 13*f + 12, Weeks: 13}
		r.Frames[f].Books[metric.Customers], r.Frames[f].Books[metric.Left] = customers, left*int64(f+1)
	}
	r.Hists.Add(metric.ExitsByProducts, 1, left)
	r.Hists.Add(metric.ExitsByProducts, 9, 2*left) // beyond the last bin
	r.Markets[0][metric.Left], r.Markets[0][metric.Joined] = left, 2*left
	r.Markets[0][metric.Customers] = customers
	r.Whale[9], r.Whale[sim.WhaleBins-1] = 1.5, 1
	return r
}

func TestReadingsOfAPoolByHand(t *testing.T) {
	records := []*sim.Record{quarters(100, 1), quarters(300, 5)}
	for text, want := range map[string]float64{
		`firm.measure("churn")`:                                4 * 100 * 18.0 / 400 / 2, // 18 leavers in half a year
		`firm.measure("churn", 13, 26)`:                        4 * 100 * 12.0 / 400,
		`firm.measure("customers")`:                            200,
		`firm.count("left")`:                                   9,
		`firm.count("left + joined", 0, 13)`:                   3,
		`firm.stock("customers")`:                              200,
		`firm.stock("customers", 0) + 0`:                       200,
		`firm.stock("customers", 13)`:                          200,
		`firm.hist("exits_by_products")`:                       9,
		`firm.hist("exits_by_products", 1)`:                    3,
		`firm.hist("exits_by_products", 7)`:                    6,
		`firm.hist("exits_by_products", 1, 8)`:                 9,
		`firm.bins("exits_by_products")[1]`:                    3,
		`sum(firm.markets("left", "joined"))`:                  1,   // of four markets two have a ratio, of a half each
		`sum(firm.markets("customers", "left"))`:               160, // 100 of one and 300 of five
		`quantile(firm.markets("left", "joined+left"), 0.5)`:   1.0 / 3,
		`count(firm.markets("left", "joined"), # > 0.4) * 1.0`: 2,
		`firm.whale(0.2)`:                                      1.5,
		`let x = firm.count("left"); max(x, 2 * x) - abs(-1)`:  17,
		`log(exp(2)) + sqrt(9) + deviation([1, 3])`:            5 + math.Sqrt2,
		`variation([1, 1, 1, 1], [0.5, 0.5])`:                  0.25,
		`crossing([-3, -1, 1], [1, 1, 1])`:                     2,
	} {
		e, wrong := compile(text, []string{"firm"})
		require.Empty(t, wrong, text)
		got, err := e.of(map[string]*pool{"firm": poolOf(records, -1)})
		require.NoError(t, err, text)
		assert.InDelta(t, want, got, 1e-12, text)
	}
	e, _ := compile(`firm.count("left")`, []string{"firm"})
	got, err := e.of(map[string]*pool{"firm": poolOf(records, 0)})
	require.NoError(t, err)
	assert.Equal(t, 15.0, got, "without the first world the second is left")
}

func TestReadingsThatCannotBeTakenAreErrors(t *testing.T) {
	pools := map[string]*pool{"firm": poolOf([]*sim.Record{quarters(100, 1)}, -1)}
	for text, want := range map[string]string{
		`firm.measure("churn", 0, 12)`:            "do not begin and end where the books are closed: closes are every 13 weeks from 13 to 26, where the run ends",
		`firm.measure("churn", 13)`:               "a window of weeks is two numbers",
		`firm.count("left", 26, 13)`:              "a window of weeks is two numbers",
		`firm.stock("customers", 7)`:              "do not begin and end where the books are closed",
		`firm.hist("attainment", 0.51, 1)`:        "no two borders of bins",
		`firm.hist("exits_by_products", 9)`:       "no two borders of bins",
		`firm.whale(0.21)`:                        "not a share in steps of 0.02",
		`quantile([1, 2], 2)`:                     "not between 0 and 1",
		`quantile(["a"], 0.5)`:                    "found a in a list of numbers",
		`variation([1.0], [0.5, 0.5])`:            "1 counts for 2 shares",
		`deviation(3)`:                            "want a list of numbers",
		`crossing(firm.measure("churn"), [1, 2])`: "want a list of numbers",
	} {
		e, wrong := compile(text, []string{"firm"})
		require.Empty(t, wrong, text)
		_, err := e.of(pools)
		assert.ErrorContains(t, err, want, text)
	}
	for _, text := range []string{`firm.measure("caught_share")`, `deviation([1])`, `quantile([], 0.5)`, `crossing([-2, -1], [1, 1])`} {
		e, wrong := compile(text, []string{"firm"})
		require.Empty(t, wrong, text)
		got, err := e.of(pools)
		require.NoError(t, err)
		assert.True(t, math.IsNaN(got), "%s is not defined", text)
	}
}
