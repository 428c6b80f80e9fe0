package reports

import (
	"fmt"
	"math"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"xsell/scenarios/results"
)

const (
	factRowHeight vg.Length = 14
	factNames     vg.Length = 246 // id and what is measured, left
	factIDs       vg.Length = 62  // of these the ids
	factWords     vg.Length = 168 // numbers, right
	factReach               = 3.0 // how many half-widths of its band a row shows to either side
)

// factsFigure draws each fact's interval against its band, a row per fact, on a scale on which all bands are the same.
func factsFigure(set *results.FactSet) figure {
	f := figure{id: "facts", title: "Published figures and what the model gives"}
	f.note = factsSeen(set, factGroups(set))
	f.reading = "Each row is a published figure. The grey band is its tolerance, and every row has the scale on which that band runs from " +
		"−1 to 1; a band with one end is open on the other side, and its end is as far from the middle as its number from zero. The mark " +
		"is the model's value, a circle where it lies within the band and a square where it does not; the line through it is the 95 % " +
		"interval over worlds. An arrow means that it goes on beyond the picture."
	groups := factGroups(set)
	f.alt = factsAlt(set, groups)
	rows := vg.Length(0)
	for _, g := range groups {
		rows += vg.Length(len(g.Rows))
	}
	f.height = vg.Length(len(groups))*forestHead*1.5 + rows*factRowHeight + gap
	f.body = func(c draw.Canvas) { drawFacts(c, groups) }
	return f
}

// factsSeen names what lies farthest outside its band.
func factsSeen(set *results.FactSet, groups []factGroup) string {
	farthest, most, missed := "", 1.0, 0
	for _, g := range groups {
		for _, row := range g.Rows {
			missed += one(row.Verdict != "met")
			if away := math.Abs(factScaleOf(row.Fact).of(row.Value)); away > most {
				most, farthest = away, fmt.Sprintf("%s (%s): %s against %s", row.Fact.ID, row.Title, row.Ours, row.Target)
			}
		}
	}
	if farthest == "" {
		return fmt.Sprintf("%d of %s are not met, none of them by its value.", missed, plural(len(set.Facts), "fact"))
	}
	return fmt.Sprintf("%d of %s are not met. Farthest from its band is %s.", missed, plural(len(set.Facts), "fact"), farthest)
}

func factsAlt(set *results.FactSet, groups []factGroup) string {
	text := FactTotals(set) + "."
	for _, g := range groups {
		for _, row := range g.Rows {
			text += fmt.Sprintf(" %s, %s: %s against %s, %s.", row.Fact.ID, row.Title, row.Ours, row.Target, row.Said)
		}
	}
	return text
}

func drawFacts(c draw.Canvas, groups []factGroup) {
	y := c.Max.Y
	for _, g := range groups {
		head := bold(letters(headSize, ink))
		head.YAlign = draw.YTop
		c.FillText(head, vg.Point{X: c.Min.X, Y: y}, g.Title)
		y -= forestHead
		area := draw.Crop(c, factNames, -factWords, 0, 0)
		area.Max.Y, area.Min.Y = y, y-vg.Length(len(g.Rows))*factRowHeight
		for _, place := range []float64{-1, 1} {
			x := factPlace(area, place)
			area.StrokeLine2(stroke(rule, 0.8), x, area.Min.Y, x, area.Max.Y)
		}
		for i, row := range g.Rows {
			drawFact(area, row, area.Max.Y-(vg.Length(i)+0.5)*factRowHeight)
		}
		y = area.Min.Y - forestHead/2
	}
}

// factPlace is where a normalised number lies on the page.
func factPlace(area draw.Canvas, x float64) vg.Length {
	return area.Center().X + vg.Length(x/factReach)*area.Size().X/2
}

// factScale turns a fact's numbers into those on which its band runs from -1 to 1.
type factScale struct{ middle, unit float64 }

