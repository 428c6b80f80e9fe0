package decide

import (
	"math"

	"xsell/scenarios/stats"
)

// Until is a precision that is asked for: half of the simultaneous interval of every difference of a measure is no wider than
// Half.
type Until struct {
	Measure Measure
	Half    Margin
}

// Precision is how far outcomes are from one that is asked for.
type Precision struct {
	Want    float64 // in the unit of the measure; NaN while it is unknown
	Widest  float64 // half of the widest interval; +Inf without any
	Reached bool
	Short   float64 // FirstLook, where fewer worlds are used; else 0
	Used    int     // worlds in which the measure is defined in every design
	Needs   float64 // of them about how many all intervals ask for; +Inf where nobody knows
}

// FirstLook is how many worlds are lived before their spread is trusted to say when to stop. What happens in one world of
// twenty is in none of so many in 2.8 % of cases (0.95^70), and in none of 30 in 21 %: such worlds look narrow.
const FirstLook = 70

const (
	leastMore = 5  // worlds of a batch, at least
	tenth     = 10 // of the worlds there are a batch is a tenth at least, so that looks are few
	mostMore  = 2  // times as many worlds after a batch, at most: the spread seen so far is a guess
)

// Precisions holds the outcomes against what is asked for.
func (d *Decision) Precisions(outcomes Outcomes) []Precision {
	var all []Precision
	for _, u := range d.Until {
		about := Decision{Measure: u.Measure, Confidence: d.Confidence, Looks: d.Looks, Error: d.Error}
		y := outcomes(u.Measure.ID)
		c := about.contest(y, d.twins(outcomes))
		p := Precision{Want: math.NaN(), Used: c.N, Needs: math.Inf(1)}
		if c.N < FirstLook {
			p.Short = FirstLook
		}
		for _, x := range c.Comparisons {
			p.Widest = math.Max(p.Widest, (x.High-x.Low)/2)
		}
		if math.IsNaN(p.Widest) || len(c.Comparisons) == 0 {
			p.Widest = math.Inf(1)
		}
		if worlds := stats.Complete(y); len(worlds) > 0 {
			p.Want = u.Half.in(stats.Summary(column(worlds, 0)).Mean)
		}
		if p.Reached = p.Widest <= p.Want; len(c.Comparisons) > 0 {
			p.Needs = 0
		}
		for _, x := range c.Comparisons {
			p.Needs = max(p.Needs, x.WorldsFor(c.N, p.Want))
		}
		all = append(all, p)
	}
	return all
}

// Further says at how many worlds to look next, given what so many have shown: as many as the intervals ask for, in
// batches of a tenth at least and no more than doubling, within the budget, until FirstLook are used at least: where a measure
// is undefined in some worlds more of them are lived. No more than there are means that all is reached or the budget spent.
// Only widths decide, and never which design is ahead.
func (d *Decision) Further(worlds int, found []Precision) int {
	need, open := float64(worlds), false
	for _, p := range found {
		if p.Short > 0 {
			need, open = max(need, math.Ceil(float64(max(1, worlds))*p.Short/float64(p.Used))), true
		}
		if p.Reached {
			continue
		}
		open = true
		need = max(need, math.Ceil(float64(max(1, worlds))*p.Needs/float64(p.Used)))
	}
	if !open {
		return worlds
	}
	least := worlds + max(leastMore, worlds/tenth)
	next := int(min(max(need, float64(least)), float64(mostMore*worlds)))
	return max(worlds, min(next, d.Budget))
}
