package reports

import (
	"math"
	"strings"

	"xsell/scenarios/results"
	"xsell/scenarios/stats"
)

// judged is the row of a design and what it allows one to say: of the measure of a decision what the decision says, so that
// there are no two intervals and no two words for one number.
func (v *view) judged(scenario string, m results.Measure) (results.Row, verdict) {
	r, asked := v.row(scenario, m.ID), v.set.Manifest.Decision
	x, known := v.pair(scenario, v.base())
	if asked == nil || asked.Measure != m.ID || !known {
		return r, judge(r, m.Good)
	}
	r.Difference, r.DifferenceLow, r.DifferenceHigh, r.Words, r.Trust = x.Difference, x.Low, x.High, x.Words, x.Trust
	r.Method = asked.Method
	found, word := wordMarks[x.Words]
	if !word {
		r = undirected(r)
		return r, judge(r, asked.Better)
	}
	found.words = x.Words
	return r, found
}

// undirected is a row that does not say that it is clear where a few worlds leave its direction open.
func undirected(r results.Row) results.Row {
	if r.Trust == stats.FewOpen {
		r.Words = stats.Unclear
	}
	return r
}

// inPoints says what differences of percentages are in; nothing where there are none.
func (v *view) inPoints() string {
	for _, m := range v.set.Dictionary {
		if strings.HasPrefix(m.Unit, "%") && !v.alone() {
			return " Differences of measures in % are in percentage points."
		}
	}
	return ""
}

// byItself tells the intervals of single measures from those of a decision; nothing where there was none.
func (v *view) byItself() string {
	asked := v.set.Manifest.Decision
	if asked == nil || len(v.set.Verdicts) == 0 {
		return ""
	}
	return "Intervals here are each by itself and as a rule narrower than those of the decision, which hold all at once; that of " +
		lower(v.measures[asked.Measure].Title) + " is the decision’s."
}

// apartFromDecision is the same where the measure of the decision is shown by itself too.
func (v *view) apartFromDecision() string {
	if v.byItself() == "" {
		return ""
	}
	return " Intervals here are each by itself and as a rule narrower than those of the decision, which hold all at once."
}

// bandAir is how much farther than the differences that do not matter a scale goes.
const bandAir = 1.25

// matters is the smallest difference in a measure that matters, as a decision or a selection named it; 0 where none did.
func (v *view) matters(m results.Measure) float64 {
	if x := v.set.Manifest.Selection; x != nil && x.Measure == m.ID {
		return x.Delta
	}
	if d := v.set.Manifest.Decision; d == nil || d.Measure != m.ID || d.Smallest == "" {
		return 0
	}
	if x, judged := v.smallest(); judged && x > 0 && !math.IsInf(x, 0) {
		return x
	}
	return 0
}

// bandWords explain the band behind the intervals at the head of a page; nothing where there is none.
func (v *view) bandWords() string {
	m, known := v.mainMeasure()
	if !known || len(v.others()) > mostHeads || v.matters(m) == 0 {
		return ""
	}
	return "The pale band: differences of less than " + byUnit(exactly(v.matters(m)), m.Unit) + ", which do not matter."
}
