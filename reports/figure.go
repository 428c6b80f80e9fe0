package reports

import (
	"bytes"
	"fmt"
	"image/color"
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgimg"
	"gonum.org/v1/plot/vg/vgsvg"
)

// figure is one picture and the words around it.
type figure struct {
	id      string            // file name without ending
	title   string            // says what is shown, not what was found
	note    string            // what to look at, and what interval or band is drawn
	alt     string            // the picture in words, from the data
	height  vg.Length         // of the body
	body    func(draw.Canvas) // draws everything but title and origin
	origin  string            // names the run; empty: as the view says
	missing string            // why there is no picture; empty when there is one
}

// painter makes a figure of a view. It always returns a figure: one that cannot
// be drawn says why.
type painter func(*view) figure

// painters in the order of the report.
var painters = []painter{differences, overTime, profitRisk, products, attainment, window, offences, whale}

func drawAll(v *view) []figure {
	figures := make([]figure, len(painters))
	for i, paint := range painters {
		figures[i] = paint(v)
	}
	if v.misses != nil {
		figures = append(figures, nearMiss(v))
	}
	return figures
}

// not returns a figure that says why it is not there.
func (f figure) not(why string) figure {
	f.missing = why
	return f
}

// resolution of the PNG files: at 900 pixels wide a picture is twice as sharp as
// a plain screen.
const resolution = 192 // dots per inch

// margin around everything in a file.
const margin vg.Length = 10

// svg returns the picture with title and origin, its fonts embedded.
func (f figure) svg(v *view) ([]byte, error) {
	c := vgsvg.NewWith(vgsvg.UseWH(pictureWidth, f.fullHeight()), vgsvg.EmbedFonts(true))
	f.whole(draw.New(c), v)
	return written(c)
}

// png returns the picture with title and origin as an image.
func (f figure) png(v *view) ([]byte, error) {
	c := vgimg.NewWith(vgimg.UseWH(pictureWidth, f.fullHeight()), vgimg.UseDPI(resolution), vgimg.UseBackgroundColor(color.White))
	f.whole(draw.New(c), v)
	return written(vgimg.PngCanvas{Canvas: c})
}

// inline returns the bare picture as an <svg> element for a page that has the
// title as a heading. Its fonts fall back on faces of the same widths.
func (f figure) inline() (string, error) {
	c := vgsvg.NewWith(vgsvg.UseWH(pictureWidth, f.height))
	f.body(draw.Crop(draw.New(c), margin, -margin, 0, 0))
	data, err := written(c)
	if err != nil {
		return "", err
	}
	svg := string(data)
	start, body := strings.Index(svg, "<svg"), strings.Index(svg, ">\n<g")
	if start < 0 || body < start {
		return "", fmt.Errorf("%s: the drawing library wrote an SVG of an unknown form", f.id)
	}
	svg = fmt.Sprintf(`<svg role="img" aria-labelledby="alt-%s" viewBox="0 0 %.5g %.5g"`, f.id, pictureWidth.Points(), f.height.Points()) + svg[body:]
	return strings.ReplaceAll(svg, "font-family:Liberation Sans;", "font-family:'Liberation Sans',Arimo,Arial,Helvetica,sans-serif;"), nil
}

func written(c vg.CanvasWriterTo) ([]byte, error) {
	var buffer bytes.Buffer
	_, err := c.WriteTo(&buffer)
	return buffer.Bytes(), err
}

// whole draws title, body and origin on white.
func (f figure) whole(c draw.Canvas, v *view) {
	c.SetColor(paper)
	c.Fill(c.Rectangle.Path())
	c = draw.Crop(c, margin, -margin, margin, -margin)
	title := bold(letters(titleSize, ink))
	title.YAlign = draw.YTop
	c.FillText(title, vg.Point{X: c.Min.X, Y: c.Max.Y}, fit(title, f.title, c.Size().X))
	origin, from := letters(smallSize, faint), f.origin
	if from == "" {
		from = v.origin()
	}
	c.FillText(origin, c.Min, fit(origin, from, c.Size().X))
	f.body(draw.Crop(c, 0, 0, originHeight, -headHeight))
}

const (
	headHeight   = titleSize * 2   // title and the space below it
	originHeight = smallSize * 2.2 // line that names the run, and the space above it
)

func (f figure) fullHeight() vg.Length { return f.height + headHeight + originHeight + 2*margin }

// origin names the run a picture came from.
func (v *view) origin() string {
	m := v.set.Manifest
	return fmt.Sprintf("%s of %s · seed %d · results %.8s · xsell %s",
		plural(m.Finished, "replication"), plural(m.Weeks, "week"), m.Seed, m.ResultsHash, m.Tool)
}
