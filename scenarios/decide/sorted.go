package decide

import (
	"cmp"
	"math"
	"slices"
)

// sorted is a sample in order, so that quantiles of its resamples need no sorting.
type sorted struct {
	values []float64
	places []int // worlds, by rising value
}

func order(values []float64) sorted {
	s := sorted{values, make([]int, len(values))}
	for r := range values {
		s.places[r] = r
	}
	slices.SortStableFunc(s.places, func(a, b int) int { return cmp.Compare(values[a], values[b]) })
	return s
}

// quantile of a sample in which world r stands taken[r] times, interpolated between neighbours (R's type 7); NaN of
// nothing.
func (s sorted) quantile(taken []float64, p float64) float64 {
	n := 0.0
	for _, c := range taken {
		n += c
	}
	if n == 0 {
		return math.NaN()
	}
	at := float64(p * (n - 1))
	below := math.Floor(at)
	low, high := s.around(taken, below)
	return low + float64((at-below)*(high-low))
}

// around returns the value with so many before it, and the next one; beyond the end the last.
func (s sorted) around(taken []float64, before float64) (low, high float64) {
	passed, low, found := 0.0, math.NaN(), false
	for _, r := range s.places {
		if taken[r] == 0 {
			continue
		}
		if found {
			return low, s.values[r]
		}
		low = s.values[r]
		if passed += taken[r]; passed > before+1 {
			return low, low
		}
		found = passed > before
	}
	return low, low
}

// column of a matrix of worlds and designs.
func column(y [][]float64, i int) []float64 {
	values := make([]float64, len(y))
	for r := range y {
		values[r] = y[r][i]
	}
	return values
}

// width is how many designs a matrix has.
func width(y [][]float64) int {
	if len(y) == 0 {
		return 0
	}
	return len(y[0])
}
