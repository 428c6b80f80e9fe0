package reports

import (
	"fmt"
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

const (
	forestRow    vg.Length = 12.5 // one scenario of one measure
	forestSpace  vg.Length = 8    // between measures
	forestNames  vg.Length = 172  // names of measures, left
	forestWords  vg.Length = 142  // numbers, right
	forestNarrow vg.Length = 118  // numbers, on a telephone
)

// differences draws every main measure's difference from the base, a row per
// measure, a mark per scenario.
func differences(v *view) figure {
	f := figure{
		id:    "differences",
		title: "Difference from " + v.base() + " in the main measures, with 95 % intervals",
	}
	if v.alone() {
		return f.not("Only one scenario was run, so there is no difference to draw.")
	}
	effects := v.effects(compared)
	if len(effects) == 0 {
		return f.not("The results hold no differences of any main measure.")
	}
	percent, own := inPercent(effects)
	f.note = v.differencesSeen(effects)
	f.reading = differencesReading(v, percent, own)
	f.alt = differencesAlt(v, effects)
	sections := []forest{{v, percent, percentTitle(v)}, {v, own, ownTitle(v)}}
	f.height = v.othersKeyHeight() + sections[0].height() + sections[1].height()
	f.body = func(c draw.Canvas) {
		c = v.drawOthersKey(c)
		for _, s := range sections {
			s.draw(c)
			c = draw.Crop(c, 0, 0, 0, -s.height())
		}
	}
	return f
}

// percentTitle and ownTitle stand above the two parts; on a telephone there is room for fewer words.
func percentTitle(v *view) string {
	if v.narrow() {
		return "Difference, in % of " + v.base()
	}
	return "Difference from " + v.base() + ", in per cent of " + v.base() + "'s value"
}

func ownTitle(v *view) string {
	if v.narrow() {
		return "Rows in units and scales of their own"
	}
	return "The same in the measure's own unit, each row on its own scale"
}

func differencesReading(v *view, percent, own []effect) string {
	note := "Each mark is the mean difference from " + v.base() + " when both use the same random draws; " +
		"the line through it is the 95 % interval given in the table. " +
		"Where that line touches zero, there is no clear difference. " +
		"↑ and ↓ beside a name say which way is good." + v.apartFromDecision()
	if reach := reachOf(percent); len(percent) > 0 && reach < farthest(percent) {
		note += " An arrow at the edge means that a difference goes on beyond the axis; the number at the right is complete."
	}
	if len(own) > 0 {
		note += " Measures whose mean in " + v.base() + " cannot be told from zero are drawn in their own unit, because a percentage of nothing has no meaning."
	}
	return note
}

func farthest(effects []effect) float64 {
	far := 0.0
	for _, e := range effects {
		far = max(far, e.reach())
	}
	return far
}

func differencesAlt(v *view, effects []effect) string {
	var rows []string
	for _, e := range effects {
		var parts []string
		for _, d := range e.changes {
			parts = append(parts, v.scenarios[d.number].Name+" "+e.label(d, v.base()))
		}
		rows = append(rows, e.measure.Title+": "+strings.Join(parts, ", "))
	}
	return fmt.Sprintf("Marks with intervals, one row per measure, difference from %s. %s.", v.base(), strings.Join(rows, "; "))
}

// label is a difference with its interval and unit.
func (e effect) label(d difference, base string) string {
	if e.percent {
		return e.numbers(d) + " of " + base + "'s value"
	}
	return byUnit(e.numbers(d), e.measure.Unit)
}

// numbers is the label without the measure's unit.
func (e effect) numbers(d difference) string {
	if e.percent {
		return change(d.v, d.low, d.high) + " %"
	}
	return change(d.v, d.low, d.high)
}
