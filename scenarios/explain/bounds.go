package explain

import (
	"math"
	"slices"

	"xsell/scenarios/results"
	"xsell/scenarios/stats"
	"xsell/sim/metric"
)

// bounds are intervals of a number of every lever, such as its share, that hold all at once.
type bounds struct {
	family stats.Family
	levers int               // that are asked about at once
	lone   *stats.Difference // of the only one that is not 0 in every world: it is no family, and stands as any difference does
}

// number is one that every lever has in a world: its values by lever, and the two levels that it lies between where it is that
// of the only lever that moves anything.
type number struct {
	of   func(shared) []float64
	ends func(s shared, lever int) (from, to float64)
}

// The numbers of a lever.
var (
	ofShare = number{func(s shared) []float64 { return s.shares }, func(s shared, _ int) (from, to float64) { return s.base, s.other }}
	ofAlone = number{func(s shared) []float64 { return s.alone }, func(s shared, i int) (from, to float64) { return s.base, s.single[i] }}
	ofLast  = number{func(s shared) []float64 { return s.last }, func(s shared, i int) (from, to float64) { return s.but[i], s.other }}
)

// boundsOf takes amounts for one that rounding alone sets apart.
func boundsOf(m *metric.Measure, used []shared, n number) bounds {
	if len(used) == 0 {
		return bounds{}
	}
	values := make([][]float64, len(used)) // [world][lever]
	for r, s := range used {
		values[r] = slices.Clone(n.of(s))
	}
	top := largest(used)
	for i := range values[0] {
		for r, v := range stats.Settled(column(used, func(s shared) float64 { return n.of(s)[i] }), top) {
			values[r][i] = v
		}
	}
	b := bounds{family: stats.Together(values, alpha), levers: len(values[0])}
	moving, only := 0, 0
	for i, c := range b.family.Comparisons {
		if moves(c) {
			moving, only = moving+1, i
		}
	}
	if moving == 1 {
		from := column(used, func(s shared) float64 { from, _ := n.ends(s, only); return from })
		to := column(used, func(s shared) float64 { _, to := n.ends(s, only); return to })
		single := singly(m, from, to)
		b.lone, b.family.Method = &single, single.Method
	}
	return b
}

// largest is the largest level of either design in any world.
func largest(used []shared) float64 {
	return stats.Largest(column(used, func(s shared) float64 { return s.base }), column(used, func(s shared) float64 { return s.other }))
}

// singly is a difference by itself.
func singly(m *metric.Measure, from, to []float64) stats.Difference {
	if m.Kind == metric.Tail {
		return stats.PairedChance(from, to, m.Scale)
	}
	return stats.Paired(from, to)
}

// moves says whether a number is not 0 in every world.
func moves(c stats.Comparison) bool { return c != stats.Comparison{} }

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
	low, high, words, few = found.Low, found.High, found.Told(alpha, b.levers), found.Few()
	if b.lone != nil {
		low, high, few = b.lone.Low, b.lone.High, b.lone.Few
		if words = b.lone.Words; few && found.Doubtful(alpha, b.levers) {
			words = stats.Unclear
		}
	}
	low, high = around(low, high)
	return low, high, words, few
}

// rowsOf are the shares of all levers in a measure, with the intervals of what each brings alone and last. The three are
// families of their own.
func (c *collector) rowsOf(m *metric.Measure, used []shared, means []float64, shares bounds) {
	alone, last := boundsOf(m, used, ofAlone), boundsOf(m, used, ofLast)
	for i, l := range c.plan.Split.Levers {
		row := results.Share{Measure: m.ID, Lever: l.Name, Share: means[i]}
		row.Alone = mean(column(used, func(s shared) float64 { return s.alone[i] }))
		row.Last = mean(column(used, func(s shared) float64 { return s.last[i] }))
		var few, fewAlone, fewLast bool
		row.Low, row.High, row.Words, few = shares.of(i, c.idle[i])
		row.AloneLow, row.AloneHigh, _, fewAlone = alone.of(i, c.idle[i])
		row.LastLow, row.LastHigh, _, fewLast = last.of(i, c.idle[i])
		row.Trust, row.AloneTrust, row.LastTrust = trust(few), trust(fewAlone), trust(fewLast)
		c.set.Shares = append(c.set.Shares, row)
	}
}
