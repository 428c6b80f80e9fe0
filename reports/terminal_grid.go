package reports

import (
	"cmp"
	"slices"
	"strings"
)

// piece is a text of a table and how it is painted.
type piece struct {
	text  string
	style style
}

// sheet is a table of a terminal. The first row is its heading.
type sheet struct {
	right []bool // columns that are set to the right
	wraps []int  // columns that may be broken over lines, the first to be narrowed first
	least int    // columns of the terminal that such a column keeps; 0: leastColumn
	spare []int  // columns that are left out where there is no room, the first first
	rows  [][]piece
}

// leastColumn is how narrow a column may become that is broken over lines.
const leastColumn = 14

// head adds the heading.
func (g *sheet) head(titles ...string) {
	row := make([]piece, len(titles))
	for i, title := range titles {
		row[i] = piece{title, soft}
	}
	g.rows = append(g.rows, row)
}

// write prints the table in columns; where they do not fit, each row becomes lines of its own.
func (p *printer) write(g *sheet) {
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
	for _, row := range left.rows {
		p.row(left, row, widths)
	}
}

// within is the table with as many columns left out as have to be, their widths, and whether there is room even so.
func (g *sheet) within(room int) (left *sheet, widths []int, fits bool) {
	for n := range len(g.spare) + 1 {
		left = g.without(g.spare[:n])
		if widths, fits = left.widths(room); fits {
			return left, widths, true
		}
	}
	return left, widths, false
}

// without is the table with columns left out; places of columns are those of what is left.
func (g *sheet) without(columns []int) *sheet {
	left := &sheet{least: g.least, rows: make([][]piece, len(g.rows))}
	for c := range g.rows[0] {
		if slices.Contains(columns, c) {
			continue
		}
		if slices.Contains(g.wraps, c) {
			left.wraps = append(left.wraps, len(left.rows[0]))
		}
		if g.right != nil {
			left.right = append(left.right, g.right[c])
		}
		for r := range g.rows {
			left.rows[r] = append(left.rows[r], g.rows[r][c])
		}
	}
	return left
}

// widths of the columns within so many columns of the terminal, and whether there is room.
func (g *sheet) widths(room int) (widths []int, fits bool) {
	widths = make([]int, len(g.rows[0]))
	over := -len(columnGap) - room
	for c := range widths {
		for _, row := range g.rows {
			widths[c] = max(widths[c], displayWidth(row[c].text))
		}
		over += widths[c] + len(columnGap)
	}
	for _, c := range g.wraps {
		narrower := min(max(over, 0), max(widths[c]-cmp.Or(g.least, leastColumn), 0))
		widths[c], over = widths[c]-narrower, over-narrower
	}
	return widths, over <= 0
}

// row prints a row, over as many lines as its longest cell needs.
func (p *printer) row(g *sheet, row []piece, widths []int) {
	cells, height := make([][]string, len(row)), 1
	for c, x := range row {
		cells[c] = wrapColumns(x.text, widths[c])
		height = max(height, len(cells[c]))
	}
	for n := range height {
		var line strings.Builder
		for c, x := range row {
			text := ""
			if n < len(cells[c]) {
				text = cells[c][n]
			}
			pad := strings.Repeat(" ", widths[c]-displayWidth(text))
			if g.right != nil && g.right[c] {
				line.WriteString(pad + p.paint(x.style, text) + columnGap)
			} else {
				line.WriteString(p.paint(x.style, text) + pad + columnGap)
			}
		}
		p.line(line.String())
	}
}

// cards prints each row as its first cell with the others below it, named by their headings.
func (p *printer) cards(g *sheet) {
	head, widest := g.rows[0], 0
	for _, x := range head[1:] {
		widest = max(widest, displayWidth(x.text))
	}
	for _, row := range g.rows[1:] {
		p.say(strong, row[0].text)
		for c, x := range row[1:] {
			name := padded(head[c+1].text, widest)
			for _, line := range wrapColumns(x.text, max(p.width()-widest-2*len(indentation), leastColumn)) {
				if x.text != "" {
					p.line(indentation + p.paint(soft, name) + columnGap + p.paint(x.style, line))
				}
				name = strings.Repeat(" ", widest)
			}
		}
	}
}
