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

	apart sync.Map // by struct: whether each field is left out
	plain sync.Map // by type: its numbers
}

// leavesOut tells of each field of a struct whether it is left out.
func (f *Format) leavesOut(t reflect.Type) []bool {
	if list, found := f.apart.Load(t); found {
		return list.([]bool)
	}
	list := make([]bool, t.NumField())
	for i := range list {
		list[i] = slices.Contains(f.Apart, t.Name()+"."+t.Field(i).Name)
	}
	f.apart.Store(t, list)
	return list
}

// fields calls do for every field of a struct that is written, as a value that may be set.
func (f *Format) fields(v reflect.Value, do func(reflect.Value) error) error {
	for i, out := range f.leavesOut(v.Type()) {
		if out {
			continue
		}
		field := v.Type().Field(i)
		inside := reflect.NewAt(field.Type, v.Field(i).Addr().UnsafePointer()).Elem()
		if err := do(inside); err != nil {
			return fmt.Errorf("%s: %w", field.Name, err)
		}
	}
	return nil
}
