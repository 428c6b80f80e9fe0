package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"xsell/cmd/internal/odd"
)

// purposes lists the purposes of luck that the model draws for: number, what the draw decides, and where it is made.
// Those set aside are left out.
func purposes(root string) (string, error) {
	drawn, err := draws(filepath.Join(root, "sim"))
	if err != nil {
		return "", err
	}
	file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(root, "sim/draw/purposes.go"), nil, parser.ParseComments)
	if err != nil {
		return "", err
	}
	var rows [][]string
	ast.Inspect(file, func(n ast.Node) bool {
		constant, is := n.(*ast.ValueSpec)
		if !is || len(constant.Values) == 0 {
			return true
		}
		number, isNumber := constant.Values[0].(*ast.BasicLit)
		if places := drawn[constant.Names[0].Name]; isNumber && len(places) > 0 {
			rows = append(rows, []string{number.Value, odd.Code(constant.Names[0].Name), strings.TrimSpace(constant.Comment.Text()),
				odd.Code(strings.Join(places, "`, `"))})
		}
		return true
	})
	return odd.Table([]string{"number", "purpose", "decides", "drawn in"}, rows), nil
}

// drawing names a purpose where it is used.
var drawing = regexp.MustCompile(`\bdraw\.([A-Z][A-Za-z]*)\b`)

// draws lists by purpose the files of a directory that use it, in order; the tracer only reads what was drawn.
func draws(dir string) (map[string][]string, error) {
	files, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	used := map[string]map[string]bool{}
	for _, f := range files {
		if !strings.HasSuffix(f.Name(), ".go") || strings.HasSuffix(f.Name(), "_test.go") || strings.HasPrefix(f.Name(), "trace") {
			continue
		}
		text, err := os.ReadFile(filepath.Join(dir, f.Name()))
		if err != nil {
			return nil, err
		}
		for _, found := range drawing.FindAllStringSubmatch(string(text), -1) {
			if used[found[1]] == nil {
				used[found[1]] = map[string]bool{}
			}
			used[found[1]]["sim/"+f.Name()] = true
		}
	}
	places := map[string][]string{}
	for name, where := range used {
		places[name] = slices.Sorted(maps.Keys(where))
	}
	return places, nil
}
