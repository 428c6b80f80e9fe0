package decide

import (
	"math"

	"xsell/scenarios/stats"
)

// twins finds the designs that lived the same histories: equal in every measure in every world, undefined values alike.
// Only they do not differ at all. Where one measure is equal in all worlds seen, another world may show a difference.
func (d *Decision) twins(outcomes Outcomes) stats.Alike {
	var alike [][]bool // [i][j] for i < j
	for _, measure := range d.Everything {
		y := outcomes(measure)
		if alike == nil {
			alike = triangle(width(y))
		}
		left := false
		for i := range alike {
			for j := i + 1; j < len(alike); j++ {
				alike[i][j] = alike[i][j] && equal(y, i, j)
				left = left || alike[i][j]
			}
		}
		if !left {
			return nil
		}
	}
	if alike == nil {
		return nil
	}
	return func(i, j int) bool { return alike[min(i, j)][max(i, j)] }
}

// triangle takes every two designs for the same.
func triangle(designs int) [][]bool {
	all := make([][]bool, designs)
	for i := range all {
		all[i] = make([]bool, designs)
		for j := i + 1; j < designs; j++ {
			all[i][j] = true
		}
	}
	return all
}

// equal says whether two columns are equal in every world.
func equal(y [][]float64, i, j int) bool {
	for _, row := range y {
		if row[i] != row[j] && !(math.IsNaN(row[i]) && math.IsNaN(row[j])) {
			return false
		}
	}
	return true
}
