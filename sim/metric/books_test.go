package metric

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func TestTurningTheBooksKeepsStocksAndClearsFlows(t *testing.T) {
	var b Books
	for c := range b {
		b.Add(Counter(c), int64(c)+1)
	}
	b.Turn()
	for c, item := range Items {
		if item.Stock {
			assert.Equal(t, int64(c)+1, b[c], "the stock %q goes on into the next frame", item.Title)
		} else {
			assert.Zero(t, b[c], "the flow %q starts again at 0", item.Title)
		}
	}
}

func TestAddingCountsUpAndDown(t *testing.T) {
	var b Books
	b.Add(Customers, 5)
	b.Add(Customers, -2)
	assert.Equal(t, int64(3), b[Customers], "five came and two left")
	assert.Zero(t, b[Joined], "no other counter moves")
}

func TestMarketsMayBeMergedInAnyOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var markets [4]Books
		for i := range markets {
			for range 8 {
				c := rapid.IntRange(0, Counters-1).Draw(t, "counter")
				markets[i][c] = rapid.Int64Range(-1e15, 1e15).Draw(t, "count")
			}
		}
		var forth, shuffled Books
		for i := range markets {
			forth.Merge(&markets[i])
		}
		for _, i := range rapid.Permutation([]int{0, 1, 2, 3}).Draw(t, "order") {
			shuffled.Merge(&markets[i])
		}
		assert.Equal(t, forth, shuffled, "the firm's books must not depend on the order of its markets")
	})
}

func TestEveryDistributionSaysWhatItShowsAndFits(t *testing.T) {
	seen := map[string]bool{}
	for h, s := range Shapes {
		assert.Regexp(t, `^[a-z][a-z0-9_]*$`, s.ID, "the id of distribution %d stands in files", h)
		assert.False(t, seen[s.ID], "two distributions are called %s", s.ID)
		seen[s.ID] = true
		for what, text := range map[string]string{"title": s.Title, "x title": s.XTitle, "y title": s.YTitle, "definition": s.Definition} {
			assert.NotEmpty(t, text, "distribution %s has no %s", s.ID, what)
		}
		assert.Positive(t, s.Bins, "distribution %s has no bins", s.ID)
		assert.Positive(t, s.Width, "the bins of %s have no width", s.ID)
	}
	assert.LessOrEqual(t, offsets[hists], histRoom, "all bins of all distributions must fit into Hists")
}

func TestNoTwoDistributionsShareABin(t *testing.T) {
	var h Hists
	for which, s := range Shapes {
		for bin := range s.Bins {
			h.Add(Hist(which), s.Low+float64(bin)*s.Width, int64(which+1))
		}
	}
	for which, s := range Shapes {
		bins := h.Bins(Hist(which))
		require.Len(t, bins, s.Bins, "bins of %s", s.ID)
		for bin, n := range bins {
			require.Equal(t, int64(which+1), n, "bin %d of %s holds what lies on its lower border and nothing else", bin, s.ID)
		}
	}
}

func TestAValueGoesIntoTheBinItLiesIn(t *testing.T) {
	for _, c := range []struct {
		which Hist
		x     float64
		bin   int
		why   string
	}{
		{RealPerCustomer, -3, 0, "below the lowest bin"},
		{RealPerCustomer, 0, 0, "on the lowest border"},
		{RealPerCustomer, 0.999, 0, "just below the second bin"},
		{RealPerCustomer, 1, 1, "on the second border"},
		{RealPerCustomer, 15, 15, "on the last border"},
		{RealPerCustomer, 16, 15, "beyond the last bin, which is open"},
		{RealPerCustomer, 1e9, 15, "far beyond the last bin"},
		{Attainment, 0.15, 3, "0.15 / 0.05 is a hair below 3 in binary and is the border of bin 3"},
		{Attainment, 0.149, 2, "below that border"},
		{Attainment, 1, 20, "a goal just reached"},
		{Attainment, 2.999, 59, "in the last closed bin"},
		{Attainment, 3, 60, "on the border of the open bin"},
	} {
		var h Hists
		h.Add(c.which, c.x, 7)
		for bin, n := range h.Bins(c.which) {
			if bin == c.bin {
				assert.Equal(t, int64(7), n, "%v in bin %d of %s: %s", c.x, bin, Shapes[c.which].ID, c.why)
			} else {
				assert.Zero(t, n, "%v not in bin %d of %s: %s", c.x, bin, Shapes[c.which].ID, c.why)
			}
		}
	}
}

func TestDistributionsOfMarketsAddUp(t *testing.T) {
	var a, b Hists
	a.Add(ExitsByProducts, 2, math.MaxInt32)
	b.Add(ExitsByProducts, 2, 1)
	b.Add(ExitsByTenure, 0, 4)
	ab, ba := a, b
	ab.Merge(&b)
	ba.Merge(&a)
	assert.Equal(t, int64(math.MaxInt32)+1, ab.Bins(ExitsByProducts)[2], "leavers of both markets")
	assert.Equal(t, int64(4), ab.Bins(ExitsByTenure)[0], "leavers of one market")
	assert.Equal(t, ab, ba, "the order of markets must not count")
}
