package reports

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"xsell/scenarios/results"
)

// fewToJudge are too few to tell how skewed differences are.
const fewToJudge = 10

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
	if slices.ContainsFunc(v.set.Verdicts, func(x results.Verdict) bool { return x.Trust != "" }) {
		notes = append(notes, strings.TrimSpace(doubtful)+" a few worlds decide it: the interval is too narrow.")
	}
	if asked.Short > 0 {
		notes = append(notes, stretchNote(asked))
	}
	if used := asked.Worlds; used > 1 && used < fewToJudge {
		notes = append(notes, fmt.Sprintf("%s do not show how skewed differences are: the intervals are right for even luck, and may be too narrow for other.", capital(plural(used, "replication"))))
	}
	if len(asked.Looks) > 1 && asked.Settled {
		notes = append(notes, fmt.Sprintf("Nothing that counts is undecided after %s of at most %d.", plural(asked.Worlds+asked.Dropped, "replication"), asked.Looks[len(asked.Looks)-1]))
	}
	notes = append(append(notes, v.precisionNotes(asked)...), lookNotes(asked)...)
	notes = append(notes, v.nextStep(asked)...)
	return append(notes, v.seenNote())
}

// seenNote explains the columns of what could have been seen.
func (v *view) seenNote() string {
	note := "Could see: half of the interval; with 80 %: the true difference that would be told from none with a probability of 80 %"
	for _, x := range v.set.Verdicts {
		if math.IsNaN(x.Seen80) {
			return note + "; " + unknown + " where the interval reaches out for a long tail, as it is another to either side."
		}
	}
	return note + "."
}

// stretchNote says how intervals of skewed differences are made.
func stretchNote(asked *results.Decision) string {
	from := "With more than some %s they do so less and less."
	if asked.Worlds > asked.Short {
		from = "There are more than some %s, from which on they do so less and less."
	}
	return fmt.Sprintf("Differences are skewed: on the side of the long tail their intervals reach out as if one more world came and lay twice as far away as any seen, and who may be the best is judged as if it could lie on either side. "+from,
		plural(asked.Short, "replication"))
}

// nextStep says how to add the worlds that what is undecided is about to need; nothing where nothing is, or nobody knows.
func (v *view) nextStep(asked *results.Decision) []string {
	most := 0.0
	for _, x := range v.set.Verdicts {
		if x.Words == "undecided" {
			most = max(most, x.More)
		}
	}
	for _, g := range v.set.Guards {
		if g.Words == "undecided" {
			most = max(most, g.More)
		}
	}
	if asked.Settled || !(most > 0) || math.IsInf(most, 0) {
		return nil
	}
	return []string{v.moreWorlds(math.Ceil(most))}
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
