package scenarios

import (
	_ "embed"
	"fmt"
	"reflect"
	"sync"

	"xsell/agents"
	"xsell/scenarios/tree"
	"xsell/scenarios/words"
)

//go:embed psychology.toml
var psychologyText string

// Constant is one behavioural constant, for documents.
type Constant struct {
	Path      string // such as need.affinity
	Value     float64
	Unit      string
	Low, High float64 // range within which it may be set
	Source    string  // where the value comes from, or "assumed"
	Doc       string  // what it means
}

// Psychology returns the table of behavioural constants. It is shared and must not be written.
func Psychology() *agents.Psychology { return embedded().mind }

// PsychologyTable returns the same constants with unit, range, source and meaning, in the order of the Go struct.
func PsychologyTable() []Constant { return embedded().table }

// PsychologyText returns the table of constants as it is written, with its comments.
func PsychologyText() string { return psychologyText }

// ReadPsychology reads a researcher's own constants over the built-in ones: a row that is not in the text keeps its
// value, and so does every key of a row that is. Values outside their row's range are refused.
func ReadPsychology(text string) (*agents.Psychology, error) {
	over, problems := tree.Parse(tree.Source{Name: "constants", Text: []byte(text)})
	if problems != nil {
		return nil, problems
	}
	read, problems := readConstants(embedded().tree.Overlay(over))
	return read.mind, problems.Err()
}

// constants is the decoded table.
type constants struct {
	tree  *tree.Tree
	mind  *agents.Psychology
	table []Constant
}

// embedded reads the built-in table once; the tests read it too, so that a broken one never gets out.
var embedded = sync.OnceValue(func() constants {
	file, problems := tree.Parse(tree.Source{Name: "psychology.toml", Text: []byte(psychologyText)})
	if problems == nil {
		var read constants
		if read, problems = readConstants(file); problems == nil {
			return read
		}
	}
	panic("scenarios: the table of behavioural constants is broken: " + problems.Error())
})

// row is one constant as it is written.
type row struct {
	Value  words.Factor `toml:"value" required:"true" doc:"the number"`
	Unit   string       `toml:"unit" required:"true" doc:"its unit"`
	Low    words.Factor `toml:"low" required:"true" doc:"least value that makes sense"`
	High   words.Factor `toml:"high" required:"true" doc:"largest value that makes sense"`
	Source string       `toml:"source" required:"true" doc:"where it comes from, or assumed"`
	Doc    string       `toml:"doc" required:"true" doc:"what it means"`
}

// readConstants decodes a tree with one row for each field of the psychology, no more and no less.
func readConstants(file *tree.Tree) (constants, tree.Problems) {
	rows := reflect.New(rowsType)
	if problems := file.Decode(rows.Interface()); len(problems) > 0 {
		return constants{}, problems
	}
	read := constants{tree: file, mind: new(agents.Psychology)}
	mind := reflect.ValueOf(read.mind).Elem()
	var problems tree.Problems
	for g := range rowsType.NumField() {
		for k := range rowsType.Field(g).Type.NumField() {
			path := []string{tomlName(rowsType.Field(g)), tomlName(rowsType.Field(g).Type.Field(k))}
			r := rows.Elem().Field(g).Field(k).Interface().(row)
			if !(r.Value >= r.Low && r.Value <= r.High) {
				problems = append(problems, file.Problem(append(path, "value"), "found %v, must be between %v and %v", r.Value, r.Low, r.High))
			}
			mind.Field(g).Field(k).SetFloat(float64(r.Value))
			read.table = append(read.table, Constant{tree.Join(path), float64(r.Value), r.Unit, float64(r.Low), float64(r.High), r.Source, r.Doc})
		}
	}
	if len(problems) > 0 {
		return constants{}, problems
	}
	return read, nil
}

// rowsType is the struct of agents.Psychology with a row in place of each number.
var rowsType = rowsOf(reflect.TypeFor[agents.Psychology]())

// rowsOf replaces the numbers of a struct, and of the structs in it, by rows.
func rowsOf(t reflect.Type) reflect.Type {
	fields := make([]reflect.StructField, t.NumField())
	for i := range fields {
		f := t.Field(i)
		typ := reflect.TypeFor[row]()
		if f.Type.Kind() == reflect.Struct {
			typ = rowsOf(f.Type)
		}
		tag := fmt.Sprintf(`toml:%q required:"true" doc:"constants of behaviour"`, tomlName(f))
		fields[i] = reflect.StructField{Name: f.Name, Type: typ, Tag: reflect.StructTag(tag)}
	}
	return reflect.StructOf(fields)
}

// tomlName is the key of a field.
func tomlName(f reflect.StructField) string { return f.Tag.Get("toml") }
