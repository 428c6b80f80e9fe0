package reports

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"math"
	"slices"
	"strconv"
	"strings"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

// svgCanvas writes a picture as SVG that is small, needs no font of its own and
// takes its colours from whoever shows it. A text is given the width that the
// drawing reckoned with: where another typeface stands in, it is set into the
// same room.
type svgCanvas struct {
	width, height vg.Length
	paint         func(color.NRGBA) string // a colour as CSS
	body          bytes.Buffer
	group         string // attributes of the open group
	pen
	pens []pen
}

// pen is the state that a canvas can save and restore.
type pen struct {
	colour color.NRGBA
	line   vg.Length
	dashes []vg.Length
	moved  vg.Point // translation
	scaled vg.Point // scale; rotations are not used by any picture
}

func newSVG(width, height vg.Length, paint func(color.NRGBA) string) *svgCanvas {
	c := &svgCanvas{width: width, height: height, paint: paint, pen: pen{scaled: vg.Point{X: 1, Y: 1}}}
	vg.Initialize(c)
	return c
}

func (c *svgCanvas) Size() (x, y vg.Length)                       { return c.width, c.height }
func (c *svgCanvas) SetLineWidth(w vg.Length)                     { c.line = w }
func (c *svgCanvas) SetLineDash(pattern []vg.Length, _ vg.Length) { c.dashes = slices.Clone(pattern) }
func (c *svgCanvas) Push()                                        { c.pens = append(c.pens, c.pen) }

// SetColor implements vg.Canvas.
func (c *svgCanvas) SetColor(x color.Color) {
	if x == nil {
		x = color.Black
	}
	c.colour = color.NRGBAModel.Convert(x).(color.NRGBA)
}

// Rotate implements vg.Canvas. Words on their side are hard to read: no picture has any.
func (c *svgCanvas) Rotate(float64) {
	panic("reports: a picture turns its canvas; pictures have no turned words")
}

// Translate implements vg.Canvas.
func (c *svgCanvas) Translate(by vg.Point) {
	c.moved.X += by.X * c.scaled.X
	c.moved.Y += by.Y * c.scaled.Y
}

// Scale implements vg.Canvas.
func (c *svgCanvas) Scale(x, y float64) {
	c.scaled.X *= vg.Length(x)
	c.scaled.Y *= vg.Length(y)
}

// Pop implements vg.Canvas.
func (c *svgCanvas) Pop() {
	c.pen = c.pens[len(c.pens)-1]
	c.pens = c.pens[:len(c.pens)-1]
}

// at is a point as SVG has it: the origin is at the top.
func (c *svgCanvas) at(p vg.Point) (x, y float64) {
	return (c.moved.X + p.X*c.scaled.X).Points(), (c.height - c.moved.Y - p.Y*c.scaled.Y).Points()
}

// Stroke implements vg.Canvas.
func (c *svgCanvas) Stroke(path vg.Path) {
	if c.line <= 0 {
		return
	}
	style := "fill:none;stroke:" + c.paint(c.colour) + ";stroke-width:" + short2(c.line.Points())
	if c.colour.A < 0xff {
		style += ";stroke-opacity:" + opacity(c.colour)
	}
	if len(c.dashes) > 0 {
		var parts []string
		for _, d := range c.dashes {
			parts = append(parts, short2(d.Points()))
		}
		style += ";stroke-dasharray:" + strings.Join(parts, ",")
	}
	c.shape(style, path)
}

// Fill implements vg.Canvas.
func (c *svgCanvas) Fill(path vg.Path) {
	style := "fill:" + c.paint(c.colour)
	if c.colour.A < 0xff {
		style += ";fill-opacity:" + opacity(c.colour)
	}
	c.shape(style, path)
}

// FillString implements vg.Canvas.
func (c *svgCanvas) FillString(face font.Face, at vg.Point, words string) {
	if face.Font.Size <= 0 || strings.TrimSpace(words) == "" {
		return
	}
	style := "fill:" + c.paint(c.colour) + ";font-size:" + short2(face.Font.Size.Points()) + "px"
	if face.Font.Weight > 0 {
		style += ";font-weight:bold"
	}
	c.begin(style)
	x, y := c.at(at)
	fmt.Fprintf(&c.body, `<text x="%s" y="%s" textLength="%s" lengthAdjust="spacingAndGlyphs">%s</text>`,
		short2(x), short2(y), short2(face.Width(words).Points()), escaped(words))
}

// DrawImage implements vg.Canvas. An image has fixed colours, which are wrong on one of two grounds.
func (c *svgCanvas) DrawImage(vg.Rectangle, image.Image) {
	panic("reports: a picture holds an image; pictures are drawn with shapes, which follow the reader's theme")
}

var svgEscapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&#34;", "'", "&#39;")

func escaped(words string) string { return svgEscapes.Replace(words) }

// opacity of a colour, to two digits.
func opacity(c color.NRGBA) string { return short2(float64(c.A) / 0xff) }

// short1 writes a place on a path: a tenth of a point cannot be seen.
func short1(v float64) string { return short2(math.Round(v*10) / 10) }

// short2 writes a number with at most two decimals and nothing superfluous.
func short2(v float64) string {
	return strconv.FormatFloat(math.Round(v*100)/100+0, 'f', -1, 64) // + 0: never "-0"
}
