package reports

import (
	"math"
	"slices"
	"strings"

	"xsell/scenarios/results"
)

// block is a measure as a terminal shows it: a line for each scenario with its mean, its difference from the base and its
// course over time.
type block struct {
	title string
	lines []blockLine
}

type blockLine struct {
	name, mean, difference, course string
	style                          style
}

// room is how wide the parts of all blocks are.
type room struct {
	title, name, mean, difference, course int
	below                                 bool // differences stand below the means
}

// Lengths of a course over time in letters.
const (
	leastCourse = 8
	mostCourse  = 40
	leastTitle  = 27
	mostTitle   = 44
	roomy       = 130 // columns from which on titles are longer
)

// blocks writes measures under the headings of their groups, one below the other and all in the same columns.
func (v *view) blocks(p *printer, groups []group) {
	var all [][]block
	for _, g := range groups {
		var of []block
		for _, m := range g.Measures {
			of = append(of, v.block(p, m))
		}
		all = append(all, of)
	}
	f := p.room(slices.Concat(all...), len(v.weeks()))
	for i, g := range groups {
		p.head(g.Name)
		for n, m := range g.Measures {
			if f.course > 0 {
				for l, line := range sparks(v.courses(m.ID), f.course, p.levels()) {
					all[i][n].lines[l].course = line
				}
			}
			p.block(all[i][n], f)
		}
	}
}

func (v *view) block(p *printer, m results.Measure) block {
	b := block{title: p.plain(withComma(m.Title, m.Unit) + strings.ReplaceAll(towards(m), "\u00a0", " "))}
	for n, s := range v.scenarios {
		r, found := v.judged(s.Name, m)
		r = withinRange(m, r)
		line := blockLine{name: p.plain(s.Name), mean: p.plain(estimate(r.Mean, r.Low, r.High))}
		switch {
		case n == 0 && noneSeen(m, r):
			line.difference = p.plain(v.noneWords())
		case n == 0:
			line.difference = p.plain(aroundMean(r.Mean, r.Low, r.High) + doubt(r))
		default:
			line.difference = p.plain(marked(found, r.Difference, r.DifferenceLow, r.DifferenceHigh) + doubt(r))
			line.style = styleOf(found.class)
		}
		b.lines = append(b.lines, line)
	}
	return b
}

// marked is a difference behind the mark of its verdict.
func marked(found verdict, difference, low, high float64) string {
	if math.IsNaN(difference) {
		return unknown
	}
	return found.mark + " " + change(difference, low, high)
}

// withComma is a title with its unit, if there is one.
func withComma(title, unit string) string {
	if unit == "" {
		return title
	}
	return title + ", " + unit
}

// aroundMean is the interval of a mean without the mean: "± 9", or both ends where they are not equally far away.
func aroundMean(v, low, high float64) string {
	if _, half, found := strings.Cut(plusMinus(v, low, high), " ± "); found {
		return "± " + half
	}
	if _, ends, found := strings.Cut(plusMinus(v, low, high), " ["); found {
		return "[" + ends
	}
	return ""
}

// room finds room for the parts of blocks: first names and numbers, then courses of so many places with what is left.
func (p *printer) room(all []block, courses int) (f room) {
	for _, b := range all {
		for _, line := range b.lines {
			f.name, f.mean = max(f.name, displayWidth(line.name)), max(f.mean, displayWidth(line.mean))
			f.difference = max(f.difference, displayWidth(line.difference))
		}
	}
	left := len(indentation)
	if p.width() >= twoColumns && len(all) > 0 && len(all[0].lines) > 1 {
		f.title = leastTitle
		if p.width() >= roomy {
			f.title = mostTitle
		}
		left = f.title + len(columnGap)
	}
	f.name = min(f.name, p.width()/3)
	used := left + f.name + len(columnGap) + f.mean
	if f.difference > 0 {
		needed := used + len(columnGap) + f.difference
		if courses > 0 {
			needed += len(columnGap) + leastCourse
		}
		f.below = needed > p.width()
		if !f.below {
			used += len(columnGap) + f.difference
		}
	}
	if left := p.width() - used - len(columnGap); left >= leastCourse {
		f.course = min(left, mostCourse, courses)
	}
	return f
}

// block writes one measure.
func (p *printer) block(b block, f room) {
	titles := wrapColumns(b.title, p.width())
	if f.title > 0 {
		titles = wrapColumns(b.title, f.title)
	} else {
		for _, line := range titles {
			p.line(p.paint(strong, line))
		}
		titles = nil
	}
	lines := p.blockLines(b, f)
	for n := range max(len(lines), len(titles)) {
		title, line := "", ""
		if n < len(titles) {
			title = titles[n]
		}
		if n < len(lines) {
			line = lines[n]
		}
		if f.title > 0 {
			title = p.paint(strong, title) + strings.Repeat(" ", f.title-displayWidth(title)) + columnGap
		} else {
			title = indentation
		}
		p.line(title + line)
	}
}

// blockLines are the lines of the scenarios.
func (p *printer) blockLines(b block, f room) (lines []string) {
	for _, x := range b.lines {
		for n, name := range wrapColumns(x.name, f.name) {
			line := padded(name, f.name)
			if n == 0 {
				line += columnGap + strings.Repeat(" ", f.mean-displayWidth(x.mean)) + x.mean
				if !f.below && f.difference > 0 {
					line += columnGap + p.paint(x.style, x.difference) + strings.Repeat(" ", f.difference-displayWidth(x.difference))
				}
				line += columnGap + x.course
			}
			lines = append(lines, line)
		}
		if f.below && x.difference != "" {
			lines = append(lines, indentation+p.paint(x.style, x.difference))
		}
	}
	return lines
}

// padded fills a text to so many columns.
func padded(text string, width int) string {
	return text + strings.Repeat(" ", max(width-displayWidth(text), 0))
}
