package reports

import (
	"image/color"
	"math"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// outlined is a filled shape given by its corners at radius 1, joined in order.
type outlined []vg.Point

// DrawGlyph implements draw.GlyphDrawer.
func (o outlined) DrawGlyph(c *draw.Canvas, style draw.GlyphStyle, at vg.Point) {
	corners := make([]vg.Point, len(o))
	for i, corner := range o {
		corners[i] = at.Add(corner.Scale(style.Radius))
	}
	c.FillPolygon(style.Color, corners)
}

var (
	diamond = outlined{{X: 0, Y: 1.25}, {X: 1.25, Y: 0}, {X: 0, Y: -1.25}, {X: -1.25, Y: 0}}
	nabla   = outlined{{X: -1, Y: 0.8}, {X: 1, Y: 0.8}, {X: 0, Y: -1}}
	plus    = outlined{
		{X: -0.4, Y: 1.1}, {X: 0.4, Y: 1.1}, {X: 0.4, Y: 0.4}, {X: 1.1, Y: 0.4}, {X: 1.1, Y: -0.4}, {X: 0.4, Y: -0.4},
		{X: 0.4, Y: -1.1}, {X: -0.4, Y: -1.1}, {X: -0.4, Y: -0.4}, {X: -1.1, Y: -0.4}, {X: -1.1, Y: 0.4}, {X: -0.4, Y: 0.4},
	}
	star = starOf(5)
)

// starOf is a star with a number of points, the first one up.
func starOf(points int) outlined {
	const inner = 0.5 // radius of the inward corners
	var o outlined
	for k := range 2 * points {
		r := 1.3
		if k%2 == 1 {
			r *= inner
		}
		sin, cos := math.Sincos(math.Pi * float64(k) / float64(points))
		o = append(o, vg.Point{X: vg.Length(r * sin), Y: vg.Length(r * cos)})
	}
	return o
}

// luminance is the relative luminance of WCAG 2, in [0, 1].
func luminance(c color.NRGBA) float64 {
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

func linear(b uint8) float64 {
	v := float64(b) / 0xff
	if v <= 0.04045 {
		return v / 12.92
	}
	return math.Pow((v+0.055)/1.055, 2.4)
}

// fit cuts words that are wider than a length and ends them with an ellipsis.
func fit(style draw.TextStyle, s string, width vg.Length) string {
	if style.Width(s) <= width {
		return s
	}
	runes := []rune(s)
	for n := len(runes) - 1; n > 0; n-- {
		if cut := string(runes[:n]) + "…"; style.Width(cut) <= width {
			return cut
		}
	}
	return "…"
}
