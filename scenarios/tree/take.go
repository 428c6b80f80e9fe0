package tree

import "maps"

// Differing returns the paths at which two trees differ, in the order of Diff. A list counts as one value; so does an
// empty table, because its presence may matter.
func Differing(a, b *Tree) (paths [][]string) {
	for _, change := range Diff(a, b) {
		path, ok := Path(change.Path)
		if !ok {
			panic("tree: a key of a tree has no form in TOML: " + change.Path)
		}
		paths = append(paths, path)
	}
	return paths
}

// Take returns the tree with what another one has at each of the paths, or without what it does not have. What is taken
// keeps its place. Tables that this leaves empty go as well, unless the other tree has them empty too. Taking all paths
// of Differing makes the other tree; their order does not matter.
func (t *Tree) Take(from *Tree, paths [][]string) *Tree {
	root := t.root
	for _, path := range paths { // first, so that what makes way for a table is not taken for one of its keys
		if from.find(path) == nil {
			root = pruned(root, path, from.root)
		}
	}
	for _, path := range paths {
		if n := from.find(path); n != nil {
			root = planted(root, path, n, from.root)
		}
	}
	return &Tree{root: root}
}

// planted puts a node at a path. Tables along it that are not there are made, with the places they have in another tree.
func planted(n *node, path []string, child, like *node) *node {
	if len(path) == 0 {
		return child
	}
	grown := node{kind: table, at: child.at}
	if like != nil {
		grown.at = like.at
	}
	if n != nil && n.kind == table {
		grown = *n
	}
	grown.table = maps.Clone(grown.table)
	if grown.table == nil {
		grown.table = map[string]*node{}
	}
	grown.table[path[0]] = planted(grown.table[path[0]], path[1:], child, like.under(path[0]))
	return &grown
}

// pruned is without, which also takes away the tables along the path that it empties, unless another tree has them.
func pruned(n *node, path []string, like *node) *node {
	child := n.child(path[0])
	if child == nil || n.kind != table {
		return n
	}
	smaller := *n
	smaller.table = maps.Clone(n.table)
	if len(path) > 1 {
		inner := pruned(child, path[1:], like.under(path[0]))
		smaller.table[path[0]] = inner
		if inner.kind != table || len(inner.table) > 0 || like.under(path[0]) != nil {
			return &smaller
		}
	}
	delete(smaller.table, path[0])
	return &smaller
}
