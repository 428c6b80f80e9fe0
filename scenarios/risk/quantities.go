package risk

import (
	"math"

	"xsell/scenarios/results"
	"xsell/scenarios/stats"
)

// quantity is one number of a horizon. It is either a mean over worlds of something that each world knows by itself, or
// a statistic of all worlds pooled.
type quantity struct {
	results.RiskQuantity
	scale float64                // from the formula's unit to the one shown
	most  float64                // it lies in [0, most], in the unit shown
	whole bool                   // told for the longest horizon alone
	jumps bool                   // a number of a place, which moves in steps
	mean  func(c course) float64 // of one world
	of    func(m mixture, years int, taken []float64) float64
	plain func(c course) float64 // mean square of what a plain history would draw, in the formula's unit²
}

// Parts of all cases beyond which the tail is told.
const (
	tail  = 0.95
	depth = 0.99
)

// quantities in the order of tables.
var quantities = []quantity{
	{RiskQuantity: results.RiskQuantity{ID: "probability", Title: "Probability of disclosure", Unit: "%", Good: results.Less,
		Definition: "chance that hidden misconduct becomes public within the horizon, after the warm-up"},
		scale: 100, most: 100, mean: course.chance, plain: course.chance},
	{RiskQuantity: results.RiskQuantity{ID: "expected_bill", Title: "First bill, mean over all cases", Unit: "EUR", Good: results.Less,
		Definition: "fine and remedy for every account opened silently before the first disclosure within the horizon; nothing where none comes; not discounted"},
		scale: 1, most: math.Inf(1), mean: course.expected, plain: course.square},
	{RiskQuantity: results.RiskQuantity{ID: "bill_p95", Title: "First bill, 95th percentile", Unit: "EUR", Good: results.Less,
		Definition: "smallest amount that the first bill within the horizon exceeds with a chance of at most 5 %; nothing where disclosure is rarer"},
		scale: 1, most: math.Inf(1), of: func(m mixture, _ int, taken []float64) float64 { return m.quantile(taken, tail) }},
	{RiskQuantity: results.RiskQuantity{ID: "bill_es95", Title: "First bill, mean of the worst 5 %", Unit: "EUR", Good: results.Less,
		Definition: "expected shortfall at 95 %: mean first bill in the worst 5 % of all cases, those without a bill included where fewer have one"},
		scale: 1, most: math.Inf(1), of: func(m mixture, _ int, taken []float64) float64 { return m.shortfall(taken, tail) }},
	{RiskQuantity: results.RiskQuantity{ID: "bill_es99", Title: "First bill, mean of the worst 1 %", Unit: "EUR", Good: results.Less,
		Definition: "expected shortfall at 99 %: as above, of the worst 1 %"},
		scale: 1, most: math.Inf(1), of: func(m mixture, _ int, taken []float64) float64 { return m.shortfall(taken, depth) }},
	{RiskQuantity: results.RiskQuantity{ID: "years_to_bill", Title: "From first offence to the middle of payment", Unit: "years", Good: results.Neither,
		Definition: "mean time from the close before the oldest hidden account to the middle of its bill's payment, over first disclosures within the horizon"},
		scale: 1, most: math.Inf(1), of: func(m mixture, _ int, taken []float64) float64 { return m.delay(taken) }},
	{RiskQuantity: results.RiskQuantity{ID: "peak_year", Title: "Year of the highest hazard", Unit: "", Good: results.Neither,
		Definition: "year since the warm-up, from 1, in which disclosure is likeliest given none before"},
		scale: 1, most: math.Inf(1), whole: true, jumps: true, of: func(m mixture, years int, taken []float64) float64 {
			year, _ := m.peak(taken, years)
			return year
		}},
	{RiskQuantity: results.RiskQuantity{ID: "peak_hazard", Title: "Hazard in that year", Unit: "%", Good: results.Less,
		Definition: "chance of disclosure in the year of the highest hazard, given none before"},
		scale: 100, most: 100, whole: true, of: func(m mixture, years int, taken []float64) float64 {
			_, chance := m.peak(taken, years)
			return chance
		}},
}

// Names of what stands in for an interval where no world has any chance.
const (
	// The mean of numbers in [0, 1] is at most the share of worlds in which they are not zero; Wilson bounds that share.
	methodBounded = "no world with a chance: Wilson's limit for the share of worlds that have one"
	methodNothing = "no interval: no world with a chance"
)

// average is a mean over worlds with its interval, kept inside what the quantity can be.
func (q *quantity) average(values []float64) (results.RiskRow, stats.Interval) {
	s := stats.Summary(values)
	row := results.RiskRow{Quantity: q.ID, Value: q.scale * s.Mean, Low: math.NaN(), High: math.NaN(), Method: s.Method}
	switch {
	case s.N < 2:
	case s.Mean > 0:
		row.Low, row.High = max(0, q.scale*s.Low), min(q.most, q.scale*s.High)
	case math.IsInf(q.most, 1):
		row.Method = methodNothing
	default:
		row.Low, row.High, row.Method = 0, q.most*stats.Wilson(0, s.N).High, methodBounded
	}
	return row, s
}
