package tree

import (
	"encoding/json"
	"fmt"
	"math"
	"reflect"
	"strconv"
	"strings"

	"github.com/invopop/jsonschema"

	"xsell/scenarios/words"
)

// Schema writes the JSON Schema of a struct, with which editors complete and
// check a file while it is written. It speaks of single files, which may leave
// to their base what is required in the end: "required" is only described.
// Equal types give equal bytes.
func Schema(title string, v any) ([]byte, error) {
	t := structOf(v)
	if err := endless(t, nil); err != nil {
		return nil, err
	}
	schema := schemaOf(t, free())
	schema.Version = jsonschema.Version
	schema.Title = title
	text, err := json.MarshalIndent(schema, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("schema of %s: %w", t, err)
	}
	return append(text, '\n'), nil
}

// schemaOf describes a type under the rules of its field.
func schemaOf(t reflect.Type, r rules) *jsonschema.Schema {
	t = bare(t)
	if word, ok := wordOf(t); ok {
		return wordSchema(word.Meaning(), r)
	}
	switch kind := t.Kind(); {
	case kind == reflect.Struct:
		return structSchema(t)
	case kind == reflect.Map:
		return &jsonschema.Schema{Type: "object", AdditionalProperties: schemaOf(t.Elem(), r.passed())}
	case kind == reflect.Slice || kind == reflect.Array:
		return listSchema(schemaOf(t.Elem(), r.passed()))
	case kind == reflect.Interface:
		return &jsonschema.Schema{}
	case kind == reflect.Bool:
		return &jsonschema.Schema{Type: "boolean"}
	case kind == reflect.String:
		return textSchema(r)
	case isFloat(kind):
		return orRelative(numberSchema("number", r))
	}
	return orRelative(numberSchema("integer", r))
}

// listSchema describes a list, or what an overlay changes in every element of the one below it.
func listSchema(items *jsonschema.Schema) *jsonschema.Schema {
	plain := &jsonschema.Schema{Type: "array", Items: items}
	if items.Type != "object" {
		return plain
	}
	each := &jsonschema.Schema{Type: "object", Properties: jsonschema.NewProperties(), AdditionalProperties: jsonschema.FalseSchema}
	each.Properties.Set(AnyEntry, items)
	return &jsonschema.Schema{AnyOf: []*jsonschema.Schema{plain, each}}
}

// orRelative describes a number that an overlay may also change from what it is below.
func orRelative(plain *jsonschema.Schema) *jsonschema.Schema {
	changed := &jsonschema.Schema{Type: "string", Pattern: relativePattern}
	return &jsonschema.Schema{AnyOf: []*jsonschema.Schema{plain, changed}}
}

// structSchema describes a table with fixed keys.
func structSchema(t reflect.Type) *jsonschema.Schema {
	schema := &jsonschema.Schema{
		Type:                 "object",
		Properties:           jsonschema.NewProperties(),
		AdditionalProperties: jsonschema.FalseSchema,
	}
	for _, f := range fieldsOf(t) {
		property := schemaOf(f.typ, f.rules)
		property.Description = describe(f)
		schema.Properties.Set(f.key, property)
	}
	return schema
}

// describe is what an editor shows beside a key.
func describe(f field) string {
	parts := append([]string{f.doc, typeName(f.typ)}, allowed(f)...)
	return strings.Join(parts, "; ")
}

// wordSchema describes a quantity: quoted, plain, or both.
func wordSchema(m words.Meaning, r rules) *jsonschema.Schema {
	plain := numberSchema("number", r)
	if m.Whole {
		plain = numberSchema("integer", r)
	}
	if m.Pattern == "" {
		return orRelative(plain)
	}
	quoted := &jsonschema.Schema{Type: "string", Pattern: m.Pattern + "|" + relativePattern}
	for _, example := range m.Examples {
		quoted.Examples = append(quoted.Examples, example)
	}
	if !m.Number {
		return quoted
	}
	return &jsonschema.Schema{AnyOf: []*jsonschema.Schema{plain, quoted}}
}

// textSchema describes a text, with its choices if there are any.
func textSchema(r rules) *jsonschema.Schema {
	schema := &jsonschema.Schema{Type: "string"}
	for _, choice := range r.enum {
		schema.Enum = append(schema.Enum, choice)
	}
	return schema
}

// numberSchema describes a number and its range.
func numberSchema(name string, r rules) *jsonschema.Schema {
	return &jsonschema.Schema{Type: name, Minimum: limit(r.low), Maximum: limit(r.high)}
}

// limit writes one end of a range, nothing if it is open.
func limit(x float64) json.Number {
	if math.IsInf(x, 0) {
		return ""
	}
	return json.Number(strconv.FormatFloat(x, 'f', -1, 64))
}
