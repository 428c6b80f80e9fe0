package cli

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"xsell/sim"
)

// ledgerHead are the columns of the books: what was there, what came and went, what is left, what is missing.
var ledgerHead = []string{"opening", "in", "out", "closing", "difference"}

// ledger prints the books of a scenario, summed over worlds, a line for each identity.
func ledger(out io.Writer, scenario string, lines []sim.Line) error {
	rows := [][]string{append([]string{"books of " + scenario, ""}, ledgerHead...)}
	for _, line := range lines {
		rows = append(rows, ledgerRow(line))
	}
	widths := make([]int, len(rows[0]))
	for _, row := range rows {
		for i, cell := range row {
			widths[i] = max(widths[i], utf8.RuneCountInString(cell))
		}
	}
	var text strings.Builder
	for _, row := range rows {
		for i, cell := range row {
			pad := strings.Repeat(" ", widths[i]-utf8.RuneCountInString(cell))
			if i < 2 { // words to the left, numbers to the right
				text.WriteString(cell + pad + "  ")
				continue
			}
			text.WriteString(pad + cell + "  ")
		}
		text.WriteByte('\n')
	}
	_, err := io.WriteString(out, trimmed(text.String())+"\n")
	return ours(err)
}

// ledgerRow is a line in the unit it is told in. Rounding of parts is no difference.
func ledgerRow(line sim.Line) []string {
	parts, difference := max(line.Unit.Parts, 1), line.Difference()
	if line.Balances() {
		difference = 0
	}
	row := []string{line.Name, line.Unit.Name}
	for _, x := range []int64{line.Opening, line.In, line.Out, line.Closing} {
		row = append(row, thousands((x+sign(x)*parts/2)/parts))
	}
	if difference%parts != 0 { // less than a unit must not look like nothing
		return append(row, strconv.FormatFloat(float64(difference)/float64(parts), 'f', 3, 64))
	}
	return append(row, thousands(difference/parts))
}

func sign(x int64) int64 {
	if x < 0 {
		return -1
	}
	return 1
}

// thousands writes a whole number with commas.
func thousands(x int64) string {
	digits := strconv.FormatInt(x, 10)
	first := 0
	if x < 0 {
		first = 1
	}
	for i := len(digits) - 3; i > first; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}

// trimmed takes the blanks off the ends of lines.
func trimmed(text string) string {
	lines := strings.Split(text, "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return strings.Join(lines, "\n")
}

// bookkeeper prints ledgers as they come and keeps the first error.
type bookkeeper struct {
	out io.Writer
	err error
}

func (b *bookkeeper) print(scenario string, lines []sim.Line) {
	if b.err == nil {
		b.err = ledger(b.out, scenario, lines)
	}
}

// balanced says that every identity held in every frame of every history, and by which digest to know them again.
func balanced(out io.Writer, histories int, digest string) error {
	_, err := fmt.Fprintf(out, "books balance: every line in every frame of %d histories, and the rows counted again at every close\n"+
		"sha256 of the histories: %s\n", histories, digest)
	return ours(err)
}
