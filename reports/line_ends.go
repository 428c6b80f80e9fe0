package reports

import (
	"cmp"
	"slices"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// Lines are named at their ends where they are few: then no key has to be looked up.

const (
	mostAtEnds           = 4  // lines with a name at their end
	endNames   vg.Length = 66 // room for a name; longer ones are cut
)

// lineEnd is where the line of a scenario ends.
type lineEnd struct {
	number int
	at     vg.Point
}

// namesEnds says whether lines have their names at their ends.
func (v *view) namesEnds() bool { return len(v.scenarios) <= mostAtEnds }

// endRoom is the width right of a panel.
func (v *view) endRoom() vg.Length {
	room := 2 * gap
	if v.namesEnds() {
		for _, s := range v.scenarios {
			room = max(room, min(endNames, letters(smallSize, ink).Width(s.Name))+2*gap)
		}
	}
	return room
}

// nameEnds writes the names, moved apart where lines end close together.
func (v *view) nameEnds(p panel, ends []lineEnd) {
	if !v.namesEnds() {
		return
	}
	slices.SortFunc(ends, func(a, b lineEnd) int {
		return cmp.Or(cmp.Compare(a.at.Y, b.at.Y), cmp.Compare(a.number, b.number))
	})
	heights := make([]vg.Length, len(ends))
	for i, e := range ends {
		heights[i] = e.at.Y
	}
	for i, y := range spreadOut(heights, smallSize*1.15, p.Min.Y, p.Max.Y+smallSize) {
		style := aligned(letters(smallSize, inkOf(ends[i].number)), draw.XLeft)
		p.FillText(style, vg.Point{X: ends[i].at.X + gap, Y: y}, fit(style, v.scenarios[ends[i].number].Name, endNames))
	}
}

// timeKeyHeight is that of the key where lines have no names of their own.
func (v *view) timeKeyHeight() vg.Length {
	if v.namesEnds() {
		return 0
	}
	return v.keyHeight()
}

func (v *view) drawTimeKey(c draw.Canvas) draw.Canvas {
	if v.namesEnds() {
		return c
	}
	return v.drawKey(c)
}
