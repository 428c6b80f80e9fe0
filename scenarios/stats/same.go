package stats

import (
	"math"
	"slices"
)

// sameness is how near two numbers are that count as the same, as a share of the largest level they come of: what rounding leaves.
// Sums of a hundred thousand amounts are some 1e-13 of themselves off, and a spread that small says nothing of luck.
const sameness = 1e-9

// Same says whether two numbers are the same but for rounding; largest is the size of the largest number they were made of: of
// a difference the levels, and not the difference.
func Same(a, b, largest float64) bool {
	return a == b || math.Abs(a-b) <= sameness*largest && !math.IsInf(largest, 0)
}

// Largest is the size of the largest value; those that are undefined (NaN) are not looked at.
func Largest(series ...[]float64) (size float64) {
	for _, values := range series {
		for _, v := range values {
			if s := math.Abs(v); s > size {
				size = s
			}
		}
	}
	return size
}

// Settled returns values with those that are the same but for rounding made equal, and 0 where they are 0 but for that. All are
// defined.
func Settled(values []float64, largest float64) []float64 {
	order, settled := make([]int, len(values)), slices.Clone(values)
	for i := range values {
		order[i] = i
		if Same(values[i], 0, largest) {
			settled[i] = 0
		}
	}
	slices.SortStableFunc(order, func(i, j int) int {
		switch {
		case settled[i] < settled[j]:
			return -1
		case settled[i] > settled[j]:
			return 1
		}
		return 0
	})
	for at := 1; at < len(order); at++ {
		if before := settled[order[at-1]]; before != 0 && Same(settled[order[at]], before, largest) {
			settled[order[at]] = before
		}
	}
	return settled
}

// Differences are other less base, world by world, with those that are the same but for rounding made equal.
func Differences(base, other []float64) []float64 {
	gaps := make([]float64, len(base))
	for r := range gaps {
		gaps[r] = other[r] - base[r]
	}
	return Settled(gaps, Largest(base, other))
}
