package reports

import (
	"errors"
	"fmt"
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"xsell/scenarios/results"
)

const (
	partBar   vg.Length = 7  // height of a scenario's bar
	partSpace vg.Length = 5  // between parts
	partNames vg.Length = 60 // left of the bars
	partWords vg.Length = 48 // right of the longest bar
)

// BenchPictures are the pictures of where the time goes, by file name.
func BenchPictures(b *results.Bench) (map[string][]byte, error) {
	f, v := partsFigure(b), benchView(b)
	if f.missing != "" {
		return nil, errors.New(f.missing)
	}
	svg, err := f.svg(v)
	if err != nil {
		return nil, err
	}
	png, err := f.png(v)
	return map[string][]byte{f.id + ".svg": svg, f.id + ".png": png}, err
}

// benchView has the scenarios of a bench, for the key.
func benchView(b *results.Bench) *view {
	set := &results.Set{}
	for _, s := range b.Scenarios {
		set.Manifest.Scenarios = append(set.Manifest.Scenarios, results.Scenario{Name: s.Name})
	}
	return newView(set)
}

// partsFigure draws what each part of the work costs, a bar per scenario. The build is no part of a week and left out.
func partsFigure(b *results.Bench) figure {
	f := figure{id: "phases", title: "What a customer-week costs, by phase of the week, and the closes"}
	f.note = "Each bar is the processor time of one phase, or of the firm's closes, on one worker, per customer and week, the median of the repetitions."
	f.origin = fmt.Sprintf("xsell bench · %s · %s · %s · xsell %s", plural(b.Repetitions, "repetition"), b.System, b.Go, b.Tool)
	if len(b.Scenarios) == 0 {
		return f.not("no scenario was measured")
	}
	v, parts := benchView(b), b.Scenarios[0].Parts[1:]
	rows := vg.Length(len(parts)) * partHeight(b)
	f.height = v.keyHeight() + rows + smallSize*leading + panelBase
	f.alt = benchAlt(b)
	f.body = func(c draw.Canvas) { drawParts(v.drawKey(c), b) }
	return f
}

func partHeight(b *results.Bench) vg.Length { return vg.Length(len(b.Scenarios))*partBar + partSpace }

func benchAlt(b *results.Bench) string {
	var said []string
	for _, s := range b.Scenarios {
		said = append(said, fmt.Sprintf("%s: %.1f ns per customer-week", s.Name, s.Cost))
	}
	return strings.Join(said, "; ") + "."
}

func drawParts(c draw.Canvas, b *results.Bench) {
	most := 0.0
	for _, s := range b.Scenarios {
		for _, part := range s.Parts[1:] {
			most = max(most, part.Cost)
		}
	}
	a := niceAxis(extent{0, most}, 8, "processor time [ns per customer-week]")
	p := panel{draw.Crop(c, partNames, -partWords, panelBase, 0), a, axis{extent: extent{0, 1}}}
	for _, t := range a.ticks {
		p.vertical(stroke(rule, 0.6), t)
	}
	p.drawX()
	for i, part := range b.Scenarios[0].Parts[1:] {
		top := p.Max.Y - vg.Length(i)*partHeight(b)
		name := aligned(letters(textSize, ink), draw.XRight)
		p.FillText(name, vg.Point{X: p.Min.X - gap, Y: top - (partHeight(b)-partSpace)/2}, part.Name)
		for n, s := range b.Scenarios {
			drawPart(p, n, s.Parts[i+1].Cost, top-vg.Length(n)*partBar)
		}
	}
}

// drawPart draws one bar and its number, with air below.
func drawPart(p panel, number int, cost float64, top vg.Length) {
	end := p.at(cost, 0).X
	foot := top - partBar + 1
	p.FillPolygon(pale(colourOf(number), barOpacity), []vg.Point{{X: p.Min.X, Y: top}, {X: end, Y: top}, {X: end, Y: foot}, {X: p.Min.X, Y: foot}})
	words := aligned(letters(smallSize-1, inkOf(number)), draw.XLeft)
	p.FillText(words, vg.Point{X: end + gap/2, Y: (top + foot) / 2}, fmt.Sprintf("%.1f", cost))
}
