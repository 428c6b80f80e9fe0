package reports

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"xsell/scenarios/stats"
)

// cause is a way in which money comes in or goes out.
type cause struct {
	item, title string
	sign        float64 // of its part in the profit
}

// causes of profit: the items of the books whose sum it is, with their signs.
var causes = []cause{
	{"earn_margin", "Margins", 1}, {"earn_fees", "Fees", 1}, {"earn_default", "Losses from defaults", -1},
	{"cost_keeping", "Keeping accounts", -1}, {"cost_requests", "Service requests", -1}, {"cost_opening", "Opening accounts", -1},
	{"cost_salaries", "Salaries", -1}, {"cost_variable_pay", "Variable pay", -1}, {"cost_hiring", "Hiring", -1},
	{"cost_training", "Training", -1}, {"cost_acquisition", "Winning customers", -1}, {"cost_contracts", "Contracts", -1},
	{"cost_campaigns", "Campaigns", -1}, {"cost_gifts", "Promotions", -1}, {"cost_discounts", "Discounts", -1},
	{"cost_refunds", "Fees given back", -1}, {"cost_controls", "Audits and calls", -1}, {"cost_conduct", "Fines and remediation", -1},
}

const (
	booksPerEuro = 1000 // the books count thousandths
	smallCause   = 0.02 // of the largest: below it a cause is drawn with the others
	moneyAside   = "Everything else"
	moneyTotal   = "Profit"
)

// money draws what each cause adds to the difference in profit, and their sum.
func money(v *view) figure {
	f := figure{id: "money", title: "What the difference in profit is made of, by cause"}
	if v.alone() {
		f.title = "What profit is made of, by cause"
	}
	rows := v.moneyRows()
	if len(rows) == 0 {
		return f.not("The results hold no books of money.")
	}
	rows, unit := inRoundEuros(rows)
	f.note = v.moneySeen(rows, unit)
	f.reading = fmt.Sprintf("Money of the %s measured, per history. What adds to profit goes to the right, what takes from it to the left; the rows sum to the last one. "+
		"The line is the 95 %% interval of the mean over replications%s. A cause below %s of the largest is counted under “%s”.",
		plural(v.set.Manifest.Weeks, "week"), map[bool]string{true: "", false: ", within the same luck"}[v.alone()], percentage(smallCause), lower(moneyAside))
	f.alt = v.moneyAlt(rows, unit)
	m := moneyPicture{v, rows, unit}
	f.height = m.keyHeight() + m.height()
	f.body = m.draw
	return f
}

// moneyRow is one cause and what it adds under each scenario after the base, or under the only one.
type moneyRow struct {
	title string
	parts []difference // in EUR
}

// moneyRows are the causes, the largest first, and the total. Without books there are none.
func (v *view) moneyRows() []moneyRow {
	sums := v.kept.money(v)
	if sums == nil {
		return nil
	}
	rows, most := make([]moneyRow, 0, len(causes)), 0.0
	for i, c := range causes {
		row := moneyRow{c.title, v.moneyParts(sums, func(at []float64) float64 { return at[i] })}
		rows, most = append(rows, row), max(most, row.size())
	}
	slices.SortStableFunc(rows, func(a, b moneyRow) int { return compare(b.size(), a.size()) })
	shown := 0
	for shown < len(rows) && rows[shown].size() >= smallCause*most && rows[shown].size() > 0 {
		shown++
	}
	large := make(map[string]bool)
	for _, r := range rows[:shown] {
		large[r.title] = true
	}
	rows = slices.Clone(rows[:shown])
	if shown < len(causes) {
		rows = append(rows, moneyRow{moneyAside, v.moneyParts(sums, func(at []float64) float64 {
			return total(at, func(i int) bool { return !large[causes[i].title] })
		})})
	}
	return append(rows, moneyRow{moneyTotal, v.moneyParts(sums, func(at []float64) float64 { return total(at, func(int) bool { return true }) })})
}

