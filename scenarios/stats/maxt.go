package stats

import (
	"cmp"
	"math"
	"slices"
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

// largestTs returns the largest |t| over a family in each resample.
func largestTs(ts [][]float64, times int) []float64 {
	largest := make([]float64, times)
	for _, own := range ts {
		for b, t := range own {
			largest[b] = max(largest[b], math.Abs(t))
		}
	}
	return largest
}

// critical is what the largest t stays below with probability 1 - alpha. It changes the order of the values.
func critical(largest []float64, alpha float64) float64 {
	at := int(math.Ceil(float64((1-alpha)*float64(len(largest)+1))-roundings)) - 1
	return selected(largest, min(at, len(largest)-1))
}

// selected returns the value with so many before it in order, by Hoare's way: sorting all would take most of the time of
// a comparison.
func selected(values []float64, before int) float64 {
	low, high := 0, len(values)-1
	for low < high {
		pivot := values[(low+high)/2]
		i, j := low, high
		for i <= j {
			for values[i] < pivot {
				i++
			}
			for values[j] > pivot {
				j--
			}
			if i <= j {
				values[i], values[j] = values[j], values[i]
				i, j = i+1, j-1
			}
		}
		switch {
		case before <= j:
			high = j
		case before >= i:
			low = i
		default:
			return values[before]
		}
	}
	return values[before]
}

// atLeast is how many values are as large as that or larger.
func atLeast(values []float64, than float64) (n int) {
	for _, v := range values {
		if v >= than {
			n++
		}
	}
	return n
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
