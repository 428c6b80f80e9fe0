package decide

import (
	"fmt"
	"math"

	"xsell/scenarios/stats"
)

// Decision is what is declared before anything is run.
type Decision struct {
	Measure    Measure
	Smallest   Margin // the smallest difference that matters; without one there are no verdicts, only intervals
	Guardrails []Guardrail
	Confidence float64 // that all verdicts hold, in [0.5, 1)
	Looks      int     // how often the outcomes are judged at most, at least 1
	Budget     int     // most worlds; 0: none is said
	Until      []Until // worlds are added until all of these are reached; none: looks or replications say how many
	Error      float64 // probability of error of this look, where it is not its share of the planned looks; 0: its share
	// Everything names all measures there are: designs that are equal in each of them in every world lived the same
	// histories and do not differ at all. Without any, no designs are taken for the same.
	Everything []string
}

// Measure is what designs are compared in.
type Measure struct {
	ID    string
	More  bool    // more of it is better; else less is
	Whole float64 // of an event: the value of a world where it happened, 0 elsewhere; 0 for other measures
}

// Margin is a difference: in the unit of the measure, or a share of the mean of the base. 0 is none.
type Margin struct {
	Value  float64
	OfBase bool
}

// Given says whether there is a margin.
func (m Margin) Given() bool { return m.Value > 0 }

// in is the margin in the measure's unit, given the mean of the base; NaN for none.
func (m Margin) in(base float64) float64 {
	switch {
	case !m.Given():
		return math.NaN()
	case m.OfBase:
		return m.Value * math.Abs(base)
	}
	return m.Value
}

// Defaults of a decision.
const (
	UsualConfidence = 0.95
	leastConfidence = 0.5
	leastLook       = 10 // worlds of the first look: fewer have too little to resample
)

// alpha is the probability of error of one look: that of the decision split equally, so that looking often does not add
// up (Bonferroni over planned looks).
func (d *Decision) alpha() float64 {
	if d.Error > 0 {
		return d.Error
	}
	return (1 - d.Confidence) / float64(d.Looks)
}

// Alpha is the probability of error of one look.
func (d *Decision) Alpha() float64 { return d.alpha() }

// Anew returns the probability of error of the next look after so many that have been taken. Those that were planned have
// their shares. Each further one, of results that are extended after they have been seen, has half of the one before: all
// together err in at most (1 - Confidence)(1 + 1/Looks) of cases, however often they are extended.
func (d *Decision) Anew(taken int) float64 {
	share := (1 - d.Confidence) / float64(d.Looks)
	return math.Ldexp(share, -max(0, taken+1-d.Looks))
}

// LookSizes are the worlds at which the outcomes are judged: each time twice as many, the last time the budget. Without
// planned looks there is one, at so many worlds.
func (d *Decision) LookSizes(worlds int) []int {
	if d.Looks <= 1 {
		return []int{worlds}
	}
	sizes := make([]int, d.Looks)
	for l, size := d.Looks-1, float64(d.Budget); l >= 0; l, size = l-1, size/2 {
		sizes[l] = int(math.Ceil(size))
	}
	return sizes
}

// Fault is something that keeps a decision from being taken.
type Fault struct {
	Key     string // of the decision: smallest, guardrails, confidence, looks or budget
	Message string
}

// Check says all that is wrong with a decision between so many designs.
func (d *Decision) Check(designs int) (faults []Fault) {
	bad := func(key, format string, args ...any) {
		faults = append(faults, Fault{key, fmt.Sprintf(format, args...)})
	}
	if !(d.Confidence >= leastConfidence && d.Confidence < 1) {
		bad("confidence", "found %v, must be at least %v and less than 1", d.Confidence, leastConfidence)
		return faults
	}
	if d.Looks < 1 {
		bad("looks", "found %d, must be 1 or more", d.Looks)
		return faults
	}
	if d.Looks > 1 {
		switch sizes := d.LookSizes(0); {
		case d.Budget == 0:
			bad("budget", "more than one look needs a budget: the last look comes when it is spent")
		case sizes[0] < leastLook:
			bad("looks", "%d looks within %d worlds begin with %d; the first needs at least %d", d.Looks, d.Budget, sizes[0], leastLook)
		}
		if !d.Smallest.Given() {
			bad("smallest", "more than one look needs the smallest difference that matters: without it there is no verdict at which to stop")
		}
	}
	const finer = "; ask for less confidence%s"
	d.checkUntil(bad)
	switch {
	case d.alpha() < stats.Finest:
		bad("confidence", "an error of %.2g in each look is more than resampling can tell"+finer, d.alpha(), " or fewer looks")
	case len(d.Guardrails) > 0 && d.tail(designs) < stats.Finest:
		bad("guardrails", "an error of %.2g for each guardrail, design and look is more than resampling can tell"+finer,
			d.tail(designs), ", or for fewer looks or guardrails")
	}
	return faults
}

// checkUntil says what is wrong with precisions that are asked for.
func (d *Decision) checkUntil(bad func(key, format string, args ...any)) {
	switch {
	case len(d.Until) == 0:
	case d.Budget == 0:
		bad("budget", "worlds are added until the intervals are so narrow, which may never come: say how many there may be at most")
	case d.Looks > 1:
		bad("looks", "looks stop when nothing that counts is open, until when the intervals are narrow; ask for one of them")
	}
}
