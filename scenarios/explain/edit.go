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
}

// Key is the path as it is written in TOML.
func (e Edit) Key() string { return tree.Join(e.Path) }

// silent are the keys that say something about a scenario and change nothing in a history.
var silent = [][]string{{"title"}, {"summary"}, {"base"}, {"overlay"}, {"sources"}, {"run", "replications"}}

// edits lists the keys in which two scenarios differ, in the order of their paths.
func edits(from, to *scenarios.Scenario) []Edit {
	var found []Edit
	changes := tree.Diff(from.Tree, to.Tree)
	for i, path := range tree.Differing(from.Tree, to.Tree) {
		if !slices.ContainsFunc(silent, func(key []string) bool { return slices.Equal(key, path) }) {
			found = append(found, Edit{path, changes[i].Old, changes[i].New})
		}
	}
	return found
}

// below says whether an edit lies at a key or below it.
func (e Edit) below(key []string) bool {
	return len(e.Path) >= len(key) && slices.Equal(e.Path[:len(key)], key)
}
