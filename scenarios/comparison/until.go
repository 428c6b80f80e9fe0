package comparison

import (
	"fmt"
	"regexp"
	"strings"

	"xsell/scenarios/decide"
	"xsell/scenarios/results"
	"xsell/scenarios/stats"
)

// halfWidth is a precision in one line.
var halfWidth = regexp.MustCompile(`^(?:(\S+) )?half-width ?= ?(.+)$`)

// until reads a precision such as "half-width = 0.02", of the measure of the decision, or "churn half-width = 2 % of the base".
func (d *declarer) until(sentence string) {
	keys := []string{"decision", "until"}
	parts := halfWidth.FindStringSubmatch(strings.Join(strings.Fields(sentence), " "))
	if parts == nil {
		d.fault(keys, `found %q, want half of the widest interval, as "half-width = 0.02", "churn half-width = 0.1" or "half-width = 2 %% of the base"`, sentence)
		return
	}
	id := parts[1]
	if id == "" {
		id = d.asked.Measure
	}
	m, ok := d.known(id, keys...)
	if !ok {
		return
	}
	half, err := amount(Amount(parts[2]), m)
	if err == nil && !(half.Value > 0) {
		err = fmt.Errorf("found %q, must be more than 0: no interval of different designs has no width", parts[2])
	}
	if err != nil {
		d.fault(keys, "%s", err)
		return
	}
	u := decide.Until{Measure: measure(m), Half: half}
	if id == d.asked.Measure {
		u.Measure.More = d.made.Measure.More
	}
	d.made.Until = append(d.made.Until, u)
	d.made.untils = append(d.made.untils, results.Until{Measure: id, Asked: parts[2]})
}

// inWords is a decision of results as it was asked for.
func inWords(kept *results.Decision) Asked {
	asked := Asked{Measure: kept.Measure, Better: kept.Better, Confidence: kept.Confidence, Budget: kept.Budget, Looks: len(kept.Looks)}
	if kept.Smallest != "" {
		asked.Smallest = Amount(kept.Smallest)
	}
	for _, g := range kept.Guards {
		asked.Guardrails = append(asked.Guardrails, Rail{Name: g.Name, Measure: g.Measure, Statistic: g.Statistic, Kind: g.Kind,
			Limit: Amount(g.Limit), key: strings.ReplaceAll(g.Kind, " ", "-")})
	}
	return asked
}

// sentences are the precisions of a decision as they would be asked for.
func sentences(kept *results.Decision) (all []string) {
	for _, u := range kept.Until {
		all = append(all, u.Measure+" half-width = "+u.Asked)
	}
	return all
}

// AsKept is the decision of results as it was taken, for the same worlds once more. Where results were extended its look is
// the last one.
func AsKept(kept *results.Decision, designs int) (*Decision, []Fault) {
	asked := inWords(kept)
	asked.Until = sentences(kept)
	made, faults := asked.Declare(designs)
	if last := len(kept.Taken) - 1; last >= max(1, len(kept.Looks)) {
		before := *kept
		before.Taken = kept.Taken[:last]
		made.Error, made.before = kept.Taken[last].Alpha, &before
	}
	return made, faults
}

// Again is the decision of results that are extended after they have been seen, with other precisions where any are named.
// Its next look is paid for: see decide.Anew.
func Again(kept *results.Decision, designs int, until []string, budget int) (*Decision, []Fault) {
	asked := inWords(kept)
	made, faults := asked.Declare(designs)
	made.declared.Looks, made.before = kept.Looks, kept
	made.Error = made.Anew(len(kept.Taken))
	if made.Error < stats.Finest && len(faults) == 0 {
		faults = append(faults, Fault{[]string{"extend"}, fmt.Sprintf("these results have been looked at %d times, and every look has half of the error of the one before: "+
			"%.2g is left, which is more than resampling can tell; run the comparison anew, with other luck (--seed), and with as many worlds as it needs", len(kept.Taken), made.Error)})
	}
	d := &declarer{asked: &asked, made: made}
	if len(until) == 0 { // those of before are told of
		until = sentences(kept)
	}
	for _, sentence := range until {
		d.until(sentence)
	}
	if budget > 0 {
		made.Budget, made.declared.Budget = budget, budget
	}
	return made, append(faults, d.faults...)
}
