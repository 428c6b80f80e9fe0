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
	barOpacity           = 0.75
)

// layer is one distribution drawn in every scenario's panel.
type layer struct {
	distribution results.Distribution
	hollow       bool // drawn as an outline, so that another layer shows through
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

// products shows how many products customers hold, as reported and in truth.
func products(v *view) figure {
	f := figure{id: "products", title: "Products per customer, reported and real, by scenario"}
	f.note = "Filled bars are products that were consented to and are used; outlines are what is reported. " +
		"An outline that stands out to the right of the bars is breadth that exists on paper only. " +
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
		b.layers = append(b.layers, layer{d, i > 0})
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
			p.layer(l, b.v.histogram(b.v.scenarios[n].Name, l.distribution.ID), n)
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
		across.add(b.extent(l.distribution.ID).low, b.extent(l.distribution.ID).high)
		for _, s := range b.v.scenarios {
			for _, m := range b.v.histogram(s.Name, l.distribution.ID) {
				up.add(m.spread.mean, m.spread.p90)
			}
		}
	}
	d := b.layers[0].distribution
	return tightAxis(across, 5, measured(d.XTitle, d.XUnit)), niceAxis(up, 4, d.YTitle)
}

// extent is where a distribution's bars lie on the x axis, over all scenarios.
func (b bars) extent(distribution string) extent {
	e := nothing()
	for _, s := range b.v.scenarios {
		for place := range b.v.bars[cell{s.Name, distribution}] {
			e.add(place.low, place.high)
		}
	}
	return e
}

func (b bars) alt() string {
	var parts []string
	for _, s := range b.v.scenarios {
		for _, l := range b.layers {
			moments := b.v.histogram(s.Name, l.distribution.ID)
			words := "no data"
			if len(moments) > 0 {
				top := highest(moments)
				words = fmt.Sprintf("highest bar %s, from %s to %s", number(top.spread.mean, digitsOf(top.spread.mean)),
					number(top.at.low, digitsOf(top.at.low)), number(top.at.high, digitsOf(top.at.high)))
				if !math.IsNaN(b.line) {
					words += fmt.Sprintf("; %s of the total at or above %s", percentage(shareFrom(moments, b.line)), b.label)
				}
			}
			parts = append(parts, fmt.Sprintf("%s, %s: %s", s.Name, l.distribution.Title, words))
		}
	}
	return "Histograms, one panel per scenario. " + strings.Join(parts, ". ") + "."
}
