package reports

import (
	"fmt"
	"strings"

	"xsell/scenarios/results"
)

// repetition are the commands that lead to the same results, a line for each. Worlds that were added to what had been
// decided are added again: every look counts. Without a decision one command names all worlds.
func repetition(m results.Manifest) string {
	lines := []string{commandLine(m.Command)}
	if m.Decision != nil && len(m.Grown) > 0 {
		for _, worlds := range append(m.Grown[1:len(m.Grown):len(m.Grown)], m.Finished) {
			lines = append(lines, fmt.Sprintf("xsell extend DIR --replications %d", worlds))
		}
	}
	return strings.Join(lines, "\n")
}
