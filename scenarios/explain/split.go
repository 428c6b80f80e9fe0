package explain

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"xsell/scenarios"
	"xsell/scenarios/results"
)

// How many levers there may be.
const (
	MostExact  = 6  // up to which all their combinations are lived; beyond, some orders in which they may be laid
	MostLevers = 12 // beyond which edits are grouped coarser
	mostParts  = 60 // before those that cannot stand apart are joined
)

// Split is the difference of two scenarios as levers that can be laid in any combination.
type Split struct {
	From, To *scenarios.Scenario
	Levers   []Lever
	Notes    []string // what was done to get them
	lattice  *lattice
	kept     kept
}

// Of groups the edits between two scenarios at a level, or coarser where that gives too many levers, or finer where it gives
// one and finer ones can stand apart, and joins levers that cannot. The error says everything that is wrong.
func Of(from, to *scenarios.Scenario, level string, hands []Hand) (*Split, error) {
	if !slices.Contains(Levels, level) {
		return nil, fmt.Errorf("--by %s: it must be one of key, entry, group or table", level)
	}
	all, late := edits(from, to)
	if wrong := checkHands(all, hands); len(wrong) > 0 {
		return nil, errors.Join(wrong...)
	}
	s := &Split{From: from, To: to, kept: kept{}}
	for at := slices.Index(Levels, level); ; at++ {
		s.Levers, s.Notes = group(all, Levels[at], hands), nil
		if Levels[at] != level {
			s.Notes = append(s.Notes, fmt.Sprintf("grouped by %s: by %s there would be more than %d levers", Levels[at], level, MostLevers))
		}
		last := at == len(Levels)-1
		if s.join(last) && len(s.Levers) <= MostLevers || last {
			break
		}
	}
	if len(hands) == 0 {
		s.finer(all, level)
	}
	if len(late) > 0 {
		s.Notes = append(s.Notes, fmt.Sprintf("%s left out: the run of %d weeks ends before", strings.Join(late, ", "), from.Model.Size.Weeks))
	}
	if len(s.Levers) > MostLevers {
		return nil, fmt.Errorf("%d levers are too many to explain; put them together with --lever NAME=key,key", len(s.Levers))
	}
	return s, nil
}

// join joins levers until every design that may be asked for can be. It gives up, unless told not to, where even levers that
// stand alone are too many.
func (s *Split) join(whatever bool) bool {
	for len(s.Levers) <= mostParts {
		s.lattice = &lattice{s.From, s.To, s.Levers, s.kept}
		broken, found := s.firstBroken(s.ends())
		if !found && len(s.Levers) > MostLevers && !whatever {
			return false
		}
		if !found {
			broken, found = s.firstBroken(s.inner())
		}
		if !found {
			return true
		}
		s.mend(broken)
	}
	return false
}

// ends are the designs with one lever laid, or all but one.
func (s *Split) ends() (sets []Set) {
	all := s.lattice.all()
	for i := range s.Levers {
		sets = append(sets, Set(0).with(i), all.without(i))
	}
	return sets
}

// inner are all designs, the smaller first, or where they are too many those with two levers laid or all but two.
func (s *Split) inner() (sets []Set) {
	all, k := s.lattice.all(), len(s.Levers)
	if k <= MostExact {
		for x := range all {
			sets = append(sets, x)
		}
		slices.SortStableFunc(sets, func(a, b Set) int { return a.size() - b.size() })
		return sets
	}
	for i := range k {
		for j := range i {
			sets = append(sets, Set(0).with(i).with(j), all.without(i).without(j))
		}
	}
	return sets
}

func (s *Split) firstBroken(sets []Set) (Set, bool) {
	for _, x := range sets {
		if !s.lattice.stands(x) {
			return x, true
		}
	}
	return 0, false
}

// mend joins levers because a design cannot be: of that design the fewest that cannot be without the others, and of the
// others the fewest that they need. Levers are left out one after the other in the order of a scenario, so the same edits
// give the same levers.
func (s *Split) mend(broken Set) {
	l := s.lattice
	for _, i := range broken.levers() {
		if !l.stands(broken.without(i)) {
			broken = broken.without(i)
		}
	}
	needed := l.all() &^ broken
	for _, i := range needed.levers() {
		if l.stands(broken | needed.without(i)) {
			needed = needed.without(i)
		}
	}
	_, err := l.design(broken)
	plain, checks := s.why(broken, needed, err)
	s.unite(broken|needed, plain)
	s.Notes = append(s.Notes, results.ChecksSay+checks)
}

// unite makes one lever of a set of them, at the place of the first.
func (s *Split) unite(x Set, note string) {
	var parts, others []Lever
	for i, lever := range s.Levers {
		if x.has(i) {
			parts = append(parts, lever)
		} else {
			others = append(others, lever)
		}
	}
	s.Levers = slices.Insert(others, x.levers()[0], joined(parts, others, note))
}
