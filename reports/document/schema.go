package document

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strings"

	"github.com/invopop/jsonschema"

	"xsell/scenarios/results"
)

// Kind is a kind of document.
type Kind struct {
	Name  string // comparison
	Title string
	of    any
}

// Kinds of documents, by name.
var Kinds = []Kind{
	{"bench", "what xsell bench says", results.Bench{}},
	{"check", "what xsell check says", Check{}},
	{"claims", "what xsell facts, laws and systems list", Claims{}},
	{"comparison", "what xsell run and compare say", Comparison{}},
	{"decide", "what xsell decide says", Decided{}},
	{"error", "what xsell says that could not do what was asked", Error{}},
	{"explain", "what xsell explain says", Explain{}},
	{"facts", "what xsell facts says", Facts{}},
	{"laws", "what xsell laws and systems say", Laws{}},
	{"list", "what xsell list says", Library{}},
	{"rerun", "what xsell rerun says", Rerun{}},
	{"risk", "what xsell risk says", Risk{}},
	{"scenario", "what xsell show says", Text{}},
	{"twins", "what xsell twins says", Twins{}},
}

// Version is what the field schema of such a document holds, such as xsell-comparison/1.
func (k Kind) Version() string {
	field, _ := reflect.TypeOf(k.of).FieldByName("Schema")
	return strings.TrimPrefix(field.Tag.Get("jsonschema"), "enum=")
}

// File is the name of its schema's file.
func (k Kind) File() string { return strings.ReplaceAll(k.Version(), "/", "-") + ".schema.json" }

// Schema is the JSON Schema of the documents of this kind. It allows fields that it does not know: a later program of the
// same version may have them.
func (k Kind) Schema() ([]byte, error) {
	r := &jsonschema.Reflector{Anonymous: true, ExpandedStruct: true, AllowAdditionalProperties: true, LookupComment: said}
	schema := r.Reflect(k.of)
	schema.Title = k.Version() + ": " + k.Title
	text, err := json.MarshalIndent(schema, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("schema of %s: %w", k.Version(), err)
	}
	return append(text, '\n'), nil
}

// said is what the tag of a field says about it.
func said(t reflect.Type, name string) string {
	if name == "" || t.Kind() != reflect.Struct {
		return ""
	}
	field, _ := t.FieldByName(name)
	return field.Tag.Get("doc")
}
