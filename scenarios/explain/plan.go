package explain

import (
	"errors"
	"fmt"
	"slices"

	"xsell/scenarios"
	"xsell/scenarios/experiment"
	"xsell/sim/draw"
	"xsell/sim/metric"
)

// Plan is what is asked: why the second of two scenarios differs from the first in some measures.
type Plan struct {
	experiment.Plan // of the two scenarios; what it watches, lives with and prints of the books is not used
	Split           *Split
	Measures        []string // ids, at least one
	Pairs           int      // of orders in every world where there are too many levers for all combinations, at least 1
}

// MostPairs is how many pairs of orders are drawn at most in a world: with more, more worlds say more.
const MostPairs = 100

// Check says everything that keeps a plan from being run.
func Check(p Plan) error {
	wrong := []error{experiment.Check(p.Plan)}
	if len(p.Measures) == 0 {
		wrong = append(wrong, errors.New("no measure to explain: name one with --measure"))
	}
	for i, id := range p.Measures {
		if _, known := metric.ByID(id); !known {
			wrong = append(wrong, fmt.Errorf("--measure %s: there is no such measure; xsell explain --help lists them", id))
		}
		if slices.Contains(p.Measures[:i], id) {
			wrong = append(wrong, fmt.Errorf("--measure %s is named twice", id))
		}
	}
	if p.Pairs < 1 || p.Pairs > MostPairs {
		wrong = append(wrong, fmt.Errorf("--orders %d: it must be from 1 to %d", p.Pairs, MostPairs))
	}
	return errors.Join(wrong...)
}

// Exact says whether all combinations of levers are lived.
func (p Plan) Exact() bool { return len(p.Split.Levers) <= MostExact }

// batch is worlds in which the same designs are lived.
type batch struct {
	first, worlds int // blocks
	sets          []Set
}

// batches are all worlds where all combinations are lived; else each world has its own orders.
func (p Plan) batches() []batch {
	if p.Exact() {
		var sets []Set
		for s := range p.Split.lattice.all() + 1 {
			sets = append(sets, s)
		}
		return []batch{{0, p.Replications, sets}}
	}
	var each []batch
	for r := range p.Replications {
		each = append(each, batch{r, 1, p.sampled(r)})
	}
	return each
}

// orders of the levers in the r-th world.
func (p Plan) orders(r int) [][]int {
	return orders(draw.World{Seed: p.Seed, Replication: uint64(p.Number(r))}, len(p.Split.Levers), p.Pairs)
}

// sampled are the designs of the r-th world where it has orders of its own: those on their way, and those with one lever
// laid or all but one.
func (p Plan) sampled(r int) []Set {
	sets := append(p.Split.ends(), 0)
	for _, order := range p.orders(r) {
		sets = append(sets, along(order)...)
	}
	slices.Sort(sets)
	return slices.Compact(sets)
}

// Prepare compiles every design that will be lived. Where one cannot be, levers are joined as Of does, and all is drawn anew.
func (p Plan) Prepare() {
	for again := !p.Exact(); again; {
		again = false
		for _, b := range p.batches() {
			if broken, found := p.Split.firstBroken(b.sets); found {
				p.Split.mend(broken)
				p.Split.join(true)
				again = !p.Exact()
				break
			}
		}
	}
}

// Histories is how many histories are lived.
func (p Plan) Histories() (n int) {
	for _, b := range p.batches() {
		n += b.worlds * len(b.sets)
	}
	return n
}

// designs are the scenarios of sets of levers, which can all be.
func (s *Split) designs(sets []Set) (all []*scenarios.Scenario) {
	for _, x := range sets {
		made, err := s.lattice.design(x)
		if err != nil {
			panic(fmt.Sprintf("explain: the design %s was not tried before: %v", x, err))
		}
		all = append(all, made)
	}
	return all
}
