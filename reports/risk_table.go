package reports

import (
	"fmt"
	"io"
	"math"
	"slices"
	"strings"

	"xsell/scenarios/results"
)

// RiskTable writes the estimates for a terminal, a heading per horizon, then what they rest on.
func RiskTable(w io.Writer, set *results.RiskSet, t Terminal) error {
	p := t.printer(w)
	if len(set.Manifest.Scenarios) == 0 {
		p.line("No scenario was run.")
		return p.out.Flush()
	}
	v := newRiskView(set)
	var all [][]block
	for _, years := range v.horizons() {
		var of []block
		for _, q := range v.risk.Quantities {
			if _, told := v.estimate(v.base(), years, q.ID); told {
				of = append(of, v.riskBlock(p, q, years))
			}
		}
		all = append(all, of)
	}
	f := p.room(slices.Concat(all...), 0)
	for i, years := range v.horizons() {
		p.head("within " + plural(years, "year"))
		for _, b := range all[i] {
			p.block(b, f)
		}
	}
	p.line("")
	if legend := v.legend(); legend != "" {
		p.say(soft, legend)
	}
	for _, line := range slices.Concat(v.foot(), v.worths()) {
		p.say(soft, line)
	}
	return p.out.Flush()
}

// riskBlock is a quantity within some years.
func (v *riskView) riskBlock(p *printer, q results.RiskQuantity, years int) block {
	b := block{title: p.plain(withComma(q.Title, q.Unit))}
	base, _ := v.estimate(v.base(), years, q.ID)
	for n, s := range v.scenarios {
		r, _ := v.estimate(s.Name, years, q.ID)
		line := blockLine{name: p.plain(s.Name), mean: p.plain(level(q, r))}
		if n > 0 {
			found := v.riskVerdict(q, base, r)
			line.difference = p.plain(marked(found, r.Difference, r.DifferenceLow, r.DifferenceHigh))
			line.style = styleOf(found.class)
		}
		b.lines = append(b.lines, line)
	}
	return b
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
	if v.uncertain() {
		lines = append(lines, "Where a number stands without an interval, or a few worlds decide it (column method of --csv), more --replications are needed; differences from or of it are not judged.")
	}
	return append(lines, "The first bill leaves out what follows it: lost trust, lost business, later disclosures. Compare profits for that.")
}

// legend explains the marks of differences; nothing where there are none.
func (v *riskView) legend() string {
	if v.alone() {
		return ""
	}
	shown := verdicts[:len(verdicts):len(verdicts)]
	if v.uncertain() {
		shown = append(shown, unjudged)
	}
	var marks []string
	for _, x := range shown {
		marks = append(marks, x.mark+" "+x.words)
	}
	return "Differences are from " + v.base() + " in the same worlds: " + strings.Join(marks, ", ") + "."
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
