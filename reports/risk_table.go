package reports

import (
	"bufio"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"

	"xsell/scenarios/results"
)

// RiskTable writes the estimates as aligned columns for a terminal, a heading per
// horizon, then what they rest on.
func RiskTable(w io.Writer, set *results.RiskSet) error {
	out := bufio.NewWriter(w)
	if len(set.Manifest.Scenarios) == 0 {
		fmt.Fprintln(out, "No scenario was run.")
		return out.Flush()
	}
	v := newRiskView(set)
	lines := v.lines()
	widths := columnWidths(lines)
	for _, line := range lines {
		fmt.Fprintln(out, strings.TrimRight(align(line, widths), " "))
	}
	fmt.Fprintln(out)
	for _, line := range slices.Concat(v.foot(), v.worths()) {
		fmt.Fprintln(out, line)
	}
	return out.Flush()
}

// lines are the cells of the table. A line with a single cell is a heading.
func (v *riskView) lines() [][]string {
	head := []string{"measure", "unit", v.base()}
	for _, s := range v.scenarios[1:] {
		head = append(head, s.Name, "difference", "")
	}
	lines := [][]string{head}
	for _, years := range v.horizons() {
		lines = append(lines, []string{""}, []string{"WITHIN " + strings.ToUpper(plural(years, "year"))})
		for _, q := range v.risk.Quantities {
			if _, told := v.estimate(v.base(), years, q.ID); told {
				lines = append(lines, v.line(q, years))
			}
		}
	}
	return lines
}

func (v *riskView) line(q results.RiskQuantity, years int) []string {
	base, _ := v.estimate(v.base(), years, q.ID)
	line := []string{q.Title, q.Unit, level(q, base)}
	for _, s := range v.scenarios[1:] {
		r, _ := v.estimate(s.Name, years, q.ID)
		found := judge(results.Row{Difference: r.Difference, DifferenceLow: r.DifferenceLow, DifferenceHigh: r.DifferenceHigh}, q.Good)
		if shaky(base) || shaky(r) {
			found = verdict{mark: " "} // too little to judge by
		}
		line = append(line, level(q, r),
			found.mark+" "+change(r.Difference, r.DifferenceLow, r.DifferenceHigh), r.Words)
	}
	return line
}

// level is an estimate with its interval. Numbers without a unit are of a place,
// such as a year: whole.
func level(q results.RiskQuantity, r results.RiskRow) string {
	if q.Unit != "" || math.IsNaN(r.Low) {
		return interval(r.Value, r.Low, r.High)
	}
	return fmt.Sprintf("%s [%s, %s]", number(r.Value, 0), number(r.Low, 0), number(r.High, 0))
}

// foot says how to read the table.
func (v *riskView) foot() []string {
	m := v.set.Manifest
	lines := []string{fmt.Sprintf("%s of %s; [low, high] 95 %% interval over worlds, each by itself; weeks count from the end of the warm-up, bills are not discounted.",
		plural(m.Finished, "world"), plural(m.Weeks, "week"))}
	if !v.alone() {
		var legend []string
		for _, x := range verdicts {
			legend = append(legend, x.mark+" "+x.words)
		}
		lines = append(lines, "Differences are from "+v.base()+" in the same worlds: "+strings.Join(legend, "   "))
	}
	if v.uncertain() {
		lines = append(lines, "Where a number stands without an interval, or a few worlds decide it (column method of --csv), more --replications are needed; differences from or of it have no mark.")
	}
	return append(lines, "The first bill leaves out what follows it: lost trust, lost business, later disclosures. Compare profits for that.")
}

// fewDecide is how the statistics name an interval that hangs on a few worlds.
const fewDecide = "a few extreme values decide"

// uncertain says whether any estimate has no interval or hangs on a few worlds.
func (v *riskView) uncertain() bool {
	return slices.ContainsFunc(v.risk.Estimates, shaky)
}

// shaky says whether an estimate has no interval or hangs on a few worlds. Then neither it nor a difference from it is judged.
func shaky(r results.RiskRow) bool {
	return !math.IsNaN(r.Value) && math.IsNaN(r.Low) || strings.Contains(r.Method, fewDecide)
}

// worths say how many plain histories one of these replaces.
func (v *riskView) worths() (lines []string) {
	years := v.horizons()
	last := years[len(years)-1]
	for _, s := range v.scenarios {
		chance, _ := v.estimate(s.Name, last, "probability")
		bill, _ := v.estimate(s.Name, last, "expected_bill")
		if chance.Worth > 0 && bill.Worth > 0 {
			lines = append(lines, fmt.Sprintf("%s: one history here says as much as %s plain ones of the probability within %s, and %s of the mean first bill.",
				s.Name, about(chance.Worth), plural(last, "year"), about(bill.Worth)))
		}
	}
	return lines
}

// about is a number to two digits.
func about(x float64) string { return number(x, decimals(x, 2)) }
