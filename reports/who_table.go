package reports

import (
	"bufio"
	"fmt"
	"io"
	"math"
	"strings"

	"xsell/scenarios/results"
)

// answerWidth is how many letters a line of an answer has on a terminal.
const answerWidth = 100

// TwinsTable writes what twins say for a terminal: the answer, then outcomes, groups and sums.
func TwinsTable(w io.Writer, set *results.TwinSet) error {
	out := bufio.NewWriter(w)
	if len(set.Manifest.Scenarios) != 2 {
		fmt.Fprintln(out, "No two designs were run.")
		return out.Flush()
	}
	v := newWhoView(set)
	for _, line := range v.answer() {
		for _, part := range wrapped(line, answerWidth) {
			fmt.Fprintln(out, part)
		}
	}
	for _, crowd := range []string{crowdCustomers, crowdSellers} {
		fmt.Fprintln(out)
		writeRight(out, v.outcomeLines(crowd))
		fmt.Fprintln(out)
		writeRight(out, v.groupLines(crowd))
	}
	fmt.Fprintln(out, "\n"+whoFoot(v))
	return out.Flush()
}

func whoFoot(v *whoView) string {
	return fmt.Sprintf("better and worse: share of persons there under both, in the person's own eyes, or the firm's or nobody's where it says so;\n"+
		"net: better less worse, with its 95 %% interval; difference: mean of %s less %s\n"+
		"▲ more gain   ▼ more lose   ◆ more have more or less   · no clear difference   = no difference at all", v.other(), v.base())
}

// outcomeLines are the cells of the table of outcomes of a crowd.
func (v *whoView) outcomeLines(crowd string) [][]string {
	lines := [][]string{{strings.ToUpper(crowd), "better", "worse", "", "net", "difference", "unit"}}
	for _, id := range append([]string{overallOutcome}, v.ids(crowd)...) {
		s := v.share(crowd, id)
		title, unit := v.titled(crowd, id)
		lines = append(lines, []string{title, columnShare(s.Better), columnShare(s.Worse), v.verdict(s).mark, v.net(s), meanDifference(s), unit})
	}
	return lines
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

// net is better less worse in points of a percent, with its interval.
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
	return change(s.Difference, s.DifferenceLow, s.DifferenceHigh)
}

// groupLines are the cells of the table of groups of a crowd, by the overall outcome.
func (v *whoView) groupLines(crowd string) [][]string {
	lines := [][]string{{"by group, overall", "better", "worse", "", "net", "persons"}}
	by := ""
	for _, d := range v.set.Dimensions {
		if d.Crowd != crowd {
			continue
		}
		s := v.shares[whoKey{crowd, overallOutcome, d.ID, d.Group}]
		if d.ID != by {
			lines, by = append(lines, []string{d.Title}), d.ID
		}
		lines = append(lines, []string{"  " + d.Group, columnShare(s.Better), columnShare(s.Worse), v.verdict(s).mark, v.net(s), number(s.Pairs, 0)})
	}
	return lines
}

// writeRight writes lines of cells as columns: the first and the last to the left where they hold words, numbers to the right.
func writeRight(out io.Writer, lines [][]string) {
	widths := columnWidths(lines)
	for _, line := range lines {
		if len(line) == 1 {
			fmt.Fprintln(out, line[0])
			continue
		}
		var text strings.Builder
		for c, cell := range line {
			pad := strings.Repeat(" ", widths[c]-len([]rune(cell)))
			if c == 1 || c == 2 || c == 5 {
				cell = pad + cell
			} else {
				cell += pad
			}
			text.WriteString(cell + columnGap)
		}
		fmt.Fprintln(out, strings.TrimRight(text.String(), " "))
	}
}

// columnShare is a share in percent in a column.
func columnShare(x float64) string {
	if math.IsNaN(x) {
		return unknown
	}
	return number(percent*x, columnDigits(x)) + " %"
}
