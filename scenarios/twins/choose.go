package twins

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"xsell/scenarios/results"
)

// chosen is a pair whose story is told.
type chosen struct {
	id, title, rule string
	crowd           *crowd
	twin            *twin
}

// choose picks the pairs that are told, by rules that do not look at what makes a good story.
func choose(customers, sellers *crowd, shares []results.TwinShare) (list []chosen) {
	told := map[string]bool{}
	add := func(id, title, rule string, x *crowd, t *twin) {
		if t != nil && !told[t.key] {
			told[t.key] = true
			list = append(list, chosen{id, title, rule, x, t})
		}
	}
	free := func(t *twin) bool { return t.tellable() && !told[t.key] }
	const ties = "ties by trust, then by number"
	add("gain", "The largest gain", "of the customers better off overall, the one with the most needs met more; "+ties, customers,
		customers.extreme(func(t *twin) bool { s, _ := customers.overall(t); return s > 0 && free(t) }, 1))
	add("loss", "The largest loss", "of the customers worse off overall, the one with the most needs met less; "+ties, customers,
		customers.extreme(func(t *twin) bool { s, _ := customers.overall(t); return s < 0 && free(t) }, -1))
	add("median", "The pair in the middle", "of all customers of the start whose histories part, in the order of the week in which they do, the one in the middle",
		customers, customers.middle(free))
	if group, found := gaining(shares); found {
		add("against", "A loss in the stage of life that fares best: "+group, "in the stage of life with the most better off less worse off, the customer worse off overall with the most needs met less; "+ties,
			customers, customers.extreme(func(t *twin) bool {
				s, _ := customers.overall(t)
				return s < 0 && free(t) && t.groups[0] == group
			}, -1))
	}
	add("seller", "A seller", "the seller there under both designs whose pay differs most", sellers, sellers.farthest())
	return list
}

// tellable tells whether the tracer can follow the person from the start under both designs.
func (t *twin) tellable() bool {
	return t.paired() && t.gen == 0 && t.numbers[0] >= 0 && t.numbers[1] >= 0 && t.parted.week != never
}

// Outcomes by which stories of customers are chosen.
const (
	byNeeds = 0
	byTrust = 1
)

// extreme is the pair with the largest difference of needs met, or the smallest where direction is -1, among those asked for.
func (x *crowd) extreme(fits func(*twin) bool, direction float64) (best *twin) {
	for i := range x.people {
		t := &x.people[i]
		if t.paired() && fits(t) && (best == nil || before(t, best, direction)) {
			best = t
		}
	}
	return best
}

// before tells whether t is further in a direction than best.
func before(t, best *twin, direction float64) bool {
	for _, o := range []int{byNeeds, byTrust} {
		if a, b := direction*t.difference(o), direction*best.difference(o); a != b {
			return a > b
		}
	}
	return false
}

// middle is the pair with the median week of parting.
func (x *crowd) middle(fits func(*twin) bool) *twin {
	var list []*twin
	for i := range x.people {
		if t := &x.people[i]; t.paired() && fits(t) {
			list = append(list, t)
		}
	}
	if len(list) == 0 {
		return nil
	}
	slices.SortStableFunc(list, func(a, b *twin) int { return cmp.Compare(a.parted.week, b.parted.week) })
	return list[len(list)/2]
}

// farthest is the pair whose first outcome differs most.
func (x *crowd) farthest() (best *twin) {
	for i := range x.people {
		t := &x.people[i]
		if t.tellable() && (best == nil || math.Abs(t.difference(0)) > math.Abs(best.difference(0))) {
			best = t
		}
	}
	return best
}

// gaining is the stage of life with the most better off less worse off.
func gaining(shares []results.TwinShare) (group string, found bool) {
	most := 0.0
	for _, s := range shares {
		if s.Crowd == Customers && s.Outcome == Overall && s.By == "segment" && (!found || s.Net > most) {
			group, most, found = s.Group, s.Net, true
		}
	}
	return group, found
}

// words are the differences of a pair that count, as numbers.
func (x *crowd) words(t *twin) (text string) {
	for o := range x.outcomes {
		if x.sign(t, o) != 0 {
			if text != "" {
				text += "; "
			}
			text += strings.TrimSpace(fmt.Sprintf("%s %s → %s %s", x.outcomes[o].Title, short(t.values[0][o]), short(t.values[1][o]), unitOf(x.outcomes[o].Unit)))
		}
	}
	return text
}

// short writes a number with two decimals where it is small and broken.
func short(v float64) string {
	text := fmt.Sprintf("%.2f", v)
	if math.Abs(v) >= 100 || v == math.Trunc(v) {
		text = fmt.Sprintf("%.0f", v)
	}
	return strings.Replace(text, "-", "−", 1)
}

// unitOf is a unit behind a number, nothing for a scale.
func unitOf(unit string) string {
	if unit != "" && unit[0] >= '0' && unit[0] <= '9' {
		return ""
	}
	return unit
}
