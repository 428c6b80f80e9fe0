package reports

import (
	"strings"

	"xsell/scenarios/results"
)

// fromZero says whether no value of a measure is below 0: counts, shares and rates are not, money may be.
func fromZero(m results.Measure) bool {
	for _, start := range []string{"%", "per ", "0 to 1", "products", "lines", "customers", "weeks"} {
		if strings.HasPrefix(m.Unit, start) {
			return true
		}
	}
	return false
}

// withinRange is a row with the interval of its mean cut to what the measure can be. Tables on disk keep what was computed.
func withinRange(m results.Measure, r results.Row) results.Row {
	if fromZero(m) && r.Mean >= 0 {
		r.Low = max(r.Low, 0)
	}
	if strings.HasPrefix(m.Unit, "0 to 1") && r.Mean <= 1 {
		r.High = min(r.High, 1)
	}
	return r
}

// noneSeen says whether what a measure counts was seen in no world, which is no certainty that there is none.
func noneSeen(m results.Measure, r results.Row) bool {
	return fromZero(m) && r.Mean == 0 && r.Low == 0 && r.High == 0
}

// noneWords say so, with the mark of what is not to be trusted.
func (v *view) noneWords() string {
	return "none seen in " + plural(v.set.Manifest.Finished, "world") + doubtful
}

// levelWords are a mean with its interval and its doubt.
func (v *view) levelWords(m results.Measure, r results.Row) string {
	if noneSeen(m, r) {
		return v.noneWords()
	}
	r = withinRange(m, r)
	return interval(r.Mean, r.Low, r.High) + doubt(r)
}

// anyNone says whether of any of these measures nothing was seen in any world of the base.
func (v *view) anyNone(shown []group) bool {
	for _, g := range shown {
		for _, m := range g.Measures {
			if noneSeen(m, v.row(v.base(), m.ID)) {
				return true
			}
		}
	}
	return false
}
