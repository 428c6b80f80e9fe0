package tree

import (
	"fmt"
	"reflect"
	"slices"
)

// entry is one key a file may hold. In its path, "<name>" stands for the names
// of a table and "[]" for the elements of a list.
type entry struct {
	path []string
	field
}

// anyName stands for a key that the file chooses.
const anyName = "<name>"

// anyItem stands for an element of a list.
const anyItem = "[]"

// walk visits all keys below a struct in the order of its declaration.
func walk(t reflect.Type, path []string, visit func(entry)) {
	for _, f := range fieldsOf(t) {
		e := entry{below(path, f.key), f}
		visit(e)
		if inner, at := contents(f.typ, e.path); inner != nil {
			walk(inner, at, visit)
		}
	}
}

// contents returns the struct inside a field and the path of its keys, nil if
// the field holds single values.
func contents(t reflect.Type, path []string) (reflect.Type, []string) {
	for {
		t = bare(t)
		if reflect.PointerTo(t).Implements(readerType) {
			return nil, nil
		}
		switch t.Kind() {
		case reflect.Struct:
			return t, path
		case reflect.Map:
			path = below(path, anyName)
		case reflect.Slice, reflect.Array:
			path = below(path, anyItem)
		default:
			return nil, nil
		}
		t = t.Elem()
	}
}

// endless returns an error if a struct contains itself: such a file would have
// no end of keys to describe.
func endless(t reflect.Type, around []reflect.Type) error {
	if slices.Contains(around, t) {
		return fmt.Errorf("the type %s contains itself and cannot describe a file", t)
	}
	around = append(slices.Clone(around), t)
	for _, f := range fieldsOf(t) {
		inner, _ := contents(f.typ, nil)
		if inner == nil {
			continue
		}
		if err := endless(inner, around); err != nil {
			return err
		}
	}
	return nil
}
