package selection

import (
	"fmt"
	"math"
	"slices"

	"xsell/agents/num"
	"xsell/scenarios/stats"
)

// FirstStage is how many observations of every design are taken before any is dropped: the spread of differences is
// estimated from these alone.
const FirstStage = 20

// Batch is how many worlds make one observation where differences are skewed: the mean of so many is nearer to normal.
const Batch = 5

// skewLimit is the skewness from which on a difference is not taken for normal.
const skewLimit = 1

// Rule is what is declared before anything is lived.
type Rule struct {
	Designs int     // at least 2
	Delta   float64 // the smallest lead that matters, more than 0
	Alpha   float64 // probability that the best is not selected although it leads by Delta, in (0, 1 - 1/Designs)
	Less    bool    // less is better
}

// Constants are Kim and Nelson's eta and h² for so many designs and observations of the first stage, with c = 1: eta =
// ((2 alpha/(k-1))^(-2/(n-1)) - 1)/2 and h² = 2 eta (n-1). Designs may be correlated, as they are where luck is shared.
func Constants(designs, first int, alpha float64) (eta, h2 float64) {
	degrees := float64(first - 1)
	eta = float64(num.Exp(-2/degrees*num.Log(2*alpha/float64(designs-1)))-1) / 2
	return eta, 2 * float64(eta*degrees)
}

// Check says what is wrong with a rule; nil for nothing.
func (r Rule) Check() error {
	switch {
	case r.Designs < 2:
		return fmt.Errorf("found %d scenario, want at least two to select from", r.Designs)
	case !(r.Delta > 0) || math.IsInf(r.Delta, 0):
		return fmt.Errorf("found a difference of %v, must be more than 0", r.Delta)
	case !(r.Alpha > 0 && r.Alpha < 1-1/float64(r.Designs)):
		return fmt.Errorf("found a confidence of %v, must be more than %.3g, which guessing has, and less than 1", 1-r.Alpha, 1/float64(r.Designs))
	}
	return nil
}

// Dropped is how a design was dropped.
type Dropped struct {
	By     int     // design that was ahead
	Behind float64 // mean lead of that one over the worlds both were lived in, more than Margin
	Margin float64
}

// Race is a selection on its way. Worlds are added one after the other, until it is over.
type Race struct {
	Rule
	Eta, H2 float64
	Batch   int // worlds that make one observation: 1, or Batch where differences are skewed
	Skew    float64
	Worlds  int // added
	Most    int // worlds it may take in all, as the first stage tells; 0 before
	Omitted int // of these, those in which the measure was undefined in some design that was still lived

	left    []bool
	dropped []Dropped
	lived   []int // worlds of each design
	sums    []float64
	counts  []float64   // worlds with a value
	waiting [][]float64 // worlds that make no whole observation yet
	seen    [][]float64 // observations: turned, so that more is better
	totals  []float64   // of the observations, by design
	spread  [][]float64 // variances of differences in the first stage
	clump   [][]int     // differences of the first stage that were the same: see blind
	apart   [][]bool    // pairs that are not known to have lived the same histories
	over    bool
}

// NewRace begins a selection.
func NewRace(rule Rule) *Race {
	k := rule.Designs
	r := &Race{Rule: rule, Batch: 1, dropped: make([]Dropped, k), lived: make([]int, k), sums: make([]float64, k),
		counts: make([]float64, k), totals: make([]float64, k)}
	for range k {
		r.left = append(r.left, true)
		r.apart = append(r.apart, make([]bool, k))
	}
	r.Eta, r.H2 = Constants(k, FirstStage, rule.Alpha)
	return r
}

// Left are the designs that are still in, by column.
func (r *Race) Left() (designs []int) {
	for i, in := range r.left {
		if in {
			designs = append(designs, i)
		}
	}
	return designs
}

// Over says whether the procedure has come to its end.
func (r *Race) Over() bool { return r.over }

// Add takes the outcomes of one world, one value for each design; those of designs that were dropped are not looked at.
// NaN is undefined: the world is then left out for all. histories tell the designs' histories in this world from one another;
// without any, none are known to be the same.
func (r *Race) Add(world []float64, histories ...string) {
	if r.over {
		return
	}
	r.Worlds++
	r.part(histories)
	turned, whole := make([]float64, r.Designs), true
	for _, i := range r.Left() {
		r.lived[i]++
		turned[i] = world[i]
		if r.Less {
			turned[i] = -world[i]
		}
		if math.IsNaN(world[i]) {
			whole = false
			continue
		}
		r.sums[i] += world[i]
		r.counts[i]++
	}
	if !whole {
		r.Omitted++
		return
	}
	r.waiting = append(r.waiting, turned)
	if len(r.waiting) == r.Batch {
		r.observe(means(r.waiting))
		r.waiting = nil
	}
}

// means of every design over worlds.
func means(worlds [][]float64) []float64 {
	m := make([]float64, len(worlds[0]))
	for _, world := range worlds {
		for i, v := range world {
			m[i] += v
		}
	}
	for i := range m {
		m[i] /= float64(len(worlds))
	}
	return m
}

// observe takes one observation of every design that is left.
func (r *Race) observe(observation []float64) {
	r.seen = append(r.seen, observation)
	for i, v := range observation {
		r.totals[i] += v
	}
	if len(r.seen) < FirstStage {
		return
	}
	if r.spread == nil && !r.settleSpread() {
		return
	}
	r.screen()
}

// settleSpread takes the variances of all differences from the first stage, once. Where single worlds are skewed or coarse
// it takes batches instead and says no: there are too few of them yet.
func (r *Race) settleSpread() bool {
	r.clump = clumps(r.seen)
	if r.Batch == 1 {
		if r.Skew = skewOf(r.seen); math.Abs(r.Skew) > skewLimit || r.coarse() {
			r.regroup()
			return false
		}
	}
	r.spread = make([][]float64, r.Designs)
	for i := range r.spread {
		r.spread[i] = make([]float64, r.Designs)
		for j := range i {
			r.spread[i][j] = stats.Variance(gaps(r.seen, i, j))
			r.spread[j][i] = r.spread[i][j]
		}
	}
	return true
}

// regroup makes batches of the worlds seen.
func (r *Race) regroup() {
	r.Batch = Batch
	worlds := r.seen
	r.seen, r.waiting = nil, nil
	clear(r.totals)
	for at := 0; at+Batch <= len(worlds); at += Batch {
		m := means(worlds[at : at+Batch])
		r.seen = append(r.seen, m)
		for i, v := range m {
			r.totals[i] += v
		}
	}
	r.waiting = slices.Clone(worlds[len(r.seen)*Batch:])
}

// screen drops designs that are behind some other by more than the margin, and notices the end. Pairs that the first stage
// says nothing about neither drop nor keep anybody.
func (r *Race) screen() {
	n := float64(len(r.seen))
	before, most := r.Left(), 0.0
	for _, i := range before {
		worst := 0.0
		for _, l := range before {
			if i == l || r.blind(i, l) {
				continue
			}
			most = max(most, math.Floor(r.H2*r.spread[i][l]/(r.Delta*r.Delta)))
			behind, margin := (r.totals[l]-r.totals[i])/n, r.margin(i, l, n)
			if behind-margin > worst {
				worst = behind - margin
				r.left[i], r.dropped[i] = false, Dropped{By: l, Behind: behind, Margin: margin}
			}
		}
	}
	r.Most = int(min(most, 1e9)+1) * r.Batch
	r.over = len(r.Left()) == 1 || n > most
}
