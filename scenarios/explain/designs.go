package explain

import (
	"fmt"
	"math/bits"
	"strconv"
	"strings"

	"xsell/scenarios"
)

// Set says which levers are laid: bit i is lever i.
type Set uint64

func (s Set) has(i int) bool     { return s>>i&1 == 1 }
func (s Set) with(i int) Set     { return s | 1<<i }
func (s Set) without(i int) Set  { return s &^ (1 << i) }
func (s Set) size() int          { return bits.OnesCount64(uint64(s)) }
func (s Set) beside(o Set) []int { return (s &^ o).levers() }

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
	made     map[Set]*scenarios.Scenario
	wrong    map[Set]error
}

func newLattice(from, to *scenarios.Scenario, levers []Lever) *lattice {
	l := &lattice{from: from, to: to, levers: levers, made: map[Set]*scenarios.Scenario{}, wrong: map[Set]error{}}
	l.made[l.all()], l.made[0] = to, from
	return l
}

// all is the set of all levers, the second of the two designs.
func (l *lattice) all() Set { return 1<<len(l.levers) - 1 }

// design returns a design, or why it cannot be.
func (l *lattice) design(s Set) (*scenarios.Scenario, error) {
	if made := l.made[s]; made != nil {
		return made, nil
	}
	if err := l.wrong[s]; err != nil {
		return nil, err
	}
	var paths [][]string
	for _, i := range s.levers() {
		for _, e := range l.levers[i].Edits {
			paths = append(paths, e.Path)
		}
	}
	made, err := scenarios.Between(fmt.Sprintf("%s with %s", l.from.Name, s), l.from, l.to, paths)
	l.made[s], l.wrong[s] = made, err
	return made, err
}

// stands says whether a design can be.
func (l *lattice) stands(s Set) bool {
	_, err := l.design(s)
	return err == nil
}
