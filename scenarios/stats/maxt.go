package stats

import (
	"cmp"
	"math"
	"slices"

	"gonum.org/v1/gonum/stat/distuv"
)

// resampledTs returns the t statistic of each comparison of a family in each
// resample of its worlds. apart[p][r] is how far world r is from the mean of
// comparison p.
func resampledTs(apart [][]float64, times int) [][]float64 {
	ts := make([][]float64, len(apart))
	for p := range ts {
		ts[p] = make([]float64, times)
	}
	if len(apart) == 0 {
		return ts
	}
	counts := make([]float64, len(apart[0]))
	for b := range times {
		takes(counts, b)
		for p, gaps := range apart {
			ts[p][b] = resampledT(gaps, counts, float64(len(gaps)))
		}
	}
	return ts
}

// largestTs returns, sorted, the largest |t| over a family in each resample.
func largestTs(ts [][]float64, times int) []float64 {
	largest := make([]float64, times)
	for _, own := range ts {
		for b, t := range own {
			largest[b] = max(largest[b], math.Abs(t))
		}
	}
	slices.Sort(largest)
	return largest
}

// critical is what the largest t stays below with probability 1 - alpha.
func critical(sorted []float64, alpha float64) float64 {
	at := int(math.Ceil((1-alpha)*float64(len(sorted)+1)-roundings)) - 1
	return sorted[min(at, len(sorted)-1)]
}

// twoSided returns the probability that |t| is at least this large by luck.
func twoSided(t float64, degrees int) float64 {
	if math.IsInf(t, 1) {
		return 0
	}
	return 2 * distuv.StudentsT{Mu: 0, Sigma: 1, Nu: float64(degrees)}.Survival(t)
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
