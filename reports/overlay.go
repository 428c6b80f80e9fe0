package reports

import (
	"fmt"
	"strings"

	"github.com/BurntSushi/toml"

	"xsell/scenarios/results"
)

// flat is a scenario as dotted keys with their values.
func flat(s results.Scenario) (map[string]string, error) {
	var tree map[string]any
	if _, err := toml.Decode(s.TOML, &tree); err != nil {
		return nil, fmt.Errorf("the scenario %q in the manifest: %w", s.Name, err)
	}
	keys := make(map[string]string)
	flatten("", tree, keys)
	return keys, nil
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
