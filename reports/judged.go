package reports

import (
	"strings"

	"xsell/scenarios/results"
)

// judged is the row of a design and what it allows one to say: of the measure of a decision what the decision says, so that
// there are no two intervals and no two words for one number.
func (v *view) judged(scenario string, m results.Measure) (results.Row, verdict) {
	r, asked := v.row(scenario, m.ID), v.set.Manifest.Decision
	x, known := v.pair(scenario, v.base())
	if asked == nil || asked.Measure != m.ID || !known {
		return r, judge(r, m.Good)
	}
	r.Difference, r.DifferenceLow, r.DifferenceHigh, r.Words, r.Trust = x.Difference, x.Low, x.High, x.Words, ""
	found, word := wordMarks[x.Words]
	if !word {
		return r, judge(r, asked.Better)
	}
	found.words = x.Words
	return r, found
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
