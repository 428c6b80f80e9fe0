package reports

import (
	"fmt"

	"xsell/scenarios/results"
)

// decisionNotes say who may be the best.
func (v *view) decisionNotes(asked *results.Decision, m results.Measure) (notes []string) {
	var best, left []string
	for _, s := range v.set.Standings {
		if s.Words == results.PossiblyBest {
			best = append(best, s.Scenario)
		}
		if s.Contender {
			left = append(left, s.Scenario)
		}
	}
	notes = append(notes, "Cannot be ruled out as the best in "+lower(m.Title)+": "+list(best)+".")
	if broken := v.broken(); len(broken) > 0 {
		note := "Guardrails are broken by " + list(broken) + "."
		if len(left) > 0 {
			note += " Of the others, not ruled out: " + list(left) + "."
		}
		notes = append(notes, note)
	}
	if asked.Dropped > 0 {
		notes = append(notes, fmt.Sprintf("The measure was undefined in some scenario in %s, left out whole.", plural(asked.Dropped, "world")))
	}
	if asked.Short > 0 {
		notes = append(notes, fmt.Sprintf("Differences are skewed, so the intervals hold less often than they say: in hard cases they miss the truth one time in six. From some %s on they need not be doubted.",
			plural(asked.Short, "replication")))
	}
	if len(asked.Looks) > 1 && asked.Settled {
		notes = append(notes, fmt.Sprintf("Nothing that counts is undecided after %s of at most %d.", plural(asked.Worlds+asked.Dropped, "replication"), asked.Looks[len(asked.Looks)-1]))
	}
	notes = append(append(notes, v.precisionNotes(asked)...), lookNotes(asked)...)
	return append(notes, "Could see: half of the interval; with 80 %: the true difference that would be told from none with a probability of 80 %.")
}

// broken are the scenarios that break a guardrail, in order.
func (v *view) broken() (names []string) {
	for _, s := range v.scenarios {
		for _, g := range v.set.Guards {
			if g.Scenario == s.Name && g.Words == "broken" {
				names = append(names, s.Name)
				break
			}
		}
	}
	return names
}
