package reports

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"xsell/scenarios/results"
)

// decided is a decision as the terminal and the page show it.
type decided struct {
	Asked  string // what was declared
	Rows   []decidedRow
	Guards []guardRow
	Notes  []string // who may be the best, and how to read the rest
}

// decidedRow is one pair of scenarios.
type decidedRow struct {
	Scenario, Against, Difference, Seen, Seen80, Mark, Class, Words string
}

// guardRow is one guardrail of one scenario.
type guardRow struct{ Guardrail, Scenario, Value, Limit, Mark, Class, Words string }

// words of verdicts, with their marks.
var wordMarks = map[string]verdict{
	"better": better, "worse": worse, "practically the same": equal, "breaks a guardrail": differs, "undecided": unclear,
	"kept": equal, "broken": worse,
}

// decision returns what results say about a decision; nil where there was none.
func (v *view) decision() *decided {
	asked := v.set.Manifest.Decision
	if asked == nil {
		return nil
	}
	m := v.measures[asked.Measure]
	d := &decided{Asked: v.declared(asked, m)}
	place := make(map[string]int)
	for n, s := range v.scenarios {
		place[s.Name] = n
	}
	for i := range v.set.Verdicts {
		if x := &v.set.Verdicts[i]; place[x.Scenario] > place[x.Against] {
			d.Rows = append(d.Rows, v.decidedRow(x, asked, m))
		}
	}
	for i := range v.set.Guards {
		d.Guards = append(d.Guards, v.guardRow(&v.set.Guards[i], asked))
	}
	d.Notes = v.decisionNotes(asked, m)
	return d
}

// declared says what was asked before anything was run.
func (v *view) declared(asked *results.Decision, m results.Measure) string {
	by := lower(m.Title)
	if m.Unit != "" {
		by = withUnit(by+",", m.Unit)
	}
	text := fmt.Sprintf("Decided by %s: %s is better.", by, asked.Better)
	if asked.Smallest == "" {
		text += " No smallest difference that matters was named, so there are intervals and no verdicts."
	} else if smallest, _ := v.smallest(); !math.IsNaN(smallest) {
		text += fmt.Sprintf(" The smallest difference that matters is %s.", byUnit(exactly(smallest), m.Unit))
	}
	text += fmt.Sprintf(" All differences hold at once with a confidence of %s", share(sure(asked)))
	if len(v.set.Guards) > 0 {
		text += ", and, by themselves, so do all guardrails"
	}
	switch {
	case furtherLooks(asked):
		text += fmt.Sprintf(", whichever of %s is asked", plural(len(asked.Taken), "look"))
	case len(asked.Looks) > 1:
		text += fmt.Sprintf(", whichever look is the last; this was look %d of at most %d", asked.Look, len(asked.Looks))
	}
	return text + "."
}

// exactly writes a number as it was given.
func exactly(x float64) string {
	_, fraction, _ := strings.Cut(strconv.FormatFloat(x, 'f', -1, 64), ".")
	return number(x, min(len(fraction), mostDecimals))
}

// share writes a confidence as a percentage.
func share(x float64) string { return fmt.Sprintf("%.4g %%", 100*x) }

// smallest is the difference that matters in the unit of the measure, and whether there is any verdict.
func (v *view) smallest() (float64, bool) {
	if len(v.set.Verdicts) == 0 {
		return math.NaN(), false
	}
	return v.set.Verdicts[0].Smallest, true
}

func (v *view) decidedRow(x *results.Verdict, asked *results.Decision, m results.Measure) decidedRow {
	row := undirected(results.Row{Difference: x.Difference, DifferenceLow: x.Low, DifferenceHigh: x.High, Trust: x.Trust})
	mark := judge(row, asked.Better)
	if known, ok := wordMarks[x.Words]; ok {
		mark = known
	}
	words := x.Words
	if x.Note != "" {
		words += " (" + x.Note + ")"
	}
	if words == "" {
		words = x.Trust
	}
	if x.Words == "undecided" {
		words += ": " + needs(x.More, asked)
	}
	return decidedRow{
		Scenario: x.Scenario, Against: x.Against, Difference: change(x.Difference, x.Low, x.High) + doubt(row),
		Seen: rough(x.Seen), Seen80: rough(x.Seen80), Mark: mark.mark, Class: mark.class, Words: words,
	}
}

// rough writes a positive number to three digits, and nothing where it is without end.
func rough(x float64) string {
	if math.IsInf(x, 0) || math.IsNaN(x) {
		return unknown
	}
	return number(x, decimals(x, 3))
}

// needs says how many more replications it takes.
func needs(more float64, asked *results.Decision) string {
	if math.IsInf(more, 0) || math.IsNaN(more) {
		return "nobody can say how many more replications it needs"
	}
	text := "needs about 1 more replication"
	if more > 1 {
		text = fmt.Sprintf("needs about %s more replications", number(more, 0))
	}
	lived := asked.Worlds + asked.Dropped
	if asked.Budget > 0 && lived <= asked.Budget && float64(lived)+more > float64(asked.Budget) {
		text += fmt.Sprintf(", which is beyond the budget of %s", number(float64(asked.Budget), 0))
	}
	return text
}

func (v *view) guardRow(g *results.Guard, asked *results.Decision) guardRow {
	m := v.measures[g.Measure]
	mark, what := wordMarks[g.Words], lower(m.Title)
	if g.Statistic != "mean" {
		what += ", " + g.Statistic + " over worlds,"
	}
	limit := strings.Replace(byUnit(exactly(math.Abs(g.Limit)), m.Unit), "percentage points", "points", 1)
	if g.Kind == "at most" || g.Kind == "at least" {
		limit = withUnit(exactly(g.Limit), m.Unit)
	}
	words := g.Words
	if g.Words == "undecided" {
		words += ": " + needs(g.More, asked)
	}
	if g.Note != "" {
		words += " (" + g.Note + ")"
	}
	if g.Dropped > 0 {
		words += fmt.Sprintf("; undefined in %s, left out", plural(g.Dropped, "world"))
	}
	value := bounded(g.Value, g.Low, g.High)
	if strings.Contains(g.Kind, "up") || strings.Contains(g.Kind, "down") {
		value = strings.TrimPrefix("+"+value, "+"+minus)
		if g.Value < 0 {
			value = minus + value
		}
	}
	return guardRow{
		Guardrail: g.Guardrail, Scenario: g.Scenario, Value: value,
		Limit: fmt.Sprintf("%s %s %s", what, g.Kind, limit),
		Mark:  mark.mark, Class: mark.class, Words: words,
	}
}

// bounded is a value with its limits, of which one may be missing.
func bounded(v, low, high float64) string {
	if !math.IsInf(low, 0) && !math.IsInf(high, 0) {
		return interval(v, low, high)
	}
	d := decimals(v, 3)
	return fmt.Sprintf("%s [%s, %s]", number(v, d), number(low, d), number(high, d))
}
