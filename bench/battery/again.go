package main

import (
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"
)

// suspicious are the p-values that are asked again.
func suspicious(all []found) []found {
	limit := bound(falseSuspect, len(keyed(all)))
	return slices.DeleteFunc(slices.Clone(all), func(f found) bool { return f.tail >= limit })
}

// suspects prints a line for each battery of a stream that must be asked again under other seeds.
func suspects(out io.Writer, dir string) error {
	all, err := readAll(dir)
	if err != nil {
		return err
	}
	var said []string
	for _, f := range suspicious(all) {
		said = append(said, f.stream+" "+f.battery)
	}
	for _, line := range slices.Compact(said) {
		if _, err := fmt.Fprintln(out, line); err != nil {
			return err
		}
	}
	return nil
}

// repeats writes what tests said under other seeds that were asked again, and returns the streams of those nearer than limit
// there: they fail.
func repeats(out io.Writer, dir string, asked []found, limit float64) (failed []string, err error) {
	if len(asked) > 0 {
		fmt.Fprint(out, "\n## Asked again\n\n")
	}
	for _, f := range asked {
		said, near, err := underOthers(dir, f, limit)
		if err != nil {
			return nil, err
		}
		verdict := "none as near: it was luck."
		switch {
		case said == "":
			verdict = "it has not been asked again yet."
		case near > 0:
			verdict = "as near again: the draws fail."
			failed = append(failed, f.stream)
		}
		fmt.Fprintf(out, "- `%s`, %s %s gave %s;%s %s\n", f.stream, f.battery, f.test, f.text, said, verdict)
	}
	return failed, nil
}

// underOthers tells what a test said under other seeds, and how often it was nearer to 0 or 1 than the limit.
func underOthers(dir string, f found, limit float64) (said string, near int, err error) {
	paths, err := filepath.Glob(filepath.Join(dir, "again", f.stream+"."+f.battery+".seed-*.txt"))
	if err != nil {
		return "", 0, err
	}
	for _, path := range paths {
		same, err := readOne(path, f.stream, f.battery)
		if err != nil {
			return "", 0, err
		}
		_, seed, _ := strings.Cut(strings.TrimSuffix(path, ".txt"), ".seed-")
		var texts []string
		for _, x := range same {
			if x.test != f.test {
				continue
			}
			texts = append(texts, x.text)
			if x.tail < limit {
				near++
			}
		}
		said += fmt.Sprintf(" under seed %s %s;", seed, strings.Join(texts, " and "))
	}
	return said, near, nil
}
