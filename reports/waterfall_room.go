package reports

import (
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// fallRoom is the room that names and numbers take beside the bars.
type fallRoom struct {
	names   vg.Length
	columns []vg.Length // share with its interval, alone, last
}

// room measures the names and numbers of all rows. On a telephone names stand above the bars, and shares alone beside them.
func (v *whyView) room(rows []fallen) fallRoom {
	var room fallRoom
	words, small := bold(letters(textSize, ink)), letters(smallSize, faint)
	widths := []vg.Length{small.Width(fallHeads[0]), small.Width(fallHeads[1]), small.Width(fallHeads[2])}
	for _, r := range rows {
		room.names = max(room.names, words.Width(r.name)+gap)
		widths[0] = max(widths[0], words.Width(v.shareWords(r)))
		widths[1], widths[2] = max(widths[1], small.Width(r.alone)), max(widths[2], small.Width(r.last))
	}
	room.names = min(room.names, fallMost)
	if v.narrow() {
		return fallRoom{columns: []vg.Length{widths[0] + gap}}
	}
	for _, width := range widths {
		room.columns = append(room.columns, width+2*gap)
	}
	return room
}

// right is the room right of the bars up to the end of a column.
func (r fallRoom) right(column int) (sum vg.Length) {
	for _, width := range r.columns[:column+1] {
		sum += width
	}
	return sum
}

// fallHeads are above the columns of numbers.
var fallHeads = []string{"share [95 %]", "alone", "last"}

// shareWords are the numbers of a share, without their interval on a telephone.
func (v *whyView) shareWords(r fallen) string {
	if v.narrow() {
		share, _, _ := strings.Cut(r.share, " [")
		return share
	}
	return r.share
}

// fitLeft is fit that cuts from the left: the end of a key says which value it is.
func fitLeft(style draw.TextStyle, s string, width vg.Length) string {
	runes := []rune(s)
	for n := range runes {
		text := string(runes[n:])
		if n > 0 {
			text = "…" + text
		}
		if style.Width(text) <= width {
			return text
		}
	}
	return "…"
}
