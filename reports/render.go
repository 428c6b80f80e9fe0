package reports

import (
	"fmt"
	"os"
	"path/filepath"

	"xsell/scenarios/results"
)

// Render reads the results in dir and writes dir/plots/*.svg and *.png and
// dir/report.html. Drawing again replaces what was drawn before.
func Render(dir string) error {
	set, err := results.Read(dir)
	if err != nil {
		return err
	}
	if len(set.Manifest.Scenarios) == 0 {
		return fmt.Errorf("%s: the manifest names no scenario: nothing to report", dir)
	}
	v := newView(set)
	if v.misses, err = readNearMisses(dir); err != nil {
		return err
	}
	figures := drawAll(v)
	if err := writePlots(filepath.Join(dir, "plots"), v, figures); err != nil {
		return fmt.Errorf("cannot write the plots: %w", err)
	}
	page, err := renderPage(v, figures)
	if err != nil {
		return fmt.Errorf("cannot build the report: %w", err)
	}
	if page, err = Enclose(page, set); err != nil {
		return fmt.Errorf("cannot put the data into the report: %w", err)
	}
	return replaceFile(filepath.Join(dir, "report.html"), page)
}

// writePlots writes every figure that could be drawn, as SVG and as PNG.
func writePlots(dir string, v *view, figures []figure) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for _, f := range figures {
		if f.missing != "" {
			continue
		}
		svg, err := f.svg(v)
		if err != nil {
			return fmt.Errorf("%s: %w", f.id, err)
		}
		png, err := f.png(v)
		if err != nil {
			return fmt.Errorf("%s: %w", f.id, err)
		}
		if err := replaceFile(filepath.Join(dir, f.id+".svg"), svg); err != nil {
			return err
		}
		if err := replaceFile(filepath.Join(dir, f.id+".png"), png); err != nil {
			return err
		}
	}
	return nil
}

// replaceFile writes beside the old file and renames over it: a reader sees
// either the old one or the new one.
func replaceFile(path string, data []byte) error {
	temporary := path + ".unfinished"
	if err := os.WriteFile(temporary, data, 0o644); err != nil {
		return err
	}
	return os.Rename(temporary, path)
}
