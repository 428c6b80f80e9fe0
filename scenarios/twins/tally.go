package twins

import (
	"math"
	"slices"

	"xsell/scenarios/results"
)

// parts of the quantiles of individual differences.
var parts = []float64{0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99}

// world is what is kept of one world.
type world struct {
	counts   []results.TwinCount
	spread   []results.TwinSpread
	grains   []grained
	sums     []results.TwinSum
	alone    []results.TwinAlone
	partings []results.TwinParting
}

// crowd is the people of one kind in a world, and what they are compared by.
type crowd struct {
	name       string
	number     int // of the world
	scenarios  [2]string
	outcomes   []results.TwinOutcome
	grains     []float64
	dimensions []string // ids
	people     []twin
	books      []float64 // difference of the firm's books by outcome, NaN where they do not hold it
}

// sign tells how the second side compares with the first in outcome o: 1 better, -1 worse, 0 the same.
func (x *crowd) sign(t *twin, o int) int {
	d := t.difference(o)
	if math.IsNaN(d) || math.Abs(d) <= x.outcomes[o].Least {
		return 0
	}
	if _, good := x.outcomes[o].Whose(); (d > 0) == (good == results.More) {
		return 1
	}
	return -1
}

// overall is 1 where something that matters to the person is better and nothing worse, -1 the other way round; mixed
// tells of both.
func (x *crowd) overall(t *twin) (sign int, mixed bool) {
	better, worse := false, false
	for o := range x.outcomes {
		if x.outcomes[o].Person != results.Neither {
			s := x.sign(t, o)
			better, worse = better || s > 0, worse || s < 0
		}
	}
	switch {
	case better && worse:
		return 0, true
	case better:
		return 1, false
	case worse:
		return -1, false
	}
	return 0, false
}

// cell is a group of people and an outcome; len(outcomes) stands for overall.
type cell struct {
	dimension int // -1: all
	group     string
	outcome   int
}

// count adds everybody up.
func (x *crowd) count() []results.TwinCount {
	at := map[cell]*results.TwinCount{}
	var order []cell
	add := func(c cell, sign int, mixed bool, d float64) {
		row := at[c]
		if row == nil {
			row = x.row(c)
			at[c], order = row, append(order, c)
		}
		row.Pairs++
		row.Better += int(flag(sign > 0))
		row.Worse += int(flag(sign < 0))
		row.Mixed += int(flag(mixed))
		if !math.IsNaN(d) {
			row.Difference += d
		}
	}
	for i := range x.people {
		t := &x.people[i]
		if !t.paired() {
			continue
		}
		for dim := -1; dim < len(t.groups); dim++ {
			group := ""
			if dim >= 0 {
				group = t.groups[dim]
			}
			sign, mixed := x.overall(t)
			add(cell{dim, group, len(x.outcomes)}, sign, mixed, 0)
			for o := range x.outcomes {
				add(cell{dim, group, o}, x.sign(t, o), false, t.difference(o))
			}
		}
	}
	return x.inOrder(at, order)
}

func (x *crowd) row(c cell) *results.TwinCount {
	row := &results.TwinCount{Replication: x.number, Crowd: x.name, Outcome: Overall, Group: c.group}
	if c.outcome < len(x.outcomes) {
		row.Outcome = x.outcomes[c.outcome].ID
	}
	if c.dimension >= 0 {
		row.By = x.dimensions[c.dimension]
	}
	return row
}

// inOrder lists the rows by dimension, group and outcome, and turns sums into means.
func (x *crowd) inOrder(at map[cell]*results.TwinCount, order []cell) (rows []results.TwinCount) {
	slices.SortStableFunc(order, func(a, b cell) int {
		if a.dimension != b.dimension {
			return a.dimension - b.dimension
		}
		if a.group != b.group {
			return map[bool]int{true: -1, false: 1}[a.group < b.group]
		}
		return (a.outcome+1)%(len(x.outcomes)+1) - (b.outcome+1)%(len(x.outcomes)+1) // overall first
	})
	for _, c := range order {
		row := *at[c]
		row.Difference /= float64(row.Pairs)
		row.LeastBetter, row.LeastWorse = math.NaN(), math.NaN()
		switch {
		case row.Outcome == Overall:
			row.Difference = math.NaN()
		case c.dimension < 0:
			row.LeastBetter, row.LeastWorse = x.atLeast(c.outcome)
		}
		rows = append(rows, row)
	}
	return rows
}

// differences of outcome o, sorted; undefined ones are left out.
func (x *crowd) differences(o int) (all []float64) {
	for i := range x.people {
		if t := &x.people[i]; t.paired() && !math.IsNaN(t.difference(o)) {
			all = append(all, t.difference(o))
		}
	}
	slices.Sort(all)
	return all
}

// spread is the quantiles of each outcome's differences, and how many there are of each to the grain.
func (x *crowd) spread() (spread []results.TwinSpread, grains []grained) {
	for o := range x.outcomes {
		all, id := x.differences(o), x.outcomes[o].ID
		if len(all) == 0 {
			continue
		}
		for _, part := range parts {
			spread = append(spread, results.TwinSpread{Replication: x.number, Crowd: x.name, Outcome: id, Part: part, Value: quantile(all, part)})
		}
		grains = append(grains, x.grained(o, all))
	}
	return spread, grains
}

// quantile of sorted values, interpolated (R's type 7).
func quantile(sorted []float64, p float64) float64 {
	at := float64(p * float64(len(sorted)-1))
	below := int(at)
	above := min(below+1, len(sorted)-1)
	return sorted[below] + float64((at-float64(below))*(sorted[above]-sorted[below]))
}
