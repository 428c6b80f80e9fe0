package reports

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"sync"

	"xsell/scenarios/results"
)

// Render reads the results in dir and writes dir/plots/*.svg and dir/report.html.
// Drawing again replaces what was drawn before.
func Render(dir string) error {
	v, err := viewOf(dir)
	if err != nil {
		return err
	}
	return v.render(dir)
}

func (v *view) render(dir string) error {
	figures := drawAll(v)
	var page []byte
	err := together(
		func() error { return writePlots(filepath.Join(dir, "plots"), v, figures) },
		func() error { return renderWithin(dir, v.within) },
		func() (err error) {
			page, err = renderPage(v, figures)
			return err
		})
	if err != nil {
		return err
	}
	if page, err = Enclose(page, v.set); err != nil {
		return fmt.Errorf("cannot put the data into the report: %w", err)
	}
	return replaceFile(filepath.Join(dir, "report.html"), page)
}

// Pictures reads the results in dir and writes dir/plots/*.png, for slides and
// papers that cannot take an SVG; those of a risk analysis and of an explanation too.
func Pictures(dir string) error {
	switch {
	case results.HoldsRisk(dir):
		return riskPictures(dir)
	case results.HoldsExplain(dir):
		return whyPictures(dir)
	case results.HoldsFacts(dir), results.HoldsTwins(dir):
		return nil // theirs are always there
	}
	v, err := viewOf(dir)
	if err != nil {
		return err
	}
	return writeImages(filepath.Join(dir, "plots"), v, drawAll(v))
}

func viewOf(dir string) (*view, error) {
	set, err := results.Read(dir)
	if err != nil {
		return nil, err
	}
	if len(set.Manifest.Scenarios) == 0 {
		return nil, fmt.Errorf("%s: the manifest names no scenario: nothing to report", dir)
	}
	v := newView(set)
	v.dir = dir
	if v.within, err = readWithin(dir, &set.Manifest); err != nil {
		return nil, err
	}
	if set.Manifests, err = results.WithinOf(dir, &set.Manifest); err != nil {
		return nil, err
	}
	v.misses, err = readNearMisses(dir)
	return v, err
}

// renderAt draws figures beside a page and the page itself. Drawing again replaces what was drawn before.
func renderAt(path string, v *view, figures []figure, draw func([]figure) ([]byte, error)) error {
	var page []byte
	err := together(
		func() error { return writePlots(filepath.Join(filepath.Dir(path), "plots"), v, figures) },
		func() (err error) {
			page, err = draw(figures)
			return err
		})
	if err != nil {
		return err
	}
	return replaceFile(path, page)
}

// writePlots writes every figure that could be drawn as an SVG file.
func writePlots(dir string, v *view, figures []figure) error {
	return writeEach(dir, ".svg", v, figures, figure.svg)
}

// writeImages writes every figure that could be drawn as a PNG file.
func writeImages(dir string, v *view, figures []figure) error {
	return writeEach(dir, ".png", v, figures, figure.png)
}

func writeEach(dir, ending string, v *view, figures []figure, draw func(figure, *view) ([]byte, error)) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("cannot write the plots: %w", err)
	}
	var work []func() error
	for _, f := range figures {
		if f.missing != "" {
			continue
		}
		work = append(work, func() error {
			data, err := draw(f, v)
			if err != nil {
				return fmt.Errorf("cannot draw %s: %w", f.id, err)
			}
			return replaceFile(filepath.Join(dir, f.id+ending), data)
		})
	}
	return together(work...)
}

// together does pieces of work side by side, as many at a time as there are
// processors, and returns all that went wrong.
func together(work ...func() error) error {
	problems := make([]error, len(work))
	places := make(chan struct{}, runtime.GOMAXPROCS(0))
	var all sync.WaitGroup
	for i, do := range work {
		places <- struct{}{}
		all.Go(func() {
			problems[i] = do()
			<-places
		})
	}
	all.Wait()
	return errors.Join(problems...)
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
