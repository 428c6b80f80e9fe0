package reports

import (
	"cmp"
	"math"
	"slices"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"xsell/scenarios/results"
)

const (
	pointRadius   vg.Length = 2.2
	pointOpacity            = 0.45
	meanRadius    vg.Length = 6
	mostPoints              = 600 // of a cloud; of more, every second, third, … is drawn
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
	for _, cl := range s.clouds {
		xs.add(cl.xs...)
		ys.add(cl.ys...)
		xs.add(cl.x.low, cl.x.high)
		ys.add(cl.y.low, cl.y.high)
	}
	across := niceAxis(xs.padded(scatterAir), v.across(8), measured(s.x.Title, s.x.Unit))
	if s.stretched() {
		across = stretchedAxis(xs.high*(1+scatterAir), across.title)
	}
	across = across.roomLeft(scatterAir)
	up := niceAxis(ys.padded(scatterAir), 6, measured(s.y.Title, s.y.Unit))
	p := newPanel(c, frame{x: across, y: up, left: up.width(), right: 2 * gap})
	for _, t := range p.x.ticks {
		p.vertical(stroke(rule, 0.6), t)
	}
	p.points(s.clouds)
	p.means(s.clouds, v)
}

// every is the step between the replications that are drawn. They are in the order of their x, so that what is drawn
// has the cloud's shape.
func (c cloud) every() int { return (len(c.xs) + mostPoints - 1) / mostPoints }

func (p panel) points(clouds []cloud) {
	for _, cl := range clouds {
		style := markOf(cl.number, pointRadius)
		style.Color = pale(colourOf(cl.number), pointOpacity)
		for i := 0; i < len(cl.xs); i += cl.every() {
			p.DrawGlyphNoClip(style, p.at(cl.xs[i], cl.ys[i]))
		}
	}
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

// meanNames writes a name beside each mean, on the side away from the nearest
// other mean. Where a name would cover another mean or name it moves up or down; where that does not help, the key has to do.
func (p panel) meanNames(clouds []cloud, v *view) {
	var taken []vg.Rectangle
	for _, cl := range clouds {
		taken = append(taken, around(p.at(cl.x.mean, cl.y.mean), meanRadius+1.5, meanRadius+1.5))
	}
	for i, cl := range clouds {
		style := aligned(bold(letters(textSize, inkOf(cl.number))), draw.XLeft)
		name := fit(style, v.scenarios[cl.number].Name, meanNameWidth)
		at := p.at(cl.x.mean, cl.y.mean)
		if box, found := p.room(at, style.Width(name), p.sides(clouds, i), taken); found {
			p.halo(name, style, box)
			taken = append(taken, box)
		}
	}
}

// lifts are how much higher a name may stand than it would, in lines: where another one is in the way it moves off, as long as
// it is still seen whose it is.
var lifts = []vg.Length{0, -1.6, 1.2, -2.9, 2.5}

// room is where a name can stand beside a mean without touching what is taken; nowhere if it would be too far away.
func (p panel) room(mean vg.Point, width vg.Length, ways []vg.Length, taken []vg.Rectangle) (box vg.Rectangle, found bool) {
	for _, lift := range lifts {
		for _, way := range ways {
			box = nameBox(vg.Point{X: mean.X, Y: mean.Y + lift*textSize}, width, way)
			if box.Min.Y > p.Min.Y && p.free(box, taken) {
				return box, true
			}
		}
	}
	return box, false
}

// sides are the ways to try, 1 for right and -1 for left: first the one away from
// the nearest other mean.
func (p panel) sides(clouds []cloud, i int) []vg.Length {
	at := p.at(clouds[i].x.mean, clouds[i].y.mean)
	nearest, right := math.Inf(1), true
	for j, other := range clouds {
		to := p.at(other.x.mean, other.y.mean)
		if far := math.Hypot(float64(to.X-at.X), float64(to.Y-at.Y)); j != i && far < nearest {
			nearest, right = far, to.X <= at.X
		}
	}
	if right {
		return []vg.Length{1, -1}
	}
	return []vg.Length{-1, 1}
}

func around(at vg.Point, wide, high vg.Length) vg.Rectangle {
	return vg.Rectangle{Min: vg.Point{X: at.X - wide, Y: at.Y - high}, Max: vg.Point{X: at.X + wide, Y: at.Y + high}}
}

// nameBox is the room for a name beside a mean, a little above its interval.
func nameBox(mean vg.Point, width, way vg.Length) vg.Rectangle {
	middle := vg.Point{X: mean.X + way*(meanRadius+gap+width/2), Y: mean.Y + meanRadius + gap/2}
	return around(middle, width/2+2, textSize*0.65)
}

// free says whether a box lies inside the panel and touches nothing taken, save
// the mean it belongs to, which it stands beside.
func (p panel) free(box vg.Rectangle, taken []vg.Rectangle) bool {
	if box.Min.X < p.Min.X || box.Max.X > p.Max.X || box.Max.Y > p.Max.Y+textSize {
		return false
	}
	return !slices.ContainsFunc(taken, func(t vg.Rectangle) bool {
		return box.Min.X < t.Max.X && t.Min.X < box.Max.X && box.Min.Y < t.Max.Y && t.Min.Y < box.Max.Y
	})
}

// halo writes a scenario's name on white.
func (p panel) halo(name string, style draw.TextStyle, box vg.Rectangle) {
	p.FillPolygon(pale(paper, 0.85), []vg.Point{box.Min, {X: box.Max.X, Y: box.Min.Y}, box.Max, {X: box.Min.X, Y: box.Max.Y}})
	p.FillText(style, vg.Point{X: box.Min.X + 2, Y: (box.Min.Y + box.Max.Y) / 2}, name)
}
