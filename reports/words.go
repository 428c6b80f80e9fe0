package reports

import (
	"fmt"
	"math"
	"strings"

	"xsell/scenarios/results"
)

// Words is the answer in plain words: a line on what was run, a line for each
// scenario, a line on how far to trust it, joined by line ends. It claims a
// difference only where the interval keeps away from zero.
func Words(set *results.Set) string {
	if len(set.Manifest.Scenarios) == 0 {
		return "No scenario was run."
	}
	return strings.Join(newView(set).paragraphs(), "\n")
}

// paragraphs are the lines of the answer in plain words.
func (v *view) paragraphs() []string {
	lines := append(append(v.selected(), v.setting()), v.words()...)
	return append(lines, v.caution())
}

// words are a line for each scenario beside the base, or one for a scenario alone.
func (v *view) words() (lines []string) {
	if v.alone() {
		return []string{v.means(v.base())}
	}
	for _, s := range v.scenarios[1:] {
		lines = append(lines, v.against(s.Name))
	}
	return lines
}

// setting says what was run.
func (v *view) setting() string {
	m := v.set.Manifest
	length := fmt.Sprintf("%s of %s", plural(m.Finished, "replication"), plural(m.Weeks, "week"))
	if m.Finished < m.Asked {
		length += fmt.Sprintf(" (%s were asked for)", number(float64(m.Asked), 0))
	}
	if v.alone() {
		return trailed(fmt.Sprintf("%s alone, %s: nothing to compare it with.", v.base(), length), v.grown())
	}
	return trailed(fmt.Sprintf("%s against %s, %s, all in the same luck.", list(v.others()), v.base(), length), v.grown())
}

// trailed is a sentence with another one behind it, if there is one.
func trailed(sentence, another string) string {
	if another == "" {
		return sentence
	}
	return sentence + " " + another
}

func (v *view) others() []string {
	var names []string
	for _, s := range v.scenarios[1:] {
		names = append(names, s.Name)
	}
	return names
}

// means lists the headline measures of one scenario.
func (v *view) means(scenario string) string {
	var parts []string
	for _, m := range v.present(headline) {
		r := withinRange(m, v.row(scenario, m.ID))
		parts = append(parts, lower(m.Title)+" "+withUnit(interval(r.Mean, r.Low, r.High), m.Unit))
	}
	if len(parts) == 0 {
		return scenario + ": none of the headline measures was recorded."
	}
	return scenario + ": " + list(parts) + "."
}

// against says what a scenario changes: first what is clear, then what is not.
func (v *view) against(scenario string) string {
	var up, down, open, near, same, none []string
	for _, m := range v.present(headline) {
		r, found := v.judged(scenario, m)
		switch {
		case found.class == nothere.class && found.mark == nothere.mark:
		case r.Difference == 0 && r.DifferenceLow == 0 && r.DifferenceHigh == 0:
			same = append(same, lower(m.Title))
		case found == unseen:
			none = append(none, lower(m.Title))
		case found.class == equal.class:
			near = append(near, lower(m.Title)+" by less than matters, "+byUnit(change(r.Difference, r.DifferenceLow, r.DifferenceHigh), m.Unit))
		case found.class == unclear.class:
			open = append(open, lower(m.Title))
		case r.Difference > 0:
			up = append(up, v.moved(r, m, found))
		default:
			down = append(down, v.moved(r, m, found))
		}
	}
	return sentence(scenario, []claim{
		{"raises", "; ", up}, {"lowers", "; ", down},
		{"changes", "; ", near},
		{"makes no clear difference to", "", open}, {"leaves exactly unchanged", "", same},
		{"shows in none of " + plural(v.set.Manifest.Finished, "world") + " a difference in", "", none},
	}) + v.overYears(scenario)
}

// claim is a verb and what it is said of.
type claim struct {
	verb      string
	separator string // between long parts; empty for a plain list
	parts     []string
}

func sentence(scenario string, claims []claim) string {
	var said []string
	for _, c := range claims {
		if len(c.parts) == 0 {
			continue
		}
		parts := list(c.parts)
		if c.separator != "" {
			parts = strings.Join(c.parts, c.separator+c.verb+" ")
		}
		said = append(said, c.verb+" "+parts)
	}
	if len(said) == 0 {
		return scenario + ": none of the headline measures was recorded."
	}
	return scenario + " " + strings.Join(said, "; ") + "."
}

// moved is one clear difference without its verb: "profit per customer by 12 [8,
// 16] EUR a year from 210 (better)".
func (v *view) moved(r results.Row, m results.Measure, found verdict) string {
	base := v.row(v.base(), m.ID).Mean
	words := fmt.Sprintf("%s by %s from %s", lower(m.Title),
		byUnit(interval(math.Abs(r.Difference), nearer(r), farther(r)), m.Unit),
		fromUnit(estimate(base, base-(r.DifferenceHigh-r.DifferenceLow)/2, base+(r.DifferenceHigh-r.DifferenceLow)/2), m.Unit))
	if found.class != differs.class {
		words += " (" + found.words + trusted(r) + ")"
	}
	return words
}

// trusted says in words that an interval is not to be trusted; empty where it is.
func trusted(r results.Row) string {
	if r.Trust == "" {
		return ""
	}
	return ", though " + r.Trust
}

// nearer and farther are the ends of the interval of a clear difference, without
// their sign.
func nearer(r results.Row) float64 { return min(math.Abs(r.DifferenceLow), math.Abs(r.DifferenceHigh)) }
func farther(r results.Row) float64 {
	return max(math.Abs(r.DifferenceLow), math.Abs(r.DifferenceHigh))
}

// caution says what the numbers can bear.
func (v *view) caution() string {
	if v.set.Manifest.Finished < 2 {
		return "One replication is one possible history: without more of them, luck cannot be told from effect."
	}
	return "Brackets hold 95 % intervals of means over replications. They speak of the simulated firms and their assumptions, not of a forecast."
}

// lower starts a title in lower case inside a sentence, unless its first word is
// an abbreviation.
func lower(title string) string {
	runes := []rune(title)
	if len(runes) > 1 && strings.ToUpper(string(runes[1])) == string(runes[1]) && runes[1] != ' ' {
		return title
	}
	return strings.ToLower(string(runes[:min(1, len(runes))])) + string(runes[min(1, len(runes)):])
}
