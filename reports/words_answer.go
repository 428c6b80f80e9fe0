package reports

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"xsell/scenarios/results"
)

// Question is what results were asked, in one sentence.
func Question(set *results.Set) string {
	if len(set.Manifest.Scenarios) == 0 {
		return "No scenario was run."
	}
	return newView(set).question()
}

// Answer is what results say to it, in one sentence with its number.
func Answer(set *results.Set) string {
	if len(set.Manifest.Scenarios) == 0 {
		return "No scenario was run."
	}
	return newView(set).answer()
}

func (v *view) question() string {
	if v.alone() {
		return fmt.Sprintf("What happens under %s?", v.base())
	}
	if x := v.set.Manifest.Selection; x != nil {
		return fmt.Sprintf("Which is best in %s: %s?", lower(v.measures[x.Measure].Title), choice(v.names()))
	}
	if d := v.set.Manifest.Decision; d != nil {
		return fmt.Sprintf("Which is best in %s: %s?", lower(v.measures[d.Measure].Title), choice(v.names()))
	}
	return fmt.Sprintf("What changes when a firm is organised as %s instead of %s?", choice(v.others()), v.base())
}

// names of all scenarios, the base first.
func (v *view) names() []string { return append([]string{v.base()}, v.others()...) }

// choice joins names as alternatives: "a, b or c".
func choice(names []string) string {
	n := len(names)
	if n < 2 {
		return list(names)
	}
	return strings.Join(names[:n-1], ", ") + " or " + names[n-1]
}

func (v *view) answer() string {
	m, known := v.mainMeasure()
	switch {
	case v.set.Manifest.Selection != nil:
		return v.selected()[0]
	case !known:
		return "None of the headline measures was recorded."
	case v.alone():
		r := withinRange(m, v.row(v.base(), m.ID))
		return fmt.Sprintf("Under %s, %s is %s.", v.base(), lower(m.Title), withUnit(interval(r.Mean, r.Low, r.High), m.Unit))
	case v.set.Manifest.Decision != nil && len(v.set.Standings) > 0:
		return v.decidedAnswer(m)
	case v.set.Manifest.Finished < 2:
		return v.oneWorldAnswer(m)
	}
	return v.comparedAnswer(m)
}

// mainMeasure is what the answer is about: the measure of the decision, or the first of the headline ones.
func (v *view) mainMeasure() (results.Measure, bool) {
	if x := v.set.Manifest.Selection; x != nil {
		m, known := v.measures[x.Measure]
		return m, known
	}
	if d := v.set.Manifest.Decision; d != nil {
		m, known := v.measures[d.Measure]
		return m, known
	}
	if found := v.present(headline); len(found) > 0 {
		return found[0], true
	}
	return results.Measure{}, false
}

// oneWorldAnswer says what a single world shows, and that it shows little.
func (v *view) oneWorldAnswer(m results.Measure) string {
	var parts []string
	for _, name := range v.names() {
		r := v.row(name, m.ID)
		parts = append(parts, number(r.Mean, digitsOf(r.Mean))+" under "+name)
	}
	what := lower(m.Title)
	if m.Unit != "" {
		what += ", in " + m.Unit + ","
	}
	return fmt.Sprintf("In this one world %s is %s; one world cannot tell luck from effect.", what, list(parts))
}

// mostSaid is how many designs an answer names one by one.
const mostSaid = 3

// comparedAnswer says what each scenario does to the main measure.
func (v *view) comparedAnswer(m results.Measure) string {
	if len(v.others()) > mostSaid {
		return v.crowdAnswer(m)
	}
	var parts []string
	for i, name := range v.others() {
		what := lower(m.Title)
		if i > 0 {
			what = "it"
		}
		parts = append(parts, name+" "+v.does(name, m, what))
	}
	return "Against " + v.base() + ", " + joined(parts) + "."
}

// joined puts clauses into one sentence.
func joined(parts []string) string {
	n := len(parts)
	switch n {
	case 1:
		return parts[0]
	case 2:
		return parts[0] + ", and " + parts[1]
	}
	text := parts[0]
	for _, part := range parts[1:] {
		text += "; " + part
	}
	return text
}

// does is what a scenario does to a measure: "lowers it by 3.5 [0.7, 6.4] EUR a year (worse)".
func (v *view) does(scenario string, m results.Measure, what string) string {
	r := v.row(scenario, m.ID)
	switch found := judge(r, m.Good); {
	case found == nothere:
		return "says nothing of " + what
	case found == equal:
		return "leaves " + what + " exactly unchanged"
	case found == unseen:
		return fmt.Sprintf("shows no difference in %s in any of %s", what, plural(v.set.Manifest.Finished, "world"))
	case found == unclear:
		return fmt.Sprintf("makes no clear difference to %s: %s", what, byUnit(change(r.Difference, r.DifferenceLow, r.DifferenceHigh), m.Unit))
	default:
		verb, word := "raises", ""
		if r.Difference < 0 {
			verb = "lowers"
		}
		if found != differs {
			word = " (" + found.words + trusted(r) + ")"
		}
		return fmt.Sprintf("%s %s by %s%s", verb, what, byUnit(interval(math.Abs(r.Difference), nearer(r), farther(r)), m.Unit), word)
	}
}

// crowdAnswer counts many scenarios, and names those that do most.
func (v *view) crowdAnswer(m results.Measure) string {
	var up, down []string
	open := 0
	for _, name := range v.others() {
		switch r := v.row(name, m.ID); {
		case !clear(r):
			open++
		case r.Difference > 0:
			up = append(up, name)
		default:
			down = append(down, name)
		}
	}
	most := func(names []string) string {
		return slices.MaxFunc(names, func(a, b string) int {
			return cmp.Compare(math.Abs(v.row(a, m.ID).Difference), math.Abs(v.row(b, m.ID).Difference))
		})
	}
	var parts []string
	if len(up) > 0 {
		parts = append(parts, fmt.Sprintf("%d raise %s, most of all %s, which %s", len(up), lower(m.Title), most(up), v.does(most(up), m, "it")))
	}
	if len(down) > 0 {
		parts = append(parts, fmt.Sprintf("%d lower %s, most of all %s, which %s", len(down), lower(m.Title), most(down), v.does(most(down), m, "it")))
	}
	if open > 0 {
		parts = append(parts, fmt.Sprintf("%d make no clear difference to %s", open, lower(m.Title)))
	}
	return fmt.Sprintf("Of %d designs against %s, %s.", len(v.others()), v.base(), joined(parts))
}
