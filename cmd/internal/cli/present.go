package cli

import (
	"fmt"
	"io"
	"path/filepath"

	"xsell/reports"
	"xsell/scenarios/results"
)

// present draws the report of results that are on disk in dir, prints the answer, and says where the report is.
func present(out io.Writer, dir string, set *results.Set) error {
	if err := reports.Render(dir); err != nil {
		return ours(fmt.Errorf("the results are in %s, but the report could not be drawn: %w", dir, err))
	}
	s := screenOf(out)
	if s.json {
		d, err := reports.ComparisonDocument(dir, set)
		if err != nil {
			return err
		}
		return inJSON(out, d)
	}
	s.terminal.Dir = dir
	if s.full {
		if err := reports.Whole(out, set, s.terminal); err != nil {
			return ours(err)
		}
	}
	if err := reports.Short(out, set, s.terminal); err != nil {
		return ours(err)
	}
	if err := reports.Deeper(out, dir, set, s.terminal); err != nil {
		return ours(err)
	}
	if !s.full {
		if _, err := fmt.Fprintf(out, "\nall measures: xsell report %s --full", dir); err != nil {
			return ours(err)
		}
	}
	_, err := fmt.Fprintf(out, "\nreport: %s\n", filepath.Join(dir, "report.html"))
	return ours(err)
}
