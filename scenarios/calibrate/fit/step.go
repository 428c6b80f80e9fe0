package fit

import (
	"errors"

	"gonum.org/v1/gonum/mat"
)

// longest is how far one step may move a coordinate, in halves of the range.
const longest = 0.5

// dampings of the steps that are tried in a round, relative to the mean curvature of the objective.
var dampings = []float64{0, 0.01, 0.1, 1, 10}

// steps returns where damped Gauss-Newton steps lead from a point (Levenberg 1944, Marquardt 1963), one for each
// damping. Slopes that are not defined, and those of distances that do not count, are taken for none.
func (p *Problem) steps(at *Evaluation, s Slopes) (points [][]float64) {
	curvature, downhill := p.quadratic(at, p.counting(at, s.defined()))
	mean := mat.Trace(curvature) / float64(len(at.Point))
	for _, damping := range dampings {
		points = append(points, p.step(at.Point, curvature, downhill, damping*mean))
	}
	return points
}

// counting is the slopes of the distances that count at a point.
func (p *Problem) counting(at *Evaluation, slopes [][]float64) [][]float64 {
	for t, d := range at.Outcome.Distances {
		if d != d || counted(d, p.Sides[t]) == 0 && p.Sides[t] != Both {
			slopes[t] = make([]float64, len(at.Point))
		}
	}
	return slopes
}

// quadratic is half the second and half the downhill first derivative of the objective, as if distances were straight.
func (p *Problem) quadratic(at *Evaluation, slopes [][]float64) (*mat.SymDense, []float64) {
	n := len(at.Point)
	curvature, downhill := mat.NewSymDense(n, nil), make([]float64, n)
	for j := range n {
		for k := j; k < n; k++ {
			sum := 0.0
			for t := range slopes {
				sum += float64(p.Weights[t] * slopes[t][j] * slopes[t][k])
			}
			if j == k {
				sum += p.Ridge
			}
			curvature.SetSym(j, k, sum)
		}
		for t, d := range at.Outcome.Distances {
			downhill[j] -= float64(p.Weights[t] * slopes[t][j] * counted(d, p.Sides[t]))
		}
		downhill[j] -= float64(p.Ridge * (at.Point[j] - p.Start[j]))
	}
	return curvature, downhill
}

// step solves for the least of the quadratic in the box. Coordinates that would leave it, or go further than the longest
// step, are put on the border one after the other, the furthest first, and the rest is solved again.
func (p *Problem) step(point []float64, curvature *mat.SymDense, downhill []float64, damping float64) []float64 {
	n := len(point)
	move, fixed := make([]float64, n), make([]bool, n)
	for range n {
		free := solve(curvature, downhill, damping, move, fixed)
		worst, excess := -1, 0.0
		for j := range n {
			if fixed[j] {
				continue
			}
			move[j] = free[j]
			if over := max(move[j]-highest(point[j]), lowest(point[j])-move[j]); over > excess {
				worst, excess = j, over
			}
		}
		if worst < 0 {
			break
		}
		fixed[worst] = true
		move[worst] = min(max(move[worst], lowest(point[worst])), highest(point[worst]))
	}
	out := make([]float64, n)
	for j := range out {
		out[j] = clamped(point[j] + move[j])
	}
	return out
}

// highest and lowest is how far a coordinate may go.
func highest(z float64) float64 { return min(1-z, longest) }

func lowest(z float64) float64 { return max(-1-z, -longest) }

// solve finds the least of the quadratic over the coordinates that are not fixed.
func solve(curvature *mat.SymDense, downhill []float64, damping float64, move []float64, fixed []bool) []float64 {
	var free []int
	for j := range fixed {
		if !fixed[j] {
			free = append(free, j)
		}
	}
	a, b := mat.NewSymDense(len(free), nil), mat.NewVecDense(len(free), nil)
	for i, j := range free {
		right := downhill[j]
		for k := range fixed {
			if fixed[k] {
				right -= float64(curvature.At(j, k) * move[k])
			}
		}
		b.SetVec(i, right)
		for m := i; m < len(free); m++ {
			a.SetSym(i, m, curvature.At(j, free[m]))
		}
		a.SetSym(i, i, curvature.At(j, j)+damping)
	}
	var factors mat.Cholesky
	var x mat.VecDense
	if !factors.Factorize(a) {
		panic("fit: a ridge of more than zero must leave the curvature positive")
	}
	var rough mat.Condition // a step that rounding has made rough is still one to try
	if err := factors.SolveVecTo(&x, b); err != nil && !errors.As(err, &rough) {
		panic("fit: a positive curvature must have a least point: " + err.Error())
	}
	out := make([]float64, len(fixed))
	for i, j := range free {
		out[j] = x.AtVec(i)
	}
	return out
}
