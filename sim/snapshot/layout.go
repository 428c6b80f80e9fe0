package snapshot

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
)

// Check says which fields of a type cannot be written, by their path, and which names of the format are of no field
// below it; nil where all is well.
func (f *Format) Check(t reflect.Type) error {
	d := f.describe(t)
	for _, name := range f.Apart {
		if !slices.Contains(d.named, name) {
			d.wrong = append(d.wrong, fmt.Sprintf("there is no field %s, which the format names", name))
		}
	}
	return d.err()
}

// Layout is a fingerprint of everything a type holds: names, kinds and sizes of all fields, and which are left out.
// Two programs with the same layout understand one another's bytes. It panics where Check would find a mistake.
func (f *Format) Layout(t reflect.Type) string {
	d := f.describe(t)
	if err := d.err(); err != nil {
		panic("snapshot: " + err.Error())
	}
	sum := sha256.Sum256([]byte(d.text.String()))
	return hex.EncodeToString(sum[:])
}

func (f *Format) describe(t reflect.Type) *describer {
	d := &describer{format: f, known: map[reflect.Type]bool{}}
	d.write(t, t.String())
	return d
}

// describer writes a type as a text; a struct is spelled out once.
type describer struct {
	format *Format
	text   strings.Builder
	known  map[reflect.Type]bool
	named  []string // fields met
	wrong  []string
}

func (d *describer) err() error {
	if len(d.wrong) == 0 {
		return nil
	}
	return errors.New(strings.Join(d.wrong, "\n"))
}

func (d *describer) write(t reflect.Type, path string) {
	fmt.Fprintf(&d.text, "%s/%d", t.Kind(), t.Size())
	switch t.Kind() {
	case reflect.Struct:
		d.structure(t, path)
	case reflect.Array:
		fmt.Fprintf(&d.text, "*%d", t.Len())
		d.write(t.Elem(), path+"[]")
	case reflect.Slice, reflect.Pointer:
		d.write(t.Elem(), path+"[]")
	case reflect.Map:
		d.write(t.Key(), path+"[key]")
		d.write(t.Elem(), path+"[]")
	case reflect.String:
	default:
		if !isNumber(t.Kind()) {
			d.wrong = append(d.wrong, fmt.Sprintf("%s is a %s, which cannot be written: leave it apart and make it anew after reading, or teach package snapshot",
				path, t.Kind()))
		}
	}
}

func (d *describer) structure(t reflect.Type, path string) {
	d.text.WriteString(t.Name())
	if d.known[t] {
		return
	}
	d.known[t] = true
	d.text.WriteString("{")
	for i, out := range d.format.leavesOut(t) {
		f := t.Field(i)
		where := path + "." + f.Name
		d.named = append(d.named, t.Name()+"."+f.Name)
		fmt.Fprintf(&d.text, "%s %t ", f.Name, out)
		if out {
			continue
		}
		d.write(f.Type, where)
		d.text.WriteString(";")
	}
	d.text.WriteString("}")
}

// isNumber tells the kinds that are so many bytes and nothing else.
func isNumber(k reflect.Kind) bool {
	return k >= reflect.Bool && k <= reflect.Float64 && k != reflect.Uintptr
}
