package reports

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"
)

// keyRow is one key of a scenario and what each scenario sets it to.
type keyRow struct {
	Key    string
	Values []string // by scenario; unset where a scenario does not have the key
	Same   []bool   // by scenario: as in the base
}

// unset stands where a scenario does not have a key.
const unset = "not set"

// overlays lists the keys in which any scenario differs from the base, sorted.
func (v *view) overlays() ([]keyRow, error) {
	flat := make([]map[string]string, len(v.scenarios))
	keys := make(map[string]bool)
	for n, s := range v.scenarios {
		var tree map[string]any
		if _, err := toml.Decode(s.TOML, &tree); err != nil {
			return nil, fmt.Errorf("the scenario %q in the manifest: %w", s.Name, err)
		}
		flat[n] = make(map[string]string)
		flatten("", tree, flat[n])
		for key := range flat[n] {
			keys[key] = true
		}
	}
	var rows []keyRow
	for _, key := range slices.Sorted(maps.Keys(keys)) {
		if row := rowOf(key, flat); slices.Contains(row.Same, false) {
			rows = append(rows, row)
		}
	}
	return rows, nil
}

func rowOf(key string, flat []map[string]string) keyRow {
	row := keyRow{Key: key}
	for n := range flat {
		value, ok := flat[n][key]
		if !ok {
			value = unset
		}
		row.Values = append(row.Values, value)
		row.Same = append(row.Same, value == row.Values[0])
	}
	return row
}

// flatten writes every leaf of a tree under its dotted path. Arrays of tables are
// numbered from 1; other arrays are one value.
func flatten(path string, value any, into map[string]string) {
	switch value := value.(type) {
	case map[string]any:
		for key, inner := range value {
			flatten(join(path, key), inner, into)
		}
	case []map[string]any:
		for i, inner := range value {
			flatten(fmt.Sprintf("%s[%d]", path, i+1), inner, into)
		}
	default:
		into[path] = printed(value)
	}
}

func join(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}

// printed is a value as a reader of the file would write it, without quotes.
func printed(value any) string {
	items, ok := value.([]any)
	if !ok {
		return fmt.Sprint(value)
	}
	parts := make([]string, len(items))
	for i, item := range items {
		parts[i] = printed(item)
	}
	return "[" + strings.Join(parts, ", ") + "]"
}
