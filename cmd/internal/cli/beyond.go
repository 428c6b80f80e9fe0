package cli

import (
	"fmt"
	"io"
	"strings"

	"xsell/scenarios"
)

// beyond notes the changes of scenarios that are dated after the run's end, and so never happen.
func beyond(notes io.Writer, all []*scenarios.Scenario) {
	for _, s := range all {
		var late []string
		last := int32(0)
		for i := range s.Model.Changes {
			if x := &s.Model.Changes[i]; int(x.Week) >= s.Model.Size.Weeks {
				late, last = append(late, fmt.Sprintf("%s (week %d)", x.Name, x.Week)), max(last, x.Week)
			}
		}
		if len(late) > 0 {
			fmt.Fprintf(notes, "%s ends after %d weeks, before its timeline does: %s will not happen; a run of more than %d weeks has it all\n",
				s.Name, s.Model.Size.Weeks, strings.Join(late, ", "), last)
		}
	}
}
