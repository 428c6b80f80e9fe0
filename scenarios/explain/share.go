package explain

import (
	"math"
	"slices"

	"xsell/scenarios/stats"
)

// shared is what one world says about a measure: the difference between the two designs, and what each lever has of it.
type shared struct {
	base, other float64
	difference  float64   // the shares add up to it exactly, in any order
	shares      []float64 // by lever
	alone, last []float64 // by lever: what it changes in the first design, what it adds to all others
	single, but []float64 // by lever: the level with it alone, and with all but it
}

// share shares out one world. ok is false where the measure is undefined for any design that was lived in it.
func (p Plan) share(r int, w world, measure int) (shared, bool) {
	levels := make([]float64, 0, len(w))
	for _, s := range w.sets() {
		levels = append(levels, w[s].outcomes[measure])
	}
	if slices.ContainsFunc(levels, math.IsNaN) {
		return shared{}, false
	}
	value := func(s uint64) float64 { return w[Set(s)].outcomes[measure] }
	k, all := len(p.Split.Levers), uint64(p.Split.lattice.all())
	found := shared{base: value(0), other: value(all)}
	var raw []float64
	if p.Exact() {
		raw = stats.Shapley(k, value)
	} else {
		raw = stats.Along(k, p.orders(r), value)
	}
	found.shares, found.difference = stats.AddUp(raw, found.other-found.base, stats.Grain(levels...))
	for i := range k {
		single, but := value(1<<i), value(all&^(1<<i))
		found.single, found.but = append(found.single, single), append(found.but, but)
		found.alone, found.last = append(found.alone, single-found.base), append(found.last, found.other-but)
	}
	return found, true
}

// interaction is the sum over levers of what a lever adds last less what it adds alone. It is 0 where effects simply add up.
func (s shared) interaction() (sum float64) {
	for i := range s.shares {
		sum += s.last[i] - s.alone[i]
	}
	return sum
}

// inert says whether a lever changes nothing in any history: with it and without it all numbers are the same.
func inert(worlds []world, lever int) bool {
	for _, w := range worlds {
		for s, without := range w {
			if with, there := w[s.with(lever)]; !s.has(lever) && there && with.effect != without.effect {
				return false
			}
		}
	}
	return len(worlds) > 0
}

// column takes one number of every world.
func column(all []shared, of func(shared) float64) []float64 {
	values := make([]float64, len(all))
	for r, s := range all {
		values[r] = of(s)
	}
	return values
}
