package reports

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"

	"xsell/scenarios/results"
)

// inner is what stands within the results of a comparison on one of its designs. What is not there is nil.
type inner struct {
	n            int // of the design; the base is 0
	name         string
	why          *whyView
	who          *whoView
	whyAt, whoAt string // places within the results
}

// readWithin reads what stands within the results in dir: a row for every design of which there is anything.
func readWithin(dir string, m *results.Manifest) (all []inner, err error) {
	for n := 1; n < len(m.Scenarios) && dir != ""; n++ {
		in := inner{n: n, name: m.Scenarios[n].Name, whyAt: m.Within(results.Why, n), whoAt: m.Within(results.Who, n)}
		why, failed := readInner(filepath.Join(dir, in.whyAt), readWhy)
		who, failure := readInner(filepath.Join(dir, in.whoAt), whoViewOf)
		if err := errors.Join(failed, failure); err != nil {
			return nil, fmt.Errorf("%w\nor remove that directory and make it again with xsell resume %s", err, dir)
		}
		if why != nil {
			why.number = n
		}
		if in.why, in.who = why, who; why != nil || who != nil {
			all = append(all, in)
		}
	}
	return all, nil
}

// readInner is nil where there are no results.
func readInner[T any](dir string, read func(string) (*T, error)) (*T, error) {
	if !results.Holds(dir) {
		return nil, nil
	}
	found, err := read(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%s is not whole: %w", dir, err)
	}
	return found, err
}

// renderWithin draws the pages of what stands within the results in dir.
func renderWithin(dir string, all []inner) error {
	var work []func() error
	for _, in := range all {
		if in.why != nil {
			work = append(work, func() error { return RenderWhy(filepath.Join(dir, in.whyAt)) })
		}
		if in.who != nil {
			work = append(work, func() error { return RenderTwins(filepath.Join(dir, in.whoAt)) })
		}
	}
	return together(work...)
}

// moved are figures that stand on the page of a comparison: under names of their own, with files at their place.
func moved(figures []figure, name, at string) []figure {
	for i := range figures {
		f := &figures[i]
		f.file = filepath.ToSlash(filepath.Join(at, "plots", f.id+".svg"))
		f.id = name + "-" + f.id
		if f.narrow != nil {
			narrow := *f.narrow
			narrow.id, f.narrow = f.id, &narrow
		}
	}
	return figures
}
