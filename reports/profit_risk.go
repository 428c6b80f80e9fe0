package reports

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"xsell/scenarios/results"
)

const scatterHeight vg.Length = 265

// cloud is one scenario's replications as points.
type cloud struct {
	number int
	xs, ys []float64
	x, y   spread
}

// profitRisk sets profit per customer against the risk of misconduct, a point
// per replication.
func profitRisk(v *view) figure {
	f := figure{id: "profit_risk", title: "Profit per customer against the risk of misconduct, by replication"}
	profit, hasProfit := v.measures["profit_per_customer"]
	risk, hasRisk := v.risk()
	if !hasProfit || !hasRisk {
		return f.not("The results hold no profit per customer, or no measure of misconduct.")
	}
	clouds := v.clouds(risk, profit)
	if len(clouds) == 0 {
		return f.not("No replication has both a profit per customer and a measure of misconduct.")
	}
	f.note = v.cloudsSeen(risk, profit)
	f.reading = "A small mark is one replication, one possible history; the big mark with a white edge is the mean over replications, " +
		"and the cross behind it is the 95 % interval of that mean, as in the table, in both directions. " +
		"Up is more profit, left is less misconduct. A cloud shows how far luck alone can move a scenario."
	if every := clouds[0].every(); every > 1 {
		f.reading += fmt.Sprintf(" Of the small marks one in %d is drawn; means are over all.", every)
	}
	if (scatter{clouds, risk, profit}).stretched() {
		f.reading += " The axis to the right is stretched near zero, in equal steps from one power of ten to the next."
	}
	f.alt = v.cloudsAlt(clouds, risk, profit)
	f.height = v.keyHeight() + scatterHeight
	f.body = func(c draw.Canvas) { scatter{clouds, risk, profit}.draw(v.drawKey(c), v) }
	return f
}

// risk is the first measure of misconduct that is not the same everywhere.
func (v *view) risk() (results.Measure, bool) {
	for _, id := range risks {
		e := nothing()
		for _, s := range v.scenarios {
			for _, value := range v.outcomes[cell{s.Name, id}] {
				e.add(value)
			}
		}
		if m, known := v.measures[id]; known && !e.empty() && e.low < e.high {
			return m, true
		}
	}
	return results.Measure{}, false
}

func (v *view) clouds(x, y results.Measure) []cloud {
	var clouds []cloud
	for n, s := range v.scenarios {
		c := cloud{number: n}
		ys := v.outcomes[cell{s.Name, y.ID}]
		for r, value := range v.outcomes[cell{s.Name, x.ID}] {
			if other, ok := ys[r]; ok && !math.IsNaN(value) && !math.IsNaN(other) {
				c.xs, c.ys = append(c.xs, value), append(c.ys, other)
			}
		}
		if len(c.xs) > 0 {
			c.sort()
			c.x, c.y = v.tabled(s.Name, x.ID, spreadOf(c.xs)), v.tabled(s.Name, y.ID, spreadOf(c.ys))
			clouds = append(clouds, c)
		}
	}
	return clouds
}

// tabled puts the interval of the summary, which the table shows, in place of a
// spread's own, and ends it at zero where no replication is negative.
func (v *view) tabled(scenario, measure string, s spread) spread {
	if r := v.row(scenario, measure); !math.IsNaN(r.Low) && !math.IsNaN(r.High) {
		s.low, s.high = r.Low, r.High
	}
	negative := false
	for _, value := range v.outcomes[cell{scenario, measure}] {
		negative = negative || value < 0
	}
	if !negative {
		s.low = max(s.low, 0)
	}
	return s
}

// sort orders the points by x, then y, so that the same results give the same
// picture to the byte.
func (c *cloud) sort() {
	order := make([]int, len(c.xs))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int {
		if d := compare(c.xs[a], c.xs[b]); d != 0 {
			return d
		}
		return compare(c.ys[a], c.ys[b])
	})
	xs, ys := make([]float64, len(order)), make([]float64, len(order))
	for i, o := range order {
		xs[i], ys[i] = c.xs[o], c.ys[o]
	}
	c.xs, c.ys = xs, ys
}

func (v *view) cloudsAlt(clouds []cloud, x, y results.Measure) string {
	var parts []string
	for _, c := range clouds {
		parts = append(parts, fmt.Sprintf("%s: %s, %s, %s", v.scenarios[c.number].Name,
			withUnit(interval(c.x.mean, c.x.low, c.x.high), x.Unit),
			withUnit(interval(c.y.mean, c.y.low, c.y.high), y.Unit),
			plural(len(c.xs), "replication")))
	}
	return fmt.Sprintf("Points: %s (across) against %s (up). Means with 95 %% intervals: %s.", x.Title, y.Title, strings.Join(parts, "; "))
}
