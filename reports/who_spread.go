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
	shown, told := v.spreadShown()
	if len(shown) == 0 {
		return f.not(strings.TrimSpace("Nobody differs by enough to be drawn. " + told))
	}
	f.note = strings.TrimSpace("The gap in the middle is left for those who differ by less than half a bar, or not at all: their share stands in the heading. " + told)
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

// mostSame is the share of pairs in the gap above which a picture would show next to nothing.
const mostSame = 0.9

// spreadShown are the outcomes that are drawn, and in words those of which nearly all differ by less than half a bar.
func (v *whoView) spreadShown() (shown []int, told string) {
	var words []string
	for i, s := range spreads {
		switch list, same := v.bars(s.crowd, s.outcome); {
		case len(list) == 0:
		case same > mostSame:
			words = append(words, v.spreadWords(s.crowd, s.outcome, same))
		default:
			shown = append(shown, i)
		}
	}
	return shown, strings.Join(words, " ")
}

// spreadWords are the quantiles of an outcome in place of its picture.
func (v *whoView) spreadWords(crowd, id string, same float64) string {
	o, q := v.outcomes[[2]string{crowd, id}], v.parts[[2]string{crowd, id}]
	between := func(low, high float64) string {
		return quantileWords(q, low) + " to " + byUnit(quantileWords(q, high), o.Unit)
	}
	return fmt.Sprintf("%s is not drawn, as %s of %s differ by next to nothing: the middle half by %s, nine in ten by %s, all but one in fifty by %s.",
		o.Title, shareWords(same), crowd, between(0.25, 0.75), between(0.05, 0.95), between(0.01, 0.99))
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
		parts = append(parts, fmt.Sprintf("%s of %s: about the same for %s; nine in ten differ by between %s and %s", o.Title, crowd, shareWords(same),
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
