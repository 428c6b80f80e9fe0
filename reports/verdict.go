package reports

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"xsell/scenarios/results"
	"xsell/scenarios/stats"
)

// verdict is what an interval of a difference allows one to say.
type verdict struct {
	mark  string // says it without colour
	class string // in the page's style sheet
	words string // for readers and screen readers
}

var (
	better   = verdict{"▲", "better", "better"}
	worse    = verdict{"▼", "worse", "worse"}
	differs  = verdict{"◆", "differs", "different"}
	unclear  = verdict{"·", "unclear", "no clear difference"}
	equal    = verdict{"=", "equal", "no difference at all"}
	unseen   = verdict{"·", "unclear", stats.Unseen}
	unjudged = verdict{"?", "unclear", "not judged, as a few worlds decide it or it has no interval"}
	nothere  = verdict{unknown, "unclear", "not measured"}
)

// verdicts in the order of the legend.
var verdicts = []verdict{better, worse, differs, unclear, equal}

// legendWords are the marks with their words: after a decision "=" stands for what is practically the same too.
func (v *view) legendWords() []verdict {
	all := slices.Clone(verdicts)
	if _, judged := v.smallest(); judged && v.set.Manifest.Decision.Smallest != "" {
		all[len(all)-1].words = "no difference at all, or none that matters"
	}
	return all
}

// judge reads a row: an interval that keeps away from zero shows a difference,
// and the dictionary says whether that is good.
func judge(r results.Row, good string) verdict {
	switch {
	case math.IsNaN(r.Difference):
		return nothere
	case r.Difference == 0 && r.DifferenceLow == 0 && r.DifferenceHigh == 0:
		return equal
	case r.Words == stats.Unseen:
		return unseen
	case !clear(r):
		return unclear
	case good == results.Neither || good == "":
		return differs
	case (r.Difference > 0) == (good == results.More):
		return better
	}
	return worse
}

// clear says whether the interval of the difference keeps away from zero, and the row does not say that it is unclear all
// the same. Without an interval nothing is clear.
func clear(r results.Row) bool {
	return (r.DifferenceLow > 0 || r.DifferenceHigh < 0) && r.Words != stats.Unclear
}

// doubtful stands beside an interval that is not to be trusted.
const doubtful = " ?"

// doubt is the mark of a row whose interval is not to be trusted; empty where it is.
func doubt(r results.Row) string {
	if r.Trust == "" {
		return ""
	}
	return doubtful
}

// doubts explains the mark where any row of these measures has it; empty where none has.
func (v *view) doubts(shown []group) string {
	none := ""
	if v.anyNone(shown) {
		none = "none was seen, which does not say that there is none"
	}
	for _, g := range shown {
		for _, m := range g.Measures {
			for _, s := range v.scenarios {
				if r, _ := v.judged(s.Name, m); r.Trust != "" {
					few := "a few worlds decide it: the interval is too narrow"
					return strings.TrimSuffix(few+"; or "+none, "; or ")
				}
			}
		}
	}
	return none
}

// grouped returns the dictionary's measures by group, groups in the order in
// which they first appear; measures without any summary are left out.
func (v *view) grouped() []group {
	var groups []group
	place := make(map[string]int)
	for _, m := range v.set.Dictionary {
		if !v.summed(m.ID) {
			continue
		}
		at, known := place[m.Group]
		if !known {
			at = len(groups)
			place[m.Group] = at
			groups = append(groups, group{Name: m.Group})
		}
		groups[at].Measures = append(groups[at].Measures, m)
	}
	return groups
}

// manyMeasures warns of the false alarms among many intervals.
func (v *view) manyMeasures() string {
	shown := 0
	for _, g := range v.grouped() {
		shown += len(g.Measures)
	}
	return fmt.Sprintf("%s shown at 95 %% each, not adjusted for their number: where nothing differs, about one in twenty looks clear by chance.",
		aboutMeasures(shown))
}

func aboutMeasures(n int) string {
	if n == 1 {
		return "1 measure is"
	}
	return plural(n, "measure") + " are"
}

// group is a heading and its measures.
type group struct {
	Name     string
	Measures []results.Measure
}

func (v *view) summed(measure string) bool {
	for _, s := range v.scenarios {
		if _, ok := v.summary[cell{s.Name, measure}]; ok {
			return true
		}
	}
	return false
}

// row returns a line of the summary; where there is none, every number is
// unknown.
func (v *view) row(scenario, measure string) results.Row {
	if r, ok := v.summary[cell{scenario, measure}]; ok {
		return r
	}
	nan := math.NaN()
	return results.Row{Scenario: scenario, Measure: measure, Mean: nan, Low: nan, High: nan,
		Difference: nan, DifferenceLow: nan, DifferenceHigh: nan}
}
