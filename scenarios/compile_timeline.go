package scenarios

import (
	"cmp"
	"slices"

	"xsell/scenarios/tree"
)

// timeline compiles the changes in the order of their dates, at one date in the order of their names, and the levers under
// every set of them that can be in force together.
func (c *compiler) timeline() {
	for _, name := range c.byDate() {
		row := c.change(name)
		if path := []string{"timeline", name, "set"}; len(c.tree.Keys(path...)) > 0 {
			row.Levers = c.mayChange(path) && c.maySingleOut(path, row.Of)
		}
		c.model.Changes = append(c.model.Changes, row)
	}
	c.regimes()
}

// byDate lists the names of changes by date and name.
func (c *compiler) byDate() []string {
	list := names(c.spec.Timeline)
	slices.SortStableFunc(list, func(a, b string) int {
		return cmp.Compare(c.spec.Timeline[a].Week, c.spec.Timeline[b].Week)
	})
	return list
}

// fixed are the tables and keys that a run has built its columns on.
var fixed = [][]string{
	{"title"}, {"summary"}, {"base"}, {"overlay"}, {"sources"}, {"run"}, {"customers"}, {"products"}, {"timeline"},
	{"market", "vacant-households"}, {"organisation", "teams"},
}

// mayChange checks that a change leaves alone what a run is built on.
func (c *compiler) mayChange(set []string) bool {
	before := len(c.problems)
	for _, path := range fixed {
		c.refuse(set, path)
	}
	c.refuseNew(set, "unit", "seats")
	c.refuseNew(set, "contract", "employers", "partner", "wealth-at-least")
	c.refuseNew(set, "house", "share")
	for _, unit := range c.tree.Keys(under(set, "organisation", "unit")...) {
		c.refuse(set, []string{"organisation", "unit", unit, "house"})
	}
	return len(c.problems) == before
}

// refuseNew notes a problem for every new entry of an organisation's table, and for the key that sizes an old one.
func (c *compiler) refuseNew(set []string, table string, sizing ...string) {
	known := c.tree.Keys("organisation", table)
	for _, name := range c.tree.Keys(under(set, "organisation", table)...) {
		if !slices.Contains(known, name) && name != tree.AnyEntry {
			c.problem(under(set, "organisation", table, name), "a new %s cannot start at a date; let it be there from the start%s",
				table, meant(name, known))
		}
		for _, key := range sizing {
			c.refuse(set, []string{"organisation", table, name, key})
		}
	}
}

// refuse notes a problem if the fragment at set has a key at path.
func (c *compiler) refuse(set, path []string) {
	last := len(path) - 1
	if slices.Contains(c.tree.Keys(under(set, path[:last]...)...), path[last]) {
		c.problem(under(set, path...), "cannot change at a date; a run is built on it")
	}
}

// blame notes problems of a change that were not there before it.
func (c *compiler) blame(name string, problems tree.Problems) {
	for _, p := range problems {
		if slices.Contains(c.problems, p) || slices.Contains(c.blamed, p) {
			continue
		}
		c.blamed = append(c.blamed, p)
		p.Message = "after the change " + name + ": " + p.Message
		c.problems = append(c.problems, p)
	}
}

// looseChanges decodes each change alone on top of a scenario that has problems itself, and returns the problems that
// come on top: so that all mistakes of a file are shown at once.
func looseChanges(file *tree.Tree, known tree.Problems) tree.Problems {
	found := &compiler{problems: slices.Clone(known)}
	for _, name := range file.Keys("timeline") {
		set := file.Sub("timeline", name, "set")
		if len(set.Keys()) > 0 {
			changed, problems := file.Without("timeline").Lay(set, Spec{})
			found.blame(name, append(problems, changed.Decode(new(Spec))...))
		}
	}
	return found.problems[len(known):]
}
