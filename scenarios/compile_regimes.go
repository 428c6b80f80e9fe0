package scenarios

import (
	"slices"

	"xsell/scenarios/tree"
	"xsell/sim"
)

// maxPartial bounds how many changes of levers may be for some only or hang on a condition: every combination of them
// needs levers of its own, 16 for 4.
const maxPartial = 4

// open tells whether it is open if a change of levers is in force for somebody during its time.
func open(x *sim.Change) bool { return x.When != nil || x.Of != sim.AmongMarkets || x.Markets < 1 }

// regimes compiles the levers under every set of changes that can be in force together. At each date those for everybody
// are in force, and any of those for some or under a condition may be.
func (c *compiler) regimes() {
	var partial, dates []int32
	for i := range c.model.Changes {
		x := &c.model.Changes[i]
		if !x.Levers {
			continue
		}
		if dates = append(dates, x.Week, x.Until); open(x) {
			partial = append(partial, int32(i))
		}
	}
	if len(partial) > maxPartial {
		c.problem([]string{"timeline"}, "has %d changes of levers that are for a share only or hang on a condition, at most %d are possible: "+
			"every combination of them needs levers of its own", len(partial), maxPartial)
		return
	}
	slices.Sort(dates)
	r := regimes{c, map[sim.InForce]*tree.Tree{{}: c.tree.Without("timeline")}}
	c.model.Regimes = map[sim.InForce]*sim.Model{}
	for _, date := range slices.Compact(dates) {
		r.at(date)
	}
}

// regimes compiles levers by set of changes; trees are the words of those already done.
type regimes struct {
	*compiler
	trees map[sim.InForce]*tree.Tree
}

// at compiles what can be in force from a date on.
func (r *regimes) at(date int32) {
	sets := []sim.InForce{{}}
	for i := range r.model.Changes {
		x := &r.model.Changes[i]
		if !x.Levers || date < x.Week || x.Until > 0 && date >= x.Until {
			continue
		}
		for k, n := 0, len(sets); k < n; k++ {
			if open(x) {
				sets = append(sets, sets[k].With(i))
			} else {
				sets[k] = sets[k].With(i)
			}
		}
	}
	for _, set := range sets {
		r.levers(set)
	}
}

// levers compiles the scenario with the changes of a set in force. What is wrong with it but was not before its last
// change is that change's fault, so the sets before it are compiled too where something is wrong.
func (r *regimes) levers(set sim.InForce) {
	last := set.Last()
	if _, done := r.model.Regimes[set]; done || last < 0 {
		return
	}
	model, problems := r.epoch(r.words(set))
	r.model.Regimes[set] = model
	if len(problems) > 0 {
		r.levers(set.Without(last))
		r.blame(r.model.Changes[last].Name, problems)
	}
}

// words lays the changes of a set over the scenario, a later one over an earlier one.
func (r *regimes) words(set sim.InForce) *tree.Tree {
	if file, done := r.trees[set]; done {
		return file
	}
	last := set.Last()
	name := r.model.Changes[last].Name
	file, problems := r.words(set.Without(last)).Lay(r.tree.Sub("timeline", name, "set"), Spec{})
	r.blame(name, problems)
	r.trees[set] = file
	return file
}

// epoch compiles the scenario as it is after changes, or says what is wrong with it.
func (r *regimes) epoch(file *tree.Tree) (*sim.Model, tree.Problems) {
	spec := new(Spec)
	if problems := file.Decode(spec); len(problems) > 0 {
		return nil, problems
	}
	later := newCompiler(spec, file, r.mind)
	if later.limits(); len(later.problems) == 0 {
		later.levers()
	}
	return later.model, later.problems
}
