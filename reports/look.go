package reports

import (
	"image/color"

	"golang.org/x/image/font"
	"gonum.org/v1/plot"
	plotfont "gonum.org/v1/plot/font"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// The visual language: one typeface, one grid, one palette (see hues.go). Lengths
// are in points, 0.75 to a pixel. A picture is drawn twice: for a page and, where
// it can be, for a telephone.
const (
	pictureWidth vg.Length = 640
	narrowWidth  vg.Length = 280
	titleSize    vg.Length = 13
	headSize     vg.Length = 10.5
	textSize     vg.Length = 9.5
	smallSize    vg.Length = 8.5
	leading                = 1.3 // line height over font size
	gap          vg.Length = 6
)

var (
	ink   = hueOf("ink")    // words and marks that matter
	faint = hueOf("faint")  // units, ticks
	rule  = hueOf("rule")   // grid
	zero  = hueOf("zero")   // lines of reference
	paper = hueOf("ground") // behind everything
)

// palette begins as that of Okabe and Ito (2008), made for colour-blind readers; its last three, too weak on white, gave
// way to darker ones. The base is black.
var palette = []color.NRGBA{
	{0x00, 0x00, 0x00, 0xff}, // black
	{0x00, 0x72, 0xb2, 0xff}, // blue
	{0xd5, 0x5e, 0x00, 0xff}, // vermilion
	{0x00, 0x9e, 0x73, 0xff}, // bluish green
	{0xcc, 0x79, 0xa7, 0xff}, // reddish purple
	{0x5e, 0x3a, 0x00, 0xff}, // brown
	{0x5b, 0x3f, 0xd6, 0xff}, // indigo
	{0xa3, 0x13, 0x4f, 0xff}, // crimson
}

// colourOf is the colour of the scenario at a place in the manifest. After eight
// they repeat; the marks then differ.
func colourOf(n int) color.NRGBA { return palette[n%len(palette)] }

// inkOf is that colour for words: darkened until it can be read on white.
func inkOf(n int) color.NRGBA {
	c := colourOf(n)
	for luminance(c) > 0.165 { // contrast with white, and with a raised ground, of at least 4.5 to 1 (WCAG 2)
		c.R, c.G, c.B = darker(c.R), darker(c.G), darker(c.B)
	}
	return c
}

func darker(b uint8) uint8 { return uint8(float64(b) * 0.95) }

// pale is a colour as a transparent area.
func pale(c color.NRGBA, opacity float64) color.NRGBA {
	c.A = uint8(opacity * 0xff)
	return c
}

// marks tell scenarios apart without colour.
var marks = []draw.GlyphDrawer{
	draw.CircleGlyph{}, draw.BoxGlyph{}, draw.PyramidGlyph{}, diamond, nabla, star, plus,
}

// markOf is the mark of the scenario at a place in the manifest, with a radius
// in points.
func markOf(n int, radius vg.Length) draw.GlyphStyle {
	return draw.GlyphStyle{Color: colourOf(n), Radius: radius, Shape: marks[n%len(marks)]}
}

// letters returns a style of text at a size.
func letters(size vg.Length, c color.Color) text.Style {
	return text.Style{
		Color:   c,
		Font:    plotfont.Font{Typeface: "Liberation", Variant: "Sans", Size: size},
		Handler: plot.DefaultTextHandler,
	}
}

func bold(style text.Style) text.Style {
	style.Font.Weight = font.WeightBold
	return style
}

// digitMiddle anchors text at the middle of its digits: a little above that of
// the whole line, which has room for descenders.
const digitMiddle text.YAlignment = -0.4

// aligned returns the style anchored at a fraction of its width (0 left, -0.5
// middle, -1 right), vertically at the middle of its digits.
func aligned(style text.Style, x text.XAlignment) text.Style {
	style.XAlign, style.YAlign = x, digitMiddle
	return style
}

// stroke is a plain line.
func stroke(c color.Color, width vg.Length) draw.LineStyle {
	return draw.LineStyle{Color: c, Width: width}
}

// dashed is a line of reference.
func dashed(c color.Color, width vg.Length) draw.LineStyle {
	return draw.LineStyle{Color: c, Width: width, Dashes: []vg.Length{4, 3}}
}
