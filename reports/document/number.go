package document

import (
	"bytes"
	"encoding/json"
	"math"
	"reflect"

	"github.com/invopop/jsonschema"
)

// Number is a number in full precision. One that is undefined or without end is null.
type Number float64

// MarshalJSON writes the shortest form that reads back to the same number.
func (n Number) MarshalJSON() ([]byte, error) {
	if x := float64(n); math.IsNaN(x) || math.IsInf(x, 0) {
		return []byte("null"), nil
	}
	return json.Marshal(float64(n))
}

// UnmarshalJSON reads it back; null is undefined.
func (n *Number) UnmarshalJSON(text []byte) error {
	if bytes.Equal(text, []byte("null")) {
		*n = Number(math.NaN())
		return nil
	}
	return json.Unmarshal(text, (*float64)(n))
}

// JSONSchema describes it.
func (Number) JSONSchema() *jsonschema.Schema {
	return &jsonschema.Schema{AnyOf: []*jsonschema.Schema{{Type: "number"}, {Type: "null"}}}
}

// JSON is a document as a text, with a line end. Lists without an entry are written as such and not as null.
func JSON(value any) ([]byte, error) {
	fresh := reflect.New(reflect.TypeOf(value)).Elem()
	fresh.Set(reflect.ValueOf(value))
	fill(fresh)
	var text bytes.Buffer
	encoder := json.NewEncoder(&text)
	encoder.SetEscapeHTML(false) // it is no page
	encoder.SetIndent("", "  ")
	err := encoder.Encode(fresh.Interface())
	return text.Bytes(), err
}

// fill makes lists of what are none.
func fill(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			fill(v.Elem())
		}
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i))
		}
	case reflect.Slice:
		if v.IsNil() {
			v.Set(reflect.MakeSlice(v.Type(), 0, 0))
		}
		for i := range v.Len() {
			fill(v.Index(i))
		}
	}
}
