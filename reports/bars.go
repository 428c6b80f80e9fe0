package reports

import (
	"math"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// counts says whether a distribution counts whole things, bin by bin: then a bar
// stands over its number and not between two.
func (b bars) counts(l layer) bool {
	for _, s := range b.v.scenarios {
		for place := range b.v.bars[cell{s.Name, l.distribution.ID}] {
			if place.low != math.Trunc(place.low) || place.high != place.low+1 {
				return false
			}
		}
	}
	return true
}

// moments returns the bars of a layer that lie where anything occurs, at the
// place where they are drawn.
func (b bars) moments(scenario string, l layer) []moment {
	e, shift := b.extent(l.distribution.ID), 0.0
	if b.counts(l) {
		shift = -0.5
	}
	var drawn []moment
	for _, m := range b.v.histogram(scenario, l.distribution.ID) {
		if m.spread.n > 0 && m.at.low >= e.low && m.at.high <= e.high {
			m.at = bin{m.at.low + shift, m.at.high + shift}
			drawn = append(drawn, m)
		}
	}
	return drawn
}

// layer draws the bars of one distribution, each with a whisker.
func (p panel) layer(l layer, moments []moment, number int) {
	for _, m := range moments {
		place := l.part(m.at)
		if l.hollow {
			p.outline(stroke(inkOf(number), 1), place, m.spread.mean)
		} else {
			p.bar(pale(colourOf(number), barOpacity), place, m.spread.mean)
		}
		middle := (place.low + place.high) / 2
		a, b := p.at(middle, m.spread.p10), p.at(middle, m.spread.p90)
		p.StrokeLine2(stroke(inkOf(number), 0.9), a.X, a.Y, b.X, b.Y)
	}
}

// say writes words into the middle of an empty panel.
func (p panel) say(words string) {
	style := letters(textSize, faint)
	style.XAlign, style.YAlign = draw.XCenter, draw.YCenter
	p.FillText(style, p.Center(), words)
}

// part is the layer's part of a bin, with air between bars.
func (l layer) part(place bin) bin {
	const air = 0.07 // share of a bin, on each side
	width := place.high - place.low
	inner := bin{place.low + air*width, place.high - air*width}
	width = inner.high - inner.low
	return bin{inner.low + l.from*width, inner.low + l.to*width}
}

func (p panel) outline(style draw.LineStyle, place bin, height float64) {
	inset := style.Width / 2
	a, b := p.at(place.low, 0), p.at(place.high, height)
	a.X, b.X, b.Y = a.X+inset, b.X-inset, max(b.Y-inset, a.Y)
	p.StrokeLines(style, []vg.Point{a, {X: a.X, Y: b.Y}, b, {X: b.X, Y: a.Y}})
}

// reference draws a named vertical line.
func (p panel) reference(at float64, name string) {
	if at < p.x.low || at > p.x.high {
		return
	}
	p.vertical(dashed(ink, 1), at)
	style := letters(smallSize, ink)
	style.YAlign = draw.YTop
	x := p.at(at, p.y.low).X + gap/2
	if x+style.Width(name) > p.Max.X {
		x -= style.Width(name) + gap
	}
	p.FillText(style, vg.Point{X: x, Y: p.Max.Y - 1}, name)
}

// layerKeyHeight is that of the strip which tells the layers apart; there is none
// for a single one.
func (b bars) layerKeyHeight() vg.Length {
	if len(b.layers) < 2 {
		return 0
	}
	if b.v.narrow() {
		return vg.Length(len(b.layers))*keyLine + keyFoot
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
			c.StrokeLines(stroke(ink, 1), append(box, box[0]))
		} else {
			c.FillPolygon(pale(ink, barOpacity), box)
		}
		c.FillText(style, vg.Point{X: x + long + gap, Y: y}, l.distribution.Title)
		x += long + gap + style.Width(l.distribution.Title) + keyGap
		if b.v.narrow() {
			x, y = c.Min.X, y-keyLine
		}
	}
	return draw.Crop(c, 0, 0, 0, -b.layerKeyHeight())
}

// highest is the tallest bar, the leftmost of equals.
func highest(moments []moment) moment {
	top := moments[0]
	for _, m := range moments[1:] {
		if m.spread.mean > top.spread.mean || math.IsNaN(top.spread.mean) {
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
