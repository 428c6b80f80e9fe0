package tree

import (
	"fmt"
	"math"
	"reflect"
	"strconv"
	"strings"
	"sync"
)

// field is one key a struct can hold, with the rules of its tags.
type field struct {
	key   string
	typ   reflect.Type
	doc   string
	rules rules
}

// rules is what field tags ask of a value. They pass through lists and named
// tables down to the single values.
type rules struct {
	required bool       // the key must be set
	low      float64    // least base number, -Inf for none
	high     float64    // largest base number, +Inf for none
	enum     []string   // the only texts allowed; nil allows all
	ref      [][]string // tables whose keys the texts must be; nil allows all
	refKeys  [][]string // tables whose keys this table's keys must be
	sum      float64    // what the table's values sum to; NaN for nothing
	sumField string     // the key that is summed, "" for the value itself
}

// free is the absence of rules.
func free() rules {
	return rules{low: math.Inf(-1), high: math.Inf(1), sum: math.NaN()}
}

// known keeps the fields of a struct type once they have been read.
var known sync.Map // reflect.Type → []field

// fieldsOf lists the keys of a struct in the order of its declaration. Embedded
// structs without a key of their own lend it theirs. A tag that cannot be read
// is a mistake in the program and panics with a sentence.
func fieldsOf(t reflect.Type) []field {
	if cached, ok := known.Load(t); ok {
		return cached.([]field)
	}
	var fields []field
	for i := range t.NumField() {
		f := t.Field(i)
		key, _, _ := strings.Cut(f.Tag.Get("toml"), ",")
		switch {
		case key == "-" || !f.IsExported():
			continue
		case f.Anonymous && key == "":
			fields = append(fields, fieldsOf(f.Type)...)
			continue
		case key == "":
			key = f.Name
		}
		fields = append(fields, field{key, f.Type, f.Tag.Get("doc"), rulesOf(t, f)})
	}
	known.Store(t, fields)
	return fields
}

// keysOf lists the names of fields.
func keysOf(fields []field) []string {
	keys := make([]string, len(fields))
	for i, f := range fields {
		keys[i] = f.key
	}
	return keys
}

// rulesOf reads the tags of one field.
func rulesOf(t reflect.Type, f reflect.StructField) rules {
	r := free()
	bad := func(tag, want string) {
		panic(fmt.Sprintf("tree: %s.%s: the tag %s:%q is not %s", t, f.Name, tag, f.Tag.Get(tag), want))
	}
	if text, ok := f.Tag.Lookup("required"); ok {
		if r.required = text == "true"; !r.required {
			bad("required", `"true"`)
		}
	}
	if text, ok := f.Tag.Lookup("range"); ok {
		if r.low, r.high, ok = bounds(text); !ok {
			bad("range", "a range such as 0..1, 0.. or ..1")
		}
	}
	if text, ok := f.Tag.Lookup("sum"); ok {
		sum, err := strconv.ParseFloat(text, 64)
		if err != nil {
			bad("sum", "a number")
		}
		r.sum, r.sumField = sum, f.Tag.Get("sumfield")
	}
	if text, ok := f.Tag.Lookup("enum"); ok {
		r.enum = strings.Split(text, "|")
	}
	r.ref, r.refKeys = tables(f.Tag.Get("ref")), tables(f.Tag.Get("refkeys"))
	return r
}

// bounds reads "0..1", "0.." or "..1".
func bounds(text string) (low, high float64, ok bool) {
	low, high = math.Inf(-1), math.Inf(1)
	left, right, ok := strings.Cut(text, "..")
	if !ok || left == "" && right == "" {
		return low, high, false
	}
	return low, high, bound(left, &low) && bound(right, &high) && low <= high
}

// bound reads one end of a range; an empty one leaves it open.
func bound(text string, end *float64) bool {
	if text == "" {
		return true
	}
	x, err := strconv.ParseFloat(text, 64)
	*end = x
	return err == nil && !math.IsNaN(x)
}

// tables reads "organisation.unit|organisation.partner".
func tables(text string) [][]string {
	if text == "" {
		return nil
	}
	var paths [][]string
	for _, path := range strings.Split(text, "|") {
		paths = append(paths, strings.Split(path, "."))
	}
	return paths
}

// passed is what a list or a named table hands down to its elements: presence,
// names and the sum are its own business.
func (r rules) passed() rules {
	r.required, r.refKeys, r.sum, r.sumField = false, nil, math.NaN(), ""
	return r
}
