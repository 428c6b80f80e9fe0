package cli

import (
	"slices"
	"strconv"
)

func unitWords(unit string) string {
	if unit == "" {
		return "the measure's unit"
	}
	return unit
}

// repeat is the command line that gives the same selection.
func (s *selecting) repeat(names []string) []string {
	line := slices.Concat([]string{"xsell", "select"}, names, []string{"--decide", s.measure, "--delta", s.smallest, "--confidence", s.confidence})
	if s.budget > 0 {
		line = append(line, "--budget", strconv.Itoa(s.budget))
	}
	line = append(line, "--seed", strconv.FormatUint(s.seed, 10))
	if s.weeks != 0 {
		line = append(line, "--weeks", strconv.Itoa(s.weeks))
	}
	for _, set := range s.sets {
		line = append(line, "--set", set)
	}
	return line
}
