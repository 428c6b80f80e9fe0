package selection

import (
	"math"
	"slices"

	"xsell/scenarios/stats"
)

// margin is how far a design may be behind another after so many observations.
func (r *Race) margin(i, l int, n float64) float64 {
	return math.Max(0, r.Delta/(2*n)*(r.H2*r.spread[i][l]/float64(r.Delta*r.Delta)-n))
}

// gaps are the differences of two designs in every observation; those that are the same but for rounding are equal.
func gaps(seen [][]float64, i, j int) []float64 {
	own, other := make([]float64, len(seen)), make([]float64, len(seen))
	for n, row := range seen {
		own[n], other[n] = row[i], row[j]
	}
	return stats.Differences(other, own)
}

// skewOf is how skewed the most skewed design is: the median size of the skewness of its differences from the others. Of
// many pairs of normal designs some are always skewed by luck; half of those of one design hardly ever are.
func skewOf(seen [][]float64) (most float64) {
	for i := range seen[0] {
		var sizes []float64
		for j := range seen[0] {
			if j != i {
				sizes = append(sizes, math.Abs(stats.Skewness(gaps(seen, i, j))))
			}
		}
		slices.Sort(sizes)
		most = max(most, sizes[(len(sizes)-1)/2])
	}
	return most
}
