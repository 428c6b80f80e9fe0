package fit

import (
	"math"

	"gonum.org/v1/gonum/mat"
)

// Known says what the targets tell about the coordinates at a point. Weighted distances are read as errors of a normal
// law whose spread is the tolerance, and the ridge as a prior around the start.
type Known struct {
	Prior      float64   // standard deviation of a coordinate before any target, in halves of the range
	SD         []float64 // of each coordinate once all targets are met as they are
	Share      []float64 // of a coordinate's prior variance that the targets take away: 0 nothing is learnt, 1 all
	Condition  float64   // ratio of the largest to the smallest curvature of the objective
	Directions []Direction
}

// Direction is a combination of coordinates that the targets know about independently of the others.
type Direction struct {
	Share    float64   // of the prior variance along it that the targets take away
	Loadings []float64 // of the coordinates; squares sum to 1, the largest is positive
}

// Known reads slopes at an evaluation, the best known direction first. Slopes that luck could give count as zero, and so
// do those of one-sided targets that are met.
func (p *Problem) Known(at *Evaluation, slopes Slopes) Known {
	curvature, _ := p.quadratic(at, p.counting(at, slopes.sure()))
	n := len(at.Point)
	var eigen mat.EigenSym
	if !eigen.Factorize(curvature, true) {
		panic("fit: a symmetric matrix must have directions")
	}
	values := eigen.Values(nil) // ascending
	var vectors mat.Dense
	eigen.VectorsTo(&vectors)
	known := Known{Prior: 1 / math.Sqrt(p.Ridge), SD: make([]float64, n), Share: make([]float64, n)}
	least := max(values[0], p.Ridge) // rounding alone could bring it below
	known.Condition = max(values[n-1], least) / least
	for i := n - 1; i >= 0; i-- {
		value := max(values[i], p.Ridge)
		direction := Direction{Share: 1 - p.Ridge/value, Loadings: mat.Col(nil, i, &vectors)}
		direction.turn()
		for j, loading := range direction.Loadings {
			known.SD[j] += loading * loading / value
		}
		known.Directions = append(known.Directions, direction)
	}
	for j, variance := range known.SD {
		known.SD[j], known.Share[j] = math.Sqrt(variance), max(0, 1-float64(p.Ridge*variance))
	}
	return known
}

// turn makes the largest loading positive: a direction has no sign.
func (d *Direction) turn() {
	largest := 0.0
	for _, loading := range d.Loadings {
		if math.Abs(loading) > math.Abs(largest) {
			largest = loading
		}
	}
	if largest >= 0 {
		return
	}
	for j := range d.Loadings {
		d.Loadings[j] = -d.Loadings[j]
	}
}
