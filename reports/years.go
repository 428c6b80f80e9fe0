package reports

import (
	"math"

	"xsell/scenarios/results"
)

// yearly is the measure whose course over the years the answer speaks of.
const yearly = "profit_per_customer"

// changedCourse is how many half intervals of the whole the first and the last
// year must lie apart to be told.
const changedCourse = 2

// overYears says how the difference of profit per customer moves when its first
// and its last year clearly have different signs, or when the two lie far
// apart. It is empty for horizons below two years.
func (v *view) overYears(scenario string) string {
	m, known := v.measures[yearly]
	weeks := v.set.Manifest.Weeks
	if !known || weeks < 2*year {
		return ""
	}
	first := v.yearDifference(scenario, 0, year)
	last := v.yearDifference(scenario, weeks-year, weeks)
	whole := v.row(scenario, yearly)
	half := (whole.DifferenceHigh - whole.DifferenceLow) / 2
	turned := clear(first) && clear(last) && (first.Difference > 0) != (last.Difference > 0)
	moved := math.Abs(last.Difference-first.Difference) > changedCourse*half && (clear(first) || clear(last))
	if !turned && !moved {
		return ""
	}
	return " Over time: " + lower(m.Title) + " " + yearWords(first, m) + " in the first year, " + yearWords(last, m) + " in the last."
}

// yearDifference is the difference from the base over the closes in a span of
// weeks, taken within replications, with its interval.
func (v *view) yearDifference(scenario string, from, to int) results.Row {
	base, own := v.yearMeans(v.base(), from, to), v.yearMeans(scenario, from, to)
	var differences []float64
	for r, value := range own {
		if other, ok := base[r]; ok {
			differences = append(differences, value-other)
		}
	}
	s := spreadOf(differences)
	return results.Row{Difference: s.mean, DifferenceLow: s.low, DifferenceHigh: s.high}
}

// yearMeans is the mean of the closes in a span of weeks, by replication.
func (v *view) yearMeans(scenario string, from, to int) map[int]float64 {
	sums, counts := make(map[int]float64), make(map[int]int)
	for _, f := range v.set.Frames {
		if f.Scenario == scenario && f.Measure == yearly && f.Week >= from && f.Week < to && !math.IsNaN(f.Value) {
			sums[f.Replication] += f.Value
			counts[f.Replication]++
		}
	}
	for r, n := range counts {
		sums[r] /= float64(n)
	}
	return sums
}

// yearWords is "better by 12 [8, 16] EUR a year", or that nothing is clear.
func yearWords(r results.Row, m results.Measure) string {
	found := judge(r, m.Good)
	if !clear(r) {
		return found.words
	}
	return found.words + " by " + byUnit(interval(math.Abs(r.Difference), nearer(r), farther(r)), m.Unit)
}
