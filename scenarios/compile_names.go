package scenarios

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"xsell/scenarios/tree"
)

// names returns the keys of a table in order.
func names[V any](of map[string]V) []string { return slices.Sorted(maps.Keys(of)) }

// index is the place of a name that is known to be in a sorted list.
func index(list []string, name string) int {
	i, found := slices.BinarySearch(list, name)
	if !found {
		panic("scenarios: the decoder let pass the name " + name)
	}
	return i
}

// under is a path with more keys, never sharing memory with it.
func under(path []string, keys ...string) []string { return slices.Concat(path, keys) }

// element is how a key path names the i-th element of a list, counted from 0.
func element(i int) string { return fmt.Sprintf("[%d]", i+1) }

// meant ends a message about an unknown name with the nearest one, if there is one.
func meant(name string, among []string) string {
	if near, ok := tree.Nearest(name, among); ok {
		return fmt.Sprintf("; did you mean %q?", near)
	}
	return ""
}

// hint ends a message about an unknown name with the nearest one, or with all there are.
func hint(name string, among []string) string {
	if near := meant(name, among); near != "" {
		return near
	}
	return "; valid: " + strings.Join(among, ", ")
}
