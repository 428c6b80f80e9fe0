package reports

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"xsell/scenarios/results"
)

// columnGap separates the columns of the terminal's table.
const columnGap = "  "

// Table writes the summary as aligned columns for a terminal: a heading per
// group, a line per measure.
func Table(w io.Writer, set *results.Set) error {
	out := bufio.NewWriter(w)
	if len(set.Manifest.Scenarios) == 0 {
		fmt.Fprintln(out, "No scenario was run.")
		return out.Flush()
	}
	v := newView(set)
	lines := v.tableLines()
	widths := columnWidths(lines)
	for _, line := range lines {
		fmt.Fprintln(out, strings.TrimRight(align(line, widths), " "))
	}
	fmt.Fprintln(out, v.tableFoot())
	return out.Flush()
}

// tableLines are the cells of the table. A line with a single cell is a heading.
func (v *view) tableLines() [][]string {
	head := []string{"measure", "unit", v.base()}
	for _, s := range v.scenarios[1:] {
		head = append(head, s.Name, "difference", "")
	}
	lines := [][]string{head}
	for _, g := range v.grouped() {
		lines = append(lines, []string{""}, []string{strings.ToUpper(g.Name)})
		for _, m := range g.Measures {
			lines = append(lines, v.tableLine(m))
		}
	}
	return lines
}

func (v *view) tableLine(m results.Measure) []string {
	base := v.row(v.base(), m.ID)
	line := []string{m.Title, m.Unit, plusMinus(base.Mean, base.Low, base.High)}
	for _, s := range v.scenarios[1:] {
		r := v.row(s.Name, m.ID)
		verdict := judge(r, m.Good)
		line = append(line,
			estimate(r.Mean, r.Low, r.High),
			verdict.mark+" "+change(r.Difference, r.DifferenceLow, r.DifferenceHigh),
			r.Words)
	}
	return line
}

// columnWidths leaves headings out: they may run over the columns.
func columnWidths(lines [][]string) []int {
	var widths []int
	for _, line := range lines {
		if len(line) == 1 {
			continue
		}
		for c, text := range line {
			if c == len(widths) {
				widths = append(widths, 0)
			}
			widths[c] = max(widths[c], utf8.RuneCountInString(text))
		}
	}
	return widths
}

// align pads cells: words to the left, means to the right.
func align(line []string, widths []int) string {
	if len(line) == 1 {
		return line[0]
	}
	var out strings.Builder
	for c, text := range line {
		pad := strings.Repeat(" ", widths[c]-utf8.RuneCountInString(text))
		if isMean(c) {
			text = pad + text
		} else {
			text += pad
		}
		out.WriteString(text + columnGap)
	}
	return out.String()
}

// isMean says whether a column holds plain means: the base's, then every third.
func isMean(column int) bool { return column >= 2 && (column == 2 || column%3 == 0) }

func (v *view) tableFoot() string {
	mean, difference := "± half of the 95 % interval of the mean", "; [low, high] 95 % interval of the difference from "+v.base()
	if v.set.Manifest.Finished < 2 {
		mean, difference = "one world: there are no intervals, and luck cannot be told from effect", ""
	}
	if v.alone() {
		return "\n" + mean
	}
	var legend []string
	for _, x := range verdicts {
		legend = append(legend, x.mark+" "+x.words)
	}
	return "\n" + mean + difference + "\n" + strings.Join(legend, "   ") + "\n" + v.manyMeasures()
}
