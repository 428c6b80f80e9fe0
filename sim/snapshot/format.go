package snapshot

import (
	"fmt"
	"reflect"
	"slices"
	"sync"
)

// Format says what becomes of fields that are not simply written, by their names such as "Market.Model". The zero
// format writes everything.
type Format struct {
	Apart []string // not written: whoever reads gives them anew, or leaves them at their zero value
	Room  []string // slices, or arrays of slices, of which only length and capacity are written: they are filled before they are read

	kept  sync.Map // by struct: what becomes of each field
	plain sync.Map // by type: its numbers
}

// kept is what becomes of a field.
type kept uint8

const (
	whole kept = iota
	roomOnly
	leftOut
)

// keeps lists what becomes of the fields of a struct.
func (f *Format) keeps(t reflect.Type) []kept {
	if list, found := f.kept.Load(t); found {
		return list.([]kept)
	}
	list := make([]kept, t.NumField())
	for i := range list {
		switch name := t.Name() + "." + t.Field(i).Name; {
		case slices.Contains(f.Apart, name):
			list[i] = leftOut
		case slices.Contains(f.Room, name):
			list[i] = roomOnly
		}
	}
	f.kept.Store(t, list)
	return list
}

// fields calls do for every field of a struct that is written, as a value that may be set.
func (f *Format) fields(v reflect.Value, do func(reflect.Value, kept) error) error {
	for i, k := range f.keeps(v.Type()) {
		if k == leftOut {
			continue
		}
		field := v.Type().Field(i)
		inside := reflect.NewAt(field.Type, v.Field(i).Addr().UnsafePointer()).Elem()
		if err := do(inside, k); err != nil {
			return fmt.Errorf("%s: %w", field.Name, err)
		}
	}
	return nil
}
