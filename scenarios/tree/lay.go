package tree

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
)

// Lay returns the tree with an overlay laid over it that may speak of what is there: the key "*" stands for every
// entry of a table of names and every element of a list, and "times 0.5", "at least 0.4" or "at most 4 weeks" in place
// of a number say what becomes of the one that is there. An entry's own table in the overlay outranks the "*". What
// "*" finds nothing for does nothing. shape is the struct that Decode will fill; parts it leaves open are laid over
// unread. What has a problem is left out of the result.
func (t *Tree) Lay(over *Tree, shape any) (*Tree, Problems) {
	l := layer{}
	laid := l.value(spot{below: t.root, over: over.root, typ: structOf(shape)})
	l.problems.Sort()
	return &Tree{root: merge(t.root, laid)}, slices.CompactFunc(l.problems, onePlace)
}

// layer resolves an overlay against what is below it.
type layer struct{ problems Problems }

// spot is a place at which something is laid over something.
type spot struct {
	below *node // nil: nothing is there
	over  *node
	typ   reflect.Type
	path  []string
	wild  bool // reached through "*": what is not there is passed over in silence
}

// problem notes a mistake of the overlay.
func (l *layer) problem(s spot, format string, args ...any) {
	l.problems = append(l.problems, Problem{File: s.over.at.file, Line: s.over.at.line, Column: s.over.at.col,
		Key: Join(s.path), Message: fmt.Sprintf(format, args...)})
}

// onePlace says whether two problems are one mistake, found under several of the entries a "*" stands for.
func onePlace(a, b Problem) bool {
	return a == b || a.Line > 0 && a.File == b.File && a.Line == b.Line && a.Column == b.Column && a.Message == b.Message
}

// value returns what is really laid over a spot, nil for nothing.
func (l *layer) value(s spot) *node {
	s.typ = bare(s.typ)
	if isNumber(s.typ) {
		return l.number(s)
	}
	if s.over.kind != table {
		return s.over
	}
	switch s.typ.Kind() {
	case reflect.Struct:
		return l.fields(s)
	case reflect.Map:
		return l.entries(s)
	case reflect.Slice, reflect.Array:
		return l.elements(s)
	}
	return s.over
}

// fields resolves a table with a fixed set of keys. Keys it does not know are passed on, so that Decode names them;
// below a "*" they are named here, because it may find nothing to be laid over.
func (l *layer) fields(s spot) *node {
	fields := fieldsOf(s.typ)
	keys, laid := keysOf(fields), emptied(s.over)
	for _, key := range slices.Sorted(maps.Keys(s.over.table)) {
		child := s.over.table[key]
		i := slices.Index(keys, key)
		if i < 0 {
			laid.table[key] = child
			continue
		}
		at := spot{s.below.under(key), child, fields[i].typ, below(s.path, key), s.wild}
		laid.put(key, l.value(at))
	}
	return laid
}

// emptied is a table at the place of another, without its entries.
func emptied(n *node) *node {
	fresh := *n
	fresh.table = map[string]*node{}
	return &fresh
}

// put adds an entry that is there.
func (n *node) put(key string, child *node) {
	if child != nil {
		n.table[key] = child
	}
}

// under is child of what may not be there.
func (n *node) under(key string) *node {
	if n == nil {
		return nil
	}
	return n.child(key)
}

// names are the keys of what may be no table.
func (n *node) names() []string {
	if n == nil || n.kind != table {
		return nil
	}
	return slices.Sorted(maps.Keys(n.table))
}
