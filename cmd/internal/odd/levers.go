package odd

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
)

// levers lists the single values in a struct of a scenario: key, value, meaning. Tables of names are left out.
func levers(path string, of reflect.Value) (rows [][]string) {
	for i := range of.NumField() {
		field, value := of.Type().Field(i), of.Field(i)
		key := path + "." + field.Tag.Get("toml")
		switch {
		case value.Kind() == reflect.Struct:
			rows = append(rows, levers(key, value)...)
		case single(value):
			rows = append(rows, []string{Code(key), cell(value), field.Tag.Get("doc")})
		}
	}
	return rows
}

// leverTable is levers as a table.
func leverTable(path string, of any) string {
	return Table([]string{"key", "value", "meaning"}, levers(path, reflect.ValueOf(of)))
}

// column is one more column of a table of names, for what is no single value.
type column struct {
	head string
	cell func(entry any) string
}

// entries shows a table of named entries: a row for each name, a column for each key with a single value.
func entries(what string, named any, more ...column) string {
	table := reflect.ValueOf(named)
	if table.Len() == 0 {
		return "None.\n"
	}
	head, rows := []string{what}, [][]string{}
	entry := table.Type().Elem()
	for i := range entry.NumField() {
		if single(reflect.Zero(entry.Field(i).Type)) {
			head = append(head, entry.Field(i).Tag.Get("toml"))
		}
	}
	for _, x := range more {
		head = append(head, x.head)
	}
	for _, name := range names(table) {
		rows = append(rows, row(name, table.MapIndex(reflect.ValueOf(name)), more))
	}
	return Table(head, rows)
}

func row(name string, entry reflect.Value, more []column) []string {
	cells := []string{Code(name)}
	for i := range entry.NumField() {
		if single(entry.Field(i)) {
			cells = append(cells, cell(entry.Field(i)))
		}
	}
	for _, x := range more {
		cells = append(cells, x.cell(entry.Interface()))
	}
	return cells
}

// names of a table in order.
func names(table reflect.Value) (all []string) {
	for _, key := range table.MapKeys() {
		all = append(all, key.String())
	}
	slices.Sort(all)
	return all
}

// single tells whether a value fits into a cell: a word, a number, a quantity, or a list of words.
func single(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Map, reflect.Struct:
		return false
	case reflect.Slice:
		return v.Type().Elem().Kind() == reflect.String
	}
	return true
}

// cell writes a single value as it stands in a file.
func cell(v reflect.Value) string {
	if v.Kind() == reflect.Slice {
		var parts []string
		for i := range v.Len() {
			parts = append(parts, v.Index(i).String())
		}
		return strings.Join(parts, ", ")
	}
	return fmt.Sprint(v.Interface())
}
