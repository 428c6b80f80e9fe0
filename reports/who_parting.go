package reports

import (
	"fmt"
	"image/color"
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

const partingHeight vg.Length = 300

const partingKinds = 6 // drawn apart; the others together

// partingFigure draws how many pairs have parted up to each week, by kind of event.
func (v *whoView) partingFigure(width vg.Length) figure {
	f := figure{id: "twins_parting", title: "Customers whose two histories have parted, by the event at which they did"}
	c := v.course(crowdCustomers)
	if c.pairs == 0 || len(c.weeks) == 0 {
		return f.not("No two histories part.")
	}
	f.note = v.partingWords()
	f.reading = "Up to each week, the share of all pairs for whom something has happened under one design and not under the other, by the first such event. " +
		"Weeks before 0 are the warm-up, in which each design lives by itself. The broken line is who feels otherwise (trust, satisfaction, relationship or " +
		"weariness of calls) by however little; the full line is who has come to hold other products, or is a customer under one design only. An event is what differed first, not the reason for all that followed. All of it is true inside this coupling of luck."
	layers := c.layers()
	f.alt = "Areas on top of one another, from the bottom. " + partingAlt(layers, c) + "."
	f.height = partingHeight + vg.Length(keyLines(len(layers), width))*keyLine + keyFoot
	f.body = func(canvas draw.Canvas) { drawParting(canvas, layers, c) }
	return f
}

// layers are the commonest kinds, and all others in one.
func (c *whoCourse) layers() []kindCourse {
	if len(c.kinds) <= partingKinds+1 {
		return c.kinds
	}
	rest := kindCourse{id: "other", words: "something else", upTo: make([]float64, len(c.weeks))}
	for _, k := range c.kinds[partingKinds:] {
		for i := range rest.upTo {
			rest.upTo[i] += k.upTo[i]
		}
	}
	return append(c.kinds[:partingKinds:partingKinds], rest)
}

func partingAlt(layers []kindCourse, c whoCourse) string {
	var parts []string
	for _, k := range layers {
		parts = append(parts, fmt.Sprintf("%s: %s of all pairs at the end", k.words, shareWords(k.total()/c.pairs)))
	}
	return strings.Join(parts, "; ")
}

// layerColour is that of the n-th kind: the palette without black, grey for the rest.
func layerColour(n int, k kindCourse) color.NRGBA {
	if k.id == "other" {
		return pale(zero, 0.45)
	}
	return tint(palette[1+n%(len(palette)-1)])
}

func drawParting(c draw.Canvas, layers []kindCourse, x whoCourse) {
	c = drawPartingKey(c, layers)
	weeks := nothing()
	weeks.add(0)
	for _, w := range x.weeks {
		weeks.add(float64(w), float64(w+1))
	}
	y := niceAxis(extent{0, percent}, 5, "share of pairs [%]")
	p := newPanel(c, frame{x: fewer(weekTicks(weeks), c.Size().X), y: y, left: y.width(), right: gap})
	xs := make([]float64, len(x.weeks))
	for i, w := range x.weeks {
		xs[i] = float64(w + 1)
	}
	low := make([]float64, len(xs))
	for n, k := range layers {
		high := make([]float64, len(xs))
		for i := range high {
			high[i] = low[i] + percent*k.upTo[i]/x.pairs
		}
		p.band(layerColour(n, k), xs, low, high)
		p.line(stroke(paper, 0.5), xs, high)
		low = high
	}
	for n, counts := range [][]float64{x.felt, x.held} {
		ys := make([]float64, len(xs))
		for i := range ys {
			ys[i] = percent * counts[i] / x.pairs
		}
		p.line(partingLines[n].style, xs, ys)
	}
	p.vertical(stroke(zero, 0.8), 0)
}

// partingLines are drawn over the layers: who feels otherwise, and who holds other products.
var partingLines = []struct {
	words string
	style draw.LineStyle
}{
	{"feels otherwise, by however little", dashed(ink, 1.2)},
	{"holds other products, or has left", stroke(ink, 1.6)},
}

// drawPartingKey names the layers, two in a line, and returns what is left below.
func drawPartingKey(c draw.Canvas, layers []kindCourse) draw.Canvas {
	const long, high = 16, 9
	columns := keyColumns(c.Size().X)
	style := aligned(letters(textSize, ink), draw.XLeft)
	wide := c.Size().X / vg.Length(columns)
	place := func(i int) vg.Point {
		return vg.Point{X: c.Min.X + vg.Length(i%columns)*wide, Y: c.Max.Y - (vg.Length(i/columns)+0.5)*keyLine}
	}
	for i, k := range layers {
		at := place(i)
		c.FillPolygon(layerColour(i, k), []vg.Point{{X: at.X, Y: at.Y - high/2}, {X: at.X, Y: at.Y + high/2}, {X: at.X + long, Y: at.Y + high/2}, {X: at.X + long, Y: at.Y - high/2}})
		c.FillText(style, vg.Point{X: at.X + long + gap, Y: at.Y}, fit(style, k.words, wide-long-2*gap))
	}
	for n, line := range partingLines {
		at := place(len(layers) + n)
		c.StrokeLine2(line.style, at.X, at.Y, at.X+long, at.Y)
		c.FillText(style, vg.Point{X: at.X + long + gap, Y: at.Y}, fit(style, line.words, wide-long-2*gap))
	}
	return draw.Crop(c, 0, 0, 0, -vg.Length(keyLines(len(layers), c.Size().X))*keyLine-keyFoot)
}

// keyColumns is how many names stand in a line of the key of a picture so wide.
func keyColumns(width vg.Length) int {
	if width <= narrowWidth {
		return 1
	}
	return 2
}

// keyLines is how many lines the key has.
func keyLines(layers int, width vg.Length) int {
	columns := keyColumns(width)
	return (layers + len(partingLines) + columns - 1) / columns
}

// fewer leaves out every other tick of an axis where there is no room for all.
func fewer(a axis, width vg.Length) axis {
	if width > narrowWidth {
		return a
	}
	thin := axis{extent: a.extent, title: a.title}
	for i := 0; i < len(a.ticks); i += 2 {
		thin.ticks, thin.labels = append(thin.ticks, a.ticks[i]), append(thin.labels, a.labels[i])
	}
	return thin
}
