package reports

import (
	"maps"
	"math"
	"slices"
	"strings"
)

// Levels of a line of letters that shows a course over time, lowest first.
var (
	blocks      = []rune("▁▂▃▄▅▆▇█")
	plainBlocks = []rune("_.:-=+*#")
)

// course is a measure over time: a mean at each place, NaN where it is undefined.
type course []float64

// sparks draw courses in at most so many letters each, on one scale; what is undefined is a gap. Where nothing varies all
// stand in the middle, zeros at the bottom.
func sparks(all []course, width int, levels []rune) []string {
	on := nothing()
	for i, c := range all {
		all[i] = thinned(c, width)
		for _, x := range all[i] {
			if !math.IsNaN(x) {
				on.add(x)
			}
		}
	}
	lines := make([]string, len(all))
	for i, c := range all {
		var text strings.Builder
		for _, x := range c {
			text.WriteRune(letter(x, on, levels))
		}
		lines[i] = text.String()
	}
	return lines
}

func letter(x float64, on extent, levels []rune) rune {
	switch {
	case math.IsNaN(x):
		return ' '
	case on.high <= on.low && on.high == 0:
		return levels[0]
	case on.high <= on.low:
		return levels[len(levels)/2]
	}
	level := int((x - on.low) / (on.high - on.low) * float64(len(levels)))
	return levels[min(max(level, 0), len(levels)-1)]
}

// thinned is a course of at most so many places: each the mean of its neighbours that are defined.
func thinned(c course, width int) course {
	if len(c) <= width {
		return c
	}
	out := make(course, width)
	for i := range out {
		out[i] = plainMean(c[i*len(c)/width : (i+1)*len(c)/width])
	}
	return out
}

// plainMean is the mean of the numbers that are defined, NaN where there is none.
func plainMean(values []float64) float64 {
	sum, n := 0.0, 0
	for _, x := range values {
		if !math.IsNaN(x) && !math.IsInf(x, 0) {
			sum, n = sum+x, n+1
		}
	}
	return sum / float64(n)
}

// courses of a measure in all scenarios at the same weeks; none where nothing was recorded over time.
func (v *view) courses(measure string) (all []course) {
	weeks, known := v.weeks(), false
	for _, s := range v.scenarios {
		c := make(course, len(weeks))
		for i := range c {
			c[i] = math.NaN()
		}
		for week, values := range v.frames[cell{s.Name, measure}] {
			if mean := plainMean(values); !math.IsNaN(mean) {
				c[weeks[week]], known = mean, true
			}
		}
		all = append(all, c)
	}
	if !known {
		return nil
	}
	return all
}

// weeks are the closes at which anything was recorded, with their places in order.
func (v *view) weeks() map[int]int {
	at := make(map[int]int)
	for _, f := range v.set.Frames {
		at[f.Week] = 0
	}
	for place, week := range slices.Sorted(maps.Keys(at)) {
		at[week] = place
	}
	return at
}
