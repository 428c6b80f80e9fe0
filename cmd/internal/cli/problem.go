package cli

import (
	"errors"
	"regexp"
	"strconv"
	"strings"

	"xsell/reports/document"
	"xsell/scenarios/tree"
)

// placed is a mistake with its place, as tree.Problem writes it: my.toml:14:7: organisation.teams: found 3.
var placed = regexp.MustCompile(`^(.+?):(\d+):(\d+): (?:([A-Za-z0-9_"][^ :]*): )?(.+)$`)

// errorDocument is an error for other programs: one problem for each line of it.
func errorDocument(failure error) document.Error {
	d := document.Error{Schema: document.ErrorSchema, Code: codeOf(failure)}
	var known tree.Problems
	if errors.As(failure, &known) {
		for _, p := range known {
			d.Problems = append(d.Problems, document.Problem{Message: p.Message, File: p.File, Line: p.Line, Column: p.Column, Key: p.Key})
		}
		return d
	}
	for line := range strings.SplitSeq(failure.Error(), "\n") {
		d.Problems = append(d.Problems, problemOf(line))
	}
	return d
}

// problemOf reads a line of an error: problems of several files have been joined to lines.
func problemOf(line string) document.Problem {
	parts := placed.FindStringSubmatch(line)
	if parts == nil {
		return document.Problem{Message: line}
	}
	p := document.Problem{Message: parts[5], File: parts[1], Key: parts[4]}
	var err error
	if p.Line, err = strconv.Atoi(parts[2]); err != nil {
		return document.Problem{Message: line}
	}
	if p.Column, err = strconv.Atoi(parts[3]); err != nil {
		return document.Problem{Message: line}
	}
	return p
}
