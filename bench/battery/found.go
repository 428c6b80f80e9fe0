package main

import (
	"bufio"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// found is one p-value of one test. A good generator gives each p-value in (0, 1) as often as any other.
type found struct {
	stream, battery, test string
	text                  string  // as the battery printed it
	tail                  float64 // the smaller of p and 1 - p
	tree                  string  // the commit whose walk was read
}

// readAll reads all results of batteries in a directory, in the order of the streams and of the files.
func readAll(dir string) (all []found, err error) {
	paths, err := filepath.Glob(filepath.Join(dir, "*.txt"))
	if err != nil {
		return nil, err
	}
	order := names()
	place := func(path string) int {
		stream, _, _ := strings.Cut(filepath.Base(path), ".")
		return slices.Index(order, stream)
	}
	slices.SortStableFunc(paths, func(a, b string) int { return place(a) - place(b) })
	for _, path := range paths {
		parts := strings.SplitN(strings.TrimSuffix(filepath.Base(path), ".txt"), ".", 2)
		if len(parts) < 2 || !slices.Contains(order, parts[0]) {
			return nil, fmt.Errorf("%s is no result of a stream and a battery", path)
		}
		in, err := readOne(path, parts[0], parts[1])
		if err != nil {
			return nil, err
		}
		if len(in) == 0 {
			return nil, fmt.Errorf("%s holds no p-value: remove it and run the battery again", path)
		}
		all = append(all, in...)
	}
	return all, nil
}

var (
	crushTest  = regexp.MustCompile(`^(\w+) test:$`)
	crushValue = regexp.MustCompile(`^p-value of test\s*:\s*(.*?)\s*(?:\*+)?$`)
)

// readOne reads one file: the line that names the tree, then TestU01's report or dieharder's table.
func readOne(path, stream, battery string) (all []found, err error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	test, text, tree := "", "", "unknown"
	for lines := bufio.NewScanner(file); lines.Scan(); {
		line := strings.TrimSpace(lines.Text())
		if name := crushTest.FindStringSubmatch(line); name != nil {
			test = name[1]
			continue
		}
		if name, is := strings.CutPrefix(line, "tree: "); is {
			tree = name
			continue
		}
		cells := strings.Split(line, "|")
		switch value := crushValue.FindStringSubmatch(line); {
		case value != nil:
			text = value[1]
		case len(cells) == 6 && strings.Contains(cells[4], "."):
			test, text = strings.TrimSpace(cells[0])+" "+strings.TrimSpace(cells[1]), strings.TrimSpace(cells[4])
		default:
			continue
		}
		tail, err := tailOf(text)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		all = append(all, found{stream, battery, test, text, tail, tree})
	}
	return all, nil
}

// tailOf reads a p-value as the batteries write it: 0.31, 1 -  1.1e-5, eps (below 1e-300), 1 - eps1 (within 1e-15 of 1).
func tailOf(text string) (float64, error) {
	rest, high := strings.CutPrefix(text, "1 - ")
	rest = strings.TrimSpace(rest)
	switch rest {
	case "eps":
		return 0, nil
	case "eps1":
		return 1e-15, nil
	}
	p, err := strconv.ParseFloat(rest, 64)
	if err != nil || p < 0 || p > 1 {
		return math.NaN(), fmt.Errorf("%q is no p-value", text)
	}
	if high {
		return p, nil
	}
	return min(p, 1-p), nil
}
