package reports

import (
	"fmt"
	"strconv"
)

// grown says what it means that results were extended after they could be seen: whoever goes on until something is clear
// finds more than one in twenty that is not there. Nothing where they were not extended. A decision pays for its looks; the
// table of all measures does not.
func (v *view) grown() string {
	from := v.set.Manifest.Grown
	if len(from) == 0 {
		return ""
	}
	sizes := make([]string, len(from))
	for i, worlds := range from {
		sizes[i] = strconv.Itoa(worlds)
	}
	times := "once"
	if len(from) > 1 {
		times = plural(len(from), "time")
	}
	text := fmt.Sprintf("Extended %s after being seen (at %s): 95 %% holds for one look, and is less where one goes on until something is clear.", times, list(sizes))
	if v.set.Manifest.Decision != nil {
		text = fmt.Sprintf("Extended %s after being seen (at %s): the decision has paid for that; the 95 %% of all other intervals holds for one look.", times, list(sizes))
	}
	return text
}
