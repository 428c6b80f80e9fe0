package tree

import (
	"errors"
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2/unstable"
)

// locator collects the place of every key of a text. The decoder keeps them to
// itself, so that the text is looked at a second time by a parser that does
// not.
type locator struct {
	file    string
	parser  unstable.Parser
	lines   *lines
	places  map[string]place
	headers map[string]bool // tables that have a header of their own
	lengths map[string]int  // number of elements so far of a list of tables
}

// locate returns the places by pathKey.
func locate(file string, text []byte) (map[string]place, *Problem) {
	l := &locator{
		file:    file,
		lines:   newLines(text),
		places:  map[string]place{pathKey(nil): {file, 1, 1}},
		headers: map[string]bool{},
		lengths: map[string]int{},
	}
	l.parser.Reset(text)
	var under []string
	for l.parser.NextExpression() {
		switch e := l.parser.Expression(); e.Kind {
		case unstable.Table:
			under = l.header(e, false)
		case unstable.ArrayTable:
			under = l.header(e, true)
		case unstable.KeyValue:
			l.keyValue(e, under)
		}
	}
	return l.places, l.failure()
}

// failure turns an error of the second parser into a problem: what the two
// libraries do not agree on is not TOML.
func (l *locator) failure() *Problem {
	err := l.parser.Error()
	if err == nil {
		return nil
	}
	problem := Problem{File: l.file, Message: notTOML(err.Error())}
	parse := (*unstable.ParserError)(nil)
	if errors.As(err, &parse) && len(parse.Highlight) > 0 {
		at := l.lines.at(int(l.parser.Range(parse.Highlight).Offset))
		problem.Line, problem.Column = at.line, at.col
	}
	return &problem
}

// header notes [a.b] or [[a.b]] and returns the path its keys stand under.
func (l *locator) header(e *unstable.Node, isList bool) []string {
	var path []string
	for keys := e.Key(); keys.Next(); {
		key := keys.Node()
		path = below(path, string(key.Data))
		last := keys.IsLast()
		l.note(path, key, last && !isList)
		n := l.lengths[pathKey(path)]
		if last && isList {
			n++
			l.lengths[pathKey(path)] = n
		}
		if n > 0 { // keys under a list of tables belong to its latest element
			path = below(path, item(n))
			l.note(path, key, false)
		}
	}
	return path
}

// keyValue notes a.b = value and everything inside the value.
func (l *locator) keyValue(e *unstable.Node, under []string) {
	path := under
	for keys := e.Key(); keys.Next(); {
		path = below(path, string(keys.Node().Data))
		l.note(path, keys.Node(), false)
	}
	l.value(e.Value(), path)
}

// value notes the keys of inline tables and the elements of lists.
func (l *locator) value(v *unstable.Node, path []string) {
	switch v.Kind {
	case unstable.InlineTable:
		for pairs := v.Children(); pairs.Next(); {
			l.keyValue(pairs.Node(), path)
		}
	case unstable.Array:
		n := 0
		for items := v.Children(); items.Next(); {
			n++
			element := below(path, item(n))
			l.note(element, items.Node(), false)
			l.value(items.Node(), element)
		}
	}
}

// note stores the first place of a path; a table's own header outranks the
// places where it was only passed through.
func (l *locator) note(path []string, n *unstable.Node, isHeader bool) {
	key := pathKey(path)
	_, known := l.places[key]
	if n.Raw.Length == 0 || known && (!isHeader || l.headers[key]) {
		return
	}
	at := l.lines.at(int(n.Raw.Offset))
	at.file = l.file
	l.places[key] = at
	l.headers[key] = isHeader
}

// pathKey is a path as a map key; no key of a text that was let in holds a NUL.
func pathKey(path []string) string {
	var key strings.Builder
	for _, element := range path {
		key.WriteString(element)
		key.WriteByte(0)
	}
	return key.String()
}

// keyPathOf is the inverse of pathKey.
func keyPathOf(key string) []string {
	elements := strings.Split(key, "\x00")
	return elements[:len(elements)-1]
}

// lines finds line and column of an offset. It remembers where it looked last,
// so that a file of one endless line is counted once and not for every key.
type lines struct {
	text    []byte
	starts  []int // offset of the first byte of each line
	line    int   // of the last answer
	offset  int   // of the last answer
	letters int   // between the start of that line and that offset
}

func newLines(text []byte) *lines {
	starts := []int{0}
	for i, c := range text {
		if c == '\n' {
			starts = append(starts, i+1)
		}
	}
	return &lines{text: text, starts: starts}
}

// at returns line and column from 1; a column counts letters, not bytes.
func (l *lines) at(offset int) place {
	offset = min(max(offset, 0), len(l.text))
	line := sort.SearchInts(l.starts, offset+1)
	if line != l.line || offset < l.offset {
		l.line, l.offset, l.letters = line, l.starts[line-1], 0
	}
	l.letters += utf8.RuneCount(l.text[l.offset:offset])
	l.offset = offset
	return place{line: line, col: l.letters + 1}
}
