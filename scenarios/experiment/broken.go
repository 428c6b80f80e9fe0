package experiment

import (
	"fmt"
	"strings"
)

// Interrupted says how many worlds of those asked for are in the results.
type Interrupted struct{ Finished, Asked int }

func (e *Interrupted) Error() string {
	if e.Finished == 0 {
		return fmt.Sprintf("interrupted before the first of %s was complete: there are no results", worlds(e.Asked))
	}
	return fmt.Sprintf("interrupted: the results hold the first %d of %s", e.Finished, worlds(e.Asked))
}

func worlds(n int) string {
	if n == 1 {
		return "1 world"
	}
	return fmt.Sprintf("%d worlds", n)
}

// Unbalanced says which identities of the books do not hold. It is a mistake in
// the program, never in a scenario.
type Unbalanced struct{ Sentences []string }

// sentencesShown keeps one mistake in every history from filling the screen.
const sentencesShown = 20

func (e *Unbalanced) Error() string {
	lines := []string{"the books do not balance:"}
	lines = append(lines, e.Sentences[:min(sentencesShown, len(e.Sentences))]...)
	if more := len(e.Sentences) - sentencesShown; more > 0 {
		lines = append(lines, fmt.Sprintf("and %d more", more))
	}
	return strings.Join(lines, "\n")
}

// placed tells of which history the sentences are.
func placed(sentences []string, name string, replication int) (at []string) {
	for _, sentence := range sentences {
		at = append(at, fmt.Sprintf("%s, replication %d: %s", name, replication, sentence))
	}
	return at
}

func flatten(lists [][]string) (all []string) {
	for _, list := range lists {
		all = append(all, list...)
	}
	return all
}
