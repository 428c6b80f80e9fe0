package reports

import (
	"fmt"
	"math"

	"xsell/scenarios/results"
)

// precisionNotes say how narrow the intervals are that were asked to be, and what ended the run.
func (v *view) precisionNotes(asked *results.Decision) (notes []string) {
	for _, u := range asked.Until {
		m := v.measures[u.Measure]
		what := lower(m.Title)
		wanted := byUnit(rough(u.Want), m.Unit)
		switch {
		case math.IsInf(u.Widest, 0) || math.IsNaN(u.Want):
			notes = append(notes, fmt.Sprintf("Precision: no interval of %s yet that could be as narrow as asked (%s). The budget of %s ended it.",
				what, u.Asked, plural(asked.Budget, "replication")))
		case u.Reached:
			notes = append(notes, fmt.Sprintf("Precision: every difference in %s is known to within %s, as was asked (%s): %s were enough.",
				what, byUnit(rough(u.Widest), m.Unit), wanted, plural(v.set.Manifest.Finished, "replication")))
		default:
			notes = append(notes, fmt.Sprintf("Precision: the least certain difference in %s is known to within %s, and %s was asked: %s did not reach that.",
				what, byUnit(rough(u.Widest), m.Unit), wanted, plural(v.set.Manifest.Finished, "replication")))
		}
		if u.Short > 0 {
			notes[len(notes)-1] += fmt.Sprintf(" Fewer than %s in which it is defined do not show how far what is rare reaches; the interval may be too narrow.", plural(u.Short, "replication"))
		}
	}
	if len(asked.Until) > 1 {
		notes = append(notes, "Each of these precisions holds by itself, not all of them together.")
	}
	return notes
}

// lookNotes say what it cost to extend results after they had been seen.
func lookNotes(asked *results.Decision) (notes []string) {
	if !furtherLooks(asked) {
		return nil
	}
	text := "These results were extended after they had been seen. Looks: "
	for i, t := range asked.Taken {
		if i > 0 {
			text += ", "
		}
		text += fmt.Sprintf("at %s (error %s)", plural(t.Worlds, "replication"), share(t.Alpha))
	}
	last := asked.Taken[len(asked.Taken)-1].Alpha
	return []string{fmt.Sprintf("%s. What is said here holds with %s, and all that was said in any of them with %s.", text, share(1-last), share(1-asked.Spent()))}
}

// furtherLooks says whether there were more looks than planned.
func furtherLooks(asked *results.Decision) bool { return len(asked.Taken) > max(1, len(asked.Looks)) }

// sure is how sure the words of all looks together are.
func sure(asked *results.Decision) float64 {
	if furtherLooks(asked) {
		return 1 - asked.Spent()
	}
	return asked.Confidence
}
