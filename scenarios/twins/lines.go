package twins

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"xsell/scenarios/results"
	"xsell/sim"
)

// row is a week of a story, with what happened under either design.
type row struct {
	week   int32
	text   [2][]string
	weight int // of the line that matters most
}

// told is the story as rows of weeks, from the one in which the two part: what happened under one design and not in the
// same words under the other. Where there is too much, what matters least is left out, the latest first; the first row
// says how they part, and stays.
func told(tales [2][]sim.Told, from split, seller bool) (lines []results.TwinLine, left int) {
	sides := [2][]sim.Told{plain(tales[0], from.week, seller), plain(tales[1], from.week, seller)}
	var rows []row
	for side := range sides {
		for _, x := range sides[side] {
			if w := weight(x.Phase, x.Text, seller); w > 0 && !slices.Contains(sides[1-side], x) {
				rows = noted(rows, x, side, w)
			}
		}
	}
	rows = parted(rows, from)
	slices.SortFunc(rows, func(a, b row) int { return cmp.Compare(a.week, b.week) })
	for len(rows) > linesMost {
		least := 1
		for i := 1; i < len(rows); i++ {
			if rows[i].weight <= rows[least].weight {
				least = i
			}
		}
		left += len(rows[least].text[0]) + len(rows[least].text[1])
		rows = slices.Delete(rows, least, least+1)
	}
	for _, r := range rows {
		lines = append(lines, results.TwinLine{Week: int(r.week), First: strings.Join(r.text[0], "; "), Second: strings.Join(r.text[1], "; ")})
	}
	return lines, left
}

// parted makes sure that there is a row of how the two part.
func parted(rows []row, at split) []row {
	if slices.ContainsFunc(rows, func(r row) bool { return r.week == at.week }) {
		return rows
	}
	x := sim.Told{Week: at.week, Text: said[at.kind].words}
	for side := range 2 {
		if at.side == both || int(at.side) == side {
			rows = noted(rows, x, side, 0)
		}
	}
	return rows
}

// noted puts a line into the row of its week.
func noted(rows []row, x sim.Told, side, weight int) []row {
	at := slices.IndexFunc(rows, func(r row) bool { return r.week == x.Week })
	if at < 0 {
		rows, at = append(rows, row{week: x.Week}), len(rows)
	}
	rows[at].text[side] = append(rows[at].text[side], x.Text)
	rows[at].weight = max(rows[at].weight, weight)
	return rows
}

// asides are what a tracer adds for who wants to check it: chances, amounts, what moved by little.
var asides = []*regexp.Regexp{
	regexp.MustCompile(`\s*\((?:[^()]|\([^()]*\))*\)`),
	regexp.MustCompile(`(: |; |, )(profit so far )?EUR [^;:]*`),
	regexp.MustCompile(`; profit so far EUR [^;]*`),
	regexp.MustCompile(`(; |, |: |^)(trust|satisfaction|relationship|fatigue|morale) [0-9.]+ → [0-9.]+`),
	regexp.MustCompile(`^EUR .*`),
	regexp.MustCompile(`^lately, .*`),
}

// tallies are how an event moved what a seller is paid by.
var tallies = regexp.MustCompile(`: .* → .*$`)

// plain is a history from a week on without asides, up to the day on which the person goes. A call that ends in a no
// leaves nothing but a mood.
func plain(lines []sim.Told, from int32, seller bool) (out []sim.Told) {
	for _, x := range lines {
		if strings.HasPrefix(x.Text, "a new household moves in") || strings.HasPrefix(x.Text, "the seat is filled") {
			break
		}
		if x.Week < from {
			continue
		}
		called := !seller && x.Phase == "push" && strings.HasPrefix(x.Text, "fatigue")
		for _, aside := range asides {
			x.Text = aside.ReplaceAllString(x.Text, "")
		}
		if seller && x.Phase == "sign" {
			x.Text = tallies.ReplaceAllString(x.Text, "")
		}
		if called {
			x.Text = "a seller calls unasked, and is told no"
		}
		if x.Text != "" {
			out = append(out, x)
		}
	}
	return out
}
