package reports

import (
	"image/color"
	"math"
	"slices"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// panel is a pair of axes on a part of the canvas.
type panel struct {
	draw.Canvas // the area inside the axes
	x, y        axis
}

const (
	panelFoot = smallSize * leading           // labels of the x axis
	panelBase = panelFoot + smallSize*leading // and its title
)

// frame says what stands around a panel.
type frame struct {
	title string
	own   color.Color // of the title; nil: ink
	x, y  axis
	left  vg.Length // room for the labels of the y axis, equal for panels in a column
	right vg.Length // room for labels beside the data
}

// newPanel draws grid, ticks and titles and returns the area for the data. The
// title of the y axis lies above it, where it can be read without turning the
// head.
func newPanel(c draw.Canvas, f frame) panel {
	if f.title != "" {
		own := f.own
		if own == nil {
			own = ink
		}
		c = heading(c, bold(letters(headSize, own)), f.title)
	}
	c = heading(c, letters(smallSize, faint), f.y.title)
	p := panel{draw.Crop(c, f.left+gap, -f.right-gap, panelBase+gap/2, -gap), f.x, f.y}
	p.drawY()
	p.drawX()
	return p
}

// heading writes one line at the top of a canvas and returns what is left below.
func heading(c draw.Canvas, style draw.TextStyle, words string) draw.Canvas {
	style.YAlign = draw.YTop
	c.FillText(style, vg.Point{X: c.Min.X, Y: c.Max.Y}, fit(style, words, c.Size().X))
	return draw.Crop(c, 0, 0, 0, -style.Font.Size*leading)
}

func (p panel) drawY() {
	style := aligned(letters(smallSize, faint), draw.XRight)
	for i, t := range p.y.ticks {
		y := p.at(p.x.low, t).Y
		p.StrokeLine2(stroke(rule, 0.6), p.Min.X, y, p.Max.X, y)
		p.FillText(style, vg.Point{X: p.Min.X - gap/2, Y: y}, p.y.labels[i])
	}
}

func (p panel) drawX() {
	p.StrokeLine2(stroke(zero, 0.8), p.Min.X, p.Min.Y, p.Max.X, p.Min.Y)
	style := letters(smallSize, faint)
	style.XAlign, style.YAlign = draw.XCenter, draw.YTop
	for i, t := range p.x.ticks {
		x := p.at(t, p.y.low).X
		p.StrokeLine2(stroke(zero, 0.8), x, p.Min.Y, x, p.Min.Y-2.5)
		p.FillText(style, vg.Point{X: x, Y: p.Min.Y - gap/2}, p.x.labels[i])
	}
	p.FillText(style, vg.Point{X: p.Center().X, Y: p.Min.Y - gap/2 - panelFoot}, fit(style, p.x.title, p.Size().X+4*gap))
}

// at is where a pair of numbers lies.
func (p panel) at(x, y float64) vg.Point {
	return vg.Point{X: p.Min.X + p.x.share(x)*p.Size().X, Y: p.Min.Y + p.y.share(y)*p.Size().Y}
}

// line joins points.
func (p panel) line(style draw.LineStyle, xs, ys []float64) {
	points := make([]vg.Point, len(xs))
	for i := range xs {
		points[i] = p.at(xs[i], ys[i])
	}
	p.StrokeLines(style, p.ClipLinesXY(points)...)
}

// band fills the area between two lines over the same xs. Where an end is not a
// number, as with a single replication, there is no band.
func (p panel) band(c color.Color, xs, lows, highs []float64) {
	if slices.ContainsFunc(lows, math.IsNaN) || slices.ContainsFunc(highs, math.IsNaN) {
		return
	}
	points := make([]vg.Point, 0, 2*len(xs))
	for i := range xs {
		points = append(points, p.at(xs[i], lows[i]))
	}
	for i := len(xs) - 1; i >= 0; i-- {
		points = append(points, p.at(xs[i], highs[i]))
	}
	p.FillPolygon(c, p.ClipPolygonXY(points))
}

// bar fills a rectangle from the bottom of the axis, or from zero where the axis
// crosses it.
func (p panel) bar(c color.Color, place bin, height float64) {
	foot := min(max(0, p.y.low), p.y.high)
	a, b := p.at(place.low, foot), p.at(place.high, height)
	p.FillPolygon(c, p.ClipPolygonXY([]vg.Point{a, {X: b.X, Y: a.Y}, b, {X: a.X, Y: b.Y}}))
}

// vertical draws a line of reference across the panel.
func (p panel) vertical(style draw.LineStyle, x float64) {
	at := p.at(x, p.y.low).X
	p.StrokeLine2(style, at, p.Min.Y, at, p.Max.Y)
}

// horizontal draws a line of reference across the panel.
func (p panel) horizontal(style draw.LineStyle, y float64) {
	at := p.at(p.x.low, y).Y
	p.StrokeLine2(style, p.Min.X, at, p.Max.X, at)
}

// grid cuts a canvas into rows and columns of equal size and returns them row by
// row from the top left.
func grid(c draw.Canvas, rows, columns int) []draw.Canvas {
	tiles := draw.Tiles{Rows: rows, Cols: columns, PadX: 3 * gap, PadY: 3 * gap}
	var cells []draw.Canvas
	for y := range rows {
		for x := range columns {
			cells = append(cells, tiles.At(c, x, y))
		}
	}
	return cells
}
