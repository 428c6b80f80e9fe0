package evidence

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/agents"
	"xsell/agents/market"
	"xsell/agents/org"
	"xsell/sim"
)

// tabled is a pool of two equal worlds of a firm with two units, three products in two lines, and two segments.
func tabled() *pool {
	model := &sim.Model{
		Org: &org.Network{Units: []org.Unit{{Name: "bank"}, {Name: "life"}}},
		Market: &market.Table{Lines: []string{"money", "cover"}, Segments: []market.Segment{{Name: "young"}, {Name: "old"}},
			Products: []market.Product{{Name: "account"}, {Name: "loan"}, {Name: "policy", Line: 1}}},
	}
	r := quarters(100, 1)
	r.Sold = [][]int64{{5, 3, 0}, {0, 0, 2}}
	r.Ways = sim.Ways{
		Passed: [][]int64{{0, 8}, {2, 0}}, Signed: [][]int64{{0, 4}, {1, 0}},
		Bought: [][]int64{{4, 2, 0}, {1, 1, 2}}, Before: [][]int64{{0, 4, 0}, {1, 2, 6}},
		Held: map[agents.Products]int64{0: 10, 1: 60, 2: 10, 3: 20},
	}
	p := poolOf([]*sim.Record{r, r}, -1)
	p.model = model
	return p
}

func TestTablesByHand(t *testing.T) {
	pools := map[string]*pool{"firm": tabled()}
	for text, want := range map[string]float64{
		`firm.sold("*")`:                                      10,
		`firm.sold("bank")`:                                   8,
		`firm.sold("bank", "loan")`:                           3,
		`firm.sold("bank + life", "money")`:                   8,
		`firm.sold("life", "cover + loan")`:                   2,
		`firm.passed("bank")`:                                 8,
		`firm.passed("*", "bank")`:                            2,
		`firm.passed_signed("bank", "life") / 1`:              4,
		`firm.holders("money")`:                               80,
		`firm.holders("money", "cover")`:                      20,
		`firm.holders("money + cover")`:                       90,
		`firm.steps("old")[2]`:                                3,
		`concordance(firm.steps("young"), firm.steps("old"))`: 1, // who is young bought no policy: one pair is left
		`concordance([1, 2, 3], [3, 2, 1])`:                   -1,
		`concordance([1, 2, 3], [1, 3, 2])`:                   1.0 / 3,
		`thirds([3, 0, 6])[0]`:                                0.5,
		`thirds([3, 0, 6])[2]`:                                2.5,
		`thirds([2, 2, 2, 0])[1]`:                             1.5,
		`thirds([0, 2])[0]`:                                   1.5,
		`sum(firm.markets("left"))`:                           2,
	} {
		e, wrong := compile(text, []string{"firm"})
		require.Empty(t, wrong, text)
		got, err := e.of(pools)
		require.NoError(t, err, text)
		assert.InDelta(t, want, got, 1e-12, text)
	}
}

func TestTablesThatCannotBeReadAreErrors(t *testing.T) {
	pools := map[string]*pool{"firm": tabled()}
	for text, want := range map[string]string{
		`firm.sold("bnak")`:                         `no unit "bnak"; did you mean "bank"?`,
		`firm.sold("bank", "loans")`:                `no product or line "loans"; did you mean "loan"?`,
		`firm.sold("bank", "loan", "loan")`:         "takes units and products",
		`firm.passed("bank", "lief")`:               `no unit "lief"; did you mean "life"?`,
		`firm.passed("bank", "life", "x")`:          "takes the units that pass on and those that receive",
		`firm.holders("mony")`:                      `no line "mony"; did you mean "money"?`,
		`firm.steps("yung")[0]`:                     `no segment "yung"; did you mean "young"?`,
		`concordance([1.0], [1.0, 2.0])`:            "lists of 1 and 2",
		`sum(firm.markets("left", "left", "left"))`: "takes one sum or two",
	} {
		e, wrong := compile(text, []string{"firm"})
		require.Empty(t, wrong, text)
		_, err := e.of(pools)
		assert.ErrorContains(t, err, want, text)
	}
	nothing, err := concordance([]float64{1, 1}, []float64{1, 2})
	require.NoError(t, err)
	assert.True(t, math.IsNaN(nothing), "no pair differs in both")
}
