package explain

import (
	"slices"

	"xsell/scenarios"
	"xsell/scenarios/tree"
)

// Edit is one key in which two scenarios differ. From and To are written as in TOML, "" where the key is not set.
type Edit struct {
	Path     []string
	From, To string
	number   int // its place among all edits
}

// Key is the path as it is written in TOML.
func (e Edit) Key() string { return tree.Join(e.Path) }

// silent are the keys that say something about a scenario and change nothing in a history.
var silent = [][]string{{"title"}, {"summary"}, {"base"}, {"overlay"}, {"sources"}, {"run", "replications"}}

// edits lists the keys in which two scenarios differ, in the order of their paths, and the changes of the timeline that are
// left out because the run ends before them.
func edits(from, to *scenarios.Scenario) (found []Edit, late []string) {
	changes := tree.Diff(from.Tree, to.Tree)
	for i, path := range tree.Differing(from.Tree, to.Tree) {
		e := Edit{path, changes[i].Old, changes[i].New, len(found)}
		switch {
		case slices.ContainsFunc(silent, func(key []string) bool { return slices.Equal(key, path) }):
		case path[0] == dated && len(path) > 1 && !happens(from, path[1]) && !happens(to, path[1]):
			if name := e.entry(); !slices.Contains(late, name) {
				late = append(late, name)
			}
		default:
			found = append(found, e)
		}
	}
	return found, late
}

// happens says whether a scenario has a change of the timeline that can come before the end of the run.
func happens(s *scenarios.Scenario, change string) bool {
	for i := range s.Model.Changes {
		if x := &s.Model.Changes[i]; x.Name == change {
			return int(x.Week) < s.Model.Size.Weeks
		}
	}
	return false
}

// below says whether an edit lies at a key or below it.
func (e Edit) below(key []string) bool {
	return len(e.Path) >= len(key) && slices.Equal(e.Path[:len(key)], key)
}
