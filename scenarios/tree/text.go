package tree

import (
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/BurntSushi/toml"
)

// Text writes the tree as canonical TOML: sorted keys, values before tables.
// It reads back as the same tree.
func (t *Tree) Text() string { return encode(t.root.plain().(map[string]any)) }

// encode writes a table, which it may change on the way. What a tree holds can always be written, so that an
// error is a broken tree.
func encode(values map[string]any) string {
	var text strings.Builder
	encoder := toml.NewEncoder(&text)
	encoder.Indent = ""
	if err := encoder.Encode(asWritten(values)); err != nil {
		panic("tree: a tree holds a value that has no form in TOML: " + err.Error())
	}
	return text.String()
}

// asWritten prepares dates and times without a zone for the encoder, which
// would print them shifted by the zone of the machine.
func asWritten(value any) any {
	switch v := value.(type) {
	case map[string]any:
		for key, child := range v {
			v[key] = asWritten(child)
		}
	case []any:
		for i, child := range v {
			v[i] = asWritten(child)
		}
	case time.Time:
		if name, seconds := v.Zone(); strings.HasSuffix(name, "-local") {
			return v.Add(time.Duration(seconds) * time.Second)
		}
	}
	return value
}

// Change is one key that differs between two trees. Old and New are written as
// in TOML and empty where the key is absent.
type Change struct {
	Path, Old, New string
}

// Diff lists the values that differ, sorted by path. A list counts as one
// value.
func Diff(a, b *Tree) []Change {
	before, after := map[string]string{}, map[string]string{}
	flatten(a.root, nil, before)
	flatten(b.root, nil, after)
	all := maps.Clone(before)
	maps.Copy(all, after)
	var changes []Change
	for _, path := range slices.Sorted(maps.Keys(all)) {
		if before[path] != after[path] {
			changes = append(changes, Change{path, before[path], after[path]})
		}
	}
	return changes
}

// flatten collects the values below a node by their joined path. An empty
// table counts as a value, because its presence may matter.
func flatten(n *node, path []string, into map[string]string) {
	if n.kind != table || len(n.table) == 0 && len(path) > 0 {
		into[Join(path)] = inline(n)
		return
	}
	for key, child := range n.table {
		flatten(child, below(path, key), into)
	}
}

// inline writes a node on one line.
func inline(n *node) string {
	var parts []string
	switch n.kind {
	case table:
		for _, key := range slices.Sorted(maps.Keys(n.table)) {
			parts = append(parts, Join([]string{key})+" = "+inline(n.table[key]))
		}
		return "{" + strings.Join(parts, ", ") + "}"
	case list:
		for _, child := range n.list {
			parts = append(parts, inline(child))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	}
	line := encode(map[string]any{"v": n.scalar})
	return strings.TrimSuffix(strings.TrimPrefix(line, "v = "), "\n")
}
