package reports

import (
	"errors"
	"fmt"
	"html/template"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// insideFile is a small table that a page carries along, so that it can be sent alone.
type insideFile struct {
	Name, Size string
	Link       template.URL
}

// mostInside is how large a table may be for that. [bytes]
const mostInside = 400_000

// inside are the tables of the results' directory that fit into the page.
func (v *view) inside() (files []insideFile, err error) {
	if v.dir == "" {
		return nil, nil
	}
	for _, name := range []string{"outcomes.csv", "summary.csv"} {
		data, err := os.ReadFile(filepath.Join(v.dir, name))
		if errors.Is(err, fs.ErrNotExist) || len(data) > mostInside {
			continue
		}
		if err != nil {
			return nil, err
		}
		files = append(files, insideFile{name, kilobytes(len(data)), template.URL("data:text/csv;charset=utf-8," + inLink(data))})
	}
	return files, nil
}

func kilobytes(n int) string { return number(float64(n)/1000, 0) + " kB" }

// inLink writes bytes so that they can stand in a link: a CSV file hardly grows.
func inLink(data []byte) string {
	var out strings.Builder
	for _, b := range data {
		switch {
		case b >= 'a' && b <= 'z', b >= 'A' && b <= 'Z', b >= '0' && b <= '9', strings.IndexByte("-_.,+:;()", b) >= 0:
			out.WriteByte(b)
		default:
			fmt.Fprintf(&out, "%%%02X", b)
		}
	}
	return out.String()
}

// besideFile is a row of the table of files.
type besideFile struct {
	Names []string
	Holds string
}

// besideFiles are the files of the results' directory.
func besideFiles(p page) []besideFile {
	files := []besideFile{
		{[]string{"manifest.toml"}, "command, seed, and every design in full"},
		{[]string{"summary.csv"}, "every measure of every design: mean, difference and their intervals"},
		{[]string{"outcomes.csv"}, "every measure of every replication over the whole horizon"},
		{[]string{"measures.csv"}, "every measure of every replication at every close of the books"},
		{[]string{"books.csv"}, "every counter behind the measures, in whole numbers"},
		{[]string{"distributions.csv"}, "histograms"},
	}
	if len(p.Trials) > 0 {
		files = append(files, besideFile{[]string{"effects.csv", "effects_dictionary.csv"}, "treated against untreated of changes made for some only, and what the measures mean"})
	}
	if p.Decision != nil {
		files = append(files, besideFile{[]string{"verdicts.csv", "standings.csv", "guardrails.csv", "verdicts_dictionary.csv"},
			"the decision: every pair, who may be the best, every guardrail, and what the columns mean"})
	}
	for _, part := range p.Parts {
		for _, w := range part.Whys {
			files = append(files, besideFile{[]string{w.Page}, "why " + w.Name + " differs from " + w.Base + ": a result of its own, with its tables beside it"})
		}
		for _, w := range part.Whos {
			files = append(files, besideFile{[]string{w.Page}, "who gains and who loses under " + w.Name + ": a result of its own, with its tables beside it"})
		}
	}
	return append(files,
		besideFile{[]string{"luck.csv"}, "correlations and variance ratios"},
		besideFile{[]string{"dictionary.csv", "books_dictionary.csv", "distribution_dictionary.csv"}, "titles, units and definitions"})
}

func countRows(groups []tableGroup) (n int) {
	for _, g := range groups {
		n += len(g.Rows)
	}
	return n
}
