package reports

import (
	"fmt"
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"xsell/scenarios/stats"
)

const (
	leastMissWeeks           = 200 // weeks of sellers at a distance; fewer are not drawn
	missPanel      vg.Length = 210
	missRadius     vg.Length = 3
	missAside                = 0.12 // by which the two curves stand apart [accounts]
	missOpacity              = 0.45 // of the curve before the last weeks
	perSellerWeeks           = 1000
)

// nearMiss shows how often sellers open accounts nobody asked for, by how far they are from a line: the curve that an
// econometrician would estimate from the panel of sellers.
func nearMiss(v *view) figure {
	f := figure{id: "near_miss", title: "Weeks with accounts opened without consent, by distance to the goal"}
	if v.misses == nil {
		return figure{} // nobody asked for a panel
	}
	if !v.misses.weekly {
		return f.not("The panel of sellers has no rows of single weeks; run the command with --panel-every week.")
	}
	curves := v.missCurves()
	if len(curves) == 0 {
		return f.not(fmt.Sprintf("At no distance are there %d weeks of sellers with a line to reach: too few to draw.", leastMissWeeks))
	}
	f.note = v.missSeen(curves)
	f.reading = fmt.Sprintf("The distance is how many accounts are missing to the nearest goal, pay or firing line not yet reached when the week is "+
		"weighed up; 0 means that all are reached. Full marks: the last %d weeks of a window; pale, hollow ones: the weeks before. The bar through a mark is "+
		"the 95 %% interval: Wilson's, at the number of independent weeks that leaves for markets whose sellers resemble one another. "+
		"Where offences are rare and gathered in a few markets it is wide, and its upper end still too low. "+
		"A distance with fewer than %d weeks is not drawn. Counted from %s.", lateWeeks, leastMissWeeks, sellerPanel)
	f.alt = v.missAlt(curves)
	columns := v.columnsFor(len(v.scenarios))
	rows := (len(v.scenarios) + columns - 1) / columns
	f.height = keyLine + keyFoot + vg.Length(rows)*missPanel + vg.Length(rows-1)*3*gap
	f.body = func(c draw.Canvas) { v.drawMisses(missKey(c), curves, rows, columns) }
	return f
}

// missCurve is one scenario's rates late in windows or before.
type missCurve struct {
	number int // of the scenario
	late   bool
	points []missPoint
}

// missPoint is a rate per 1,000 weeks at a distance.
type missPoint struct {
	distance int
	rate     stats.Estimate
}

// missCurves returns the curves in the order of scenarios, the pale one first.
func (v *view) missCurves() (curves []missCurve) {
	farthest := 0
	for at := range v.misses.weeks {
		farthest = max(farthest, at.distance)
	}
	for n, s := range v.scenarios {
		for _, late := range []bool{false, true} {
			c := missCurve{number: n, late: late}
			for d := range farthest + 1 {
				if rate, enough := missRate(v.misses.weeks[missPlace{s.Name, late, d}]); enough {
					c.points = append(c.points, missPoint{d, rate})
				}
			}
			if len(c.points) > 0 {
				curves = append(curves, c)
			}
		}
	}
	return curves
}

// missRate is the weeks with an offence per 1,000 weeks at risk, and whether there are enough of these.
func missRate(areas map[area]*atRisk) (stats.Estimate, bool) {
	var offended, weeks []float64
	total := 0.0
	for _, where := range sortedAreas(areas) {
		offended, weeks = append(offended, areas[where].offended), append(weeks, areas[where].weeks)
		total += areas[where].weeks
	}
	e := stats.Clustered(offended, weeks)
	e.Value, e.Low, e.High = perSellerWeeks*e.Value, perSellerWeeks*e.Low, perSellerWeeks*e.High
	return e, total >= leastMissWeeks
}

// missKey draws what the marks mean at the top of a canvas and returns what is left below.
func missKey(c draw.Canvas) draw.Canvas {
	style := aligned(letters(textSize, ink), draw.XLeft)
	at := vg.Point{X: c.Min.X + missRadius, Y: c.Max.Y - keyLine/2}
	for _, entry := range []struct {
		mark  draw.GlyphStyle
		words string
	}{{markOf(0, missRadius), fmt.Sprintf("in the last %d weeks of a window", lateWeeks)}, {hollow(0), "earlier in it"}} {
		c.DrawGlyphNoClip(entry.mark, at)
		c.FillText(style, vg.Point{X: at.X + 2*gap, Y: at.Y}, entry.words)
		at.X += 2*gap + style.Width(entry.words) + keyGap
	}
	return draw.Crop(c, 0, 0, 0, -keyLine-keyFoot)
}

// missAxes are common to all panels.
func missAxes(curves []missCurve, ticks int) (x, y axis) {
	across, up := nothing(), nothing()
	up.add(0)
	for _, c := range curves {
		for _, p := range c.points {
			across.add(float64(p.distance)-0.5, float64(p.distance)+0.5)
			up.add(p.rate.Value, p.rate.High)
		}
	}
	return tightAxis(across, ticks, "accounts short of the line").whole(), niceAxis(up, 4, "weeks with an offence per 1,000 seller weeks")
}

func (v *view) drawMisses(c draw.Canvas, curves []missCurve, rows, columns int) {
	x, y := missAxes(curves, 2*barTicks/columns)
	for n, area := range grid(c, rows, columns) {
		if n >= len(v.scenarios) {
			return
		}
		p := newPanel(area, frame{title: v.scenarios[n].Name, own: inkOf(n), x: x, y: y, left: y.width(), right: gap})
		drawn := false
		for _, curve := range curves {
			if curve.number == n {
				p.missCurve(curve)
				drawn = true
			}
		}
		if !drawn {
			p.say(tooFew)
		}
	}
}

// missCurve draws a line through marks with intervals.
func (p panel) missCurve(c missCurve) {
	colour, aside, mark := colourOf(c.number), missAside, markOf(c.number, missRadius)
	if !c.late {
		colour, aside, mark = pale(colour, missOpacity), -missAside, hollow(c.number)
	}
	var xs, ys []float64
	for _, point := range c.points {
		xs, ys = append(xs, float64(point.distance)+aside), append(ys, point.rate.Value)
	}
	p.line(stroke(colour, 1.2), xs, ys)
	for i, point := range c.points {
		low, high := p.at(xs[i], point.rate.Low), p.at(xs[i], point.rate.High)
		if point.rate.N > 1 {
			p.StrokeLine2(stroke(colour, 1), low.X, low.Y, high.X, high.Y)
		}
		p.DrawGlyphNoClip(mark, p.at(xs[i], ys[i]))
	}
}

// hollow is the mark of what is not the matter in hand.
func hollow(number int) draw.GlyphStyle {
	return draw.GlyphStyle{Color: pale(colourOf(number), missOpacity), Radius: missRadius, Shape: draw.RingGlyph{}}
}

// missAlt says where each curve is highest.
func (v *view) missAlt(curves []missCurve) string {
	var parts []string
	for _, c := range curves {
		top := c.points[0]
		for _, p := range c.points {
			if p.rate.Value > top.rate.Value {
				top = p
			}
		}
		when := "before the last weeks of a window"
		if c.late {
			when = "in them"
		}
		parts = append(parts, fmt.Sprintf("%s, %s: highest %s short of the line, with %s of 1,000 weeks",
			v.scenarios[c.number].Name, when, plural(top.distance, "account"), number(top.rate.Value, digitsOf(top.rate.Value))))
	}
	return "Curves of the rate of offences by distance, one panel per scenario. " + strings.Join(parts, ". ") + "."
}
