package explain

import (
	"math/bits"
	"slices"
	"strconv"
	"strings"

	"xsell/scenarios"
)

// Set says which levers are laid: bit i is lever i.
type Set uint64

func (s Set) has(i int) bool    { return s>>i&1 == 1 }
func (s Set) with(i int) Set    { return s | 1<<i }
func (s Set) without(i int) Set { return s &^ (1 << i) }
func (s Set) size() int         { return bits.OnesCount64(uint64(s)) }

// levers lists the levers of a set.
func (s Set) levers() (list []int) {
	for ; s != 0; s &= s - 1 {
		list = append(list, bits.TrailingZeros64(uint64(s)))
	}
	return list
}

// String is the numbers of the levers, from 1, as tables name a design: "1+3"; "none" for the first of the two designs.
func (s Set) String() string {
	if s == 0 {
		return "none"
	}
	var numbers []string
	for _, i := range s.levers() {
		numbers = append(numbers, strconv.Itoa(i+1))
	}
	return strings.Join(numbers, "+")
}

// lattice is the designs between two scenarios, each compiled when it is first asked for.
type lattice struct {
	from, to *scenarios.Scenario
	levers   []Lever
	kept     kept
}

// compiled is a design, or why it cannot be.
type compiled struct {
	design *scenarios.Scenario
	wrong  error
}

// kept holds designs by their edits, whatever levers these are in: levers are joined and grouped anew, and the designs
// between them are often the same.
type kept map[string]compiled

// all is the set of all levers, the second of the two designs.
func (l *lattice) all() Set { return 1<<len(l.levers) - 1 }

// design returns a design, or why it cannot be.
func (l *lattice) design(s Set) (*scenarios.Scenario, error) {
	switch s {
	case 0:
		return l.from, nil
	case l.all():
		return l.to, nil
	}
	mark, paths := l.edits(s)
	found, known := l.kept[mark]
	if !known {
		found.design, found.wrong = scenarios.Between(l.from.Name+" changed in part", l.from, l.to, paths)
		l.kept[mark] = found
	}
	return found.design, found.wrong
}

// edits are the paths of the edits of a set of levers, and what tells them from others: a letter for each edit.
func (l *lattice) edits(s Set) (mark string, paths [][]string) {
	var numbers []rune
	for _, i := range s.levers() {
		for _, e := range l.levers[i].Edits {
			paths, numbers = append(paths, e.Path), append(numbers, rune(e.number))
		}
	}
	slices.Sort(numbers)
	return string(numbers), paths
}

// stands says whether a design can be.
func (l *lattice) stands(s Set) bool {
	_, err := l.design(s)
	return err == nil
}
