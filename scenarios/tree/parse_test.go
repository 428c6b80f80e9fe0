package tree_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/scenarios/tree"
)

func TestTextThatIsNoTOMLIsRefusedWithItsPlace(t *testing.T) {
	for _, row := range []struct{ name, text, want string }{
		{"nothing", "", "my.toml: the file is empty"},
		{"white space", " \n\n\t", "my.toml: the file is empty"},
		{"byte order mark only", "\xef\xbb\xbf", "my.toml: the file is empty"},
		{"binary", "a = 1\x00", "my.toml: looks like a binary file; a scenario is plain text in UTF-8"},
		{"Latin-1", "name = \"M\xfcller\"", "my.toml: looks like a binary file, or its letters are not in UTF-8; save it as plain text in UTF-8"},
		{"too large", strings.Repeat("#", tree.MaxSize+1), "my.toml: the file has 4.0 MiB, the limit is 4 MiB"},
		{"no value", "[market]\nloyal =\n", `my.toml:2:8: market.loyal: not TOML: a value is missing`},
		{"bare words", "[market]\nloyal = two weeks", `my.toml:2:9: market.loyal: not TOML: found two where a value belongs; text needs quotes, such as "13 weeks"`},
		{"key set twice", "[market]\nloyal = 1\nloyal = 2", `my.toml:3:1: market.loyal: not TOML: market.loyal is set twice`},
		{"table set twice", "[market]\n[pay]\n[market]", `my.toml:3:2: not TOML: market is set twice`},
		{"no closing bracket", "[market\nloyal = 1", `my.toml:2:8: not TOML: the closing ] of a table's name is missing`},
		{"inline table left open", "a = {b = 1", `my.toml:1:10: a.b: not TOML: expected a comma or an inline table terminator '}', but got end of file instead`},
		{"key without value", "[market]\nloyal\n", `my.toml:2:6: market: not TOML: a key needs = and a value`},
		{"unknown escape", `a = "\q"`, `my.toml:1:6: a: not TOML: invalid escape in string '\q'`},
		{"leading zero", "a = 012", `my.toml:1:5: a: not TOML: Invalid integer "012": cannot have leading zeroes`},
		{"decimal comma", "a = 0,5", `my.toml:1:6: not TOML: found , behind a value; decimals have a point, text and numbers with a unit need quotes, such as "25 %"`},
		{"German percent", "a = 25 %", `my.toml:1:7: not TOML: found % behind a value; decimals have a point, text and numbers with a unit need quotes, such as "25 %"`},
		{"header twice as list", "[[a]]\n[a]", `my.toml:2:2: not TOML: a is set twice`},
		{"table in a value", "a = 1\n[a.b]", `my.toml:2:2: not TOML: a is set twice`},
		{"key the first reader loses", `a = [1, {"" = 2}]`,
			`my.toml:1:9: a[2]: this way of writing is read differently by two TOML readers; write it more plainly`},
		{"open quotes", "a = \"x\nb = 1", `my.toml:1:7: a: not TOML: strings cannot contain newlines`},
		{"nested lists", "\n\na = " + strings.Repeat("[", 200), "my.toml:3:1: lists and tables are nested more than 100 deep"},
		{"dotted keys", "a = 1\n" + strings.Repeat("a.", 200) + "a = 1", "my.toml:2:1: lists and tables are nested more than 100 deep"},
		{"nested after a text", "a = '''\n[[\n'''\nb = " + strings.Repeat("[", 101), "my.toml:4:1: lists and tables are nested more than 100 deep"},
	} {
		read, problems := tree.Parse(tree.Source{Name: "my.toml", Text: []byte(row.text)})
		assert.Nil(t, read, row.name)
		assert.Equal(t, row.want, problems.Error(), row.name)
	}
}

func TestHarmlessFilesAreRead(t *testing.T) {
	for name, text := range map[string]string{
		"byte order mark":     "\xef\xbb\xbfa = 1",
		"Windows line ends":   "a = 1\r\n[b]\r\nc = \"x\"\r\n",
		"one long line":       "a = [" + strings.Repeat("1,", 50_000) + "]",
		"only a comment":      "# nothing yet",
		"brackets in text":    "a = \"" + strings.Repeat("[", 300) + "\" # " + strings.Repeat("{", 300),
		"many short lists":    "a = [" + strings.Repeat("[1.5, 2.5],", 300) + "]",
		"size at the limit":   "a = 1 #" + strings.Repeat("x", tree.MaxSize-7),
		"quote in a comment":  "# it's fine\na = [1]",
		"escaped quote":       `a = "\"[[" ` + "\n" + `b = '\' # '`,
		"inline over 2 lines": "a = { b = 1,\n c = 2 }",
	} {
		_, problems := tree.Parse(tree.Source{Name: name, Text: []byte(text)})
		assert.Empty(t, problems, name)
	}
}

// places is a text in which the place of a key is easily got wrong.
const places = `a = 1
[b.c]
  d.e = [ 1,
    {f = 2} ]
"ä" = {g = 1, "h i" = 2}
[b]
[[k]]
l = 1
[[k]]
[k.m]
"[1]" = 3
`

func TestEveryKeyRemembersItsLineAndColumn(t *testing.T) {
	read := parse(t, "my.toml", places)
	for _, row := range []struct {
		path      []string
		line, col int
	}{
		{nil, 1, 1},
		{[]string{"a"}, 1, 1},
		{[]string{"b", "c"}, 2, 4},
		{[]string{"b", "c", "d"}, 3, 3},
		{[]string{"b", "c", "d", "e"}, 3, 5},
		{[]string{"b", "c", "d", "e", "[1]"}, 3, 11},
		{[]string{"b", "c", "d", "e", "[2]"}, 4, 5},
		{[]string{"b", "c", "d", "e", "[2]", "f"}, 4, 6},
		{[]string{"b", "c", "d", "e", "[3]"}, 3, 5},
		{[]string{"b", "c", "ä", "h i"}, 5, 15},
		{[]string{"b"}, 6, 2},
		{[]string{"k"}, 7, 3},
		{[]string{"k", "[1]", "l"}, 8, 1},
		{[]string{"k", "[2]"}, 9, 3},
		{[]string{"k", "[2]", "m"}, 10, 4},
		{[]string{"k", "[2]", "m", "[1]"}, 11, 1},
	} {
		file, line, col := read.Where(row.path...)
		assert.Equal(t, "my.toml", file)
		assert.Equal(t, [2]int{row.line, row.col}, [2]int{line, col}, "place of %s", tree.Join(row.path))
	}
}

func TestLargeFileKeepsEveryTable(t *testing.T) {
	var text bytes.Buffer
	const tables = 20_000
	for i := range tables {
		fmt.Fprintf(&text, "[named.entry-%d]\nvalue = 1\n", i)
	}
	read, problems := tree.Parse(tree.Source{Name: "large.toml", Text: text.Bytes()})
	require.Empty(t, problems)
	assert.Len(t, read.Keys("named"), tables, "every named table must be kept")
}
