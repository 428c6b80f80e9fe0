package tree

import (
	"fmt"
	"reflect"
	"time"
)

// grow builds the node of a decoded value; source names the place of a path.
func grow(value any, path []string, source func(path []string) place) *node {
	n := &node{at: source(path)}
	switch v := value.(type) {
	case map[string]any:
		n.kind, n.table = table, make(map[string]*node, len(v))
		for key, child := range v {
			n.table[key] = grow(child, below(path, key), source)
		}
	case []any:
		n.kind = list
		for i, child := range v {
			n.list = append(n.list, grow(child, below(path, item(i+1)), source))
		}
	case string, int64, float64, bool, time.Time:
		n.scalar = v
	default:
		return grow(normal(value), path, source)
	}
	return n
}

// normal turns the Go values a program may hold into the ones TOML knows.
func normal(value any) any {
	v := reflect.ValueOf(value)
	switch v.Kind() {
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32:
		return v.Int()
	case reflect.Uint8, reflect.Uint16, reflect.Uint32:
		return int64(v.Uint())
	case reflect.Float32:
		return v.Float()
	case reflect.String:
		return v.String()
	case reflect.Slice, reflect.Array:
		items := make([]any, v.Len())
		for i := range items {
			items[i] = v.Index(i).Interface()
		}
		return items
	case reflect.Map:
		if v.Type().Key().Kind() == reflect.String {
			return normalMap(v)
		}
	}
	panic(fmt.Sprintf("tree: a %T has no form in TOML", value))
}

// normalMap copies a map with text keys of any type.
func normalMap(v reflect.Value) map[string]any {
	plain := make(map[string]any, v.Len())
	for _, key := range v.MapKeys() {
		plain[key.String()] = v.MapIndex(key).Interface()
	}
	return plain
}

// plain is the inverse of grow: the value without its places.
func (n *node) plain() any {
	switch n.kind {
	case table:
		values := make(map[string]any, len(n.table))
		for key, child := range n.table {
			values[key] = child.plain()
		}
		return values
	case list:
		values := make([]any, len(n.list))
		for i, child := range n.list {
			values[i] = child.plain()
		}
		return values
	}
	return n.scalar
}
