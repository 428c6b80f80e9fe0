package twins

import (
	"cmp"
	"math"
	"slices"

	"xsell/scenarios/results"
	"xsell/sim"
	"xsell/sim/metric"
)

// sums adds up the differences of all people, those who are there under one design only included.
func (x *crowd) sums() (rows []results.TwinSum) {
	for o := range x.outcomes {
		row := results.TwinSum{Replication: x.number, Crowd: x.name, Outcome: x.outcomes[o].ID, Books: x.books[o]}
		for i := range x.people {
			switch t := &x.people[i]; {
			case t.paired() && !math.IsNaN(t.difference(o)):
				row.Both += t.difference(o)
			case !t.in[1] && !math.IsNaN(t.values[0][o]):
				row.FirstOnly -= t.values[0][o]
			case !t.in[0] && !math.IsNaN(t.values[1][o]):
				row.SecondOnly += t.values[1][o]
			}
		}
		rows = append(rows, row)
	}
	return rows
}

// alone counts people by where they are and why.
func (x *crowd) alone() (rows []results.TwinAlone) {
	for i := range x.people {
		t := &x.people[i]
		row := results.TwinAlone{Replication: x.number, Crowd: x.name, Why: t.why}
		if !t.paired() {
			row.Scenario = x.scenarios[int(flag(t.in[1]))]
		}
		at := slices.IndexFunc(rows, func(r results.TwinAlone) bool { return r.Scenario == row.Scenario && r.Why == row.Why })
		if at < 0 {
			rows, at = append(rows, row), len(rows)
		}
		rows[at].Persons++
	}
	slices.SortFunc(rows, func(a, b results.TwinAlone) int {
		return cmp.Or(cmp.Compare(a.Scenario, b.Scenario), cmp.Compare(a.Why, b.Why))
	})
	return rows
}

// partings counts pairs by the week and the event at which they part, and by the week from which they
// felt otherwise, and held other products.
func (x *crowd) partings() (rows []results.TwinParting) {
	counts := map[results.TwinParting]int{}
	names := [...]string{x.scenarios[0], x.scenarios[1], results.BothSides}
	for i := range x.people {
		t := &x.people[i]
		if !t.paired() {
			continue
		}
		row := results.TwinParting{Replication: x.number, Crowd: x.name}
		if t.parted.week != never {
			row.Week, row.Kind, row.Scenario = int(t.parted.week), said[t.parted.kind].id, names[t.parted.side]
			counts[row]++
		}
		for kind, week := range map[string]int32{results.Feelings: t.felt, results.Holdings: t.held} {
			if week != never {
				row.Week, row.Kind, row.Scenario = int(week), kind, results.BothSides
				counts[row]++
			}
		}
	}
	for row, n := range counts {
		row.Pairs = n
		rows = append(rows, row)
	}
	slices.SortFunc(rows, func(a, b results.TwinParting) int {
		return cmp.Or(cmp.Compare(a.Week, b.Week), cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Scenario, b.Scenario))
	})
	return rows
}

// booked is the difference between the books of two firms over the measured time, by outcome.
func booked[T any](outcomes []outcome[T], records [2]*sim.Record) (out []float64) {
	for i := range outcomes {
		x := &outcomes[i]
		if len(x.books) == 0 {
			out = append(out, math.NaN())
			continue
		}
		sum := int64(0)
		for _, counter := range x.books {
			sum += over(records[1], counter) - over(records[0], counter)
		}
		out = append(out, float64(sum)*x.scale)
	}
	return out
}

// over is a counter over the measured time: what it comes to at the end, or its sum.
func over(r *sim.Record, c metric.Counter) (sum int64) {
	if metric.Items[c].Stock {
		return r.Frames[len(r.Frames)-1].Books[c]
	}
	for i := range r.Frames {
		sum += r.Frames[i].Books[c]
	}
	return sum
}
