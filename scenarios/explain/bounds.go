package explain

import (
	"math"

	"xsell/scenarios/results"
	"xsell/scenarios/stats"
)

// bounds are intervals of a number of every lever, such as its share, that hold all at once.
type bounds struct {
	family stats.Family
	moving int // levers that are not 0 in every world
}

func boundsOf(used []shared, number func(shared) []float64) bounds {
	values := make([][]float64, len(used)) // [world][lever]
	for r, s := range used {
		values[r] = number(s)
	}
	b := bounds{family: stats.Together(values, alpha)}
	for _, c := range b.family.Comparisons {
		if moves(c) {
			b.moving++
		}
	}
	return b
}

// moves says whether a number is not 0 in every world.
func moves(c stats.Comparison) bool { return c != stats.Comparison{P: 1} }

// of is the interval of a lever, what it shows, and whether a few worlds decide it. Of a lever that changes nothing in any
// history one world is enough to say so; of others no single world says anything. A lever that changes histories and is the
// same in every world, as 0 is, has no interval: what was not seen in these worlds may come in others.
func (b bounds) of(lever int, idle bool) (low, high float64, words string, few bool) {
	switch {
	case b.family.N == 0:
		return math.NaN(), math.NaN(), stats.Unclear, false
	case idle:
		return 0, 0, stats.Identical, false
	case b.family.N < 2 || !moves(b.family.Comparisons[lever]):
		return math.NaN(), math.NaN(), stats.Unclear, false
	}
	found := b.family.Comparisons[lever]
	low, high = around(found.Low, found.High)
	return low, high, found.Told(alpha, b.moving), found.Few()
}

// rowsOf are the shares of all levers in a measure, with the intervals of what each brings alone and last. The three are
// families of their own.
func (c *collector) rowsOf(id string, used []shared, means []float64, shares bounds) {
	alone := boundsOf(used, func(s shared) []float64 { return s.alone })
	last := boundsOf(used, func(s shared) []float64 { return s.last })
	for i, l := range c.plan.Split.Levers {
		row := results.Share{Measure: id, Lever: l.Name, Share: means[i]}
		row.Alone = mean(column(used, func(s shared) float64 { return s.alone[i] }))
		row.Last = mean(column(used, func(s shared) float64 { return s.last[i] }))
		var few bool
		row.Low, row.High, row.Words, few = shares.of(i, c.idle[i])
		row.Trust = trust(few)
		row.AloneLow, row.AloneHigh, _, _ = alone.of(i, c.idle[i])
		row.LastLow, row.LastHigh, _, _ = last.of(i, c.idle[i])
		c.set.Shares = append(c.set.Shares, row)
	}
}
