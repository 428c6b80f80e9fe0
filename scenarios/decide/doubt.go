package decide

import (
	"math"

	"xsell/scenarios/stats"
)

// Why a guardrail is undecided though its limits say that it is kept or broken.
const (
	FewDiffer = "most worlds are equal; the few that are not decide"
	Lopsided  = "values are too skewed for so few worlds"
)

// doubt opens a guardrail of a mean again that its limits decide where what speaks against them may not have been seen: limits
// from a few skewed worlds lie too near to their mean on the side of the long tail. What is broken by worlds on the side of
// the tail was seen; what is broken by a limit on that side was not: gains may be rare, as losses may.
func (g *Guardrail) doubt(x *Guarded, base, own []float64) {
	if g.Quantile > 0 || g.Measure.Whole > 0 || x.Fate == Open {
		return
	}
	values := own
	if g.Change {
		values = stats.Differences(base, own)
	}
	need, note := asked(values)
	if x.Fate == Broken && note == Lopsided && stats.Skewness(values) > 0 != g.Least {
		return
	}
	if n := float64(len(values)); need > n {
		x.Fate, x.Note, x.More = Open, note, math.Ceil(need-n)
	}
}

// rare says of a difference that a few worlds decide that they do. Better and worse need the signs of these worlds to say so
// as well; else nothing is decided.
func (p *Pair) rare(worlds int) {
	switch n := float64(worlds); {
	case p.doubtful && (p.Word == Better || p.Word == Worse):
		p.Word, p.Note = Undecided, FewDiffer
		p.More = math.Ceil(max(1, float64(n*stats.LeastDiffering)/float64(p.differing)-n))
	case p.Word != Undecided:
		p.Note = joined(p.Note, FewDiffer)
	}
}

// asked is how many worlds the limits of a mean ask for, judged by the values seen, and why; 0 where any number will do:
// 25 g1^2 (Cochran's rule), and so many that stats.LeastDiffering differ. Worlds that show the same rare amount with a
// chance of p have g1^2 of about 1/p, so both ask for 25 such worlds.
func asked(values []float64) (worlds float64, note string) {
	n := float64(len(values))
	if worlds = stats.WorldsForSkew(stats.Skewness(values)); worlds > 0 {
		note = Lopsided
	}
	if same := float64(stats.MostEqual(values)); same > n/2 {
		worlds, note = max(worlds, n*stats.LeastDiffering/max(1, n-same)), FewDiffer
	}
	return worlds, note
}
