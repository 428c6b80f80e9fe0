package stats

import (
	"fmt"
	"math"
	"slices"
)

// Comparison is one difference of a family: design Other minus design Base.
type Comparison struct {
	Base, Other     int     // columns of the designs
	Mean, Low, High float64 // simultaneous interval
	SE              float64
	Skew            float64 // g1 of the differences over worlds
	Differing       int     // worlds that differ from what most are; 0 where no more than half are equal, or all
	critical        float64 // how many standard errors its interval reaches out
	signs           float64 // p-value of the sign test towards the mean, where Differing is not 0
	unseen          float64 // how far from the mean one more world is taken to lie; 0: none is
}

// Family holds comparisons whose intervals hold all at once with probability
// 1 - alpha, whatever the correlation between designs.
type Family struct {
	Comparisons []Comparison
	Critical    float64 // how many standard errors intervals reach out, but those that are kept apart
	N           int     // worlds used
	Dropped     int     // worlds left out because a value was undefined in some design
	Method      string  // MethodMaxT, MethodBonferroni or MethodNone
}

// Names of methods for families, as tables print them.
const (
	MethodMaxT       = "simultaneous, max-t bootstrap, 1,999 resamples"
	MethodBonferroni = "simultaneous, Bonferroni t"
)

// versus compares every other design with one base, which is Dunnett's question without his assumptions. y[r][i] is design i in
// world r; a world where any value is undefined (NaN) is dropped whole. Resampling takes whole worlds, so shared luck stays
// shared (Romano and Wolf 2005, single step). With fewer than 10 worlds, or where resamples lose their spread, Bonferroni's t
// replaces it. It panics on rows of different lengths.
func versus(y [][]float64, base int, alpha float64) Family {
	var pairs []Comparison
	for j := range designs(y) {
		if j != base {
			pairs = append(pairs, Comparison{Base: base, Other: j})
		}
	}
	f, gaps := compared(y, pairs)
	if f.Method != MethodNone {
		f.judge(resampledTs(gaps, enough(alpha)), alpha)
	}
	f.reach()
	return f
}

func designs(y [][]float64) int {
	if len(y) == 0 {
		return 0
	}
	return len(y[0])
}

// compared returns a family without intervals yet and, for each comparison, how
// far each world is from its mean.
func compared(y [][]float64, pairs []Comparison) (Family, [][]float64) {
	worlds := Complete(y)
	f := Family{Comparisons: pairs, N: len(worlds), Dropped: len(y) - len(worlds)}
	gaps := make([][]float64, len(pairs))
	for p := range pairs {
		gaps[p] = fill(&f.Comparisons[p], worlds)
	}
	if f.N < leastForSD || len(pairs) == 0 {
		f.Critical, f.Method = math.Inf(1), MethodNone
	}
	return f, gaps
}

// fill sets mean and standard error of a comparison and returns each world's
// difference, as distance from the mean.
func fill(c *Comparison, worlds [][]float64) []float64 {
	base, other := make([]float64, len(worlds)), make([]float64, len(worlds))
	for r, row := range worlds {
		base[r], other[r] = row[c.Base], row[c.Other]
	}
	gaps := Differences(base, other)
	m := momentsOf(gaps)
	if c.Differing = differing(gaps); c.Differing > 0 {
		c.signs = signsP(gaps, m.mean)
		if most, _ := usual(gaps); most != 0 { // what is the same in all worlds has no interval either
			c.signs = 1
		}
	}
	c.Mean, c.SE, c.Skew = m.mean, standardErrorOrNaN(m), m.skew
	for r := range gaps {
		gaps[r] -= m.mean
	}
	c.unseen = unseen(gaps, m.skew)
	return gaps
}

// judge sets the critical values from resamples.
func (f *Family) judge(ts [][]float64, alpha float64) {
	f.Method = counted(MethodMaxT, len(ts[0]))
	if f.N < leastToSkew || !f.share(steps(sizes(ts), alpha, 2, f.N), tQuantile(1-alpha/float64(2*len(ts)), f.N-1)) {
		f.bonferroni(alpha)
	}
}

// share gives every comparison its own number of standard errors; where resamples lose their spread that of Student's t. It
// says whether any of them keeps its spread.
func (f *Family) share(steps []float64, student float64) (any bool) {
	f.Critical = math.Inf(1)
	for p, step := range steps {
		if math.IsInf(step, 1) {
			step = student
		} else {
			any, f.Critical = true, min(f.Critical, step)
		}
		f.Comparisons[p].critical = step
	}
	return any
}

func (f *Family) bonferroni(alpha float64) {
	m := float64(len(f.Comparisons))
	f.Method = MethodBonferroni
	f.Critical = tQuantile(1-alpha/(2*m), f.N-1)
	for p := range f.Comparisons {
		f.Comparisons[p].critical = f.Critical
	}
}

// reach sets all intervals.
func (f *Family) reach() {
	for p := range f.Comparisons {
		c := &f.Comparisons[p]
		if f.Method == MethodNone {
			c.critical = f.Critical
		}
		c.Low, c.High = c.lower(c.critical, f.N), c.upper(c.critical, f.N)
	}
}

// Complete returns the worlds in which every design has a value: a block is used whole or not at all. It panics on rows of
// different lengths.
func Complete(y [][]float64) [][]float64 {
	var kept [][]float64
	for r, row := range y {
		if len(row) != len(y[0]) {
			panic(fmt.Sprintf("world %d has values for %d designs and world 0 for %d: every design must run in every world",
				r, len(row), len(y[0])))
		}
		if !slices.ContainsFunc(row, math.IsNaN) {
			kept = append(kept, row)
		}
	}
	return kept
}
