package reports

import (
	"fmt"
	"image/color"
	"math"
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"xsell/scenarios/results"
)

const (
	groupHeight vg.Length = 15  // of a row
	groupHead   vg.Length = 19  // of a row that names a dimension
	groupNames  vg.Length = 160 // left
	groupFoot   vg.Length = 24  // scale
)

// groupRow is one row of the picture of groups: a group, or the name of a dimension where share is nil.
type groupRow struct {
	name  string
	share *results.TwinShare
}

// groupRows of a crowd, all people first.
func (v *whoView) groupRows(crowd string) (rows []groupRow) {
	all := v.share(crowd, overallOutcome)
	rows = append(rows, groupRow{"all " + crowd, &all})
	by := ""
	for _, d := range v.set.Dimensions {
		if d.Crowd != crowd {
			continue
		}
		if d.ID != by {
			rows, by = append(rows, groupRow{name: d.Title}), d.ID
		}
		s := v.shares[whoKey{crowd, overallOutcome, d.ID, d.Group}]
		rows = append(rows, groupRow{d.Group, &s})
	}
	return rows
}

// groupsFigure draws who is better and who worse off, group by group, as bars on two sides of a line.
func (v *whoView) groupsFigure(crowd string) figure {
	f := figure{id: "twins_" + crowd, title: fmt.Sprintf("Share of %s better and worse off under %s than under %s", crowd, v.other(), v.base())}
	all, there := v.shares[whoKey{crowd: crowd, outcome: overallOutcome}]
	if !there {
		return f.not(fmt.Sprintf("No %s are there under both designs.", crowd))
	}
	if all.Better+all.Worse == 0 {
		return f.not(fmt.Sprintf("None of the %s are better or worse off.", crowd))
	}
	rows := v.groupRows(crowd)
	f.reading = "To the right the share who are better off in something and worse in nothing, to the left the share the other way round; who gains " +
		"in some ways and loses in others, or fares the same, is in neither. The line at the end of a bar is its 95 % interval over worlds. " +
		"Groups are of what people were before either design touched them."
	f.alt, f.note = groupsAlt(rows), v.groupsSeen(crowd)
	f.height = groupFoot
	for _, r := range rows {
		f.height += r.height()
	}
	f.body = func(c draw.Canvas) { drawGroups(c, rows) }
	return f
}

func (r groupRow) height() vg.Length {
	if r.share == nil {
		return groupHead
	}
	return groupHeight
}

func groupsAlt(rows []groupRow) string {
	var parts []string
	for _, r := range rows {
		if r.share == nil {
			parts = append(parts, "by "+lower(r.name))
			continue
		}
		parts = append(parts, fmt.Sprintf("%s: %s better, %s worse", r.name, shareWords(r.share.Better), shareWords(r.share.Worse)))
	}
	return "Bars to two sides, a row per group. " + strings.Join(parts, "; ") + "."
}

// drawGroups draws all rows on one scale.
func drawGroups(c draw.Canvas, rows []groupRow) {
	e := nothing()
	e.add(0)
	for _, r := range rows {
		if r.share != nil {
			e.add(reach(r.share.Better, r.share.BetterHigh), -reach(r.share.Worse, r.share.WorseHigh))
		}
	}
	names := roomForGroups(rows, c.Size().X)
	area := draw.Crop(c, names, -3*gap, groupFoot, 0)
	ticks, title := 6, "share of persons [%]: worse off to the left, better off to the right"
	if c.Size().X <= narrowWidth {
		ticks, title = 3, "worse off ← share [%] → better off"
	}
	x := niceAxis(extent{percent * e.low, percent * e.high}, ticks, title)
	at := func(share float64) vg.Length { return area.Min.X + x.share(percent*share)*area.Size().X }
	drawGroupScale(area, x, c.Center().X)
	y := c.Max.Y
	for _, r := range rows {
		y -= r.height()
		style, room := aligned(letters(textSize, ink), draw.XLeft), names-gap
		if r.share == nil {
			style, room = aligned(bold(letters(textSize, ink)), draw.XLeft), c.Size().X
		}
		middle := y + groupHeight/2
		c.FillText(style, vg.Point{X: c.Min.X, Y: middle}, fit(style, r.name, room))
		if r.share != nil {
			bar(area, tint(gain), at(0), at(r.share.Better), middle)
			bar(area, tint(harm), at(0), at(-r.share.Worse), middle)
			whisker(area, gain, at(r.share.BetterLow), at(r.share.BetterHigh), middle)
			whisker(area, harm, at(-r.share.WorseLow), at(-r.share.WorseHigh), middle)
		}
	}
	area.StrokeLine2(stroke(ink, 1), at(0), area.Min.Y, at(0), area.Max.Y)
}