// inRoundEuros counts in thousands or millions where the largest row does, so that all rows can be compared.
func inRoundEuros(rows []moneyRow) ([]moneyRow, string) {
	most := 0.0
	for _, r := range rows {
		most = max(most, r.size())
	}
	by, unit := 1.0, "EUR"
	switch {
	case most >= million:
		by, unit = million, "EUR million"
	case most >= 10_000:
		by, unit = 1000, "EUR thousand"
	}
	for _, r := range rows {
		for i, p := range r.parts {
			r.parts[i] = difference{p.number, p.v / by, p.low / by, p.high / by}
		}
	}
	return rows, unit
}

// total sums the causes that are asked for.
func total(at []float64, wanted func(int) bool) (sum float64) {
	for i, x := range at {
		if wanted(i) {
			sum += x
		}
	}
	return sum
}

// size is the largest part of a row, without its sign.
func (r moneyRow) size() (most float64) {
	for _, p := range r.parts {
		most = max(most, math.Abs(p.v))
	}
	return most
}

// moneyParts are the means of a quantity of each history: differences from the base within worlds, or, alone, the thing
// itself.
func (v *view) moneyParts(sums map[string]map[int][]float64, of func([]float64) float64) (parts []difference) {
	nan := math.NaN()
	for n, s := range v.scenarios {
		if n == 0 && !v.alone() {
			continue
		}
		var base, own []float64
		for _, r := range slices.Sorted(maps.Keys(sums[v.base()])) {
			a, b := sums[v.base()][r], sums[s.Name][r]
			if a == nil || b == nil {
				continue
			}
			own, base = append(own, of(b)), append(base, of(a))
		}
		if v.alone() {
			base = make([]float64, len(own))
		}
		d := stats.Paired(base, own)
		if math.IsInf(d.High, 1) { // one world, or the same in all
			d.Low, d.High = nan, nan
		}
		parts = append(parts, difference{n, d.Mean, d.Low, d.High})
	}
	return parts
}

// moneySeen names what brings most, what costs most and what is left.
func (v *view) moneySeen(rows []moneyRow, unit string) string {
	causes, sum := rows[:len(rows)-1], rows[len(rows)-1]
	say := func(i int) string {
		up, down := causes[0], causes[0]
		for _, r := range causes {
			if r.parts[i].v > up.parts[i].v {
				up = r
			}
			if r.parts[i].v < down.parts[i].v {
				down = r
			}
		}
		p := sum.parts[i]
		name := v.scenarios[p.number].Name
		if up.parts[i].v <= 0 && down.parts[i].v >= 0 {
			return fmt.Sprintf("%s moves no money.", name)
		}
		var said []string
		if x := up.parts[i]; x.v > 0 {
			said = append(said, fmt.Sprintf("most comes in by %s, %s", lower(up.title), euros(x, unit)))
		}
		if x := down.parts[i]; x.v < 0 {
			said = append(said, fmt.Sprintf("most goes out by %s, %s", lower(down.title), euros(x, unit)))
		}
		return fmt.Sprintf("%s: %s; what is left is %s.", name, strings.Join(said, "; "), euros(p, unit))
	}
	if v.alone() {
		return say(0)
	}
	return v.seen(func(n int) string { return say(n - 1) })
}

// euros writes a part with its interval.
func euros(d difference, unit string) string { return withUnit(change(d.v, d.low, d.high), unit) }

func (v *view) moneyAlt(rows []moneyRow, unit string) string {
	var said []string
	for _, r := range rows {
		var parts []string
		for _, p := range r.parts {
			parts = append(parts, v.scenarios[p.number].Name+" "+euros(p, unit))
		}
		said = append(said, r.title+": "+strings.Join(parts, ", "))
	}
	what := "difference from " + v.base()
	if v.alone() {
		what = "part in the profit of " + v.base()
	}
	return "Bars of money by cause, and their sum: " + what + ". " + strings.Join(said, "; ") + "."
}

// moneyPicture draws the rows.
type moneyPicture struct {
	v    *view
	rows []moneyRow
	unit string
}

func (m moneyPicture) keyHeight() vg.Length {
	if m.v.alone() {
		return 0
	}
	return m.v.othersKeyHeight()
}

func (m moneyPicture) draw(c draw.Canvas) {
	if !m.v.alone() {
		c = m.v.drawOthersKey(c)
	}
	m.bars(c)
}
