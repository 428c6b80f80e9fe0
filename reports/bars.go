package reports

import (
	"math"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// layer draws the bars of one distribution: filled with a whisker, or as an
// outline.
func (p panel) layer(l layer, moments []moment, number int) {
	for _, m := range moments {
		if l.hollow {
			p.outline(m, number)
			continue
		}
		p.bar(pale(colourOf(number), barOpacity), inset(m.at), m.spread.mean)
		middle := (m.at.low + m.at.high) / 2
		a, b := p.at(middle, m.spread.p10), p.at(middle, m.spread.p90)
		p.StrokeLine2(stroke(faint, 1), a.X, a.Y, b.X, b.Y)
	}
}

// inset leaves air between bars.
func inset(place bin) bin {
	const air = 0.08 // share of the bar's width, on each side
	by := air * (place.high - place.low)
	return bin{place.low + by, place.high - by}
}

func (p panel) outline(m moment, number int) {
	a, b := p.at(m.at.low, 0), p.at(m.at.high, m.spread.mean)
	p.StrokeLines(dashed(inkOf(number), 1.2), []vg.Point{a, {X: a.X, Y: b.Y}, b, {X: b.X, Y: a.Y}})
}

// reference draws a named vertical line.
func (p panel) reference(at float64, name string) {
	if at < p.x.low || at > p.x.high {
		return
	}
	p.vertical(dashed(ink, 1), at)
	style := letters(smallSize, ink)
	style.YAlign = draw.YBottom
	x := p.at(at, p.y.low).X
	p.FillText(style, vg.Point{X: min(x, p.Max.X-style.Width(name)), Y: p.Max.Y + 1}, name)
}

// layerKeyHeight is that of the strip which tells the layers apart; there is none
// for a single one.
func (b bars) layerKeyHeight() vg.Length {
	if len(b.layers) < 2 {
		return 0
	}
	return keyLine + keyFoot
}

func (b bars) drawLayerKey(c draw.Canvas) draw.Canvas {
	if len(b.layers) < 2 {
		return c
	}
	const long, high = 22, 9
	style := aligned(letters(textSize, ink), draw.XLeft)
	x, y := c.Min.X, c.Max.Y-keyLine/2
	for _, l := range b.layers {
		box := []vg.Point{{X: x, Y: y - high/2}, {X: x, Y: y + high/2}, {X: x + long, Y: y + high/2}, {X: x + long, Y: y - high/2}}
		if l.hollow {
			c.StrokeLines(dashed(ink, 1.2), box)
		} else {
			c.FillPolygon(pale(ink, barOpacity), box)
		}
		c.FillText(style, vg.Point{X: x + long + gap, Y: y}, l.distribution.Title)
		x += long + gap + style.Width(l.distribution.Title) + keyGap
	}
	return draw.Crop(c, 0, 0, 0, -b.layerKeyHeight())
}

// highest is the tallest bar, the leftmost of equals.
func highest(moments []moment) moment {
	top := moments[0]
	for _, m := range moments[1:] {
		if m.spread.mean > top.spread.mean {
			top = m
		}
	}
	return top
}

// shareFrom is the share of all bars' height that starts at or after a place, in
// [0, 1]; 0 when the bars are empty.
func shareFrom(moments []moment, from float64) float64 {
	all, after := 0.0, 0.0
	for _, m := range moments {
		all += m.spread.mean
		if m.at.low >= from-1e-9 {
			after += m.spread.mean
		}
	}
	if all == 0 || math.IsNaN(all) {
		return 0
	}
	return after / all
}

// percentage formats a share.
func percentage(share float64) string { return number(100*share, 0) + " %" }
