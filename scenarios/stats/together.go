package stats

import "slices"

// Together returns intervals of the means of several numbers of the same worlds, which all hold at once: each is compared
// with 0 as versus compares designs with a base. values[r][i] is number i in world r; worlds in which any is undefined
// are dropped whole. A number that is 0 in all worlds but for rounding is left out of the family and has the interval [0, 0], which is true of
// what cannot be anything else; of what was merely not seen it says nothing, and the caller has to know which. One that is the
// same in all worlds but not 0 has no spread to judge it by, and an interval without end.
func Together(values [][]float64, alpha float64) Family {
	var moving []int
	largest := Largest(values...)
	for i := range designs(values) {
		if slices.ContainsFunc(values, func(row []float64) bool { return !Same(row[i], 0, largest) }) {
			moving = append(moving, i)
		}
	}
	beside := make([][]float64, len(values)) // 0 first, then the numbers that move
	for r, row := range values {
		beside[r] = []float64{0}
		for _, i := range moving {
			beside[r] = append(beside[r], row[i])
		}
	}
	found := versus(beside, 0, alpha)
	all := found
	all.Comparisons = make([]Comparison, designs(values))
	for place, i := range moving {
		all.Comparisons[i] = found.Comparisons[place]
	}
	return all
}
