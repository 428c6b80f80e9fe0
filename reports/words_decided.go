package reports

import (
	"fmt"
	"math"
	"slices"

	"xsell/scenarios/results"
)

// decidedAnswer says which designs may be chosen, by how much, and why not the others.
func (v *view) decidedAnswer(m results.Measure) string {
	left, broken := v.contenders(), v.broken()
	var text string
	switch {
	case len(left) == 0:
		return fmt.Sprintf("No design can be chosen: guardrails are broken by %s.", list(broken))
	case len(v.openFor(left)) > 0:
		text = v.openAnswer(left, m)
	case len(v.names()) == 2 && len(broken) == 0:
		return v.pairAnswer(m) + v.openGuards() + "."
	case len(left) == 1 && len(broken) == len(v.names())-1:
		text = left[0] + " is the only one that breaks no guardrail"
	case len(left) == 1 && len(broken) > 0:
		text = fmt.Sprintf("%s is the best in %s of those that break no guardrail%s", left[0], lower(m.Title), v.ahead(left[0], m))
	case len(left) == 1:
		text = fmt.Sprintf("%s is the best in %s%s", left[0], lower(m.Title), v.ahead(left[0], m))
	default:
		text = v.together(left, m)
	}
	if len(broken) > 0 {
		text += "; " + list(broken) + " " + verb(len(broken), "breaks", "break") + " a guardrail"
	}
	if behind := v.behind(left, broken); len(left) > 1 && len(behind) > 0 {
		text += "; " + v.behindWords(behind, left, m)
	}
	return text + v.openGuards() + "."
}

func verb(n int, one, more string) string {
	if n == 1 {
		return one
	}
	return more
}

// contenders break no guardrail, and no other such design is better.
func (v *view) contenders() (names []string) {
	for _, s := range v.set.Standings {
		if s.Contender {
			names = append(names, s.Scenario)
		}
	}
	return names
}

// behind are those that are neither left nor out by a guardrail.
func (v *view) behind(left, broken []string) (names []string) {
	for _, name := range v.names() {
		if !slices.Contains(left, name) && !slices.Contains(broken, name) {
			names = append(names, name)
		}
	}
	return names
}

// behindWords say by how much those are worse that are neither left nor out, each than one that is left.
func (v *view) behindWords(behind, left []string, m results.Measure) string {
	var parts []string
	for _, name := range behind {
		parts = append(parts, name+" is worse"+v.worseBy(name, left, m))
	}
	return list(parts)
}

// worseBy is how far a design is behind the first of others it is surely behind; nothing where it is of none.
func (v *view) worseBy(name string, others []string, m results.Measure) string {
	for _, other := range others {
		x, known := v.pair(name, other)
		r := results.Row{Difference: x.Difference, DifferenceLow: x.Low, DifferenceHigh: x.High}
		if known && judge(r, v.set.Manifest.Decision.Better).class == worse.class {
			return fmt.Sprintf(" than %s by %s", other, byUnit(interval(math.Abs(r.Difference), nearer(r), farther(r)), m.Unit))
		}
	}
	return ""
}

// pair returns the verdict of one design against another, and whether there is one.
func (v *view) pair(scenario, against string) (results.Verdict, bool) {
	for _, x := range v.set.Verdicts {
		if x.Scenario == scenario && x.Against == against {
			return x, true
		}
	}
	return results.Verdict{}, false
}

// pairAnswer is the answer of a decision between two.
func (v *view) pairAnswer(m results.Measure) string {
	other, base := v.others()[0], v.base()
	x, known := v.pair(other, base)
	if !known {
		return fmt.Sprintf("Nothing is known of %s against %s", other, base)
	}
	by := ": " + byUnit(change(x.Difference, x.Low, x.High), m.Unit)
	what := lower(m.Title)
	switch {
	case x.Words == "practically the same":
		return fmt.Sprintf("%s and %s are practically the same in %s%s", other, base, what, by)
	case x.Words == "undecided":
		return fmt.Sprintf("It is undecided whether %s or %s is better in %s%s", other, base, what, by)
	case x.Words != "":
		return fmt.Sprintf("%s is %s than %s in %s%s", other, x.Words, base, what, by)
	case len(v.contenders()) == 1:
		return v.contenders()[0] + " is the best of the two in " + what + v.ahead(v.contenders()[0], m)
	}
	return fmt.Sprintf("%s and %s cannot be told apart in %s%s", other, base, what, by)
}

// ahead is how far the best is from the base, or the base from the next best.
func (v *view) ahead(best string, m results.Measure) string {
	against := v.base()
	if best == against {
		against = v.nextBest(best)
	}
	x, known := v.pair(best, against)
	if !known {
		return ""
	}
	return fmt.Sprintf(": %s against %s", byUnit(change(x.Difference, x.Low, x.High), m.Unit), against)
}

// nextBest is the design whose mean is nearest to the best's among those that break no guardrail, or of all where all
// others do.
func (v *view) nextBest(best string) (next string) {
	gap := math.Inf(1)
	others := v.behind([]string{best}, v.broken())
	if len(others) == 0 {
		others = v.others()
	}
	for _, name := range others {
		if x, known := v.pair(best, name); known && math.Abs(x.Difference) < gap {
			next, gap = name, math.Abs(x.Difference)
		}
	}
	return next
}

// together says of several designs that none of them is known to be the best, or that they are practically the same.
func (v *view) together(left []string, m results.Measure) string {
	same, judged := true, true
	for i, a := range left {
		for _, b := range left[i+1:] {
			x, known := v.pair(b, a)
			same = same && known && x.Words == "practically the same"
			judged = judged && known && x.Words != ""
		}
	}
	x, _ := v.pair(left[1], left[0])
	by := fmt.Sprintf(" (%s against %s: %s)", left[1], left[0], byUnit(change(x.Difference, x.Low, x.High), m.Unit))
	switch {
	case same:
		return fmt.Sprintf("%s are practically the same in %s%s", list(left), lower(m.Title), by)
	case judged:
		return fmt.Sprintf("It is undecided which is best in %s: %s%s", lower(m.Title), choice(left), by)
	}
	return fmt.Sprintf("%s cannot be told apart in %s%s", list(left), lower(m.Title), by)
}
