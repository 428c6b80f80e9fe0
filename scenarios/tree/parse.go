package tree

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"slices"
	"unicode/utf8"

	"github.com/BurntSushi/toml"
)

// Source is one TOML text and the name its problems are shown under.
type Source struct {
	Name string
	Text []byte
}

// MaxSize bounds a source [bytes]; a scenario is some ten thousand.
const MaxSize = 4 << 20

// unnamed stands for a source without a name.
const unnamed = "(unnamed)"

// Parse reads a TOML text. On problems of syntax the tree is nil.
func Parse(src Source) (*Tree, Problems) {
	if src.Name == "" {
		src.Name = unnamed
	}
	text := bytes.TrimPrefix(src.Text, []byte("\xef\xbb\xbf")) // some editors begin UTF-8 with a mark
	if message := unreadable(text); message != "" {
		return nil, Problems{{File: src.Name, Message: message}}
	}
	read, problem := build(src.Name, text)
	if problem != nil {
		problem.File = src.Name
		return nil, Problems{*problem}
	}
	return read, nil
}

// build joins values and places. Two libraries read the text; should one of
// them lose a key that the other has seen, the file is refused, because a run
// with a lost key would be a silent lie.
func build(name string, text []byte) (*Tree, *Problem) {
	values, problem := decode(text)
	if problem != nil {
		return nil, problem
	}
	places, problem := locate(name, text)
	if problem != nil {
		return nil, problem
	}
	source := func(path []string) place { return places[pathKey(path)] }
	read := &Tree{root: grow(values, nil, source)}
	for _, key := range slices.Sorted(maps.Keys(places)) {
		if path := keyPathOf(key); read.find(path) == nil {
			return nil, &Problem{Line: places[key].line, Column: places[key].col, Key: Join(path),
				Message: "this way of writing is read differently by two TOML readers; write it more plainly"}
		}
	}
	return read, nil
}

// unreadable says why a text cannot be TOML at all, "" if it can.
func unreadable(text []byte) string {
	switch {
	case len(text) > MaxSize:
		return fmt.Sprintf("the file has %.1f MiB, the limit is %d MiB", float64(len(text))/(1<<20), MaxSize>>20)
	case bytes.IndexByte(text, 0) >= 0:
		return "looks like a binary file; a scenario is plain text in UTF-8"
	case !utf8.Valid(text):
		return "looks like a binary file, or its letters are not in UTF-8; save it as plain text in UTF-8"
	case len(bytes.TrimSpace(text)) == 0:
		return "the file is empty"
	}
	return ""
}

// decode reads the values of a text, without places.
func decode(text []byte) (map[string]any, *Problem) {
	if line := tooDeep(text); line > 0 {
		return nil, &Problem{Line: line, Column: 1,
			Message: fmt.Sprintf("lists and tables are nested more than %d deep", maxDepth)}
	}
	values := map[string]any{}
	_, err := toml.Decode(string(text), &values)
	if err == nil {
		return values, nil
	}
	parse := toml.ParseError{}
	if !errors.As(err, &parse) {
		return nil, &Problem{Message: notTOML(err.Error())}
	}
	at := newLines(text).at(parse.Position.Start)
	if at.line != parse.Position.Line { // at the end of a line the library points behind it
		at = place{line: max(1, parse.Position.Line), col: max(1, parse.Position.Col)}
	}
	return nil, &Problem{Line: at.line, Column: at.col, Key: parse.LastKey,
		Message: notTOML(parse.Message)}
}
