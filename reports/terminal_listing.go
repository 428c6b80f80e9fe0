package reports

import (
	"bufio"
	"fmt"
	"io"
	"math"
	"strings"
)

// Listing is a table of words. A row with one cell is a heading.
type Listing struct {
	Rows  [][]string
	Head  bool  // the first row names the columns
	Wraps []int // columns that may be broken over lines, the first to be narrowed first
	Spare []int // columns that are left out where there is no room, the first first
}

// List writes a listing. On a terminal it fits the width; elsewhere, where other programs may read it, every row is a line.
func List(w io.Writer, l Listing, t Terminal) error {
	if t.Height == 0 {
		return l.plainly(w, t)
	}
	p, g := t.printer(w), &sheet{wraps: l.Wraps, spare: l.Spare}
	headings := make(map[int]string) // by the row they stand before
	for n, row := range l.Rows {
		switch {
		case len(row) == 1:
			headings[len(g.rows)] += row[0] + "\n"
		case n == 0 && l.Head:
			g.head(row...)
		default:
			g.rows = append(g.rows, pieces(row))
		}
	}
	p.listed(g, headings)
	return p.out.Flush()
}

func pieces(row []string) []piece {
	cells := make([]piece, len(row))
	for c, text := range row {
		cells[c].text = text
	}
	return cells
}

// Column is how wide a column of words is made that is broken over rows of its own: on a terminal none is, as List breaks
// it where the terminal ends.
func (t Terminal) Column(width int) int {
	if t.Height > 0 {
		return math.MaxInt
	}
	return width
}

// Say is a text as a terminal shows it: broken where it ends; elsewhere, where other programs may read it, as it is.
func Say(text string, t Terminal) string {
	if t.Height == 0 {
		return t.plain(text)
	}
	return strings.ReplaceAll(strings.Join(wrapColumns(t.plain(text), min(t.width(), mostProse)), "\n"), "\u00a0", " ")
}

// listed prints a table with headings between its rows.
func (p *printer) listed(g *sheet, headings map[int]string) {
	for r := range g.rows {
		for c := range g.rows[r] {
			g.rows[r][c].text = p.plain(g.rows[r][c].text)
		}
	}
	left, widths, fits := g.within(p.width())
	if !fits {
		p.cards(g)
		return
	}
	for r, row := range left.rows {
		for heading := range strings.Lines(headings[r]) {
			p.line(p.paint(strong, p.plain(strings.TrimSuffix(heading, "\n"))))
		}
		p.row(left, row, widths)
	}
}

// plainly writes every row as a line.
func (l Listing) plainly(w io.Writer, t Terminal) error {
	out, widths := bufio.NewWriter(w), columnWidths(l.Rows)
	for _, row := range l.Rows {
		var line strings.Builder
		for c, cell := range row {
			if len(row) > 1 {
				cell = padded(cell, widths[c]) + columnGap
			}
			line.WriteString(cell)
		}
		fmt.Fprintln(out, t.plain(strings.TrimRight(line.String(), " ")))
	}
	return out.Flush()
}
