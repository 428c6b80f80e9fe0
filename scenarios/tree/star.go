package tree

import (
	"maps"
	"reflect"
	"slices"
)

// AnyEntry is the key that stands for every entry of a table of names, or every element of a list, that is there
// already.
const AnyEntry = "*"

// entries resolves a table of names.
func (l *layer) entries(s spot) *node {
	inner := s.typ.Elem()
	wild := s.over.table[AnyEntry]
	if inner.Kind() == reflect.Interface {
		return s.over
	}
	named := maps.Clone(s.over.table)
	delete(named, AnyEntry)
	if wild != nil {
		wild = l.checked(spot{over: wild, typ: inner, path: below(s.path, AnyEntry)})
		for _, key := range s.below.names() {
			named[key] = outranked(wild, named[key])
		}
	}
	laid := emptied(s.over)
	for _, key := range slices.Sorted(maps.Keys(named)) {
		at := spot{s.below.under(key), named[key], inner, below(s.path, key), wild != nil}
		laid.put(key, l.value(at))
	}
	if len(laid.table) == 0 && wild != nil {
		return nil
	}
	return laid
}

// elements resolves a "*" for the elements of a list; anything else in its place is for Decode to refuse.
func (l *layer) elements(s spot) *node {
	wild := s.over.table[AnyEntry]
	if wild == nil || len(s.over.table) > 1 {
		return s.over
	}
	wild = l.checked(spot{over: wild, typ: s.typ.Elem(), path: below(s.path, AnyEntry)})
	if s.below == nil || s.below.kind != list {
		return nil
	}
	laid := &node{kind: list, at: s.over.at}
	for i, element := range s.below.list {
		at := spot{element, wild, s.typ.Elem(), below(s.path, item(i+1)), true}
		if over := l.value(at); over != nil {
			element = merge(element, over)
		}
		laid.list = append(laid.list, element)
	}
	return laid
}

// checked returns what stands below a "*" without the keys that no entry can have, which it names.
func (l *layer) checked(s spot) *node {
	s.typ = bare(s.typ)
	if s.over.kind != table || isNumber(s.typ) {
		return s.over
	}
	laid := emptied(s.over)
	for _, key := range slices.Sorted(maps.Keys(s.over.table)) {
		at := spot{over: s.over.table[key], path: below(s.path, key)}
		if at.typ = l.typeUnder(s.typ, key, at); at.typ != nil {
			laid.table[key] = l.checked(at)
		}
	}
	return laid
}

// typeUnder is the type of what stands under a key of a table, nil for a key that cannot be there, which is named.
func (l *layer) typeUnder(t reflect.Type, key string, at spot) reflect.Type {
	switch t.Kind() {
	case reflect.Map, reflect.Slice, reflect.Array:
		return t.Elem()
	case reflect.Struct:
		fields := fieldsOf(t)
		if i := slices.Index(keysOf(fields), key); i >= 0 {
			return fields[i].typ
		}
		l.problem(at, "unknown key %q%s", key, hint(key, keysOf(fields)))
		return nil
	}
	return t
}

// outranked lays an entry's own part of an overlay, if it has one, over what "*" says of every entry.
func outranked(wild, own *node) *node {
	if own == nil {
		return wild
	}
	return merge(wild, own)
}
