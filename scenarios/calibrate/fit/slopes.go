package fit

import (
	"math"

	"xsell/scenarios/stats"
)

// Slopes is how the targets answer to the coordinates at a point.
type Slopes struct {
	Values [][]float64 // by target and coordinate: tolerances per half of the range; NaN where it is not defined
	SEs    [][]float64 // their standard errors over worlds; 0 where there is no luck
}

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
	s := Slopes{Values: grid(targets, len(pairs)), SEs: grid(targets, len(pairs))}
	for j, p := range pairs {
		for t := range targets {
			s.Values[t][j], s.SEs[t][j] = p.slope(j, t)
		}
	}
	return s
}

// slope of one target along one coordinate, with its standard error.
func (p pair) slope(j, t int) (slope, se float64) {
	low, high, width := p.low.Outcome, p.high.Outcome, p.width(j)
	slope = (high.Distances[t] - low.Distances[t]) / width
	worlds := min(len(low.Without), len(high.Without))
	if worlds == 0 {
		return slope, 0
	}
	without := make([]float64, worlds)
	for w := range without {
		without[w] = (high.Without[w][t] - low.Without[w][t]) / width
	}
	return slope, stats.Jackknife(slope, without).SE
}

// sure is the slopes that lie more than so many standard errors from zero; the others count as zero.
func (s Slopes) sure(errors float64) [][]float64 {
	out := grid(len(s.Values), 0)
	for t, row := range s.Values {
		out[t] = make([]float64, len(row))
		for j, slope := range row {
			if math.Abs(slope) > errors*s.SEs[t][j] { // false for what is not defined
				out[t][j] = slope
			}
		}
	}
	return out
}

func grid(rows, columns int) [][]float64 {
	out := make([][]float64, rows)
	for i := range out {
		out[i] = make([]float64, columns)
	}
	return out
}
