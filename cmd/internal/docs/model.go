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
		rows = append(rows, []string{strconv.Itoa(i + 1), code(phase.Name), code("sim/" + f.file), said})
	}
	return table([]string{"", "phase", "file", "what happens"}, rows), nil
}

// week is the list of phases in short.
func week() string {
	var rows [][]string
	for i, phase := range sim.Week {
		rows = append(rows, []string{strconv.Itoa(i + 1), code(phase.Name), phase.Does})
	}
	return table([]string{"", "phase", "what happens"}, rows)
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

// constants is the table of psychology, a heading for each group.
func constants() string {
	var out strings.Builder
	var rows [][]string
	group := ""
	head := []string{"constant", "value", "unit", "range", "meaning", "source"}
	flush := func() {
		if len(rows) > 0 {
			fmt.Fprintf(&out, "\n**%s**\n\n%s", group, table(head, rows))
		}
		rows = nil
	}
	for _, c := range scenarios.PsychologyTable() {
		name, _, _ := strings.Cut(c.Path, ".")
		if name != group {
			flush()
			group = name
		}
		span := number(c.Low) + " to " + number(c.High)
		rows = append(rows, []string{code(c.Path), number(c.Value), c.Unit, span, c.Doc, c.Source})
	}
	flush()
	return out.String() + "\n"
}

func number(x float64) string { return strconv.FormatFloat(x, 'g', -1, 64) }

// overlays lists the built-in overlays.
func overlays() string {
	var rows [][]string
	for _, s := range scenarios.Overlays() {
		rows = append(rows, []string{code(s.Name), s.Summary})
	}
	return table([]string{"overlay", "what it changes"}, rows)
}

// library lists the built-in scenarios.
func library() string {
	var rows [][]string
	for _, s := range scenarios.Library() {
		if s.Partial {
			continue
		}
		rows = append(rows, []string{code(s.Name), code(s.Base), s.Summary})
	}
	return table([]string{"scenario", "changes", "what it is"}, rows)
}
