package reports

import (
	"cmp"
	"slices"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgimg"

	"xsell/scenarios/results"
)

const (
	pointRadius   vg.Length = 2.2
	pointOpacity            = 0.45
	meanRadius    vg.Length = 6
	rasterAbove             = 3000 // points: a larger cloud goes into an SVG as an image, not as shapes
	labelDistance           = textSize * 1.25
	meanNameWidth vg.Length = 110
)

func compare(a, b float64) int { return cmp.Compare(a, b) }

// scatter is a picture of clouds.
type scatter struct {
	clouds []cloud
	x, y   results.Measure
}

// farApart is how many times larger the largest mean must be than the smallest,
// counted from 1, for a plain axis to press the small ones together.
const farApart = 20

// stretched says whether the x axis must be stretched near zero to tell the
// scenarios apart.
func (s scatter) stretched() bool {
	means, values := nothing(), nothing()
	for _, cl := range s.clouds {
		means.add(cl.x.mean)
		values.add(cl.xs...)
	}
	return values.low >= 0 && means.high > farApart*(1+means.low)
}

const scatterAir = 0.02 // share of the data's extent left free around it

func (s scatter) draw(c draw.Canvas, v *view) {
	xs, ys := nothing(), nothing()
	points := 0
	for _, cl := range s.clouds {
		xs.add(cl.xs...)
		ys.add(cl.ys...)
		points += len(cl.xs)
	}
	across := niceAxis(xs.padded(scatterAir), 8, measured(s.x.Title, s.x.Unit))
	if s.stretched() {
		across = stretchedAxis(xs.high*(1+scatterAir), across.title)
	}
	across = across.roomLeft(scatterAir)
	up := niceAxis(ys.padded(scatterAir), 6, measured(s.y.Title, s.y.Unit))
	p := newPanel(c, frame{x: across, y: up, left: up.width(), right: 2 * gap})
	for _, t := range p.x.ticks {
		p.vertical(stroke(rule, 0.6), t)
	}
	if points > rasterAbove {
		p.raster(s.clouds)
	} else {
		p.points(s.clouds)
	}
	p.means(s.clouds, v)
}

func (p panel) points(clouds []cloud) {
	for _, cl := range clouds {
		style := markOf(cl.number, pointRadius)
		style.Color = pale(colourOf(cl.number), pointOpacity)
		for i := range cl.xs {
			p.DrawGlyphNoClip(style, p.at(cl.xs[i], cl.ys[i]))
		}
	}
}

// raster draws the points into an image and puts that on the canvas.
func (p panel) raster(clouds []cloud) {
	size := p.Size()
	image := vgimg.NewWith(vgimg.UseWH(size.X, size.Y), vgimg.UseDPI(resolution), vgimg.UseBackgroundColor(pale(paper, 0)))
	panel{draw.New(image), p.x, p.y}.points(clouds)
	p.DrawImage(p.Rectangle, image.Image())
}

// means draws the mean of every cloud with the interval in both directions, and
// its name where there is room beside it.
func (p panel) means(clouds []cloud, v *view) {
	for _, cl := range clouds {
		if len(cl.xs) < 2 {
			continue // one replication has no interval
		}
		line := stroke(colourOf(cl.number), 1.6)
		at := p.at(cl.x.mean, cl.y.mean)
		p.StrokeLine2(line, p.at(cl.x.low, 0).X, at.Y, p.at(cl.x.high, 0).X, at.Y)
		p.StrokeLine2(line, at.X, p.at(0, cl.y.low).Y, at.X, p.at(0, cl.y.high).Y)
	}
	for _, cl := range clouds {
		edge, mark := markOf(cl.number, meanRadius+1.5), markOf(cl.number, meanRadius)
		edge.Color = paper
		at := p.at(cl.x.mean, cl.y.mean)
		p.DrawGlyphNoClip(edge, at)
		p.DrawGlyphNoClip(mark, at)
	}
	p.meanNames(clouds, v)
}

// meanNames writes names beside the means, moved apart where they would overlap.
func (p panel) meanNames(clouds []cloud, v *view) {
	sorted := slices.SortedFunc(slices.Values(clouds), func(a, b cloud) int { return compare(a.y.mean, b.y.mean) })
	heights := make([]vg.Length, len(sorted))
	for i, cl := range sorted {
		heights[i] = p.at(0, cl.y.mean).Y + meanRadius + gap/2 // above the interval
	}
	heights = spreadOut(heights, labelDistance, p.Min.Y+textSize, p.Max.Y-textSize)
	for i, cl := range sorted {
		name := fit(letters(textSize, ink), v.scenarios[cl.number].Name, meanNameWidth)
		at := vg.Point{X: p.at(cl.x.mean, 0).X + meanRadius + gap, Y: heights[i]}
		p.halo(name, cl.number, at)
	}
}

// halo writes a scenario's name on white, to the right of a point or, at the edge
// of the panel, to its left.
func (p panel) halo(name string, number int, at vg.Point) {
	style := aligned(bold(letters(textSize, inkOf(number))), draw.XLeft)
	width := style.Width(name)
	if at.X+width > p.Max.X {
		at.X -= width + 2*(meanRadius+gap)
	}
	half := textSize * 0.65
	p.FillPolygon(pale(paper, 0.7), []vg.Point{
		{X: at.X - 2, Y: at.Y - half}, {X: at.X + width + 2, Y: at.Y - half}, {X: at.X + width + 2, Y: at.Y + half}, {X: at.X - 2, Y: at.Y + half},
	})
	p.FillText(style, at, name)
}
