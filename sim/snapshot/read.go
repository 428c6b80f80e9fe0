package snapshot

import (
	"encoding/binary"
	"fmt"
	"io"
	"reflect"
	"unsafe"
)

// Reader reads what a Writer wrote, in the same order and into the same types.
type Reader struct {
	format *Format
	from   *unblocks
	word   [wordBytes]byte
	most   int // rows a slice may have or have room for
}

// NewReader returns a reader of a stream in which no slice has, or has room for, more than so many rows: more are a
// sign of damage, and not asked of the memory.
func (f *Format) NewReader(from io.Reader, most int) *Reader {
	return &Reader{format: f, from: newUnblocks(from), most: most}
}

// Get reads into what a pointer points to.
func (r *Reader) Get(pointer any) error {
	v := reflect.ValueOf(pointer).Elem()
	if err := r.value(v); err != nil {
		return fmt.Errorf("%s: %w", v.Type(), err)
	}
	return nil
}

// Close makes sure that the stream ends here, as it was ended.
func (r *Reader) Close() error { return r.from.close() }

func (r *Reader) value(v reflect.Value) error {
	if p := r.format.plainOf(v.Type()); p != nil {
		return r.rows(v.Addr().UnsafePointer(), 1, p)
	}
	switch v.Kind() {
	case reflect.Struct:
		return r.format.fields(v, r.value)
	case reflect.Slice:
		return r.slice(v)
	case reflect.Array:
		return r.elements(v)
	case reflect.String:
		return r.text(v)
	case reflect.Pointer:
		return r.pointer(v)
	case reflect.Map:
		return r.table(v)
	}
	return fmt.Errorf("a %s cannot be read", v.Kind())
}

// rows reads n plain values that follow one another in memory.
func (r *Reader) rows(to unsafe.Pointer, n int, p *plain) error {
	all := unsafe.Slice((*byte)(to), n*p.size)
	if p.whole() {
		if err := r.from.full(all); err != nil {
			return err
		}
	}
	if p.whole() && len(p.truth) == 0 {
		return nil
	}
	for row := range n {
		one := all[row*p.size : (row+1)*p.size]
		for _, s := range p.spans {
			if p.whole() {
				break
			}
			if err := r.from.full(one[s.from:s.to]); err != nil {
				return err
			}
		}
		if !p.sound(one) {
			clear(one)
			return damaged("neither yes nor no")
		}
	}
	return nil
}

func (r *Reader) slice(v reflect.Value) error {
	n, err := r.number()
	if n == nothing || err != nil {
		v.SetZero()
		return err
	}
	room, err := r.number()
	if err != nil {
		return err
	}
	if n > room || room > uint64(r.most) {
		return damaged("a table with %d rows and room for %d, where none has more than %d", n, room, r.most)
	}
	v.Set(reflect.MakeSlice(v.Type(), int(n), int(room)))
	if p := r.format.plainOf(v.Type().Elem()); p != nil && n > 0 {
		return r.rows(v.UnsafePointer(), int(n), p)
	}
	return r.elements(v)
}

func (r *Reader) elements(v reflect.Value) error {
	for i := range v.Len() {
		if err := r.value(v.Index(i)); err != nil {
			return fmt.Errorf("[%d]: %w", i, err)
		}
	}
	return nil
}

// longestText bounds a text [bytes]: names and sentences.
const longestText = 1 << 20

func (r *Reader) text(v reflect.Value) error {
	n, err := r.number()
	if err != nil {
		return err
	}
	if n > longestText {
		return damaged("a text of %d bytes", n)
	}
	letters := make([]byte, n)
	if err := r.from.full(letters); err != nil {
		return err
	}
	v.SetString(string(letters))
	return nil
}

func (r *Reader) pointer(v reflect.Value) error {
	n, err := r.number()
	if err != nil || n == nothing {
		v.SetZero()
		return err
	}
	if n != 1 {
		return damaged("a pointer to %d values", n)
	}
	v.Set(reflect.New(v.Type().Elem()))
	return r.value(v.Elem())
}

func (r *Reader) table(v reflect.Value) error {
	n, err := r.number()
	if err != nil || n == nothing {
		v.SetZero()
		return err
	}
	if n > uint64(r.most) {
		return damaged("a table of %d names, where none has more than %d", n, r.most)
	}
	v.Set(reflect.MakeMap(v.Type()))
	for range n {
		key, value := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
		if err := r.value(key); err != nil {
			return err
		}
		if err := r.value(value); err != nil {
			return err
		}
		v.SetMapIndex(key, value)
	}
	if v.Len() != int(n) {
		return damaged("two rows of a table bear one name")
	}
	return nil
}

func (r *Reader) number() (uint64, error) {
	err := r.from.full(r.word[:])
	return binary.LittleEndian.Uint64(r.word[:]), err
}
