package explain

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/scenarios/stats"
	"xsell/sim/draw"
)

func TestOrdersComeWithTheirReverse(t *testing.T) {
	all := orders(draw.World{Seed: 7, Replication: 3}, 9, 2)
	require.Len(t, all, 4)
	for pair := 0; pair < 4; pair += 2 {
		back := slices.Clone(all[pair+1])
		slices.Reverse(back)
		assert.Equal(t, all[pair], back)
		assert.Equal(t, []int{0, 1, 2, 3, 4, 5, 6, 7, 8}, slices.Sorted(slices.Values(all[pair])))
	}
	assert.NotEqual(t, all[0], all[2], "pairs are drawn apart")
	assert.NotEqual(t, all[0], orders(draw.World{Seed: 7, Replication: 4}, 9, 1)[0], "worlds draw for themselves")
}

// In 4,000 worlds with a pair of orders each the mean share is that of all orders. The game is as far from additive as can
// be: a coalition is worth the square of the sum of its weights. |z| > 4.9 in one of four shares: four times in a million.
func TestSampledOrdersAreFair(t *testing.T) {
	const worlds = 4000
	weights := []float64{1, -2, 3, 0.5}
	value := func(s uint64) float64 {
		sum := 0.0
		for i, w := range weights {
			if Set(s).has(i) {
				sum += w
			}
		}
		return sum * sum
	}
	exact := stats.Shapley(4, value)
	columns := make([][]float64, 4)
	for r := range uint64(worlds) {
		for i, share := range stats.Along(4, orders(draw.World{Seed: 1, Replication: r}, 4, 1), value) {
			columns[i] = append(columns[i], share)
		}
	}
	for i, shares := range columns {
		found := stats.Summary(shares)
		se := found.SD / math.Sqrt(worlds)
		assert.LessOrEqual(t, math.Abs(found.Mean-exact[i]), 4.9*se+1e-12, "lever %d: %v instead of %v", i, found.Mean, exact[i])
	}
}

// With too many levers for all combinations each world lays them in an order of its own and its reverse; all that holds of
// exact shares holds here too.
func TestSampledSharesAddUpAndRepeat(t *testing.T) {
	p := planOf(t, load(t, "silo"), load(t, "interlock", "controls.disclosure-lines=[\"life\"]"), ByEntry)
	require.False(t, p.Exact(), "%v", leverNames(p.Split.Levers))
	set := told(t, p)
	addUp(t, set)
	assert.Len(t, set.Orders, 6, "a pair for each of three worlds")
	idle := 0
	for _, s := range set.Shares {
		if s.Lever == "controls.disclosure-lines" {
			idle++
			assert.Zero(t, zeroed(s).Share, s.Measure)
		}
	}
	assert.Equal(t, len(every()), idle)
	again := p
	again.Workers, again.Replications = 1, 2
	shorter := told(t, again)
	assert.Equal(t, set.Orders[:4], shorter.Orders)
	assert.True(t, fmt.Sprint(set.Outcomes[:len(shorter.Outcomes)]) == fmt.Sprint(shorter.Outcomes), "the first worlds are the same")
}
