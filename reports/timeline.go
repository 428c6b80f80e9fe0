package reports

import (
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// timeline is a list of moments as columns, the form in which lines and bands are
// drawn.
type timeline struct{ weeks, mean, low, high, p10, p90 []float64 }

// split turns moments into columns. A frame's value stands at its end: the frame
// that closes with week 12 is drawn at 13 weeks.
func split(moments []moment) timeline {
	var t timeline
	for _, m := range moments {
		t.weeks = append(t.weeks, m.at.low+1)
		t.mean = append(t.mean, m.spread.mean)
		t.low, t.high = append(t.low, m.spread.low), append(t.high, m.spread.high)
		t.p10, t.p90 = append(t.p10, m.spread.p10), append(t.p90, m.spread.p90)
	}
	return t
}

// year is how the books divide time.
const year = 52 // [weeks]

// weekTicks has a tick per year where there are a few years, else round numbers.
func weekTicks(e extent) axis {
	const title = "weeks since the end of the warm-up"
	years := (e.high - e.low) / year
	if years < 2 {
		return tightAxis(e.drawable(), 5, title)
	}
	a := axis{extent: e, title: title}
	every := max(1, int(years/6+0.5))
	for w := 0; float64(w) <= e.high; w += every * year {
		a.ticks = append(a.ticks, float64(w))
		a.labels = append(a.labels, number(float64(w), 0))
	}
	return a
}

func widest(axes []axis) vg.Length {
	var width vg.Length
	for _, a := range axes {
		width = max(width, a.width())
	}
	return width
}

// bandKeyHeight is that of the strip which explains the bands: on a telephone its entries stand below one another.
func (v *view) bandKeyHeight() vg.Length {
	if v.narrow() {
		return textSize * 3.4
	}
	return textSize * 2.2
}

// drawBandKey explains the two bands and returns what is left below.
func (v *view) drawBandKey(c draw.Canvas) draw.Canvas {
	const long, high = 22, 9
	y := c.Max.Y - high/2
	x := c.Min.X
	style := aligned(letters(smallSize, faint), draw.XLeft)
	for _, b := range []struct {
		opacity float64
		words   string
	}{
		{spreadOpacity, "spread of outcomes: middle 80 % of replications"},
		{spreadOpacity + intervalOpacity, "95 % interval of the mean"},
	} {
		c.FillPolygon(pale(ink, b.opacity), []vg.Point{{X: x, Y: y - high/2}, {X: x + long, Y: y - high/2}, {X: x + long, Y: y + high/2}, {X: x, Y: y + high/2}})
		c.FillText(style, vg.Point{X: x + long + gap, Y: y}, b.words)
		x += long + gap + style.Width(b.words) + 3*gap
		if v.narrow() {
			x, y = c.Min.X, y-high*1.4
		}
	}
	return draw.Crop(c, 0, 0, 0, -v.bandKeyHeight())
}
