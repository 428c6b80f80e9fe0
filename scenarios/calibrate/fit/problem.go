package fit

import "math"

// Side says which distances from a target count.
type Side int

// Sides of a target.
const (
	Both  Side = iota // below and above
	Below             // only below: the target is a least value
	Above             // only above: the target is a largest value
)

// Problem is what is looked for. Coordinates are distances from the middle of the range, in halves of the range.
type Problem struct {
	Start   []float64 // each in [-1, 1]
	Weights []float64 // of the targets, 0 or more
	Sides   []Side    // of the targets
	Ridge   float64   // weight of the squared distance from the start; more than 0
	Step    float64   // from a point to the one beside it from which slopes are taken, in (0, 1]
	Rounds  int       // of the search, 0 or more
	Screen  Screen
}

// Screen asks for points spread around the start before the search.
type Screen struct {
	Points int // 0: none
	Spread float64
	Seed   uint64 // of their places
}

// Outcome is how far the targets are from a point.
type Outcome struct {
	Distances []float64   // of each target, in tolerances, positive above it; NaN where it has no value
	Without   [][]float64 // the same without each world in turn; nil where there is no luck
}

// Evaluation is one point that was tried.
type Evaluation struct {
	Round     int    // 0: before the search
	Stage     string // why it was tried
	Point     []float64
	Outcome   Outcome
	Objective float64
	Kept      bool // the search went on from here
}

// Undefined is the distance, in tolerances, at which a target without a value counts.
const Undefined = 10

// counted is how much of a distance counts.
func counted(distance float64, side Side) float64 {
	switch {
	case math.IsNaN(distance):
		return Undefined
	case side == Below:
		return min(distance, 0)
	case side == Above:
		return max(distance, 0)
	}
	return distance
}

// objective is the weighted sum of squared distances, and the price of having moved away from the start.
func (p *Problem) objective(point, distances []float64) (sum float64) {
	for t, d := range distances {
		c := counted(d, p.Sides[t])
		sum += float64(p.Weights[t] * c * c)
	}
	for j, z := range point {
		sum += float64(p.Ridge * (z - p.Start[j]) * (z - p.Start[j]))
	}
	return sum
}

// clamped keeps a coordinate in the box.
func clamped(z float64) float64 { return min(max(z, -1), 1) }
