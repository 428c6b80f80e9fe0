package reports

import (
	"fmt"
	"math"
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"xsell/scenarios/results"
)

// barPanel is the height of one panel.
func (v *view) barPanel() vg.Length {
	if v.narrow() {
		return 130
	}
	return 165
}

const (
	barColumns = 3
	barTicks   = 5
	barOpacity = 0.5
)

// tooFew stands in a panel instead of bars.
const tooFew = "too few to draw"

// layer is one distribution drawn in every scenario's panel; several stand side
// by side.
type layer struct {
	distribution results.Distribution
	hollow       bool    // drawn as an outline
	from, to     float64 // the part of a bin its bar takes, in [0, 1]
}

// bars is a picture of distributions, a panel per scenario.
type bars struct {
	v      *view
	layers []layer
	line   float64         // a vertical line of reference; NaN for none
	label  string          // and its name
	up     string          // title of the y axis in place of the dictionary's
	few    map[string]bool // scenarios with too little to draw
}

// figure completes a figure with bars of distributions; the second and later ones
// are outlines. It says so when one is missing.
func (b bars) figure(f figure, ids ...string) figure {
	for i, id := range ids {
		d, known := b.v.set.Distribution(id)
		if !known || b.extent(id).empty() {
			return f.not(fmt.Sprintf("The results hold no distribution %q.", id))
		}
		part := 1 / float64(len(ids))
		b.layers = append(b.layers, layer{d, i > 0, float64(i) * part, float64(i+1) * part})
	}
	columns := b.v.columnsFor(len(b.v.scenarios))
	rows := (len(b.v.scenarios) + columns - 1) / columns
	f.alt = b.alt()
	f.height = b.layerKeyHeight() + vg.Length(rows)*b.v.barPanel() + vg.Length(rows-1)*3*gap
	f.body = func(c draw.Canvas) { b.draw(b.drawLayerKey(c), rows, columns) }
	return f
}

// columnsFor arranges panels without leaving one alone in its row.
func (v *view) columnsFor(panels int) int {
	if v.narrow() {
		return 1
	}
	if panels == barColumns+1 {
		return 2
	}
	return min(barColumns, panels)
}

func (b bars) draw(c draw.Canvas, rows, columns int) {
	x, y := b.axes()
	for n, area := range grid(c, rows, columns) {
		if n >= len(b.v.scenarios) {
			return
		}
		p := newPanel(area, frame{title: b.v.scenarios[n].Name, own: inkOf(n), x: x, y: y, left: y.width(), right: gap})
		if b.few[b.v.scenarios[n].Name] {
			p.say(tooFew)
			continue
		}
		for _, l := range b.layers {
			p.layer(l, b.moments(b.v.scenarios[n].Name, l), n)
		}
		if !math.IsNaN(b.line) {
			p.reference(b.line, b.label)
		}
	}
}

// axes are common to all panels.
func (b bars) axes() (x, y axis) {
	across, up := nothing(), nothing()
	up.add(0)
	for _, l := range b.layers {
		e := b.extent(l.distribution.ID)
		if b.counts(l) {
			e = extent{e.low - 0.5, e.high - 0.5}
		}
		across.add(e.low, e.high)
		for _, s := range b.v.scenarios {
			if b.few[s.Name] {
				continue
			}
			for _, m := range b.moments(s.Name, l) {
				up.add(m.spread.mean, m.spread.p90)
			}
		}
	}
	d := b.layers[0].distribution
	x = tightAxis(across, barTicks, measured(d.XTitle, d.XUnit))
	if b.counts(b.layers[0]) {
		x = x.whole()
	}
	return x, niceAxis(up, 4, b.titled(d))
}

// extent is where a distribution has any bar that is not empty, over all
// scenarios: recorders keep bins far beyond what occurs.
func (b bars) extent(distribution string) extent {
	e := nothing()
	for _, s := range b.v.scenarios {
		if b.few[s.Name] {
			continue
		}
		for place, values := range b.v.bars[cell{s.Name, distribution}] {
			for _, v := range values {
				if v != 0 && !math.IsNaN(v) {
					e.add(place.low, place.high)
				}
			}
		}
	}
	return e
}

func (b bars) alt() string {
	var parts []string
	for _, s := range b.v.scenarios {
		for _, l := range b.layers {
			parts = append(parts, fmt.Sprintf("%s, %s: %s", s.Name, lower(l.distribution.Title), b.barWords(s.Name, l)))
		}
	}
	return "Histograms, one panel per scenario. " + strings.Join(parts, ". ") + "."
}

// barWords says where the highest bar is and, with a line of reference, how much
// lies beyond it.
func (b bars) barWords(scenario string, l layer) string {
	if b.few[scenario] {
		return tooFew
	}
	moments := b.v.histogram(scenario, l.distribution.ID)
	if len(moments) == 0 {
		return "no data"
	}
	top := highest(moments)
	place := fmt.Sprintf("from %s to %s", number(top.at.low, digitsOf(top.at.low)), number(top.at.high, digitsOf(top.at.high)))
	if b.counts(l) {
		place = "at " + number(top.at.low, 0)
	}
	words := fmt.Sprintf("highest bar %s, %s", number(top.spread.mean, digitsOf(top.spread.mean)), place)
	if !math.IsNaN(b.line) {
		words += fmt.Sprintf("; %s of the total at or above the %s", percentage(shareFrom(moments, b.line)), b.label)
	}
	return words
}
