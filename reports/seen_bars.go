package reports

import (
	"fmt"
	"math"
	"strings"

	"xsell/scenarios/results"
)

// What there is to see in the pictures of histories, customers and sellers.

// cloudsSeen counts, world by world, who earns more and who risks less.
func (v *view) cloudsSeen(risk, profit results.Measure) string {
	if v.alone() {
		return v.cloudAloneSeen(risk, profit)
	}
	words := v.seen(func(n int) string {
		name := v.scenarios[n].Name
		worlds, richer, safer, both := 0, 0, 0, 0
		profits, risks := v.outcomes[cell{v.base(), profit.ID}], v.outcomes[cell{v.base(), risk.ID}]
		for r, own := range v.outcomes[cell{name, profit.ID}] {
			danger := v.outcomes[cell{name, risk.ID}][r]
			if math.IsNaN(own) || math.IsNaN(danger) || math.IsNaN(profits[r]) || math.IsNaN(risks[r]) {
				continue
			}
			worlds++
			earns, keeps := own > profits[r], danger < risks[r]
			richer, safer, both = richer+one(earns), safer+one(keeps), both+one(earns && keeps)
		}
		if worlds == 0 {
			return ""
		}
		return fmt.Sprintf("%s has more profit per customer in %d of %s, %s in %d, and both in %d.",
			name, richer, plural(worlds, "world"), lessOf(risk), safer, both)
	})
	return "World by world, against " + v.base() + ": " + words
}

// lessOf is "fewer accounts without consent" or "a lower cost of misconduct".
func lessOf(m results.Measure) string {
	if strings.HasPrefix(m.Unit, "per ") {
		return "fewer " + lower(m.Title)
	}
	return "a lower " + lower(m.Title)
}

func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

func (v *view) cloudAloneSeen(risk, profit results.Measure) string {
	e, none, all := nothing(), 0, 0
	for r, own := range v.outcomes[cell{v.base(), profit.ID}] {
		e.add(own)
		all++
		none += one(v.outcomes[cell{v.base(), risk.ID}][r] == 0)
	}
	return fmt.Sprintf("Luck alone moves profit per customer from %s to %s; %s is zero in %d of %s.",
		number3(e.low), withUnit(number3(e.high), profit.Unit), lower(risk.Title), none, plural(all, "replication"))
}

// meanSeen is the mean of a histogram of whole numbers, and its total.
func meanSeen(moments []moment) (mean, total float64) {
	sum := 0.0
	for _, m := range moments {
		sum += m.at.low * m.spread.mean
		total += m.spread.mean
	}
	return sum / total, total
}

// productsSeen says how many customers use nothing, and how much is on paper only: at the end of a history, where the measure
// of the same name is the mean of its last year.
func (v *view) productsSeen(n int) string {
	name := v.scenarios[n].Name
	real := v.histogram(name, "products_real_per_customer")
	used, customers := meanSeen(real)
	said, _ := meanSeen(v.histogram(name, "products_reported_per_customer"))
	if math.IsNaN(used) || math.IsNaN(said) {
		return ""
	}
	return fmt.Sprintf("At the end, in %s, customers use %s products on average and %s are reported; %s of customers use none, %s use four or more.",
		name, number(used, 2), number(said, 2), percentage(real[0].spread.mean/customers), percentage(shareFrom(real, 4)))
}

// attainmentSeen says how many reach the target, and compares both sides of it.
func (v *view) attainmentSeen(n int) string {
	name := v.scenarios[n].Name
	moments := v.histogram(name, "attainment")
	if len(moments) == 0 {
		return ""
	}
	above := shareFrom(moments, 1) - shareFrom(moments, 1.1)
	below := shareFrom(moments, 0.9) - shareFrom(moments, 1)
	return fmt.Sprintf("In %s %s of goals are reached; %s end just above the target, up to a tenth, and %s just below it.",
		name, percentage(shareFrom(moments, 1)), percentage(above), percentage(below))
}

// lastOf is how many weeks count as the end of a window.
const lastOf = 3

// windowSeen compares the end of the window with its mean.
func (v *view) windowSeen(n int) string {
	name := v.scenarios[n].Name
	moments := v.histogram(name, "sales_by_window_week")
	for len(moments) > 0 && moments[len(moments)-1].spread.mean == 0 {
		moments = moments[:len(moments)-1] // recorders keep weeks that no window has
	}
	if len(moments) <= lastOf {
		return ""
	}
	_, all := meanSeen(moments)
	_, end := meanSeen(moments[len(moments)-lastOf:])
	over := 100 * (end/lastOf/(all/float64(len(moments))) - 1)
	what := "as many as"
	if math.Abs(over) >= 0.5 {
		what = fmt.Sprintf("%s %% %s than", number(math.Abs(over), 0), map[bool]string{true: "more", false: "fewer"}[over > 0])
	}
	return fmt.Sprintf("In %s a week at the end of the window, one of the last %d of %d, brings %s the average week.", name, lastOf, len(moments), what)
}

// offencesSeen says at which distance the bars are highest.
func (b bars) offencesSeen(n int) string {
	name := b.v.scenarios[n].Name
	if b.few[name] {
		return fmt.Sprintf("%s has too few to draw.", name)
	}
	moments := b.v.histogram(name, offencesID)
	if len(moments) == 0 {
		return ""
	}
	top := highest(moments)
	if top.at.low == 0 {
		return fmt.Sprintf("In %s they are most frequent where all lines are met.", name)
	}
	return fmt.Sprintf("In %s they are most frequent %s short of a line.", name, plural(int(top.at.low), "account"))
}

// whaleSeen says what the best customers bring and what the others take away.
func (v *view) whaleSeen(curves []curve) string {
	var said []string
	for _, c := range curves[:min(len(curves), mostSeen)] {
		lost := ""
		if c.peak > allProfit {
			lost = fmt.Sprintf("; the other %s take %s away again", percentage(1-c.customersAtPeak), percentage(c.peak-allProfit))
		}
		said = append(said, fmt.Sprintf("In %s the best %s of customers bring %s of the contribution%s.",
			v.scenarios[c.number].Name, percentage(c.customersAtPeak), percentage(c.peak), lost))
	}
	return strings.Join(said, "\n")
}

// missSeen compares late weeks with earlier ones where both are drawn at one account short.
func (v *view) missSeen(curves []missCurve) string {
	return v.seenInEach(func(n int) string {
		rates := map[bool]float64{true: math.NaN(), false: math.NaN()}
		for _, c := range curves {
			for _, p := range c.points {
				if c.number == n && p.distance == 1 {
					rates[c.late] = p.rate.Value
				}
			}
		}
		if math.IsNaN(rates[true]) || math.IsNaN(rates[false]) {
			return ""
		}
		return fmt.Sprintf("In %s, one account short of a line, sellers offend in %s of 1,000 late weeks and in %s of 1,000 earlier ones.",
			v.scenarios[n].Name, number3(rates[true]), number3(rates[false]))
	})
}
