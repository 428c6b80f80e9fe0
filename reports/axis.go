package reports

import (
	"math"

	"gonum.org/v1/plot/vg"
)

// axis is a range of numbers and the ticks to print along it.
type axis struct {
	extent
	ticks  []float64
	labels []string
	title  string // what and in which unit, as the dictionary says

	stretched bool // near zero, see stretchedAxis; not for negative numbers
}

// steps between ticks, times a power of ten.
var steps = []float64{1, 2, 5, 10}

// niceAxis covers an extent with about n round ticks and ends on ticks.
func niceAxis(e extent, n int, title string) axis {
	a := looseAxis(e, n, title)
	a.low, a.high = a.ticks[0], a.ticks[len(a.ticks)-1]
	return a
}

// tightAxis has the same ticks, but the range asked for and no tick outside it.
func tightAxis(e extent, n int, title string) axis {
	a := looseAxis(e, n, title)
	inside := axis{extent: e, title: title}
	for i, t := range a.ticks {
		if t >= e.low-1e-9*(e.high-e.low) && t <= e.high+1e-9*(e.high-e.low) {
			inside.ticks = append(inside.ticks, t)
			inside.labels = append(inside.labels, a.labels[i])
		}
	}
	return inside
}

// whole keeps the ticks that are whole numbers.
func (a axis) whole() axis {
	kept := axis{extent: a.extent, title: a.title}
	for _, t := range a.ticks {
		if t == math.Trunc(t) {
			kept.ticks = append(kept.ticks, t)
			kept.labels = append(kept.labels, number(t, 0))
		}
	}
	return kept
}

// looseAxis finds round ticks that cover an extent. An empty extent becomes
// [0, 1]; a single number gets room on both sides.
func looseAxis(e extent, n int, title string) axis {
	e = e.drawable()
	step := roundStep((e.high - e.low) / float64(n))
	a := axis{extent: e, title: title}
	first, last := math.Floor(e.low/step+1e-9), math.Ceil(e.high/step-1e-9)
	for k := first; k <= last; k++ {
		a.ticks = append(a.ticks, k*step)
		a.labels = append(a.labels, tickLabel(k*step, step))
	}
	return a
}

func (e extent) drawable() extent {
	if e.empty() {
		return extent{0, 1}
	}
	if length := e.high - e.low; length > 1e-12*math.Max(math.Abs(e.low), math.Abs(e.high)) {
		return e
	}
	room := math.Max(math.Abs(e.low)*0.1, 1e-6)
	if e.low == 0 {
		room = 1
	}
	return extent{e.low - room, e.high + room}
}

// roundStep is the smallest round step that is at least the given one.
func roundStep(least float64) float64 {
	power := math.Pow(10, math.Floor(math.Log10(least)))
	for _, s := range steps {
		if s*power >= least*(1-1e-9) {
			return s * power
		}
	}
	return 10 * power
}

// tickLabel prints a tick with as many decimals as its step needs.
func tickLabel(v, step float64) string {
	suffix := ""
	if math.Abs(v) >= million {
		v, step, suffix = v/million, step/million, " M"
	}
	return number(v, max(0, int(math.Ceil(-math.Log10(step)-1e-9)))) + suffix
}

// width is that of the widest label.
func (a axis) width() vg.Length {
	style := letters(smallSize, faint)
	var widest vg.Length
	for _, label := range a.labels {
		widest = max(widest, style.Width(label))
	}
	return widest
}

// stretchedAxis runs from zero through powers of ten, with equal steps between
// them, so that numbers of 1 and of 1,000 can both be read. It shows log(1 + v).
func stretchedAxis(high float64, title string) axis {
	a := axis{extent: extent{0, high}, ticks: []float64{0}, labels: []string{"0"}, title: title, stretched: true}
	for t := 1.0; t <= high; t *= 10 {
		a.ticks = append(a.ticks, t)
		a.labels = append(a.labels, tickLabel(t, t))
	}
	return a
}

// roomLeft lets the axis begin a little before its first tick, so that marks on
// it do not cover the labels beside it.
func (a axis) roomLeft(share float64) axis {
	if !a.stretched {
		a.low -= share * (a.high - a.low)
		return a
	}
	a.low = -(math.Pow(1+a.high, share) - 1) / math.Pow(1+a.high, share)
	return a
}

// share is how far along the axis a number lies: 0 at its start, 1 at its end.
func (a axis) share(v float64) vg.Length {
	if a.stretched {
		v = max(v, a.low) // an interval may cross zero, where the logarithm ends
		return vg.Length((math.Log1p(v) - math.Log1p(a.low)) / (math.Log1p(a.high) - math.Log1p(a.low)))
	}
	return vg.Length((v - a.low) / (a.high - a.low))
}

// measured is the title of an axis: the thing and its unit.
func measured(title, unit string) string {
	if unit == "" {
		return title
	}
	return title + " [" + unit + "]"
}
