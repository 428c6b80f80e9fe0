package reports

import (
	"fmt"
	"slices"
	"strings"

	"xsell/scenarios/results"
)

// openFor are the guardrails of designs of which it is open whether they are kept, by design. One that breaks another
// guardrail is out, whatever is open.
func (v *view) openFor(names []string) map[string][]string {
	open, broken := make(map[string][]string), v.broken()
	for _, g := range v.set.Guards {
		if g.Words == "undecided" && slices.Contains(names, g.Scenario) && !slices.Contains(broken, g.Scenario) {
			open[g.Scenario] = append(open[g.Scenario], g.Guardrail)
		}
	}
	return open
}

// openAnswer is the answer where one that could be chosen may break a guardrail: nothing is better yet, whatever the
// measure says.
func (v *view) openAnswer(left []string, m results.Measure) string {
	open := v.openFor(left)
	var whether []string
	for _, name := range left {
		if guards := open[name]; len(guards) > 0 {
			who := name
			if len(left) == 1 {
				who = "it"
			}
			whether = append(whether, fmt.Sprintf("%s keeps the %s %s", who, verb(len(guards), "guardrail", "guardrails"), list(guards)))
		}
	}
	return fmt.Sprintf("Undecided: %s, but it is open whether %s", v.leads(left, m), list(whether))
}

// leads says how far ahead by the measure alone those are that are left.
func (v *view) leads(left []string, m results.Measure) string {
	switch {
	case len(left) == 1 && len(v.broken()) == len(v.names())-1:
		return left[0] + " is the only one not known to break a guardrail"
	case len(left) == 1:
		return fmt.Sprintf("%s leads in %s%s", left[0], lower(m.Title), v.ahead(left[0], m))
	}
	x, _ := v.pair(left[1], left[0])
	by := fmt.Sprintf("(%s against %s: %s)", left[1], left[0], byUnit(change(x.Difference, x.Low, x.High), m.Unit))
	return fmt.Sprintf("by %s alone none of %s is ruled out %s", lower(m.Title), list(left), by)
}

// openGuards says of whom else, of those that break none, it is not known whether they keep a guardrail.
func (v *view) openGuards() string {
	left := v.contenders()
	names := slices.DeleteFunc(slices.Clone(v.names()), func(name string) bool {
		return slices.Contains(left, name) || len(v.openFor([]string{name})) == 0
	})
	if len(names) == 0 {
		return ""
	}
	return strings.Join([]string{"; whether", list(names), verb(len(names), "keeps", "keep"), "all guardrails is undecided"}, " ")
}
