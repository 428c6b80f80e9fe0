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
	same := s > 0 && d.alike(base, name)
	for m := range metric.Measures {
		measure := &metric.Measures[m]
		values := d.series(name, measure)
		row := summaryRow(name, measure, values)
		if s > 0 {
			difference := paired(measure, d.series(base, measure), values)
			if !same {
				difference = difference.Chance()
			}
			differ(&row, difference)
			d.set.Luck = append(d.set.Luck, results.Luck{
				Scenario: name, Measure: measure.ID,
				Correlation: difference.Correlation, VarianceRatio: difference.VRF,
			})
		}
		d.set.Summary = append(d.set.Summary, row)
	}
}

// alike says whether two scenarios lived the same histories. Only they do not differ at all; others may be equal in a
// measure by chance.
func (d *deriver) alike(base, other string) bool {
	lived := make(map[int]string)
	for _, w := range d.set.Worlds {
		if w.Scenario == base {
			lived[w.Replication] = w.Digest
		}
	}
	same := len(lived) > 0
	for _, w := range d.set.Worlds {
		same = same && (w.Scenario != other || lived[w.Replication] == w.Digest)
	}
	return same
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
		Method: mean.Method, Trust: trust(mean.Few),
	}
	row.Low, row.High = around(mean.Low, mean.High)
	return row
}

func differ(row *results.Row, d stats.Difference) {
	row.Difference, row.Words, row.Method, row.Trust = d.Mean, d.Words, d.Method, trust(d.Few)
	row.DifferenceLow, row.DifferenceHigh = around(d.Low, d.High)
}

// trust says what is wrong with an interval; empty where nothing is.
func trust(few bool) string {
	if few {
		return stats.FewDecide
	}
	return ""
}

// around returns the interval of a mean. A measure that was defined in one world
// alone has a mean but no interval; in no world it has neither.
func around(low, high float64) (float64, float64) {
	if math.IsInf(low, 0) || math.IsInf(high, 0) {
		return math.NaN(), math.NaN()
	}
	return low, high
}
