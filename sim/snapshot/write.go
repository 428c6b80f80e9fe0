package snapshot

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"fmt"
	"io"
	"math"
	"reflect"
	"slices"
	"unsafe"
)

// Writer writes values one after the other. Close ends the stream; without it no reader takes it for complete.
type Writer struct {
	pen
	blocks *blocks
}

// NewWriter returns a writer to a stream.
func (f *Format) NewWriter(to io.Writer) *Writer {
	b := newBlocks(to)
	return &Writer{pen{format: f, to: b}, b}
}

// Put writes what a pointer points to.
func (w *Writer) Put(pointer any) error { return w.put(pointer) }

// Close writes the end of the stream.
func (w *Writer) Close() error { return w.blocks.close() }

// pen writes values as bytes.
type pen struct {
	format *Format
	to     io.Writer
	spell  bool // a value behind an interface is written by its type and its words; else it cannot be written
	word   [wordBytes]byte
}

func (w *pen) put(pointer any) error {
	v := reflect.ValueOf(pointer).Elem()
	if err := w.value(v); err != nil {
		return fmt.Errorf("%s: %w", v.Type(), err)
	}
	return nil
}

// value writes a value that has an address.
func (w *pen) value(v reflect.Value) error {
	if p := w.format.plainOf(v.Type()); p != nil {
		return w.rows(v.Addr().UnsafePointer(), 1, p)
	}
	switch v.Kind() {
	case reflect.Struct:
		return w.format.fields(v, w.value)
	case reflect.Slice:
		return w.slice(v)
	case reflect.Array:
		return w.elements(v)
	case reflect.String:
		return w.text(v.String())
	case reflect.Pointer:
		return w.pointer(v)
	case reflect.Map:
		return w.table(v)
	case reflect.Interface:
		return w.words(v)
	}
	return fmt.Errorf("a %s cannot be written", v.Kind())
}

// rows writes n plain values that follow one another in memory.
func (w *pen) rows(from unsafe.Pointer, n int, p *plain) error {
	all := unsafe.Slice((*byte)(from), n*p.size)
	if p.whole() {
		_, err := w.to.Write(all)
		return err
	}
	for row := range n {
		for _, s := range p.spans {
			if _, err := w.to.Write(all[row*p.size+s.from : row*p.size+s.to]); err != nil {
				return err
			}
		}
	}
	return nil
}

// slice writes length, capacity and rows. The nil slice has a length of its own.
func (w *pen) slice(v reflect.Value) error {
	if v.IsNil() {
		return w.number(nothing)
	}
	if err := w.number(uint64(v.Len())); err != nil {
		return err
	}
	if err := w.number(uint64(v.Cap())); err != nil {
		return err
	}
	if v.Len() == 0 {
		return nil
	}
	if p := w.format.plainOf(v.Type().Elem()); p != nil {
		return w.rows(v.UnsafePointer(), v.Len(), p)
	}
	return w.elements(v)
}

// nothing stands for a length where there is no slice, map or target of a pointer.
const nothing = math.MaxUint64

// elements writes those of a slice or array one by one.
func (w *pen) elements(v reflect.Value) error {
	for i := range v.Len() {
		if err := w.value(v.Index(i)); err != nil {
			return fmt.Errorf("[%d]: %w", i, err)
		}
	}
	return nil
}

func (w *pen) text(s string) error {
	if err := w.number(uint64(len(s))); err != nil {
		return err
	}
	_, err := io.WriteString(w.to, s)
	return err
}

func (w *pen) pointer(v reflect.Value) error {
	if v.IsNil() {
		return w.number(nothing)
	}
	if err := w.number(1); err != nil {
		return err
	}
	return w.value(v.Elem())
}

// table writes a map in the order of its keys as bytes, so that the same map is the same bytes.
func (w *pen) table(v reflect.Value) error {
	if v.IsNil() {
		return w.number(nothing)
	}
	if err := w.number(uint64(v.Len())); err != nil {
		return err
	}
	rows := make([][]byte, 0, v.Len())
	for entries := v.MapRange(); entries.Next(); {
		row, err := w.inBytes(entries.Key(), entries.Value())
		if err != nil {
			return err
		}
		rows = append(rows, row)
	}
	slices.SortFunc(rows, func(a, b []byte) int { return cmp.Or(bytes.Compare(a, b), cmp.Compare(len(a), len(b))) })
	for _, row := range rows {
		if _, err := w.to.Write(row); err != nil {
			return err
		}
	}
	return nil
}

// inBytes writes values that have no address.
func (w *pen) inBytes(values ...reflect.Value) ([]byte, error) {
	var out bytes.Buffer
	row := pen{format: w.format, to: &out, spell: w.spell}
	for _, v := range values {
		held := reflect.New(v.Type()).Elem()
		held.Set(v)
		if err := row.value(held); err != nil {
			return nil, err
		}
	}
	return out.Bytes(), nil
}

func (w *pen) number(n uint64) error {
	binary.LittleEndian.PutUint64(w.word[:], n)
	_, err := w.to.Write(w.word[:])
	return err
}
