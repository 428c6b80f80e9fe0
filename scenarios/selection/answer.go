package selection

import "math"

// Answer is what a selection has come to.
type Answer struct {
	Selected int   // design with the best mean among those that are left
	Tied     []int // others that are left and lived the same histories
	Even     []int // others that are left and just as good on average; of these the first is selected
	Left     []int // others that are left, where nothing is settled
	Settled  bool
	Unseen   int // differences of the first stage that were the same in a pair that is left, where that keeps it unsettled
	Shared   int // worlds in which all designs were lived
	Lived    int // histories
	Whole    int // histories if all designs had been lived in all worlds
}

// Answer of a selection, which may not be over. Without any observation the first design stands.
func (r *Race) Answer() Answer {
	a := Answer{Selected: -1, Shared: r.Worlds, Whole: r.Worlds * r.Designs}
	if r.over {
		a.Unseen = r.unseen()
		a.Settled = a.Unseen == 0
	}
	for _, i := range r.Left() {
		if a.Selected < 0 || r.Mean(i)*r.sign() > r.Mean(a.Selected)*r.sign() {
			a.Selected = i
		}
	}
	for _, i := range r.Left() {
		switch {
		case i == a.Selected:
		case r.over && !r.apart[i][a.Selected]:
			a.Tied = append(a.Tied, i)
		case a.Settled:
			a.Even = append(a.Even, i)
		default:
			a.Left = append(a.Left, i)
		}
	}
	for _, worlds := range r.lived {
		a.Shared = min(a.Shared, worlds)
		a.Lived += worlds
	}
	return a
}

// sign turns a value so that more is better.
func (r *Race) sign() float64 {
	if r.Less {
		return -1
	}
	return 1
}

// Lived is how many worlds a design was lived in.
func (r *Race) Lived(design int) int { return r.lived[design] }

// Mean of a design over the worlds it was lived in and the measure is defined; NaN without any.
func (r *Race) Mean(design int) float64 {
	if r.counts[design] == 0 {
		return math.NaN()
	}
	return r.sums[design] / r.counts[design]
}

// Fate says how a design was dropped; false where it was not.
func (r *Race) Fate(design int) (Dropped, bool) { return r.dropped[design], !r.left[design] }
