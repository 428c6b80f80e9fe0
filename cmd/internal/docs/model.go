package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"xsell/cmd/internal/odd"
	"xsell/scenarios"
	"xsell/sim"
)

// phases lists the week with the file of each phase and what its comment says it reads and writes.
func phases(root string) (string, error) {
	found, err := functions(filepath.Join(root, "sim"))
	if err != nil {
		return "", err
	}
	var rows [][]string
	for i, phase := range sim.Week {
		f, ok := found[phase.Name]
		if !ok {
			return "", fmt.Errorf("no function of package sim is called like the phase %q", phase.Name)
		}
		said := strings.TrimPrefix(f.comment, phase.Name+" ")
		rows = append(rows, []string{strconv.Itoa(i + 1), odd.Code(phase.Name), odd.Code("sim/" + f.file), said})
	}
	return odd.Table([]string{"", "phase", "file", "what happens"}, rows), nil
}

// week is the list of phases in short.
func week() string {
	var rows [][]string
	for i, phase := range sim.Week {
		rows = append(rows, []string{strconv.Itoa(i + 1), odd.Code(phase.Name), phase.Does})
	}
	return odd.Table([]string{"", "phase", "what happens"}, rows)
}

// function is where a function stands and what its comment says, on one line.
type function struct{ file, comment string }

// functions of a package by name, methods and tests left out.
func functions(dir string) (map[string]function, error) {
	files, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	found := map[string]function{}
	for _, f := range files {
		if !strings.HasSuffix(f.Name(), ".go") || strings.HasSuffix(f.Name(), "_test.go") {
			continue
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), filepath.Join(dir, f.Name()), nil, parser.ParseComments)
		if err != nil {
			return nil, err
		}
		for _, d := range parsed.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && fn.Recv == nil {
				found[fn.Name.Name] = function{f.Name(), strings.Join(strings.Fields(fn.Doc.Text()), " ")}
			}
		}
	}
	return found, nil
}

// overlays lists the built-in overlays.
func overlays() string {
	var rows [][]string
	for _, s := range scenarios.Overlays() {
		rows = append(rows, []string{odd.Code(s.Name), s.Summary})
	}
	return odd.Table([]string{"overlay", "what it changes"}, rows)
}

// library lists the built-in scenarios.
func library() string {
	var rows [][]string
	for _, s := range scenarios.Library() {
		if s.Partial {
			continue
		}
		rows = append(rows, []string{odd.Code(s.Name), odd.Code(s.Base), s.Summary})
	}
	return odd.Table([]string{"scenario", "changes", "what it is"}, rows)
}
