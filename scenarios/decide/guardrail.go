package decide

import (
	"math"

	"xsell/scenarios/stats"
)

// Guardrail is what a design must not do, however good it is otherwise.
type Guardrail struct {
	Name     string
	Measure  Measure
	Quantile float64 // over worlds, in (0, 1); 0: the mean
	Change   bool    // the limit is of the change from the base, and not of the level
	Least    bool    // the value must be at least the limit; else at most
	Limit    Margin  // OfBase: a share of the mean of the base, for changes; the value of a limit may be 0 or less
}

// Fates of a guardrail.
const (
	Kept   = "kept"
	Broken = "broken"
	Open   = "undecided"
)

// Guarded is what the outcomes say about one guardrail of one design.
type Guarded struct {
	Guardrail       int     // in the decision
	Design          int     // column
	Value, Limit    float64 // level or change, in the unit of the measure
	Low, High       float64 // each is wrong at most as often as one look allows one guardrail of one design
	Fate            string
	More            float64 // about how many more worlds would decide it; 0 where it is decided, +Inf where nobody knows
	Note            string  // why it is undecided although its limits say kept or broken; empty elsewhere
	Worlds, Dropped int
}

// statements is how many guardrails of designs are judged: a change from itself is not one of the base.
func (d *Decision) statements(designs int) (n int) {
	for _, g := range d.Guardrails {
		n += designs
		if g.Change {
			n--
		}
	}
	return n
}

// tail is the probability of error of one guardrail of one design in one look (Bonferroni). A limit is broken or kept
// where the whole interval says so, and only one of the two can be wrong, so each side has all of it.
func (d *Decision) tail(designs int) float64 {
	return d.alpha() / float64(max(1, d.statements(designs)))
}

// guard judges every guardrail of every design; the first design is the base. A design that is the same as the base does
// not change from it.
func (d *Decision) guard(outcomes Outcomes, same stats.Alike) (all []Guarded) {
	for n := range d.Guardrails {
		g := &d.Guardrails[n]
		y := outcomes(g.Measure.ID)
		worlds := stats.Complete(y)
		designs := width(y)
		for i := range designs {
			if i == 0 && g.Change {
				continue
			}
			base, own := column(worlds, 0), column(worlds, i)
			e := g.estimate(base, own, d.tail(designs))
			if g.Change && same != nil && same(0, i) && len(own) > 1 {
				e = stats.Estimate{N: len(own)}
			}
			x := g.judge(e, base, d.tail(designs))
			if e.Low != e.High {
				g.doubt(&x, base, own)
			}
			x.Guardrail, x.Design, x.Dropped = n, i, len(y)-len(worlds)
			all = append(all, x)
		}
	}
	return all
}

// judge holds the value of one design against the limit.
func (g *Guardrail) judge(e stats.Estimate, base []float64, tail float64) Guarded {
	x := Guarded{Limit: g.limit(base), Fate: Open, Worlds: len(base), Value: e.Value}
	x.Low, x.High = unless(e.Low, math.Inf(-1)), unless(e.High, math.Inf(1))
	over, under := x.Low > x.Limit, x.High <= x.Limit
	if g.Least {
		over, under = x.High < x.Limit, x.Low >= x.Limit
	}
	switch {
	case over:
		x.Fate = Broken
	case under:
		x.Fate = Kept
	default:
		x.More = g.more(&x, tail)
	}
	return x
}

// limit in the unit of the measure.
func (g *Guardrail) limit(base []float64) float64 {
	limit := g.Limit.Value
	if g.Limit.OfBase {
		limit *= math.Abs(stats.Summary(base).Mean)
	}
	if g.Change && g.Least { // down at most
		return -limit
	}
	return limit
}

// estimate returns the value and its limits, each wrong with probability tail; NaN where there is none. Values that are
// all equal have no spread to tell how far their mean may lie from the true one. A percentile of them has its limits all
// the same, as the ranks hold it whatever the distribution.
func (g *Guardrail) estimate(base, own []float64, tail float64) stats.Estimate {
	confidence := 1 - 2*tail
	switch {
	case g.Quantile > 0 && g.Change:
		return spread(gap(base, own, g.Quantile, tail), stats.Largest(base, own))
	case g.Quantile > 0:
		return stats.QuantileAt(own, g.Quantile, confidence)
	case g.Measure.Whole > 0 && g.Change:
		e := stats.PairedChanceAt(base, own, g.Measure.Whole, confidence)
		return stats.Estimate{Value: e.Mean, Low: e.Low, High: e.High}
	case g.Measure.Whole > 0:
		e := stats.ExactChanceAt(own, g.Measure.Whole, confidence)
		return stats.Estimate{Value: e.Mean, Low: e.Low, High: e.High}
	case g.Change:
		e := stats.PairedAt(base, own, confidence)
		return spread(stats.Estimate{Value: e.Mean, Low: e.Low, High: e.High}, stats.Largest(base, own))
	}
	e := stats.SummaryAt(own, confidence)
	return spread(stats.Estimate{Value: e.Mean, Low: e.Low, High: e.High}, stats.Largest(own))
}

// spread takes the limits away where they have come together but for rounding, given the size of the largest level.
func spread(e stats.Estimate, largest float64) stats.Estimate {
	if stats.Same(e.Low, e.High, largest) {
		e.Low, e.High = math.NaN(), math.NaN()
	}
	return e
}

// more is about how many more worlds bring the limit out of the interval; where a side is without end, how many give it
// one.
func (g *Guardrail) more(x *Guarded, tail float64) float64 {
	n := float64(x.Worlds)
	if g.Quantile > 0 {
		if least := float64(stats.Needed(g.Quantile, tail)); n < least {
			return least - n
		}
	}
	half := (x.High - x.Low) / 2
	if math.IsInf(half, 0) || math.IsNaN(half) {
		return math.Inf(1)
	}
	return max(1, stats.WorldsFor(x.Worlds, half, math.Abs(x.Value-x.Limit))-n)
}

// gap is the difference of a quantile over worlds, other less base, by the bootstrap over worlds. Where the worlds are too
// few for a limit of the quantile itself there is none of the difference either.
func gap(base, own []float64, p, tail float64) stats.Estimate {
	a, b := order(base), order(own)
	statistic := func(taken []float64) float64 { return b.quantile(taken, p) - a.quantile(taken, p) }
	if len(own) >= stats.Needed(p, tail) {
		return stats.ResampledAt(len(own), statistic, 1-2*tail)
	}
	once := make([]float64, len(own))
	for r := range once {
		once[r] = 1
	}
	return stats.Estimate{Value: statistic(once), Low: math.NaN(), High: math.NaN(), N: len(own)}
}

func unless(x, undefined float64) float64 {
	if math.IsNaN(x) {
		return undefined
	}
	return x
}
