package fit

import (
	"math"

	"xsell/scenarios/stats"
)

// Slopes is how the targets answer to the coordinates at a point.
type Slopes struct {
	Values [][]float64 // by target and coordinate: tolerances per half of the range; NaN where it is not defined
	SEs    [][]float64 // their standard errors over worlds; 0 where there is no luck
	Sure   [][]bool    // whether luck alone would give such a slope, to either side, in less than Doubt of cases
}

// Doubt is the chance with which a slope that is none is taken for one, by Student's t over worlds.
const Doubt = 0.01

// pair is the two evaluations that give the slopes along a coordinate.
type pair struct{ low, high *Evaluation }

// width is the distance between the two.
func (p pair) width(j int) float64 { return p.high.Point[j] - p.low.Point[j] }

// moved is a point with one coordinate at another place.
func moved(point []float64, j int, z float64) []float64 {
	out := append([]float64(nil), point...)
	out[j] = z
	return out
}

// slopesOf takes slopes from one pair for each coordinate.
func slopesOf(pairs []pair, targets int) Slopes {
	s := Slopes{grid[float64](targets, len(pairs)), grid[float64](targets, len(pairs)), grid[bool](targets, len(pairs))}
	for j, p := range pairs {
		for t := range targets {
			x := p.slope(j, t)
			s.Values[t][j], s.SEs[t][j] = x.Value, x.SE
			s.Sure[t][j] = x.Above(Doubt/2) > 0 || x.Below(Doubt/2) < 0
		}
	}
	return s
}

// slope of one target along one coordinate.
func (p pair) slope(j, t int) stats.Jackknifed {
	low, high, width := p.low.Outcome, p.high.Outcome, p.width(j)
	slope := (high.Distances[t] - low.Distances[t]) / width
	worlds := min(len(low.Without), len(high.Without))
	if worlds == 0 {
		return stats.Jackknifed{Value: slope}
	}
	without := make([]float64, worlds)
	for w := range without {
		without[w] = (high.Without[w][t] - low.Without[w][t]) / width
	}
	return stats.Jackknife(slope, without)
}

// defined is the slopes with zero for what has no value.
func (s Slopes) defined() [][]float64 {
	return s.kept(func(t, j int) bool { return !math.IsNaN(s.Values[t][j]) })
}

// sure is the slopes with zero for what luck could give.
func (s Slopes) sure() [][]float64 { return s.kept(func(t, j int) bool { return s.Sure[t][j] }) }

// kept is the slopes with zero where they are not to be kept.
func (s Slopes) kept(keep func(t, j int) bool) [][]float64 {
	out := make([][]float64, len(s.Values))
	for t, row := range s.Values {
		out[t] = make([]float64, len(row))
		for j, slope := range row {
			if keep(t, j) {
				out[t][j] = slope
			}
		}
	}
	return out
}

func grid[T any](rows, columns int) [][]T {
	out := make([][]T, rows)
	for i := range out {
		out[i] = make([]T, columns)
	}
	return out
}
