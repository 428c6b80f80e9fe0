package reports

import (
	"fmt"
	"io"
	"math"
	"strings"

	"xsell/scenarios/results"
)

// Twins writes what twins say for a terminal: the answer, then outcomes and groups.
func Twins(w io.Writer, set *results.TwinSet, t Terminal) error {
	p := t.printer(w)
	if len(set.Manifest.Scenarios) != 2 {
		p.line("No two designs were run.")
		return p.out.Flush()
	}
	v := newWhoView(set)
	p.say(strong, v.question())
	p.line("")
	p.say(strong, v.sentence())
	if text := v.turnedWords(); text != "" {
		p.line("")
		p.say(asItIs, text)
	}
	for _, crowd := range []string{crowdCustomers, crowdSellers} {
		p.head(crowd)
		p.write(v.outcomeSheet(crowd))
		p.line("")
		p.write(v.groupSheet(crowd))
	}
	p.line("")
	p.say(soft, strings.TrimSpace(v.countsWords()+" "+v.legend()))
	p.head("In words")
	for _, line := range append(v.found(), v.cautionWords()) {
		p.say(asItIs, line)
	}
	return p.out.Flush()
}

// legend says how to read the tables.
func (v *whoView) legend() string {
	return fmt.Sprintf("Better, worse: share of the persons there under both, in their own eyes or, where it says so, the firm's or nobody's. Net: better "+
		"minus worse, in points, with its 95 %% interval over %s. Mean of pairs: %s minus %s, with a mark of its own; sum of all: with those, too, who are there under one design only, which is the firm's difference. ▲ more gain, or the mean is better; ▼ more lose, or it is worse; ◆ more have more or more have less, "+
		"· no clear difference, = no two histories differ.", plural(v.set.Manifest.Finished, "world"), v.other(), v.base())
}

// outcomeSheet is the table of outcomes of a crowd.
func (v *whoView) outcomeSheet(crowd string) *sheet {
	g := &sheet{right: []bool{false, true, true, false, false, true, false}, wraps: []int{0}, spare: []int{6, 5}}
	heads := []string{"outcome", "better", "worse", "", "net", "mean of pairs", "unit"}
	beyond := v.beyond(crowd)
	if beyond {
		g.right, g.spare, heads = append(g.right, true), []int{5, 6, 7}, append(heads, "sum of all")
	}
	g.head(heads...)
	for _, id := range append([]string{overallOutcome}, v.ids(crowd)...) {
		s := v.share(crowd, id)
		title, unit := v.titled(crowd, id)
		look := styleOf(v.verdict(s).class)
		row := []piece{{title, asItIs}, {columnShare(s.Better), asItIs}, {columnShare(s.Worse), asItIs},
			{v.verdict(s).mark, look}, {v.net(s), look}, {v.meanMarked(s), styleOf(v.meanVerdict(s).class)}, {unit, soft}}
		if beyond {
			row = append(row, piece{v.firm(crowd, id), asItIs})
		}
		g.rows = append(g.rows, row)
	}
	return g
}

// ids of the outcomes of a crowd.
func (v *whoView) ids(crowd string) (ids []string) {
	for _, o := range v.set.Outcomes {
		if o.Crowd == crowd {
			ids = append(ids, o.ID)
		}
	}
	return ids
}

// titled is an outcome's title, with whose eyes it is seen with where these are not the person's, and its unit.
func (v *whoView) titled(crowd, id string) (title, unit string) {
	if id == overallOutcome {
		return "Overall", ""
	}
	o := v.outcomes[[2]string{crowd, id}]
	if whose, _ := o.Whose(); whose != "the person" {
		return fmt.Sprintf("%s (%s)", o.Title, strings.TrimPrefix(whose, "the ")), o.Unit
	}
	return o.Title, o.Unit
}

// net is better minus worse in points of a percent, with its interval.
func (v *whoView) net(s results.TwinShare) string {
	text := signedPoints(s.Net, columnDigits(s.Net))
	return text + rangeWords(s.NetLow, s.NetHigh, columnDigits)
}

func signedPoints(share float64, digits int) string {
	text := number(percent*share, digits)
	if share > 0 {
		return "+" + text
	}
	return text
}

// meanDifference is the mean of individual differences with its interval.
func meanDifference(s results.TwinShare) string {
	if math.IsNaN(s.Difference) {
		return ""
	}
	return onOneLine(change(s.Difference, s.DifferenceLow, s.DifferenceHigh))
}

// meanMarked is the mean difference behind its own mark.
func (v *whoView) meanMarked(s results.TwinShare) string {
	if text := meanDifference(s); text != "" {
		return v.meanVerdict(s).mark + " " + text
	}
	return ""
}

// groupSheet is the table of groups of a crowd, by the overall outcome.
func (v *whoView) groupSheet(crowd string) *sheet {
	g := &sheet{right: []bool{false, false, true, true, false, false, true}, wraps: []int{0}, spare: []int{6}}
	g.head("overall, by", "group", "better", "worse", "", "net", "persons")
	by := ""
	for _, d := range v.set.Dimensions {
		if d.Crowd != crowd {
			continue
		}
		s := v.shares[whoKey{crowd, overallOutcome, d.ID, d.Group}]
		title := ""
		if d.ID != by {
			title, by = d.Title, d.ID
		}
		look := styleOf(v.verdict(s).class)
		g.rows = append(g.rows, []piece{{title, asItIs}, {d.Group, asItIs}, {columnShare(s.Better), asItIs}, {columnShare(s.Worse), asItIs},
			{v.verdict(s).mark, look}, {v.net(s), look}, {number(s.Pairs, 0), soft}})
	}
	return g
}

// columnShare is a share in percent in a column.
func columnShare(x float64) string {
	if math.IsNaN(x) {
		return unknown
	}
	return number(percent*x, columnDigits(x)) + "\u00a0%"
}
