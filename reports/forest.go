package reports

import (
	"math"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// forest is a list of effects on a common zero line.
type forest struct {
	v       *view
	effects []effect
	title   string
}

const (
	forestHead = headSize * 1.8
	forestFoot = panelFoot + gap // ticks
)

func (f forest) height() vg.Length {
	if len(f.effects) == 0 {
		return 0
	}
	height := forestHead + 2*gap + forestFoot
	for _, e := range f.effects {
		height += f.rowHeight(e)
	}
	return height
}

func (f forest) rowHeight(e effect) vg.Length {
	return f.lines(e)*forestRow + forestSpace
}

// names and words are the room left and right of the marks. On a telephone the
// names stand above them.
func (f forest) names() vg.Length {
	if f.v.narrow() {
		return 0
	}
	return forestNames
}

func (f forest) words() vg.Length {
	if f.v.narrow() {
		return forestNarrow
	}
	return forestWords
}

// lines is how many rows of text a measure takes: one per scenario, and room for
// its unit where that stands under its name, or for both above.
func (f forest) lines(e effect) vg.Length {
	if f.v.narrow() {
		return vg.Length(1 + len(e.changes))
	}
	if e.percent || e.measure.Unit == "" {
		return vg.Length(len(e.changes))
	}
	return vg.Length(max(2, len(e.changes)))
}

func (f forest) draw(c draw.Canvas) {
	if len(f.effects) == 0 {
		return
	}
	head := bold(letters(headSize, ink))
	head.YAlign = draw.YTop
	c.FillText(head, vg.Point{X: c.Min.X, Y: c.Max.Y}, fit(head, f.title, c.Size().X))
	area := draw.Crop(c, f.names(), -f.words(), 0, -forestHead)
	area.Min.Y = c.Max.Y - f.height() + forestFoot
	percent := f.effects[0].percent
	reach := reachOf(f.effects)
	if percent {
		f.ticks(area, f.axis(reach))
	}
	area.StrokeLine2(stroke(zero, 1), area.Center().X, area.Min.Y, area.Center().X, area.Max.Y)
	y := area.Max.Y - forestSpace/2
	for _, e := range f.effects {
		if !percent {
			reach = e.reach()
		}
		f.row(area, e, f.axis(reach), y)
		y -= f.rowHeight(e)
	}
}

// forestAir is the share by which the axis goes beyond the farthest interval.
const forestAir = 0.08

// axis runs equally far to both sides of zero, with as many ticks as there
// is room for their labels.
func (f forest) axis(reach float64) axis {
	if reach == 0 {
		reach = 1
	}
	end := (1 + forestAir) * reach
	label := letters(smallSize, faint).Width("+"+tickLabel(end, end)+" %") + gap
	room := f.v.width - 2*margin - f.names() - f.words()
	return tightAxis(extent{-end, end}, int(room/label), "")
}

func (f forest) ticks(area draw.Canvas, a axis) {
	style := letters(smallSize, faint)
	style.XAlign, style.YAlign = draw.XCenter, draw.YTop
	for i, t := range a.ticks {
		x := area.Min.X + a.share(t)*area.Size().X
		area.StrokeLine2(stroke(rule, 0.6), x, area.Min.Y, x, area.Max.Y)
		label := a.labels[i] + " %"
		if t > 0 {
			label = "+" + label
		}
		half := style.Width(label) / 2 // of a label that must not be cut at the edge of a narrow picture
		x = min(max(x, area.Min.X-f.names()-margin+half), area.Max.X+f.words()+margin-half)
		area.FillText(style, vg.Point{X: x, Y: area.Min.Y - gap/2}, label)
	}
}

// row draws one measure: its name, and for each scenario mark, interval and
// numbers.
func (f forest) row(area draw.Canvas, e effect, a axis, top vg.Length) {
	left := area.Min.X - f.names()
	marks := top
	if f.v.narrow() {
		f.nameAbove(area, e, vg.Point{X: left, Y: top - forestRow/2})
		marks -= forestRow
	} else {
		f.nameBeside(area, e, vg.Point{X: left, Y: top - f.lines(e)*forestRow/2})
	}
	for i, d := range e.changes {
		y := marks - (vg.Length(i)+0.5)*forestRow
		f.mark(area, d, a, y)
		words := aligned(letters(smallSize, inkOf(d.number)), draw.XLeft)
		area.FillText(words, vg.Point{X: area.Max.X + gap, Y: y}, fit(words, e.numbers(d), f.words()-gap))
	}
	under := top - f.lines(e)*forestRow - forestSpace/2
	area.StrokeLine2(stroke(rule, 0.6), left, under, area.Max.X+f.words(), under)
}

// nameBeside writes the name left of the marks, its unit below it.
func (f forest) nameBeside(area draw.Canvas, e effect, at vg.Point) {
	name, arrow := aligned(letters(textSize, ink), draw.XLeft), towards(e.measure)
	if !e.percent && e.measure.Unit != "" {
		unit := aligned(letters(smallSize, faint), draw.XLeft)
		area.FillText(unit, vg.Point{X: at.X, Y: at.Y - forestRow/2}, fit(unit, ofDifference(e.measure.Unit), forestNames-2*gap))
		at.Y += forestRow / 2
	}
	area.FillText(name, at, fit(name, e.measure.Title, forestNames-2*gap-name.Width(arrow))+arrow)
}

// nameAbove writes name and unit on a line of their own.
func (f forest) nameAbove(area draw.Canvas, e effect, at vg.Point) {
	name, unit := aligned(letters(textSize, ink), draw.XLeft), aligned(letters(smallSize, faint), draw.XLeft)
	words := fit(name, e.measure.Title+towards(e.measure), f.v.width-2*margin)
	onPaper(area, name, at, words)
	if room := f.v.width - 2*margin - name.Width(words) - gap; !e.percent && room > 2*gap {
		area.FillText(unit, vg.Point{X: at.X + name.Width(words) + gap, Y: at.Y}, fit(unit, ofDifference(e.measure.Unit), room))
	}
}

// onPaper writes words on lines that run below them.
func onPaper(c draw.Canvas, style draw.TextStyle, at vg.Point, words string) {
	half, end := style.Font.Size*0.62, at.X+style.Width(words)+2
	c.FillPolygon(paper, []vg.Point{{X: at.X, Y: at.Y - half}, {X: end, Y: at.Y - half}, {X: end, Y: at.Y + half}, {X: at.X, Y: at.Y + half}})
	c.FillText(style, at, words)
}

// mark draws interval and estimate; what lies beyond the axis becomes an arrow at
// its edge.
func (f forest) mark(area draw.Canvas, d difference, a axis, y vg.Length) {
	at := func(v float64) vg.Length { return area.Min.X + a.share(v)*area.Size().X }
	c := colourOf(d.number)
	if !math.IsNaN(d.low) && !math.IsNaN(d.high) {
		from, to := max(at(d.low), area.Min.X), min(at(d.high), area.Max.X)
		if from < to {
			area.StrokeLine2(stroke(c, 1.6), from, y, to, y)
		}
	}
	switch {
	case d.v > a.high:
		f.arrow(area, d.number, vg.Point{X: area.Max.X, Y: y}, 1)
	case d.v < a.low:
		f.arrow(area, d.number, vg.Point{X: area.Min.X, Y: y}, -1)
	default:
		area.DrawGlyphNoClip(markOf(d.number, 3.4), vg.Point{X: at(d.v), Y: y})
	}
	if d.high > a.high && d.v <= a.high {
		f.arrow(area, d.number, vg.Point{X: area.Max.X, Y: y}, 1)
	}
	if d.low < a.low && d.v >= a.low {
		f.arrow(area, d.number, vg.Point{X: area.Min.X, Y: y}, -1)
	}
}

// arrow points out of the area, to the right for 1 and to the left for -1.
func (f forest) arrow(area draw.Canvas, number int, tip vg.Point, way vg.Length) {
	const long, wide = 7, 4
	area.FillPolygon(colourOf(number), []vg.Point{
		{X: tip.X + way*3, Y: tip.Y}, {X: tip.X - way*long + way*3, Y: tip.Y + wide}, {X: tip.X - way*long + way*3, Y: tip.Y - wide},
	})
}
