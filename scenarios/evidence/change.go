package evidence

import (
	"errors"
	"slices"
	"strings"
)

// Change is laid over every firm of a fact: what the people and the firms would be if a constant or a key were another.
type Change struct {
	Mind map[string]float64 // constants, below those that a firm of the fact has of its own
	Set  []string           // assignments, before the firm's own
	Size []string           // assignments after all others, such as run.customers=4000
}

// Under returns the fact about changed firms.
func (f *Fact) Under(c Change) *Fact {
	changed := *f
	changed.arms = slices.Clone(f.arms)
	for i := range changed.arms {
		a := &changed.arms[i]
		a.sets, a.mind = slices.Concat(c.Set, a.sets, c.Size), laid(c.Mind, a.mind)
	}
	return &changed
}

// CheckFacts loads the firms of facts and says what keeps them from being lived; nothing is lived.
func CheckFacts(facts []*Fact) error {
	c := newCast(Options{Worlds: leastWorlds})
	for _, f := range facts {
		c.add(&f.Claim, f.arms)
	}
	if len(c.wrong) > 0 {
		return errors.New(strings.Join(c.wrong, "\n"))
	}
	return nil
}

// leastWorlds is what an interval needs.
const leastWorlds = 2

// SE is the standard error of the value over worlds; NaN where there is none.
func (x Estimate) SE() float64 { return x.jackknife.SE }

// Without returns the value without each world in turn. Facts that were judged together and in equally many worlds have
// the same world left out at the same place.
func (x Estimate) Without() []float64 { return slices.Clone(x.without) }
