package stats

import "math"

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
