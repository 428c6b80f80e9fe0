package tree

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// Problem is one mistake in a file, said so that its author can mend it.
type Problem struct {
	File         string // as given by the source, or "--set"
	Line, Column int    // from 1; 0 where the source has no lines; columns count letters
	Key          string // full key path, "" for the whole file
	Message      string
}

// String writes my.toml:14:7: organisation.handoff.leads.to: no unit "insurrer".
func (p Problem) String() string {
	text := p.File
	if p.Line > 0 {
		text += fmt.Sprintf(":%d:%d", p.Line, p.Column)
	}
	if p.Key != "" {
		text += ": " + p.Key
	}
	return text + ": " + p.Message
}

// Problems is all that is wrong, in the order of files and lines.
type Problems []Problem

// Error joins the problems, one on each line.
func (ps Problems) Error() string {
	lines := make([]string, len(ps))
	for i, p := range ps {
		lines[i] = p.String()
	}
	return strings.Join(lines, "\n")
}

// Err returns the problems as an error, nil if there are none. A Problems
// value must not be returned as an error directly: empty, it would not be nil.
func (ps Problems) Err() error {
	if len(ps) == 0 {
		return nil
	}
	return ps
}

// Sort orders problems by file, line, column, key and message.
func (ps Problems) Sort() {
	slices.SortFunc(ps, func(a, b Problem) int {
		return cmp.Or(
			cmp.Compare(a.File, b.File),
			cmp.Compare(a.Line, b.Line),
			cmp.Compare(a.Column, b.Column),
			cmp.Compare(a.Key, b.Key),
			cmp.Compare(a.Message, b.Message),
		)
	})
}

// Folded returns the problems with one line for a mistake that a "*" brought to many entries. Their order is kept.
func (ps Problems) Folded() (out Problems) {
	var more []int
	for _, p := range ps {
		if i := slices.IndexFunc(out, p.repeats); i >= 0 {
			more[i]++
			continue
		}
		out, more = append(out, p), append(more, 0)
	}
	for i, n := range more {
		if n > 0 {
			out[i].Message += fmt.Sprintf(" … and %d more", n)
		}
	}
	return out
}

// repeats says whether two problems are one mistake under two keys: written at one place, about keys of one name or in
// the same words. What is missing is shown at the table around it, where other keys may be missing too.
func (p Problem) repeats(first Problem) bool {
	if p.Line == 0 || p.File != first.File || p.Line != first.Line || p.Column != first.Column || p.Key == first.Key {
		return false
	}
	return lastWord(p.Key) == lastWord(first.Key) || p.Message == first.Message && !strings.HasPrefix(p.Message, "missing")
}

// lastWord of a key.
func lastWord(key string) string { return key[strings.LastIndex(key, ".")+1:] }

// Problem makes a problem of the key at path; its place is that of the key or,
// where the key is not set, of the nearest table around it.
func (t *Tree) Problem(path []string, format string, args ...any) Problem {
	file, line, col := t.Where(path...)
	return Problem{
		File: file, Line: line, Column: col,
		Key: Join(path), Message: fmt.Sprintf(format, args...),
	}
}

// bareKey is a key that needs no quotes in TOML.
var bareKey = regexp.MustCompile(`^[A-Za-z0-9_-]+$`)

// Join writes a path the way TOML does: pay.plan."plan 2".rule[1].
func Join(path []string) string {
	var text strings.Builder
	for i, key := range path {
		_, isItem := itemNumber(key)
		if i > 0 && !isItem {
			text.WriteByte('.')
		}
		if !isItem && !bareKey.MatchString(key) {
			key = strconv.Quote(key)
		}
		text.WriteString(key)
	}
	return text.String()
}
