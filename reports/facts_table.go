package reports

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"xsell/scenarios/results"
)

// factColumn is how many letters of a terminal's line say what is measured.
const factColumn = 56

// FactsTable writes facts as columns for a terminal, by role, then the totals, and why the missed ones are missed.
func FactsTable(w io.Writer, set *results.FactSet, t Terminal) error {
	l := Listing{Rows: [][]string{{"id", "what", "value [95 % interval]", "target", "verdict"}}, Head: true, Wraps: []int{1, 3, 2}}
	for _, g := range factGroups(set) {
		l.Rows = append(l.Rows, []string{""}, []string{g.Title})
		for _, row := range g.Rows {
			what := wrapped(withUnit(row.Title, inBrackets(row.Unit)), t.Column(factColumn))
			l.Rows = append(l.Rows, []string{row.Fact.ID, what[0], row.Ours, row.Target, row.Said})
			for _, more := range what[1:] {
				l.Rows = append(l.Rows, []string{"", more, "", "", ""})
			}
		}
	}
	if err := List(w, l, t); err != nil {
		return err
	}
	out := bufio.NewWriter(w)
	fmt.Fprintf(out, "\n%s\n", Say(FactTotals(set), t))
	explain(out, set, t)
	return out.Flush()
}

// explain writes why the missed facts are missed, where that is known.
func explain(out io.Writer, set *results.FactSet, t Terminal) {
	for _, g := range factGroups(set) {
		for _, row := range g.Rows {
			if row.Verdict == "met" {
				continue
			}
			why := row.Explanation
			if why == "" {
				why = "no explanation is given"
			}
			text := strings.Join(wrapped(row.Text+" Why not here: "+why, t.Column(2*factColumn)), "\n  ")
			fmt.Fprintf(out, "\n%s\n", Say(fmt.Sprintf("%s %s. %s", row.Fact.ID, row.Verdict, text), t))
		}
	}
}

func inBrackets(unit string) string {
	if unit == "" {
		return ""
	}
	return "[" + unit + "]"
}

func writeAligned(out io.Writer, lines [][]string) {
	widths := columnWidths(lines)
	for _, line := range lines {
		if len(line) == 1 {
			fmt.Fprintln(out, line[0])
			continue
		}
		var text strings.Builder
		for c, cell := range line {
			text.WriteString(cell + strings.Repeat(" ", widths[c]-len([]rune(cell))) + columnGap)
		}
		fmt.Fprintln(out, strings.TrimRight(text.String(), " "))
	}
}

// Wrapped breaks a text into lines of at most so many letters, between words; a longer word stands alone.
func Wrapped(text string, width int) []string { return wrapped(text, width) }

func wrapped(text string, width int) []string {
	lines := []string{""}
	for _, word := range strings.Fields(text) {
		last := &lines[len(lines)-1]
		switch {
		case *last == "":
			*last = word
		case len([]rune(*last))+1+len([]rune(word)) <= width:
			*last += " " + word
		default:
			lines = append(lines, word)
		}
	}
	return lines
}

// Interval formats an estimate with its interval as tables do: "12.3 [8.1, 16.5]".
func Interval(v, low, high float64) string { return interval(v, low, high) }
