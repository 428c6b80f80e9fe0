package risk

import (
	"math"

	"xsell/agents/num"
	"xsell/scenarios/results"
)

// curve adds the chance of a disclosure up to every close. Before any world has a chance, the upper limit is that of the
// first close at which one has: the chance only grows.
func (a *analysis) curve(s int) {
	size, points := a.set.Manifest, []results.RiskPoint(nil)
	for week := size.Close; week <= size.Weeks; week += size.Close {
		row := share(a.courses[s], func(c course) float64 { return c.within(week).chance() })
		points = append(points, results.RiskPoint{Scenario: a.names[s], Week: week - 1, Chance: row.Value, Low: row.Low, High: row.High})
	}
	for i := len(points) - 2; i >= 0; i-- {
		if points[i].Chance == 0 {
			points[i].High = points[i+1].High
		}
	}
	a.set.Curve = append(a.set.Curve, points...)
}

// share is the mean of a chance over worlds with its interval, in [0, 1].
func share(courses []course, of func(course) float64) results.RiskRow {
	q := quantity{scale: 1, most: 1}
	row, _ := q.average(each(courses, of))
	return row
}

// steps is how many amounts the exceedance curve is told for.
const steps = 60

// exceedance adds the chance that the first bill exceeds an amount, at amounts that all scenarios share, up to the
// largest bill that any of a scenario's worlds can bring: beyond, they know nothing.
func (a *analysis) exceedance() {
	amounts := a.amounts()
	for s := range a.names {
		for _, years := range a.years {
			courses := a.within(s, years)
			for i, amount := range amounts {
				row := share(courses, func(c course) float64 { return c.exceeds(amount) })
				if i > 0 && row.Value == 0 {
					break
				}
				a.set.Bills = append(a.set.Bills, results.RiskBill{Scenario: a.names[s], Years: years, Bill: amount,
					Chance: row.Value, Low: row.Low, High: row.High})
			}
		}
	}
}

// amounts run from nothing over the smallest bill to the largest, in equal ratios [EUR].
func (a *analysis) amounts() []float64 {
	low, high := math.Inf(1), 0.0
	for _, courses := range a.courses {
		for _, c := range courses {
			for _, w := range c {
				if w.bill > 0 {
					low, high = min(low, w.bill), max(high, w.bill)
				}
			}
		}
	}
	amounts := []float64{0}
	if high == 0 {
		return amounts
	}
	low /= 2 // so that the step at the smallest bill is seen
	for i := range steps {
		amounts = append(amounts, low*num.Pow(high/low, float64(i)/(steps-1)))
	}
	return amounts
}
