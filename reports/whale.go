package reports

import (
	"fmt"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"xsell/scenarios/results"
)

const (
	whaleHeight vg.Length = 230
	whaleNames  vg.Length = 130 // most room for names at the end of the curves
	allProfit             = 1.0 // where a cumulative share is the whole
)

// whale draws the curve of contribution by customer, best customers first.
func whale(v *view) figure {
	f := figure{id: "whale", title: "Contribution by customer, from the largest to the smallest, cumulated"}
	d, known := v.set.Distribution(whaleID)
	curves := v.whaleCurves()
	if !known || len(v.set.Histograms) == 0 {
		return f.not(`The results hold no distribution "profit_whale".`)
	}
	if len(curves) == 0 {
		return f.not("In no history is the summed contribution of customers positive, so there is nothing to take shares of.")
	}
	d.YTitle = "cumulated share of contribution"
	f.note = v.whaleSeen(curves)
	f.reading = "It shows the contribution of customers still here at the end, before sellers' pay, the best first. " +
		"Where a curve is above the dashed line, the customers to its left " +
		"have contributed more than all together; what it then falls by is lost on the customers to its right. " +
		"Histories in which the sum is not positive have no shares and are left out" + v.leftOut() + ". " +
		"The line is the mean over replications, the band the middle 80 % of replications (P10 to P90)."
	f.alt = v.whaleAlt(curves)
	f.height = whaleHeight
	f.body = func(c draw.Canvas) { v.drawWhale(c, curves, d) }
	return f
}

// curve is one scenario's line.
type curve struct {
	number                int
	xs, ys, lows, highs   []float64
	peak, customersAtPeak float64
}

func (v *view) whaleCurves() []curve {
	var curves []curve
	for n, s := range v.scenarios {
		moments := histogramOf(contributing(v.bars[cell{s.Name, whaleID}]))
		if len(moments) == 0 {
			continue
		}
		// No customers have earned nothing: every curve starts at zero.
		c := curve{number: n, xs: []float64{moments[0].at.low}, ys: []float64{0}, lows: []float64{0}, highs: []float64{0}}
		for _, m := range moments {
			c.xs, c.ys = append(c.xs, m.at.high), append(c.ys, m.spread.mean)
			c.lows, c.highs = append(c.lows, m.spread.p10), append(c.highs, m.spread.p90)
		}
		top := highest(moments)
		c.peak, c.customersAtPeak = top.spread.mean, top.at.high
		curves = append(curves, c)
	}
	return curves
}

func (v *view) drawWhale(c draw.Canvas, curves []curve, d results.Distribution) {
	across, up := nothing(), nothing()
	up.add(0, allProfit)
	for _, cu := range curves {
		across.add(cu.xs...)
		up.add(cu.highs...)
		up.add(cu.lows...)
	}
	y := niceAxis(up, 5, d.YTitle)
	p := newPanel(c, frame{x: tightAxis(across, 5, measured(d.XTitle, d.XUnit)), y: y, left: y.width(), right: v.whaleRoom()})
	for _, cu := range curves {
		p.band(pale(colourOf(cu.number), spreadOpacity), cu.xs, cu.lows, cu.highs)
	}
	p.horizontal(dashed(ink, 1), allProfit)
	for _, cu := range curves {
		p.line(stroke(colourOf(cu.number), 1.6), cu.xs, cu.ys)
	}
	p.FillText(aligned(letters(smallSize, ink), draw.XLeft), vg.Point{X: p.Max.X + gap, Y: p.at(0, allProfit).Y}, whaleLine)
	p.curveNames(curves, v)
}

// whaleLine names the line of reference.
const whaleLine = "100 % of contribution"

// whaleRoom is the width of the longest name beside the curves.
func (v *view) whaleRoom() vg.Length {
	room := letters(smallSize, ink).Width(whaleLine)
	for _, s := range v.scenarios {
		room = max(room, bold(letters(textSize, ink)).Width(s.Name))
	}
	return min(room, whaleNames)
}

// curveNames writes each name above the end of the axis at the height of its
// curve's peak, joined to the peak by a thin line.
func (p panel) curveNames(curves []curve, v *view) {
	sorted := slices.SortedFunc(slices.Values(curves), func(a, b curve) int { return compare(a.peak, b.peak) })
	heights := make([]vg.Length, len(sorted))
	for i, cu := range sorted {
		heights[i] = p.at(0, cu.peak).Y
	}
	heights = spreadOut(heights, labelDistance, p.at(0, allProfit).Y+labelDistance, p.Max.Y+textSize)
	for i, cu := range sorted {
		peak := p.at(cu.customersAtPeak, cu.peak)
		p.StrokeLine2(stroke(pale(colourOf(cu.number), 0.5), 0.8), peak.X, peak.Y, p.Max.X+gap/2, heights[i])
		p.DrawGlyphNoClip(markOf(cu.number, 3.2), peak)
		style := aligned(bold(letters(textSize, inkOf(cu.number))), draw.XLeft)
		p.FillText(style, vg.Point{X: p.Max.X + gap, Y: heights[i]}, fit(style, v.scenarios[cu.number].Name, whaleNames))
	}
}

func (v *view) whaleAlt(curves []curve) string {
	var parts []string
	for _, s := range v.scenarios {
		if len(contributingIn(v.bars[cell{s.Name, whaleID}])) == 0 {
			parts = append(parts, s.Name+" has no history with a positive sum")
		}
	}
	for _, c := range curves {
		parts = append(parts, fmt.Sprintf("%s peaks at %s of contribution with the best %s of customers",
			v.scenarios[c.number].Name, percentage(c.peak), percentage(c.customersAtPeak)))
	}
	return "Curves of cumulated contribution, best customers first. " + strings.Join(parts, "; ") + "."
}
