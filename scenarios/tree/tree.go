// Package tree reads TOML into trees that remember where every key was set,
// lays one tree over another, and decodes the result strictly into a Go struct
// whose field tags say what is allowed. All mistakes are reported at once, each
// with file, line, key path and, where there is one, the nearest valid name.
//
// The package must never know what the keys mean: everything about scenarios
// comes from the struct it is given.
package tree

import (
	"maps"
	"slices"
	"strconv"
)

// Tree is a read-only TOML document, possibly made of several files laid over
// each other. Its methods return new trees and never change an existing one.
type Tree struct {
	root *node // always a table
}

// kind is what a node holds.
type kind int

const (
	scalar kind = iota
	list
	table
)

// node is one value with the place that set it last. Nodes are shared between
// trees and never changed once built.
type node struct {
	at     place
	kind   kind
	table  map[string]*node // children of a table
	list   []*node          // elements of a list
	scalar any              // string, int64, float64, bool or time.Time

	// opaque marks a table that was laid over a value of another kind: it
	// hides whatever it will be laid over, as that value did. Without it the
	// order in which three trees are laid over each other would matter.
	opaque bool
}

// place is where a key was set. An empty file means that nobody knows; line 0
// means that the source has no lines, as on the command line.
type place struct {
	file      string
	line, col int
}

// FromMap makes a tree of values that come from a program, not from a file;
// name is shown in their problems. It panics on a value TOML cannot hold.
func FromMap(name string, values map[string]any) *Tree {
	source := func([]string) place { return place{file: name} }
	return &Tree{root: grow(values, nil, source)}
}

// Keys returns the sorted keys of the table at path, nil if there is none.
func (t *Tree) Keys(path ...string) []string {
	n := t.find(path)
	if n == nil || n.kind != table {
		return nil
	}
	return slices.Sorted(maps.Keys(n.table))
}

// Value returns what stands at path in the types of TOML: text, int64, float64, bool, time, []any or map[string]any;
// nil where there is nothing.
func (t *Tree) Value(path ...string) any {
	n := t.find(path)
	if n == nil {
		return nil
	}
	return n.plain()
}

// Sub returns the table at path as a tree of its own; its keys keep their
// places. Without such a table the result is an empty tree.
func (t *Tree) Sub(path ...string) *Tree {
	n := t.find(path)
	if n == nil || n.kind != table {
		return &Tree{root: &node{kind: table, at: t.place(path)}}
	}
	return &Tree{root: n}
}

// Without returns the tree without the key at path.
func (t *Tree) Without(path ...string) *Tree {
	if len(path) == 0 {
		return &Tree{root: &node{kind: table, at: t.root.at}}
	}
	return &Tree{root: without(t.root, path)}
}

// without copies the tables along path and leaves its last key out.
func without(n *node, path []string) *node {
	child := n.table[path[0]]
	if child == nil {
		return n
	}
	smaller := *n
	smaller.table = maps.Clone(n.table)
	if len(path) == 1 {
		delete(smaller.table, path[0])
	} else {
		smaller.table[path[0]] = without(child, path[1:])
	}
	return &smaller
}

// Rewritten returns the tree with another value under a key at its top, which keeps its place.
func (t *Tree) Rewritten(value any, key string) *Tree {
	at := t.place([]string{key})
	root := *t.root
	root.table = maps.Clone(t.root.table)
	root.table[key] = grow(value, nil, func([]string) place { return at })
	return &Tree{root: &root}
}

// Where returns the place that set the key at path last, or that of the
// nearest table around it. An element of a list is addressed as "[1]", "[2]"...
func (t *Tree) Where(path ...string) (file string, line, col int) {
	at := t.place(path)
	return at.file, at.line, at.col
}

// place is Where as one value.
func (t *Tree) place(path []string) place {
	at := t.root.at
	n := t.root
	for _, key := range path {
		if n = n.child(key); n == nil {
			break
		}
		if n.at.file != "" {
			at = n.at
		}
	}
	return at
}

// find returns the node at path, nil if there is none.
func (t *Tree) find(path []string) *node {
	n := t.root
	for _, key := range path {
		if n = n.child(key); n == nil {
			return nil
		}
	}
	return n
}

// child returns what a table holds under a key or a list at "[number]".
func (n *node) child(key string) *node {
	switch n.kind {
	case table:
		return n.table[key]
	case list:
		if i, ok := itemNumber(key); ok && i <= len(n.list) {
			return n.list[i-1]
		}
	}
	return nil
}

// item is the path element of the i-th element of a list, counted from 1.
func item(i int) string { return "[" + strconv.Itoa(i) + "]" }

// itemNumber reads what item wrote.
func itemNumber(key string) (int, bool) {
	if len(key) < 3 || key[0] != '[' || key[len(key)-1] != ']' {
		return 0, false
	}
	i, err := strconv.Atoi(key[1 : len(key)-1])
	return i, err == nil && i >= 1 && item(i) == key
}

// below returns path with one more element, never sharing memory with it.
func below(path []string, key string) []string {
	return append(slices.Clone(path), key)
}
