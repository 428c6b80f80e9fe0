package reports

import (
	"fmt"
	"math"
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"xsell/scenarios/results"
)

// spreads are the outcomes whose individual differences are drawn.
var spreads = []struct{ crowd, outcome string }{
	{crowdCustomers, "needs_met"}, {crowdCustomers, "trust"}, {crowdCustomers, "profit"}, {crowdSellers, "pay"},
}

const spreadPanel vg.Length = 165

// spreadBar is a bar of the histogram of one outcome: the share of pairs in it.
type spreadBar struct {
	at    bin
	share float64
}

// bars of one outcome, those in the middle apart: who differ by less than half a bar.
func (v *whoView) bars(crowd, outcome string) (list []spreadBar, same float64) {
	counts, total := map[bin]float64{}, 0.0
	var order []bin
	for _, b := range v.set.Bars {
		if b.Crowd != crowd || b.Outcome != outcome {
			continue
		}
		at := bin{b.Low, b.High}
		if _, known := counts[at]; !known {
			order = append(order, at)
		}
		counts[at] += float64(b.Pairs)
		total += float64(b.Pairs)
	}
	for _, at := range order {
		if at.low < 0 && at.high > 0 {
			same = counts[at] / total
			continue
		}
		list = append(list, spreadBar{at, counts[at] / total})
	}
	return list, same
}

// spreadFigure draws how individual differences are spread, a panel per outcome.
func (v *whoView) spreadFigure(width vg.Length) figure {
	f := figure{id: "twins_spread", title: fmt.Sprintf("Individual differences, %s less %s", v.other(), v.base())}
	var shown []int
	for i, s := range spreads {
		if list, _ := v.bars(s.crowd, s.outcome); len(list) > 0 {
			shown = append(shown, i)
		}
	}
	if len(shown) == 0 {
		return f.not("Nobody differs by enough to be drawn.")
	}
	f.note = "The gap in the middle is left for those who differ by less than half a bar, or not at all: their share stands in the heading."
	f.reading = "The height of a bar is the share of all pairs, pooled over worlds, that differ by so much. The " +
		" outermost bars hold all that lies beyond. The colours tell in whose favour: of the person where it " +
		"matters to the person, else of the firm."
	f.alt = v.spreadAlt(shown)
	columns := min(keyColumns(width), len(shown))
	rows := (len(shown) + columns - 1) / columns
	f.height = vg.Length(rows)*spreadPanel + vg.Length(rows-1)*3*gap
	f.body = func(c draw.Canvas) {
		for i, area := range grid(c, rows, columns)[:len(shown)] {
			v.drawSpread(area, spreads[shown[i]].crowd, spreads[shown[i]].outcome)
		}
	}
	return f
}

func (v *whoView) drawSpread(area draw.Canvas, crowd, id string) {
	o := v.outcomes[[2]string{crowd, id}]
	list, same := v.bars(crowd, id)
	across, up := nothing(), nothing()
	up.add(0)
	for _, b := range list {
		across.add(b.at.low, b.at.high, -b.at.low, -b.at.high)
		up.add(percent * b.share)
	}
	y := niceAxis(up, 4, fmt.Sprintf("share of %s [%%]", crowd))
	title := fmt.Sprintf("%s; in the gap: %s", o.Title, shareWords(same))
	p := newPanel(area, frame{title: title, x: tightAxis(across, 6, measured("difference", ofDifference(o.Unit))), y: y, left: y.width(), right: gap})
	_, good := o.Whose()
	for _, b := range list {
		fill := gain
		if (b.at.low < 0) == (good == results.More) {
			fill = harm
		}
		width := b.at.high - b.at.low
		p.bar(tint(fill), bin{b.at.low + 0.07*width, b.at.high - 0.07*width}, percent*b.share)
	}
	p.vertical(stroke(ink, 1), 0)
}

func (v *whoView) spreadAlt(shown []int) string {
	var parts []string
	for _, i := range shown {
		crowd, id := spreads[i].crowd, spreads[i].outcome
		o, q := v.outcomes[[2]string{crowd, id}], v.parts[[2]string{crowd, id}]
		_, same := v.bars(crowd, id)
		parts = append(parts, fmt.Sprintf("%s of %s: about the same for %s; 5 %% differ by less than %s and 5 %% by more than %s", o.Title, crowd, shareWords(same),
			byUnit(quantileWords(q, 0.05), o.Unit), byUnit(quantileWords(q, 0.95), o.Unit)))
	}
	return "Histograms, one panel per outcome. " + strings.Join(parts, ". ") + "."
}

// quantileWords is a quantile as a number.
func quantileWords(q map[float64]results.TwinQuantile, part float64) string {
	x, known := q[part]
	if !known || math.IsNaN(x.Value) {
		return unknown
	}
	return number(x.Value, digitsOf(x.Value))
}
