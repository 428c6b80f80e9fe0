package risk

import (
	"math"

	"xsell/scenarios/results"
	"xsell/scenarios/stats"
)

// compared is one scenario beside the base within a horizon, in the same worlds.
type compared struct {
	years           int
	base, own       []course
	baseMix, ownMix mixture
}

// level is the estimate of a quantity, without differences.
func (c *compared) level(q *quantity) results.RiskRow {
	if q.mean != nil {
		values := each(c.own, q.mean)
		row, s := q.average(values)
		row.Worth = worth(s, each(c.own, q.plain))
		return row
	}
	e, method := q.resampled(len(c.own), func(taken []float64) float64 { return q.of(c.ownMix, c.years, taken) })
	row := results.RiskRow{Quantity: q.ID, Value: q.scale * e.Value, Low: q.scale * e.Low, High: q.scale * e.High,
		Method: method, Worth: math.NaN()}
	if len(c.ownMix.ways) == 0 { // nothing can come: that says nothing about worlds not seen
		row.Low, row.High, row.Method = math.NaN(), math.NaN(), methodNothing
	}
	return row
}

// resampled is a pooled statistic with its interval and the interval's name.
func (q *quantity) resampled(worlds int, statistic stats.Statistic) (stats.Estimate, string) {
	e, method := stats.Estimate{}, stats.MethodBCa
	if q.jumps {
		e, method = stats.ResampledRank(worlds, statistic), stats.MethodPercentile
	} else {
		e = stats.Resampled(worlds, statistic)
	}
	if math.IsNaN(e.Low) {
		method = stats.MethodNone
	}
	return e, method
}

// differ adds the difference from the base: world by world for means, in the same resampled worlds for the others.
func (c *compared) differ(q *quantity, row *results.RiskRow) {
	if q.mean != nil {
		d := stats.Paired(each(c.base, q.mean), each(c.own, q.mean))
		row.Difference, row.Words = q.scale*d.Mean, d.Words
		if !math.IsInf(d.Low, 0) {
			row.DifferenceLow = max(-q.most, q.scale*d.Low)
			row.DifferenceHigh = min(q.most, q.scale*d.High)
		}
		return
	}
	e, _ := q.resampled(len(c.own), func(taken []float64) float64 {
		return q.of(c.ownMix, c.years, taken) - q.of(c.baseMix, c.years, taken)
	})
	row.Difference, row.DifferenceLow, row.DifferenceHigh = q.scale*e.Value, q.scale*e.Low, q.scale*e.High
	row.Words = verdict(e, c.identical())
}

// identical says whether all worlds are the same under both designs.
func (c *compared) identical() bool {
	for r := range c.own {
		if len(c.own[r]) != len(c.base[r]) {
			return false
		}
		for i := range c.own[r] {
			if c.own[r][i] != c.base[r][i] {
				return false
			}
		}
	}
	return len(c.own) > 1
}

// verdict puts a resampled difference in words. An interval without limits is not clear.
func verdict(e stats.Estimate, identical bool) string {
	switch {
	case identical:
		return stats.Identical
	case e.Low > 0:
		return stats.More
	case e.High < 0:
		return stats.Less
	}
	return stats.Unclear
}

// each is a number of every world.
func each(courses []course, of func(course) float64) []float64 {
	values := make([]float64, len(courses))
	for r, c := range courses {
		values[r] = of(c)
	}
	return values
}

// worth is how many plain histories say as much of a mean as one of these: the variance that one draw from the pooled
// distribution has, over the variance of the worlds' own means. It cannot be below 1 but for the luck of few worlds;
// +Inf where the worlds agree and a draw would not.
func worth(s stats.Interval, squares []float64) float64 {
	plain := stats.Summary(squares).Mean - float64(s.Mean*s.Mean)
	if s.N < 2 || plain <= 0 {
		return math.NaN()
	}
	return plain / float64(s.SD*s.SD)
}
