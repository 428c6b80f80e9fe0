package reports

import (
	"fmt"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"xsell/scenarios/results"
)

// timePanel is the height of one panel.
const timePanel vg.Length = 165

// timeColumns is how many panels stand side by side.
func (v *view) timeColumns() int {
	if v.narrow() {
		return 1
	}
	return 2
}

func idsOf(measures []results.Measure) (ids []string) {
	for _, m := range measures {
		ids = append(ids, m.ID)
	}
	return ids
}

// Opacity of the two bands, so that the darker one stands out on the lighter.
const (
	spreadOpacity   = 0.11
	intervalOpacity = 0.24
)

// overTime draws the main measures at every close, with two bands.
func overTime(v *view) figure {
	f := figure{id: "over_time", title: "Main measures over time, by scenario"}
	measures := v.withFrames(followed)
	if len(measures) == 0 {
		return f.not("The results hold no frames of any of the measures drawn over time.")
	}
	columns := v.timeColumns()
	rows := (len(measures) + columns - 1) / columns
	f.note = v.overTimeSeen(idsOf(measures))
	f.reading = fmt.Sprintf("One point per close of the books, every %s. The line is the mean over replications. "+
		"The light band is the spread of outcomes: the middle 80 %% of replications (P10 to P90). "+
		"The darker band is the 95 %% interval of the mean by Student's t at each close; the table's intervals are of the whole horizon and allow for skewness.", plural(v.set.Manifest.Close, "week"))
	if !v.alone() {
		f.reading += " It does not use the shared luck: whether two scenarios differ, read in the table, whose intervals do."
	}
	f.alt = v.overTimeAlt(measures)
	f.height = v.timeKeyHeight() + v.bandKeyHeight() + vg.Length(rows)*(timePanel+3*gap)
	f.body = func(c draw.Canvas) {
		c = v.drawBandKey(v.drawTimeKey(c))
		cells := grid(c, rows, columns)
		axes := v.timeAxes(measures)
		for i, m := range measures {
			v.timePanel(cells[i], m, frame{
				title: m.Title, x: v.weekAxis(measures), y: axes[i], left: widest(axes), right: v.endRoom(),
			})
		}
	}
	return f
}

// withFrames returns those measures of a list that have frames in any scenario.
func (v *view) withFrames(ids []string) []results.Measure {
	var found []results.Measure
	for _, id := range ids {
		m, known := v.measures[id]
		has := slices.ContainsFunc(v.scenarios, func(s results.Scenario) bool { return len(v.overTime(s.Name, id)) > 0 })
		if known && has {
			found = append(found, m)
		}
	}
	return found
}

// timeAxes returns one y axis per measure; some measures share theirs.
func (v *view) timeAxes(measures []results.Measure) []axis {
	extents := make([]extent, len(measures))
	common := nothing()
	for i, m := range measures {
		extents[i] = v.timeExtent(m.ID)
		if slices.Contains(sharedAxis, m.ID) {
			common.add(extents[i].low, extents[i].high)
		}
	}
	axes := make([]axis, len(measures))
	for i, m := range measures {
		if slices.Contains(sharedAxis, m.ID) {
			extents[i] = common
		}
		axes[i] = niceAxis(extents[i], 4, m.Unit)
	}
	return axes
}

func (v *view) timeExtent(measure string) extent {
	e, outcomes := nothing(), nothing()
	for _, s := range v.scenarios {
		for _, m := range v.overTime(s.Name, measure) {
			e.add(m.spread.p10, m.spread.p90, m.spread.low, m.spread.high)
			outcomes.add(m.spread.p10)
		}
	}
	if outcomes.low >= 0 {
		e.low = max(e.low, 0) // an interval near zero may cross it, the measure does not
	}
	return e
}

// weekAxis is common to all panels.
func (v *view) weekAxis(measures []results.Measure) axis {
	e := nothing()
	for _, m := range measures {
		for _, s := range v.scenarios {
			for _, at := range v.overTime(s.Name, m.ID) {
				e.add(at.at.low + 1)
			}
		}
	}
	e.add(0)
	return weekTicks(e)
}

// timePanel draws one measure: all spreads first, so that no band hides a line.
func (v *view) timePanel(c draw.Canvas, m results.Measure, f frame) {
	p := newPanel(c, f)
	var ends []lineEnd
	for n, s := range v.scenarios {
		t := split(v.overTime(s.Name, m.ID))
		p.band(pale(colourOf(n), spreadOpacity), t.weeks, t.p10, t.p90)
	}
	for n, s := range v.scenarios {
		t := split(v.overTime(s.Name, m.ID))
		p.band(pale(colourOf(n), intervalOpacity), t.weeks, t.low, t.high)
	}
	for n, s := range v.scenarios {
		t := split(v.overTime(s.Name, m.ID))
		p.line(stroke(colourOf(n), 1.5), t.weeks, t.mean)
		if last := len(t.weeks) - 1; last >= 0 {
			ends = append(ends, lineEnd{n, p.at(t.weeks[last], t.mean[last])})
			p.DrawGlyphNoClip(markOf(n, 2.8), ends[len(ends)-1].at)
		}
	}
	v.nameEnds(p, ends)
}

func (v *view) overTimeAlt(measures []results.Measure) string {
	var parts []string
	for _, m := range measures {
		var lines []string
		for _, s := range v.scenarios {
			if t := v.overTime(s.Name, m.ID); len(t) > 0 {
				first, last := t[0].spread.mean, t[len(t)-1].spread.mean
				lines = append(lines, fmt.Sprintf("%s from %s to %s", s.Name, number(first, digitsOf(first)), number(last, digitsOf(last))))
			}
		}
		parts = append(parts, withUnit(m.Title+": "+strings.Join(lines, ", "), m.Unit))
	}
	return "Lines with bands, mean over replications at the first and the last close. " + strings.Join(parts, "; ") + "."
}
