package reports

import "unicode/utf8"

// columnGap separates the columns of a terminal's table.
const columnGap = "  "

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
