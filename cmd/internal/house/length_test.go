package house

import (
	"bytes"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const (
	root         = "../../.."
	longestFunc  = 40  // [lines]
	longestFile  = 250 // [lines]; files that hold only data may be longer
	dataFileFunc = 10  // [lines] of functions a file of data may hold
)

// source is one Go file of the module.
type source struct {
	path  string
	bytes []byte
	set   *token.FileSet
	file  *ast.File
}

func sources(t *testing.T) []source {
	t.Helper()
	var all []source
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() && strings.HasPrefix(entry.Name(), ".git") {
			return filepath.SkipDir
		}
		if !strings.HasSuffix(path, ".go") {
			return nil
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		s := source{path: filepath.ToSlash(strings.TrimPrefix(path, root)), bytes: data, set: token.NewFileSet()}
		s.file, err = parser.ParseFile(s.set, path, data, parser.ParseComments)
		all = append(all, s)
		return err
	})
	require.NoError(t, err)
	require.NotEmpty(t, all)
	return all
}

// lines is how many lines a node takes.
func (s source) lines(n ast.Node) int {
	return s.set.Position(n.End()).Line - s.set.Position(n.Pos()).Line + 1
}

// tables is how many lines of a test's function are literal tables: cases to be
// read one by one, not code.
func (s source) tables(f *ast.FuncDecl) (lines int) {
	if !strings.HasSuffix(s.path, "_test.go") {
		return 0
	}
	ast.Inspect(f, func(n ast.Node) bool {
		literal, ok := n.(*ast.CompositeLit)
		if ok {
			lines += s.lines(literal)
		}
		return !ok
	})
	return lines
}

// functions calls back for every function declared in a file.
func (s source) functions(found func(*ast.FuncDecl)) {
	for _, d := range s.file.Decls {
		if f, ok := d.(*ast.FuncDecl); ok {
			found(f)
		}
	}
}

func TestFunctionsFitOnAScreen(t *testing.T) {
	for _, s := range sources(t) {
		s.functions(func(f *ast.FuncDecl) {
			if lines := s.lines(f) - s.tables(f); lines > longestFunc {
				t.Errorf("%s: %s has %d lines, at most %d are allowed: it does more than one thing",
					s.path, f.Name.Name, lines, longestFunc)
			}
		})
	}
}

func TestFilesAreNotTooFull(t *testing.T) {
	for _, s := range sources(t) {
		code := 0
		s.functions(func(f *ast.FuncDecl) { code += s.lines(f) })
		lines := bytes.Count(s.bytes, []byte("\n"))
		if lines > longestFile && code > dataFileFunc {
			t.Errorf("%s has %d lines, at most %d are allowed where there is code: two files would be better",
				s.path, lines, longestFile)
		}
	}
}

func TestNothingIsLeftUndone(t *testing.T) {
	for _, s := range sources(t) {
		for _, word := range []string{"TO" + "DO", "FIX" + "ME", "XX" + "X"} {
			if bytes.Contains(s.bytes, []byte(word)) {
				t.Errorf("%s holds the word %s: do it, or leave it out", s.path, word)
			}
		}
	}
}

func TestFilesAreFormatted(t *testing.T) {
	for _, s := range sources(t) {
		formatted, err := format.Source(s.bytes)
		require.NoError(t, err, s.path)
		if !bytes.Equal(formatted, s.bytes) {
			t.Errorf("%s is not formatted: run gofmt -w on it", s.path)
		}
	}
}
