package reports

import (
	"bytes"
	"fmt"
	"image/color"
	"slices"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgimg"
)

// figure is one picture and the words around it.
type figure struct {
	id      string            // file name without ending
	part    string            // of the page under which it stands
	title   string            // says what is shown, not what was found
	note    string            // what to see in this one, from its data
	reading string            // how to read it: what a mark, a line and a band mean
	alt     string            // the picture in words, from the data
	height  vg.Length         // of the body
	width   vg.Length         // pictureWidth where it is 0
	narrow  *figure           // the same, drawn for a telephone; nil where there is no such drawing
	body    func(draw.Canvas) // draws everything but title and origin
	origin  string            // names the run; empty: as the view says
	file    string            // where a page finds it; empty: among its own plots
	missing string            // why there is no picture; empty when there is one
}

// painter makes a figure of a view. One that cannot be drawn says why; one that
// has nothing to do with the results has no id.
type painter func(*view) figure

// drawAll makes the figures of all parts, side by side.
func drawAll(v *view) []figure {
	var figures []figure
	var all []painter
	for _, p := range parts {
		for _, paint := range p.painters {
			all, figures = append(all, paint), append(figures, figure{part: p.id})
		}
	}
	work := make([]func() error, len(all))
	for i, paint := range all {
		work[i] = func() error {
			part := figures[i].part
			figures[i] = both(v, paint)
			figures[i].part = part
			return nil
		}
	}
	if err := together(work...); err != nil {
		panic(fmt.Sprintf("reports: a painter cannot fail: %v", err))
	}
	return slices.DeleteFunc(figures, func(f figure) bool { return f.id == "" })
}

// both paints a figure for pages and for telephones.
func both(v *view, paint painter) figure {
	f := paint(v)
	if f.missing == "" && f.id != "" {
		narrow := paint(v.forTelephone())
		narrow.width = narrowWidth
		f.narrow = &narrow
	}
	return f
}

// not returns a figure that says why it is not there.
func (f figure) not(why string) figure {
	f.missing = why
	return f
}

// resolution of the PNG files: a picture is twice as sharp as on a plain screen.
const resolution = 192 // dots per inch

// margin around everything in a file.
const margin vg.Length = 10

// typefaces have the widths that pictures are reckoned with, or are near to it.
const typefaces = "'Liberation Sans',Arimo,Arial,Helvetica,sans-serif"

// wide is the width a figure is drawn for.
func (f figure) wide() vg.Length {
	if f.width > 0 {
		return f.width
	}
	return pictureWidth
}

// svg returns the picture with title and origin as a file of its own.
func (f figure) svg(v *view) ([]byte, error) {
	c := newSVG(f.wide(), f.fullHeight(), fixed)
	f.whole(draw.New(c), v)
	body, err := written(c)
	return fmt.Appendf(nil, `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="%[1]s" height="%[2]s" viewBox="0 0 %[1]s %[2]s" style="font-family:%[3]s" role="img" aria-labelledby="t d">
<title id="t">%[4]s</title>
<desc id="d">%[5]s</desc>%[6]s
</svg>
`, short2(f.wide().Points()), short2(f.fullHeight().Points()), typefaces, escaped(f.title), escaped(f.alt), body), err
}

// png returns the picture with title and origin as an image.
func (f figure) png(v *view) ([]byte, error) {
	c := vgimg.NewWith(vgimg.UseWH(f.wide(), f.fullHeight()), vgimg.UseDPI(resolution), vgimg.UseBackgroundColor(color.White))
	f.whole(draw.New(c), v)
	return written(vgimg.PngCanvas{Canvas: c})
}

// inline returns the bare picture as an <svg> element for a page that has the
// title as a heading. Its colours are those of the reader's theme.
func (f figure) inline() (string, error) {
	c := newSVG(f.wide(), f.height, themed)
	f.body(draw.Crop(draw.New(c), margin, -margin, 0, 0))
	body, err := written(c)
	class := "drawn"
	if f.width == narrowWidth {
		class = "drawn narrow"
	} else if f.narrow != nil {
		class = "drawn broad"
	}
	return fmt.Sprintf(`<svg class="%s" role="img" aria-labelledby="alt-%s" viewBox="0 0 %s %s">%s</svg>`,
		class, f.id, short2(f.wide().Points()), short2(f.height.Points()), body), err
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
