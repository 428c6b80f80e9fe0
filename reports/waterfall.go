package reports

import (
	"fmt"
	"image/color"
	"math"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// A waterfall runs from one design to another: a row for each lever, whose bar begins where the last one ended.

const (
	fallRow  vg.Length = 19  // a lever
	fallBar  vg.Length = 9   // its bar
	fallMost vg.Length = 170 // the most that names may take
	fallTick vg.Length = 3.2 // half the height of an interval's ends
)

// fallen is a row of a waterfall.
type fallen struct {
	name                string
	from, to            float64 // where its bar begins and ends
	low, high           float64 // ends of the interval of the bar's end; NaN for none
	share, alone, last  string
	number              int // of a design, in the first and the last row; -1 for a lever
	colour              color.NRGBA
	colourless, nothing bool // the interval holds zero; exactly nothing
}

// waterfall draws one measure.
func (v *whyView) waterfall(m whyMeasure) figure {
	f := figure{id: "why_" + m.ID, title: fmt.Sprintf("%s: from %s to %s, lever by lever", m.Title, v.from(), v.to())}
	switch {
	case m.gap.Worlds == 0:
		return f.not("The measure is not defined in any world in which all designs were lived.")
	case len(m.shares) == 0:
		return f.not("The two designs are the same, key by key: there is no lever.")
	case v.whole():
		return f.not(v.wholeWords())
	}
	rows := v.fall(m)
	f.note = v.fallNote(m)
	f.reading = "Each bar is a lever's share of the difference and begins where the one above ends; the line at its end is the 95 % interval of the share, which holds for all levers at once. Pale bars cannot be told from nothing."
	f.alt = v.fallAlt(m)
	f.height = v.fallHead() + v.rowsHeight(rows) + panelBase + gap
	f.body = func(c draw.Canvas) { v.drawFall(c, m, rows) }
	return f
}

// fall makes the rows of a measure.
func (v *whyView) fall(m whyMeasure) []fallen {
	at, nan := m.gap.Base, math.NaN()
	rows := []fallen{{name: v.from(), from: at, to: at, low: nan, high: nan, share: number(m.base, m.decimals), number: 0}}
	for _, s := range m.shares {
		row := fallen{name: s.lever.Name, from: at, to: at + s.Share.Share, low: at + s.Low, high: at + s.High, number: -1,
			share: m.signed(s.shown) + m.ends(s.Low, s.High), alone: m.signed(s.Alone), last: m.signed(s.Last),
			colour: fallColour(s.verdict), colourless: s.verdict == unclear || s.verdict == nothere, nothing: s.verdict == equal}
		at = row.to
		rows = append(rows, row)
	}
	low, high := m.gap.Base+m.gap.Low, m.gap.Base+m.gap.High
	return append(rows, fallen{name: v.to(), from: m.gap.Base, to: m.gap.Base + m.gap.Difference, low: low, high: high,
		share: number(m.other, m.decimals), number: v.number})
}

func fallColour(found verdict) color.NRGBA {
	switch found {
	case better, worse, differs:
		return hueOf(found.class)
	}
	return zero
}

// fallHead is the room for the heads of the columns; there are none on a telephone.
func (v *whyView) fallHead() vg.Length {
	if v.narrow() {
		return 0
	}
	return smallSize*leading + gap
}

// rowsHeight is that of all rows; on a telephone a name stands above its bar.
func (v *whyView) rowsHeight(rows []fallen) vg.Length { return vg.Length(len(rows)) * v.fallRow() }

func (v *whyView) fallRow() vg.Length {
	if v.narrow() {
		return fallRow * 1.75
	}
	return fallRow
}

// drawFall draws heads, axis and rows.
func (v *whyView) drawFall(c draw.Canvas, m whyMeasure, rows []fallen) {
	room, e := v.room(rows), nothing()
	for _, r := range rows {
		e.add(r.from, r.to)
		e.add(r.low, r.high)
	}
	head := v.fallHead()
	axis := niceAxis(e, v.across(5), measured(m.Title, m.Unit))
	p := panel{draw.Crop(c, room.names+gap, -room.right(len(room.columns)-1)-gap, panelBase+gap, -head), axis, niceAxis(extent{0, 1}, 1, "")}
	for _, t := range p.x.ticks {
		p.vertical(stroke(rule, 0.6), t)
	}
	p.drawX()
	v.drawFallHeads(c, p, room)
	top := p.Max.Y
	for i, r := range rows {
		middle := top - v.fallRow()/2
		if v.narrow() {
			middle = top - v.fallRow()*0.72
		}
		if i+1 < len(rows) { // the step to the next row
			x := p.at(r.to, 0).X
			p.StrokeLine2(stroke(zero, 0.6), x, middle, x, middle-v.fallRow())
		}
		v.fallName(c, r, room, middle)
		p.fallMark(r, middle)
		v.fallWords(p, r, room, middle)
		top -= v.fallRow()
	}
}

// drawFallHeads names the columns right of the bars.
func (v *whyView) drawFallHeads(c draw.Canvas, p panel, room fallRoom) {
	if v.narrow() {
		return
	}
	style := letters(smallSize, faint)
	style.XAlign, style.YAlign = draw.XRight, draw.YTop
	for i, word := range fallHeads {
		c.FillText(style, vg.Point{X: p.Max.X + gap + room.right(i), Y: c.Max.Y}, word)
	}
}

func (v *whyView) fallName(c draw.Canvas, r fallen, room fallRoom, middle vg.Length) {
	style, width := aligned(letters(textSize, ink), draw.XLeft), room.names
	if r.number >= 0 {
		style = bold(style)
		style.Color = inkOf(r.number)
	}
	if v.narrow() {
		width, middle = c.Size().X, middle+fallRow*0.66
	}
	c.FillText(style, vg.Point{X: c.Min.X, Y: middle}, fitLeft(style, r.name, width))
}

// fallMark draws the bar with its interval, or the mark of a design.
func (p panel) fallMark(r fallen, y vg.Length) {
	from, to := p.at(r.from, 0).X, p.at(r.to, 0).X
	switch {
	case r.number >= 0:
		p.fallInterval(r, colourOf(r.number), y)
		p.DrawGlyphNoClip(markOf(r.number, 3.6), vg.Point{X: to, Y: y})
		return
	case r.nothing:
		p.StrokeLine2(stroke(zero, 1.2), to, y-fallBar/2, to, y+fallBar/2)
		return
	}
	c := r.colour
	if r.colourless {
		c = pale(zero, 0.45)
	}
	p.FillPolygon(c, []vg.Point{{X: from, Y: y - fallBar/2}, {X: to, Y: y - fallBar/2}, {X: to, Y: y + fallBar/2}, {X: from, Y: y + fallBar/2}})
	p.fallInterval(r, ink, y)
}

func (p panel) fallInterval(r fallen, c color.NRGBA, y vg.Length) {
	if math.IsNaN(r.low) || math.IsNaN(r.high) {
		return
	}
	a, b := p.at(r.low, 0).X, p.at(r.high, 0).X
	for _, line := range [][4]vg.Length{{a, y, b, y}, {a, y - fallTick, a, y + fallTick}, {b, y - fallTick, b, y + fallTick}} {
		p.StrokeLine2(stroke(paper, 2.6), line[0], line[1], line[2], line[3])
	}
	for _, line := range [][4]vg.Length{{a, y, b, y}, {a, y - fallTick, a, y + fallTick}, {b, y - fallTick, b, y + fallTick}} {
		p.StrokeLine2(stroke(c, 1), line[0], line[1], line[2], line[3])
	}
}

// fallWords writes the numbers of a row.
func (v *whyView) fallWords(p panel, r fallen, room fallRoom, y vg.Length) {
	style := aligned(letters(textSize, ink), draw.XRight)
	if r.number >= 0 {
		style = bold(style)
	}
	small := aligned(letters(smallSize, faint), draw.XRight)
	for i, text := range []string{v.shareWords(r), r.alone, r.last}[:len(room.columns)] {
		if i > 0 {
			style = small
		}
		p.FillText(style, vg.Point{X: p.Max.X + gap + room.right(i), Y: y}, text)
	}
}
