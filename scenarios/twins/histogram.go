package twins

import (
	"maps"
	"math"
	"slices"

	"xsell/scenarios/results"
)

// grained is how many differences of an outcome there are in one world, by half grain: the bars of a histogram, which must
// be the same in all worlds, are known only once all are lived.
type grained struct {
	replication    int
	crowd, outcome string
	grain          float64
	counts         bool   // differences are whole: bars are of an odd number of grains, as many up as down in the middle one
	halves         []half // in order
}

// half is the differences from at half grains on to the next.
type half struct{ at, pairs int }

// grained counts the sorted differences of outcome o.
func (x *crowd) grained(o int, sorted []float64) grained {
	g := grained{replication: x.number, crowd: x.name, outcome: x.outcomes[o].ID, grain: x.grains[o], counts: x.outcomes[o].Least == whole}
	for _, d := range sorted {
		at := int(math.Floor(2 * d / g.grain))
		if n := len(g.halves); n == 0 || g.halves[n-1].at != at {
			g.halves = append(g.halves, half{at: at})
		}
		g.halves[len(g.halves)-1].pairs++
	}
	return g
}

// Bars of a histogram lie about no difference: so many on the side that reaches farther hold the differences between the
// 5 % and the 95 % quantile, and one more on either side all beyond.
const barsAcross = 10

// Parts between which differences are drawn bar by bar.
const lowPart, highPart = 0.05, 0.95

// breadth is the bars of one outcome in all worlds.
type breadth struct {
	wide      int // of a bar, in grains: its edges are then at half grains
	low, high int // the outermost bars, counted from the one about no difference
}

// breadthOf is the bars that show the differences between two quantiles, in grains; odd ones where differences are counts.
func breadthOf(low, high float64, counts bool) breadth {
	b := breadth{wide: wideFor(max(math.Abs(low), math.Abs(high)))}
	if counts {
		b.wide |= 1
	}
	side := func(x float64) int { return int(math.Ceil(x/float64(b.wide)-0.5)) + 1 }
	b.low, b.high = -max(side(-low), 1), max(side(high), 1)
	return b
}

// wideFor is the narrowest round width of which so many bars hold a reach; all in grains.
func wideFor(reach float64) int {
	for decade := 1; decade < math.MaxInt32; decade *= 10 {
		for _, x := range []int{1, 2, 5} {
			if wide := x * decade; float64(barsAcross*wide) >= reach {
				return wide
			}
		}
	}
	return math.MaxInt32
}

// histograms are the bars of all worlds.
func histograms(worlds []*lived, quantiles []results.TwinQuantile) (bars []results.TwinBar) {
	ends := map[[2]string][2]float64{}
	for _, q := range quantiles {
		at := [2]string{q.Crowd, q.Outcome}
		e := ends[at]
		switch q.Part {
		case lowPart:
			e[0] = q.Value
		case highPart:
			e[1] = q.Value
		}
		ends[at] = e
	}
	for _, w := range worlds {
		for i := range w.grains {
			g := &w.grains[i]
			e := ends[[2]string{g.crowd, g.outcome}]
			bars = append(bars, g.bars(breadthOf(e[0]/g.grain, e[1]/g.grain, g.counts))...)
		}
	}
	return bars
}

// bars gathers half grains into bars.
func (g *grained) bars(b breadth) (bars []results.TwinBar) {
	counts := map[int]int{}
	for _, h := range g.halves {
		at := int(math.Floor((float64(h.at) + float64(b.wide)) / float64(2*b.wide)))
		counts[min(max(at, b.low), b.high)] += h.pairs
	}
	for _, at := range slices.Sorted(maps.Keys(counts)) {
		wide := float64(b.wide) * g.grain
		bars = append(bars, results.TwinBar{Replication: g.replication, Crowd: g.crowd, Outcome: g.outcome,
			Low: (float64(at) - 0.5) * wide, High: (float64(at) + 0.5) * wide, Pairs: counts[at]})
	}
	return bars
}
