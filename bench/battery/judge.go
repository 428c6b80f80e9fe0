package main

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"
)

// Chances of a false word about a good generator, over all p-values together.
const (
	falseAlarm   = 0.001 // of saying that the draws fail
	falseSuspect = 0.05  // of asking again
)

// bound is what the smaller of p and 1-p must not fall below, so that some of n p-values of a good generator do with at
// most this chance (Bonferroni, both sides).
func bound(chance float64, n int) float64 { return chance / float64(2*n) }

// keyed are the p-values of the keyed draws, without those of the control.
func keyed(all []found) []found {
	return slices.DeleteFunc(slices.Clone(all), func(f found) bool { return f.stream == names()[0] })
}

const head = `# The keyed draws before batteries of statistical tests

Written by bench/battery/run. Each stream is a walk through the draws that moves one part of the key and leaves the others
alone (bench/battery/streams.go); it is read by SmallCrush of TestU01 1.2.3 (L'Ecuyer and Simard 2007), with the bits of
each word as they are and reversed, and by the tests of dieharder 3.31.1 (Brown, Eddelbuettel and Bauer) that it calls good
itself, but for the slowest. Each result is of the tree (a commit) that its row names. As typed:

` + "```sh" + `
battery stream NAME | TestU01Drv -v -T SmallCrush
battery stream NAME | TestU01Drv -v -r -T SmallCrush
battery stream NAME | dieharder -g 200 -d N      # each of 0, 1, 3, 4, 8-12, 15, 16, 100, 102, 205-209
` + "```" + `

`

// judge writes what was found as a document.
func judge(to io.Writer, dir string) error {
	all, err := readAll(dir)
	if err != nil {
		return err
	}
	n := len(keyed(all))
	if n == 0 {
		return fmt.Errorf("%s holds no results", dir)
	}
	out := bufio.NewWriter(to)
	alarm, again := bound(falseAlarm, n), bound(falseSuspect, n)
	fmt.Fprint(out, head)
	fmt.Fprintf(out, "**How it is judged.** The keyed draws have %[1]d p-values. Of a good generator some of them comes nearer to 0 or 1 than\n"+
		"%.1[2]e with a chance of at most %[3]g (%[3]g / (2 · %[1]d), Bonferroni): such a one fails the draws. Nearer than %.1[4]e comes some\n"+
		"one with a chance of at most %[5]g: such a test is asked again under three other seeds, and fails the draws if it\n"+
		"is as near there again. One in a hundred lies outside [0.005, 0.995] by luck alone.\n\n", n, alarm, falseAlarm, again, falseSuspect)
	failed := table(out, all, alarm, again)
	near, err := repeats(out, dir, suspicious(all), again)
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "\nOf %d walks %d fail, in the first run or when asked again.\n", len(walks(usualSeed))-1, fails(append(failed, near...)))
	if err := leanings(out, dir, keyed(all)); err != nil {
		return err
	}
	list(out, all)
	return out.Flush()
}

// table writes a line for each stream and returns those that fail in the first run.
func table(out io.Writer, all []found, alarm, again float64) (failed []string) {
	fmt.Fprintln(out, "| stream | what it walks along | tree | p-values | outside [0.005, 0.995] | nearest to 0 or 1 | |\n|---|---|---|---|---|---|---|")
	for _, s := range walks(usualSeed) {
		of := slices.DeleteFunc(slices.Clone(all), func(f found) bool { return f.stream != s.name })
		if len(of) > 0 && row(out, s, of, alarm, again) == "fails" {
			failed = append(failed, s.name)
		}
	}
	return failed
}

// fails counts streams that fail, each once and the control not at all.
func fails(streams []string) int {
	slices.Sort(streams)
	return len(slices.DeleteFunc(slices.Compact(streams), func(s string) bool { return s == names()[0] }))
}

// trees are those whose walk was read, most often one.
func trees(of []found) string {
	var all []string
	for _, f := range of {
		all = append(all, f.tree)
	}
	slices.Sort(all)
	return strings.Join(slices.Compact(all), ", ")
}

// row writes the line of one stream and returns its verdict.
func row(out io.Writer, s stream, of []found, alarm, again float64) string {
	far, nearest, word := 0, of[0], "passes"
	for _, f := range of {
		if f.tail < 0.005 {
			far++
		}
		if f.tail < nearest.tail {
			nearest = f
		}
	}
	switch {
	case nearest.tail < alarm:
		word = "fails"
	case nearest.tail < again:
		word = "asked again"
	}
	fmt.Fprintf(out, "| `%s` | %s | %s | %d | %d (%.1f by luck) | %s, %s %s | %s |\n", s.name, s.what, trees(of), len(of), far, float64(len(of))/100,
		nearest.text, nearest.battery, nearest.test, word)
	return word
}

// list writes all p-values, a line for each battery of a stream.
func list(out io.Writer, all []found) {
	fmt.Fprint(out, "\n## All p-values\n\n```text")
	last := ""
	for _, f := range all {
		if at := f.stream + " " + f.battery; at != last {
			fmt.Fprintf(out, "\n%s:", at)
			last = at
		}
		fmt.Fprintf(out, " %s", strings.ReplaceAll(f.text, " ", ""))
	}
	fmt.Fprint(out, "\n```\n")
}
