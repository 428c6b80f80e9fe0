package snapshot

import "reflect"

// plain is a type made of numbers alone: which of its bytes hold them, and which of these are truth values. Bytes
// between fields belong to nobody and are not written.
type plain struct {
	size  int
	spans []span
	truth []int // offsets of bools; a byte there is 0 or 1
	bytes int   // in all spans
}

type span struct{ from, to int }

// whole tells whether all bytes of the type are written, so that rows can be moved in bulk.
func (p *plain) whole() bool { return p.bytes == p.size }

// plainOf returns the numbers of a type, nil for one that holds anything else or is not written whole.
func (f *Format) plainOf(t reflect.Type) *plain {
	if p, found := f.plain.Load(t); found {
		return p.(*plain)
	}
	p := &plain{size: int(t.Size())}
	if !p.add(f, t, 0) {
		p = nil
	}
	f.plain.Store(t, p)
	return p
}

// add the numbers of a type that stands at an offset; false where it is not plain.
func (p *plain) add(f *Format, t reflect.Type, at int) bool {
	switch {
	case t.Kind() == reflect.Array:
		for i := range t.Len() {
			if !p.add(f, t.Elem(), at+i*int(t.Elem().Size())) {
				return false
			}
		}
		return true
	case t.Kind() == reflect.Struct:
		for i, out := range f.leavesOut(t) {
			if field := t.Field(i); out || !p.add(f, field.Type, at+int(field.Offset)) {
				return false
			}
		}
		return true
	case !isNumber(t.Kind()):
		return false
	}
	if t.Kind() == reflect.Bool {
		p.truth = append(p.truth, at)
	}
	p.extend(at, at+int(t.Size()))
	return true
}

func (p *plain) extend(from, to int) {
	p.bytes += to - from
	if last := len(p.spans) - 1; last >= 0 && p.spans[last].to == from {
		p.spans[last].to = to
		return
	}
	p.spans = append(p.spans, span{from, to})
}

// sound tells whether every truth value of a row is one.
func (p *plain) sound(row []byte) bool {
	for _, at := range p.truth {
		if row[at] > 1 {
			return false
		}
	}
	return true
}
