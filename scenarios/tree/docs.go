package tree

import (
	"errors"
	"fmt"
	"math"
	"reflect"
	"slices"
	"strings"
)

// CheckDocs is for tests: it reports every field of a struct, and of the
// structs below it, that has no toml name or no doc, or whose tags cannot mean
// anything, such as a range on a text or a reference to no table.
func CheckDocs(v any) error {
	root := structOf(v)
	if err := endless(root, nil); err != nil {
		return err
	}
	var errs []error
	walk(root, nil, func(e entry) {
		for _, mistake := range mistakes(root, e) {
			errs = append(errs, fmt.Errorf("%s (%s): %s", Join(e.path), e.typ, mistake))
		}
	})
	return errors.Join(errs...)
}

// mistakes lists what is wrong with the tags of one field.
func mistakes(root reflect.Type, e entry) []string {
	var found []string
	note := func(wrong bool, message string, args ...any) {
		if wrong {
			found = append(found, fmt.Sprintf(message, args...))
		}
	}
	inner, r := single(e.typ), e.rules
	isText := inner.Kind() == reflect.String
	isMap := bare(e.typ).Kind() == reflect.Map
	note(e.path[len(e.path)-1] != strings.ToLower(e.path[len(e.path)-1]), "has no toml name, or one with capitals")
	note(e.doc == "", "has no doc")
	note(r.ranged() && !isNumber(inner), "a range needs a number")
	note(r.enum != nil && !isText, "an enum needs a text")
	note(r.ref != nil && !isText, "a ref needs a text")
	note(r.refKeys != nil && !isMap, "refkeys needs a map")
	note(!math.IsNaN(r.sum) && !isMap, "a sum needs a map")
	if !math.IsNaN(r.sum) && isMap {
		note(!summable(bare(e.typ).Elem(), r.sumField), "there is no number %q to sum", r.sumField)
	}
	for _, path := range slices.Concat(r.ref, r.refKeys) {
		note(!isTable(root, path), "refers to %s, which is no table of names", Join(path))
	}
	return found
}

// summable says whether the entries of a map have a number to sum.
func summable(t reflect.Type, sumField string) bool {
	if sumField == "" {
		return isNumber(t)
	}
	if t = bare(t); t.Kind() != reflect.Struct {
		return false
	}
	return slices.ContainsFunc(fieldsOf(t), func(f field) bool { return f.key == sumField && isNumber(f.typ) })
}

// isTable says whether a path leads to a map, or to a struct, whose keys are
// names as well.
func isTable(t reflect.Type, path []string) bool {
	for _, key := range path {
		switch t = bare(t); t.Kind() {
		case reflect.Map:
			t = t.Elem()
		case reflect.Struct:
			fields := fieldsOf(t)
			i := slices.Index(keysOf(fields), key)
			if i < 0 {
				return false
			}
			t = fields[i].typ
		default:
			return false
		}
	}
	kind := bare(t).Kind()
	return kind == reflect.Map || kind == reflect.Struct
}

// ranged says whether a range was asked for.
func (r rules) ranged() bool { return !math.IsInf(r.low, -1) || !math.IsInf(r.high, 1) }

// isNumber says whether ranges can speak of a type.
func isNumber(t reflect.Type) bool {
	_, ok := number(reflect.Zero(bare(t)))
	return ok
}

// bare removes pointers from a type.
func bare(t reflect.Type) reflect.Type {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	return t
}

// single is the type of one value in a list or a named table of values.
func single(t reflect.Type) reflect.Type {
	for {
		switch t = bare(t); t.Kind() {
		case reflect.Slice, reflect.Array, reflect.Map:
			t = t.Elem()
		default:
			return t
		}
	}
}

// structOf is the struct type of a value or of what it points to.
func structOf(v any) reflect.Type {
	t := bare(reflect.TypeOf(v))
	if t.Kind() != reflect.Struct {
		panic(fmt.Sprintf("tree: a file is described by a struct, not by a %s", t))
	}
	return t
}