// roomForGroups is how wide the names of groups are: on a telephone as wide as the longest needs, up to half the picture.
func roomForGroups(rows []groupRow, wide vg.Length) vg.Length {
	longest, style := vg.Length(0), letters(textSize, ink)
	for _, r := range rows {
		if r.share != nil {
			longest = max(longest, style.Width(r.name)+gap)
		}
	}
	return min(groupNames, max(wide*0.36, min(longest, wide/2)))
}

// reach is the end of an interval, or the value where there is none.
func reach(v, high float64) float64 {
	if math.IsNaN(high) {
		return v
	}
	return max(v, high)
}

// drawGroupScale draws grid and labels below.
func drawGroupScale(area draw.Canvas, x axis, middle vg.Length) {
	style := letters(smallSize, faint)
	style.XAlign, style.YAlign = draw.XCenter, draw.YTop
	for i, t := range x.ticks {
		at := area.Min.X + x.share(t)*area.Size().X
		area.StrokeLine2(stroke(rule, 0.6), at, area.Min.Y, at, area.Max.Y)
		area.FillText(style, vg.Point{X: at, Y: area.Min.Y - 2}, strings.TrimPrefix(x.labels[i], minus))
	}
	area.FillText(style, vg.Point{X: middle, Y: area.Min.Y - 2 - smallSize*leading}, x.title)
}

func bar(c draw.Canvas, fill color.Color, from, to, y vg.Length) {
	const half = groupHeight * 0.36
	c.FillPolygon(fill, []vg.Point{{X: from, Y: y - half}, {X: to, Y: y - half}, {X: to, Y: y + half}, {X: from, Y: y + half}})
}

// whisker draws an interval, or nothing where there is none.
func whisker(c draw.Canvas, ink color.Color, from, to, y vg.Length) {
	if !math.IsNaN(float64(from)) && !math.IsNaN(float64(to)) {
		c.StrokeLine2(stroke(ink, 1.4), from, y, to, y)
	}
}

// groupsSeen names the groups with the most and the fewest better off minus worse off.
func (v *whoView) groupsSeen(crowd string) string {
	var best, worst results.TwinShare
	found := false
	for _, d := range v.set.Dimensions {
		if s, there := v.shares[whoKey{crowd, overallOutcome, d.ID, d.Group}]; there && d.Crowd == crowd {
			if !found || s.Net > best.Net {
				best = s
			}
			if !found || s.Net < worst.Net {
				worst = s
			}
			found = true
		}
	}
	if !found {
		return ""
	}
	return fmt.Sprintf("Better off minus worse off is highest for %s, %s points, and lowest for %s, %s points.",
		v.groupName(best), v.net(best), v.groupName(worst), v.net(worst))
}

// groupName is a group with what it is a group by.
func (v *whoView) groupName(s results.TwinShare) string {
	for _, d := range v.set.Dimensions {
		if d.Crowd == s.Crowd && d.ID == s.By {
			return fmt.Sprintf("%q (%s)", s.Group, lower(d.Title))
		}
	}
	return s.Group
}
