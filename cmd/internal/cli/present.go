package cli

import (
	"fmt"
	"io"
	"path/filepath"

	"xsell/reports"
	"xsell/scenarios/results"
)

// present draws the report of results that are on disk in dir, prints the table
// and the answer, and says where the report is.
func present(out io.Writer, dir string, set *results.Set) error {
	if err := reports.Render(dir); err != nil {
		return ours(fmt.Errorf("the results are in %s, but the report could not be drawn: %w", dir, err))
	}
	if err := reports.Table(out, set); err != nil {
		return ours(err)
	}
	if err := reports.Experiments(out, set); err != nil {
		return ours(err)
	}
	if err := reports.Decision(out, set); err != nil {
		return ours(err)
	}
	if err := reports.Selection(out, set); err != nil {
		return ours(err)
	}
	_, err := fmt.Fprintf(out, "\n%s\n\nreport: %s\n", reports.Words(set), filepath.Join(dir, "report.html"))
	return ours(err)
}
