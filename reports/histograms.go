package reports

import (
	"fmt"
	"math"
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"xsell/scenarios/results"
)

const (
	barPanel   vg.Length = 175 // height of one panel
	barColumns           = 3
	barTicks             = 5
	barOpacity           = 0.5
)

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
	line   float64 // a vertical line of reference; NaN for none
	label  string  // and its name
}

// attainment shows how far sellers came towards their target.
func attainment(v *view) figure {
	f := figure{id: "attainment", title: "Target reached by sellers, by scenario"}
	f.note = "A bar is the mean over replications, the thin line on it the middle 80 % of replications (P10 to P90). " +
		"The dashed line is the target. Bars piled up just right of it, with a hole just left of it, are the mark of a threshold in the pay plan."
	return bars{v: v, line: 1, label: "target"}.figure(f, "attainment")
}

// window shows when within the pay window sales are signed.
func window(v *view) figure {
	f := figure{id: "window", title: "Sales by week of the pay window, by scenario"}
	f.note = "A bar is the mean over replications, the thin line on it the middle 80 % of replications (P10 to P90). " +
		"Equal bars mean that the end of a window does not matter; a rise in the last weeks with a dip after them means that the timing of sales follows pay."
	return bars{v: v, line: math.NaN()}.figure(f, "sales_by_window_week")
}

// offences shows how close to their goal sellers are when they cheat.
func offences(v *view) figure {
	f := figure{id: "offences", title: "Accounts opened without consent by distance to the goal, by scenario"}
	f.note = "A bar is the mean over replications, the thin line on it the middle 80 % of replications (P10 to P90). " +
		"Bars that fall from left to right mean that cheating happens when the goal is close."
	return bars{v: v, line: math.NaN()}.figure(f, "offences_by_distance")
}

// products shows how many products customers hold, as reported and in truth.
func products(v *view) figure {
	f := figure{id: "products", title: "Products per customer, reported and real, by scenario"}
	f.note = "Filled bars count customers by products that were consented to and are used, hollow bars by products that are reported. " +
		"Hollow bars that reach farther to the right are breadth that exists on paper only. " +
		"Bars are means over replications, the thin line on a bar the middle 80 % of replications (P10 to P90)."
	return bars{v: v, line: math.NaN()}.figure(f, "products_real_per_customer", "products_reported_per_customer")
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
	columns := min(barColumns, len(b.v.scenarios))
	rows := (len(b.v.scenarios) + columns - 1) / columns
	f.alt = b.alt()
	f.height = b.layerKeyHeight() + vg.Length(rows)*barPanel + vg.Length(rows-1)*3*gap
	f.body = func(c draw.Canvas) { b.draw(b.drawLayerKey(c), rows, columns) }
	return f
}

func (b bars) draw(c draw.Canvas, rows, columns int) {
	x, y := b.axes()
	for n, area := range grid(c, rows, columns) {
		if n >= len(b.v.scenarios) {
			return
		}
		p := newPanel(area, frame{title: b.v.scenarios[n].Name, x: x, y: y, left: y.width(), right: gap})
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
	return x, niceAxis(up, 4, d.YTitle)
}

// extent is where a distribution has any bar that is not empty, over all
// scenarios: recorders keep bins far beyond what occurs.
func (b bars) extent(distribution string) extent {
	e := nothing()
	for _, s := range b.v.scenarios {
		for place, values := range b.v.bars[cell{s.Name, distribution}] {
			for _, v := range values {
				if v != 0 {
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
