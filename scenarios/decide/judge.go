package decide

import (
	"math"
	"slices"

	"xsell/scenarios/stats"
)

// Outcomes returns a measure of every design in every world: [world][design], NaN where it is undefined. The first design
// is the base.
type Outcomes func(measure string) [][]float64

// Pair is one design against another.
type Pair struct {
	Design, Against int     // columns
	Mean, Low, High float64 // Design less Against; the intervals of all pairs hold at once
	Seen            float64 // half of the interval: the difference it could have seen
	Seen80          float64 // the true difference that would be seen with a power of 80 %; NaN where the interval is stretched
	Word            string  // one of the words, "" without a smallest difference
	Note            string  // what the word leaves out
	differing       int     // worlds that differ from what most are
	doubtful        bool    // a few worlds decide, and their signs do not agree
	More            float64 // about how many more worlds an undecided pair needs; 0 elsewhere, +Inf where nobody knows
}

// Answer is what a look says.
type Answer struct {
	Worlds, Dropped int       // used, and left out because the measure was undefined in some design
	Alpha           float64   // probability of error of this look
	Smallest        float64   // difference that matters, in the measure's unit; NaN for none
	Means           []float64 // by design
	Pairs           []Pair    // every pair in both orders
	Standings       []stats.Standing
	Guarded         []Guarded
	Method          string
	Short           float64 // worlds that the skewness of the differences asks for, where intervals are stretched for it; else 0
	Contenders      []int   // break no guardrail, and no other such design is better than they: columns
	Settled         bool    // nothing that touches contenders or the best is undecided
}

// power for which the detectable difference is told.
const power = 0.8

// Judge takes one look at the outcomes.
func (d *Decision) Judge(outcomes Outcomes) *Answer {
	y := outcomes(d.Measure.ID)
	same := d.twins(outcomes)
	a := &Answer{Alpha: d.alpha(), Guarded: d.guard(outcomes, same)}
	c := d.contest(y, same)
	a.Worlds, a.Dropped, a.Method, a.Standings = c.N, c.Dropped, c.Method, c.Standings
	if d.Measure.Whole == 0 {
		a.Short = c.Short()
	}
	worlds := stats.Complete(y)
	for i := range width(y) {
		a.Means = append(a.Means, stats.Summary(column(worlds, i)).Mean)
	}
	a.Smallest = math.NaN()
	if len(a.Means) > 0 {
		a.Smallest = d.Smallest.in(a.Means[0])
	}
	for i := range a.Means {
		for j := range a.Means {
			if i != j {
				a.Pairs = append(a.Pairs, d.pair(a, &c, i, j))
			}
		}
	}
	a.Contenders = d.contenders(a)
	a.Settled = d.Smallest.Given() && a.settled()
	return a
}

// contest compares all designs in the measure. Standings are in its unit, more being better: where less is better they
// are those of its negative.
func (d *Decision) contest(y [][]float64, same stats.Alike) stats.Contest {
	if d.Measure.More {
		return d.compare(y, same)
	}
	turned := make([][]float64, len(y))
	for r, row := range y {
		for _, v := range row { // of an event: that it does not happen
			turned[r] = append(turned[r], d.Measure.Whole-v)
		}
	}
	c := d.compare(turned, same)
	for p := range c.Comparisons {
		x := &c.Comparisons[p]
		x.Mean, x.Low, x.High = 0-x.Mean, 0-x.High, 0-x.Low
	}
	return c
}

func (d *Decision) compare(y [][]float64, same stats.Alike) stats.Contest {
	if d.Measure.Whole > 0 {
		return stats.ChancePairs(y, d.Measure.Whole, d.alpha(), same)
	}
	return stats.AllPairs(y, d.alpha(), same)
}

// pair is design i against design j.
func (d *Decision) pair(a *Answer, c *stats.Contest, i, j int) Pair {
	p := Pair{Design: i, Against: j}
	stretched, few, needs := "", false, math.Inf(1)
	for _, x := range c.Comparisons {
		if x.Other == i && x.Base == j {
			p.Mean, p.Low, p.High = x.Mean, x.Low, x.High
		} else if x.Base == i && x.Other == j {
			p.Mean, p.Low, p.High = 0-x.Mean, 0-x.High, 0-x.Low
		} else {
			continue
		}
		stretched, needs = d.stretched(&x, c.N), x.WorldsFor(c.N, a.Smallest/2)
		if d.Measure.Whole == 0 {
			few, p.doubtful = x.Few(), x.Doubtful(a.Alpha, len(c.Comparisons))
			p.differing = x.Differing
		}
		p.Seen, p.Seen80 = (p.High-p.Low)/2, x.Detectable(power, c.N)
	}
	if d.Smallest.Given() {
		p.Word, p.Note = d.word(&p, a.Smallest)
		if p.Word == Undecided {
			// An interval that reaches no further than half the difference that matters has a verdict, whatever the truth is.
			p.More = max(1, needs-float64(a.Worlds))
		} else if stretched != "" {
			p.Note = joined(p.Note, stretched)
		}
		if few {
			p.rare(a.Worlds)
		}
		d.guarded(&p, a)
	}
	return p
}

// contenders are the designs that break no guardrail and are surely behind no other such design. Intervals of all pairs
// hold at once, so this is so whichever designs the guardrails leave.
func (d *Decision) contenders(a *Answer) (left []int) {
	for i := range a.Means {
		behind := a.breaks(i)
		for _, p := range a.Pairs {
			if p.Design == i && !a.breaks(p.Against) {
				behind = behind || !p.doubtful && (d.Measure.More && p.High < 0 || !d.Measure.More && p.Low > 0)
			}
		}
		if !behind {
			left = append(left, i)
		}
	}
	return left
}

func (a *Answer) breaks(design int) bool {
	return slices.ContainsFunc(a.Guarded, func(g Guarded) bool { return g.Design == design && g.Fate == Broken })
}

// settled says whether nothing is open that touches contenders or designs that cannot be ruled out as the best.
func (a *Answer) settled() bool {
	touched := func(i int) bool {
		return !a.breaks(i) && (slices.Contains(a.Contenders, i) || a.Standings[i].Possible)
	}
	for _, g := range a.Guarded {
		if g.Fate == Open && touched(g.Design) {
			return false
		}
	}
	for _, p := range a.Pairs {
		if p.Word == Undecided && (touched(p.Design) || touched(p.Against)) && !a.breaks(p.Design) && !a.breaks(p.Against) {
			return false
		}
	}
	return len(a.Means) > 0
}
