package main

import (
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"
)

// leaning is how often one test lies far out, of all walks together.
type leaning struct {
	test   string
	n, far int
}

// leanings writes for each test how often it lies outside [0.005, 0.995], of the keyed draws and of the control: a test that
// leans does so whatever it reads.
func leanings(out io.Writer, dir string, all []found) error {
	ours := leansOf(all)
	var control []found
	paths, err := filepath.Glob(filepath.Join(dir, "control", names()[0]+".*.seed-*.txt"))
	if err != nil {
		return err
	}
	for _, path := range paths {
		in, err := readOne(path, names()[0], "")
		if err != nil {
			return err
		}
		control = append(control, in...)
	}
	theirs := leansOf(control)
	fmt.Fprint(out, "\n## Tests that lean\n\nBy luck one p-value in a hundred lies outside [0.005, 0.995]. A test that finds more in the keyed draws and as many in\n"+
		"the control leans by itself; those were asked of the control under other seeds.\n\n"+
		"| test | p-values of the keyed draws | outside | p-values of the control | outside |\n|---|---|---|---|---|\n")
	for _, l := range ours {
		fmt.Fprintf(out, "| %s | %d | %d (%.1f %%) |", l.test, l.n, l.far, percent(l))
		at := slices.IndexFunc(theirs, func(x leaning) bool { return x.test == l.test })
		if at < 0 {
			fmt.Fprintln(out, " | |")
			continue
		}
		fmt.Fprintf(out, " %d | %d (%.1f %%) |\n", theirs[at].n, theirs[at].far, percent(theirs[at]))
	}
	return nil
}

func percent(l leaning) float64 { return 100 * float64(l.far) / float64(l.n) }

// leansOf counts by test, in the order in which tests are first met; all of TestU01 is one.
func leansOf(all []found) (of []leaning) {
	for _, f := range all {
		test, _, _ := strings.Cut(f.test, " ")
		if strings.HasPrefix(f.battery, "smallcrush") || strings.HasPrefix(f.battery, "crush") {
			test = "TestU01, all tests"
		}
		at := slices.IndexFunc(of, func(l leaning) bool { return l.test == test })
		if at < 0 {
			at, of = len(of), append(of, leaning{test: test})
		}
		of[at].n++
		if f.tail < 0.005 {
			of[at].far++
		}
	}
	return of
}
