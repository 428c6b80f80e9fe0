package experiment

import (
	"math"

	"xsell/scenarios/results"
	"xsell/scenarios/stats"
	"xsell/sim/metric"
)

// baseWords stands in the summary where there is nothing to differ from.
const baseWords = "base"

// summarise adds, for each measure of a scenario, the mean with its interval and,
// beside the base, the paired difference from it.
func (d *deriver) summarise(s int) {
	name, base := d.set.Manifest.Scenarios[s].Name, d.set.Manifest.Scenarios[0].Name
	for m := range metric.Measures {
		measure := &metric.Measures[m]
		values := d.series(name, measure)
		row := summaryRow(name, measure, values)
		if s > 0 {
			difference := paired(measure, d.series(base, measure), values)
			differ(&row, difference)
			d.set.Luck = append(d.set.Luck, results.Luck{
				Scenario: name, Measure: measure.ID,
				Correlation: difference.Correlation, VarianceRatio: difference.VRF,
			})
		}
		d.set.Summary = append(d.set.Summary, row)
	}
}

// level is the mean of a measure over the worlds; a tail's is a probability.
func level(measure *metric.Measure, values []float64) stats.Interval {
	if measure.Kind == metric.Tail {
		return stats.Chance(values, measure.Scale)
	}
	return stats.Summary(values)
}

// paired is the difference of a measure from the base.
func paired(measure *metric.Measure, base, other []float64) stats.Difference {
	if measure.Kind == metric.Tail {
		return stats.PairedChance(base, other, measure.Scale)
	}
	return stats.Paired(base, other)
}

// summaryRow is the row of a scenario without differences.
func summaryRow(scenario string, measure *metric.Measure, values []float64) results.Row {
	mean, nan := level(measure, values), math.NaN()
	row := results.Row{
		Scenario: scenario, Measure: measure.ID, Unit: measure.Unit, Mean: mean.Mean,
		Difference: nan, DifferenceLow: nan, DifferenceHigh: nan, Words: baseWords,
	}
	row.Low, row.High = around(mean.Low, mean.High)
	return row
}

func differ(row *results.Row, d stats.Difference) {
	row.Difference, row.Words = d.Mean, d.Words
	row.DifferenceLow, row.DifferenceHigh = around(d.Low, d.High)
}

// around returns the interval of a mean. A measure that was defined in one world
// alone has a mean but no interval; in no world it has neither.
func around(low, high float64) (float64, float64) {
	if math.IsInf(low, 0) || math.IsInf(high, 0) {
		return math.NaN(), math.NaN()
	}
	return low, high
}
