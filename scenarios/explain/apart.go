package explain

import (
	"errors"
	"fmt"
	"regexp"
	"slices"

	"xsell/scenarios/tree"
)

// Why levers cannot stand apart, in plain words, by what the check of a scenario says first.
var apartWords = []struct {
	says  *regexp.Regexp
	words string // what follows "… cannot be changed without …, "; $1 is what is named
}{
	{regexp.MustCompile(`^no ([a-z][a-z -]*) "[^"]*"; valid:`), "as it would name a $1 that is not there"},
	{regexp.MustCompile(`^missing\b`), "as a value that must be set would be missing"},
	{regexp.MustCompile(`must sum to`), "as shares that must add up would not"},
}

// why says why levers are one: in plain words, and in those of the checks.
func (s *Split) why(broken, needed Set, err error) (plain, checks string) {
	reason, message := "as without it there is no firm that could be run", err.Error()
	var problems tree.Problems
	if errors.As(err, &problems) && len(problems) > 0 {
		message = problems[0].Message
		for _, a := range apartWords {
			if at := a.says.FindStringSubmatchIndex(message); at != nil {
				reason = string(a.says.ExpandString(nil, a.words, message, at))
				break
			}
		}
		if problems[0].Key != "" {
			message = problems[0].Key + ": " + message
		}
	}
	plain = fmt.Sprintf("%s cannot be changed without %s, %s", s.named(broken), s.named(needed), reason)
	return plain, fmt.Sprintf("%s without %s: %s", s.named(broken), s.named(needed), message)
}

// named lists the names of levers.
func (s *Split) named(x Set) string {
	text, list := "", x.levers()
	for n, i := range list {
		switch {
		case n == 0:
		case n == len(list)-1:
			text += " and "
		default:
			text += ", "
		}
		text += s.Levers[i].Name
	}
	return text
}

// finer splits what came out as one lever by less than was asked: by the first finer level that gives from two to so many
// levers that all their combinations can be lived. Where that gives more, the notes say how to ask for them.
func (s *Split) finer(all []Edit, asked string) {
	if len(s.Levers) != 1 || len(all) < 2 {
		return
	}
	for i := slices.Index(Levels, asked) - 1; i >= 0; i-- {
		try := &Split{From: s.From, To: s.To, Levers: group(all, Levels[i], nil), kept: s.kept}
		apart := try.join(false)
		switch n := len(try.Levers); {
		case !apart || n < 2 || n > MostLevers:
			continue
		case n <= MostExact:
			s.Levers, s.lattice = try.Levers, try.lattice
			s.Notes = append(try.Notes, fmt.Sprintf("grouped by %s: by %s all changes are one lever", Levels[i], asked))
		default:
			s.Notes = append(s.Notes, fmt.Sprintf("by %s the changes split into %d levers: ask with --by %s", Levels[i], n, Levels[i]))
		}
		return
	}
}
