package tree

import (
	"maps"
	"math"
	"reflect"
	"slices"
	"strings"

	"xsell/scenarios/words"
)

// choose checks a text against the words a field allows.
func (c *checker) choose(text string, enum []string, path []string) {
	if enum != nil && !slices.Contains(enum, text) {
		c.problem(path, "no choice %q%s", text, c.hint(text, enum))
	}
}

// refer checks that a name is a key of one of the tables.
func (c *checker) refer(name string, tables [][]string, path []string) {
	for _, path := range tables {
		if n := c.tree.find(path); n != nil && n.kind == table && n.table[name] != nil {
			return
		}
	}
	if tables != nil {
		c.noName(name, tables, path)
	}
}

// noName reports a name that none of the tables has.
func (c *checker) noName(name string, tables [][]string, path []string) {
	var kinds []string
	for _, table := range tables {
		kinds = append(kinds, table[len(table)-1])
	}
	end := ""
	if len(c.problems) < maxHinted {
		end = c.tree.hintNames(name, tables)
	}
	c.problem(path, "no %s %q%s", strings.Join(kinds, " or "), name, end)
}

// hintNames ends a message about a name that none of the tables has.
func (t *Tree) hintNames(name string, tables [][]string) string {
	var valid, places []string
	for _, table := range tables {
		valid = append(valid, t.Keys(table...)...)
		places = append(places, Join(table))
	}
	if len(valid) == 0 {
		return "; there are no entries in " + strings.Join(places, " or ")
	}
	return hint(name, valid)
}

// sumTolerance is how far written shares may miss their sum: thirds written
// with seven digits pass, a forgotten percent does not.
const sumTolerance = 1e-6

// sum checks what the values of a table sum to; an empty table has no sum.
func (c *checker) sum(n *node, t reflect.Type, r rules, path []string) {
	if math.IsNaN(r.sum) || len(n.table) == 0 {
		return
	}
	total, parts := 0.0, t.Elem()
	for _, key := range slices.Sorted(maps.Keys(n.table)) {
		part, ok := summand(n.table[key], parts, r.sumField)
		if !ok {
			return // the value itself has a problem already
		}
		total += part
	}
	if math.Abs(total-r.sum) <= sumTolerance {
		return
	}
	c.problem(path, "%s sum to %s, must sum to %s", summed(r), tidy(total), tidy(r.sum))
}

// tidy prints a sum without the dust of binary fractions.
func tidy(x float64) string {
	const digits = 1e9 // nine decimals, a thousand times finer than the tolerance
	return words.Factor(math.Round(x*digits) / digits).String()
}

// summand reads the number an entry adds to a sum; a key that is not set adds
// nothing.
func summand(n *node, t reflect.Type, sumField string) (float64, bool) {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if sumField != "" {
		if n.kind != table {
			return 0, false
		}
		f := fieldsOf(t)[slices.Index(keysOf(fieldsOf(t)), sumField)]
		child := n.table[sumField]
		if child == nil {
			return 0, true
		}
		return summand(child, f.typ, "")
	}
	if !reflect.PointerTo(t).Implements(readerType) {
		t = reflect.TypeFor[words.Factor]()
	}
	value := reflect.New(t)
	if value.Interface().(reader).UnmarshalTOML(n.plain()) != nil {
		return 0, false
	}
	return number(value.Elem())
}
