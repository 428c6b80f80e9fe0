package tree

import (
	"reflect"
	"slices"
)

// Decode fills the struct dst points to. It reports everything that is wrong
// at once: unknown keys, wrong types and units, values out of range, unknown
// names, references to nothing, sums that do not come out, missing keys. Only
// without any problem is dst changed, and then completely.
func (t *Tree) Decode(dst any) Problems {
	target := reflect.ValueOf(dst)
	if target.Kind() != reflect.Pointer || target.IsNil() || target.Elem().Kind() != reflect.Struct {
		panic("tree: Decode needs a pointer to a struct")
	}
	c := checker{tree: t}
	c.value(t.root, target.Elem().Type(), free(), nil)
	c.problems.Sort()
	if len(c.problems) == 0 {
		target.Elem().Set(c.fill(target.Elem().Type()))
	}
	return c.problems
}

// checker walks tree and Go type side by side.
type checker struct {
	tree     *Tree
	problems Problems
	free     [][]string // paths whose contents the type leaves open
}

// problem notes a mistake at a path.
func (c *checker) problem(path []string, format string, args ...any) {
	c.problems = append(c.problems, c.tree.Problem(path, format, args...))
}

// maxHinted is how many problems get a nearest name: looking for it takes time,
// and nobody reads more.
const maxHinted = 50

// hint ends a message about an unknown word.
func (c *checker) hint(word string, among []string) string {
	if len(c.problems) >= maxHinted {
		return ""
	}
	return hint(word, among)
}

// value checks a node against the type it is decoded into.
func (c *checker) value(n *node, t reflect.Type, r rules, path []string) {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if reflect.PointerTo(t).Implements(readerType) {
		c.word(n, t, r, path)
		return
	}
	switch t.Kind() {
	case reflect.Struct:
		c.fields(n, t, path)
	case reflect.Map:
		c.named(n, t, r, path)
	case reflect.Slice, reflect.Array:
		c.list(n, t, r, path)
	case reflect.Interface:
		c.free = append(c.free, path)
	default:
		c.basic(n, t, r, path)
	}
}

// fields checks a table with a fixed set of keys.
func (c *checker) fields(n *node, t reflect.Type, path []string) {
	if n.kind != table {
		c.problem(path, "found %s, want a table", n.describe())
		return
	}
	fields := fieldsOf(t)
	keys := keysOf(fields)
	for key := range n.table {
		if !slices.Contains(keys, key) {
			c.problem(below(path, key), "unknown key %q%s", key, c.hint(key, keys))
		}
	}
	for _, f := range fields {
		at := below(path, f.key)
		if child := n.table[f.key]; child != nil {
			c.value(child, f.typ, f.rules, at)
		} else {
			c.absent(f, at)
		}
	}
}

// absent checks a key that is not set. A table that is left out is an empty
// one, so that what it must hold is missed; behind a pointer it may be left
// out as a whole.
func (c *checker) absent(f field, path []string) {
	if f.rules.required {
		c.problem(path, "missing; it must be set: %s", f.doc)
		return
	}
	if f.typ.Kind() == reflect.Struct && !reflect.PointerTo(f.typ).Implements(readerType) {
		c.fields(&node{kind: table}, f.typ, path)
	}
}

// named checks a table whose keys are names.
func (c *checker) named(n *node, t reflect.Type, r rules, path []string) {
	if n.kind != table {
		c.problem(path, "found %s, want a table of named entries", n.describe())
		return
	}
	if r.required && len(n.table) == 0 {
		c.problem(path, "must have at least one entry")
	}
	for key, child := range n.table {
		entry := below(path, key)
		if key == "" {
			c.problem(entry, "a name must not be empty")
		}
		if key == AnyEntry {
			c.problem(entry, "%q stands for every entry that is there: only an overlay, a dated change or --set can say so", key)
			continue
		}
		c.refer(key, r.refKeys, entry)
		c.value(child, t.Elem(), r.passed(), entry)
	}
	c.sum(n, t, r, path)
}

// list checks an array and each of its elements.
func (c *checker) list(n *node, t reflect.Type, r rules, path []string) {
	if n.kind != list {
		c.problem(path, "found %s, want a list such as [%s]", n.describe(), sample(t.Elem()))
		return
	}
	if r.required && len(n.list) == 0 {
		c.problem(path, "the list must not be empty")
	}
	if t.Kind() == reflect.Array && t.Len() != len(n.list) {
		c.problem(path, "found %d elements, want %d", len(n.list), t.Len())
	}
	for i, child := range n.list {
		c.value(child, t.Elem(), r.passed(), below(path, item(i+1)))
	}
}
