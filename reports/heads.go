package reports

import (
	"fmt"
	"html/template"
	"math"
	"strings"

	"xsell/scenarios/results"
	"xsell/scenarios/stats"
)

// head is a number in large letters: what a design does to the measure that the answer is about.
type head struct {
	Name, Against, Class, Mark, Number, Unit, Range, Verdict string
	Own, Strip, Matters                                      template.CSS // Strip: where the interval lies on a scale with zero in the middle; Matters: where too small differences do
}

// mostHeads is how many there are room for; of more designs the tables tell.
const mostHeads = 6

// heads of the designs after the base, or, of one alone, of its headline measures.
func (v *view) heads() (heads []head) {
	m, known := v.mainMeasure()
	if !known || len(v.others()) > mostHeads {
		return nil
	}
	if v.alone() {
		return v.headsAlone()
	}
	reach := 0.0
	for _, name := range v.others() {
		r, _ := v.judged(name, m)
		reach = max(reach, difference{0, r.Difference, r.DifferenceLow, r.DifferenceHigh}.reach())
	}
	small := v.matters(m)
	reach = max(reach, bandAir*small)
	for i := range v.others() {
		h := v.head(i+1, m, reach)
		if small > 0 {
			h.Matters = strip(-small, small, reach)
		}
		heads = append(heads, h)
	}
	return heads
}

func (v *view) head(n int, m results.Measure, reach float64) head {
	r, found := v.judged(v.scenarios[n].Name, m)
	if found.class == unclear.class {
		found.mark = ""
	}
	figure, span := parted(change(r.Difference, r.DifferenceLow, r.DifferenceHigh))
	h := head{Name: v.scenarios[n].Name, Against: "against " + v.base(), Class: found.class, Mark: found.mark, Number: figure, Unit: ofDifference(m.Unit),
		Own: ownColours(n), Verdict: found.words, Strip: strip(r.DifferenceLow, r.DifferenceHigh, reach)}
	base := v.row(v.base(), m.ID)
	h.Range = fmt.Sprintf("%s %s; %s in %s", m.Title, span, estimate(base.Mean, base.Low, base.High), v.base())
	return h
}

// mostAlone is how many measures stand at the head of one design alone.
const mostAlone = 3

func (v *view) headsAlone() (heads []head) {
	for i, m := range v.present(headline) {
		if i == mostAlone {
			break
		}
		r := withinRange(m, v.row(v.base(), m.ID))
		figure, span := parted(interval(r.Mean, r.Low, r.High))
		heads = append(heads, head{Name: m.Title, Number: figure, Unit: m.Unit, Range: span, Own: ownColours(0)})
	}
	return heads
}

// parted cuts "1.2 [0.9, 1.5] M" into "1.2 M" and "[0.9, 1.5] M".
func parted(s string) (number, span string) {
	number, rest, _ := strings.Cut(s, " [")
	if rest == "" {
		return number, ""
	}
	inner, suffix, _ := strings.Cut(rest, "]")
	return number + suffix, "[" + inner + "]" + suffix
}

// strip is a place and a width on a scale from -reach to reach, in per cent.
func strip(low, high, reach float64) template.CSS {
	if math.IsNaN(low) || math.IsNaN(high) || math.IsInf(low, 0) || math.IsInf(high, 0) || reach == 0 {
		return ""
	}
	from, to := 50+50*low/reach, 50+50*high/reach
	return template.CSS(fmt.Sprintf("left: %.1f%%; width: %.1f%%", from, max(to-from, 0.5)))
}

// briefRow is a measure that matters.
type briefRow struct {
	Title, Unit, Towards, Base string
	Cells                      []briefCell
}

type briefCell struct{ Scenario, Class, Mark, Verdict, Difference, Seen string }

// brief is the table of the handful of measures that matter, with what could have been seen.
func (v *view) brief() (rows []briefRow) {
	for _, m := range v.present(headline) {
		if d := v.set.Manifest.Decision; d != nil && d.Measure == m.ID {
			continue // its own table has it, at the decision's confidence
		}
		base := v.row(v.base(), m.ID)
		row := briefRow{m.Title, m.Unit, towards(m), onOneLine(v.levelWords(m, base)), nil}
		for _, name := range v.others() {
			r := v.row(name, m.ID)
			found := judge(r, m.Good)
			row.Cells = append(row.Cells, briefCell{name, found.class, found.mark, found.words,
				onOneLine(change(r.Difference, r.DifferenceLow, r.DifferenceHigh) + doubt(r)), known(v.detectable(name, m.ID))})
		}
		rows = append(rows, row)
	}
	return rows
}

// known writes a positive number to two digits, and nothing where there is none.
func known(x float64) string {
	if math.IsNaN(x) || math.IsInf(x, 0) || x == 0 {
		return ""
	}
	return about(x)
}

// power of what could have been seen.
const power = 0.8

// detectable is the true difference that would have been told from none with a probability of 80 %; without end
// where there are too few replications.
func (v *view) detectable(scenario, measure string) float64 {
	base, own := v.pairs(scenario, measure)
	d, row := stats.Paired(base, own), v.row(scenario, measure)
	if d.N < 2 {
		return math.Inf(1)
	}
	return stats.Comparison{Low: row.DifferenceLow, High: row.DifferenceHigh, SE: d.SE}.Detectable(power, d.N)
}
