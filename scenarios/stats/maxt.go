package stats

import (
	"cmp"
	"math"
	"slices"
)

// largestTs returns, sorted, the largest |t| over a family in each resample of
// its worlds. apart[p][r] is how far world r is from the mean of comparison p.
func largestTs(apart [][]float64, times int) []float64 {
	largest := make([]float64, times)
	if len(apart) == 0 {
		return largest
	}
	n := len(apart[0])
	counts := make([]float64, n)
	for b := range largest {
		takes(counts, b)
		for _, gaps := range apart {
			largest[b] = max(largest[b], math.Abs(resampledT(gaps, counts, float64(n))))
		}
	}
	slices.Sort(largest)
	return largest
}

// twoSided returns the probability that |t| is at least this large by luck.
func twoSided(t float64, degrees int) float64 {
	if math.IsInf(t, 1) {
		return 0
	}
	return 2 * tTail(t, degrees)
}

// Holm returns p-values adjusted for having asked them all (Holm 1979): reject
// those at most alpha and the chance of even one false alarm is at most alpha.
// Undefined p-values (NaN) stay undefined and are not counted.
func Holm(p []float64) []float64 {
	order := make([]int, 0, len(p))
	for i := range p {
		if !math.IsNaN(p[i]) {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(p[a], p[b]) })
	adjusted := slices.Clone(p)
	floor := 0.0
	for rank, i := range order {
		floor = max(floor, min(1, p[i]*float64(len(order)-rank)))
		adjusted[i] = floor
	}
	return adjusted
}
