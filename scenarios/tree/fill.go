package tree

import (
	"fmt"
	"reflect"
	"slices"

	"github.com/BurntSushi/toml"
)

// fill decodes the checked tree into a new struct. After the checks nothing can
// go wrong any more; what does is a gap in them, and panics.
func (c *checker) fill(t reflect.Type) reflect.Value {
	fresh := reflect.New(t)
	text := c.tree.Text()
	meta, err := toml.Decode(text, fresh.Interface())
	if err != nil {
		panic(fmt.Sprintf("tree: a checked tree could not be decoded into %s: %v", t, err))
	}
	for _, key := range meta.Undecoded() {
		if !c.isFree(key) {
			panic(fmt.Sprintf("tree: a checked tree has the key %s, which %s has no field for", key, t))
		}
	}
	return fresh.Elem()
}

// isFree says whether a key lies where the type takes anything.
func (c *checker) isFree(key []string) bool {
	for i := range key {
		for _, path := range c.free {
			if slices.Equal(withoutItems(path), key[:i+1]) {
				return true
			}
		}
	}
	return false
}

// withoutItems drops the list numbers of a path, as the decoder does.
func withoutItems(path []string) []string {
	return slices.DeleteFunc(slices.Clone(path), func(key string) bool {
		_, ok := itemNumber(key)
		return ok
	})
}