func factScaleOf(f results.Fact) factScale {
	low, high := !math.IsNaN(f.TargetLow), !math.IsNaN(f.TargetHigh)
	s := factScale{0, 1}
	switch {
	case low && high:
		s = factScale{(f.TargetLow + f.TargetHigh) / 2, (f.TargetHigh - f.TargetLow) / 2}
	case low:
		s = factScale{f.TargetLow + firstKnown(math.Abs(f.TargetLow), math.Abs(f.Value)), firstKnown(math.Abs(f.TargetLow), math.Abs(f.Value))}
	case high:
		s = factScale{f.TargetHigh - firstKnown(math.Abs(f.TargetHigh), math.Abs(f.Value)), firstKnown(math.Abs(f.TargetHigh), math.Abs(f.Value))}
	}
	if s.unit == 0 { // a single number as band
		s.unit = firstKnown(math.Abs(s.middle))
	}
	return s
}

// firstKnown returns the first number that can be a unit, 1 where there is none.
func firstKnown(units ...float64) float64 {
	for _, u := range units {
		if u > 0 && !math.IsInf(u, 0) {
			return u
		}
	}
	return 1
}

func (s factScale) of(x float64) float64 { return (x - s.middle) / s.unit }

// drawFact draws one row: id, what is measured, band, interval, mark and numbers.
func drawFact(area draw.Canvas, row factRow, y vg.Length) {
	id := aligned(letters(smallSize, faint), draw.XLeft)
	name := aligned(letters(smallSize, ink), draw.XLeft)
	area.FillText(id, vg.Point{X: area.Min.X - factNames, Y: y}, fit(id, row.Fact.ID, factIDs-gap))
	area.FillText(name, vg.Point{X: area.Min.X - factNames + factIDs, Y: y}, fit(name, row.Title, factNames-factIDs-2*gap))
	left, right := -1.0, 1.0
	if math.IsNaN(row.TargetLow) {
		left = -factReach
	}
	if math.IsNaN(row.TargetHigh) {
		right = factReach
	}
	a, b, half := factPlace(area, left), factPlace(area, right), factRowHeight*0.36
	area.FillPolygon(rule, []vg.Point{{X: a, Y: y - half}, {X: b, Y: y - half}, {X: b, Y: y + half}, {X: a, Y: y + half}})
	number := 1 // blue circle
	if row.Verdict != "met" {
		number = 2
	}
	drawFactMark(area, row, number, y)
	words := aligned(letters(smallSize, inkOf(number)), draw.XLeft)
	text := row.Ours + "; " + row.Target
	area.FillText(words, vg.Point{X: area.Max.X + gap, Y: y}, fit(words, text, factWords-gap))
}

func drawFactMark(area draw.Canvas, row factRow, number int, y vg.Length) {
	if math.IsNaN(row.Value) {
		style := aligned(letters(smallSize, faint), draw.XCenter)
		area.FillText(style, vg.Point{X: area.Center().X, Y: y}, "undefined")
		return
	}
	s := factScaleOf(row.Fact)
	clamp := func(x float64) float64 { return min(max(x, -factReach), factReach) }
	value, low, high := s.of(row.Value), s.of(row.Low), s.of(row.High)
	if !math.IsNaN(low) && !math.IsNaN(high) {
		area.StrokeLine2(stroke(colourOf(number), 1.6), factPlace(area, clamp(low)), y, factPlace(area, clamp(high)), y)
	}
	arrows := forest{}
	if max(value, high) > factReach {
		arrows.arrow(area, number, vg.Point{X: area.Max.X, Y: y}, 1)
	}
	if min(value, low) < -factReach {
		arrows.arrow(area, number, vg.Point{X: area.Min.X, Y: y}, -1)
	}
	if math.Abs(value) <= factReach {
		glyph := markOf(number, 3)
		glyph.Shape = marks[number-1]
		area.DrawGlyphNoClip(glyph, vg.Point{X: factPlace(area, value), Y: y})
	}
}
