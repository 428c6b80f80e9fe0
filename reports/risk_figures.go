package reports

import (
	"fmt"
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

const riskHeight vg.Length = 300

// From what the results hold to what the axes show.
const (
	percent     = 100.0
	thousandEUR = 1000.0
)

// points are the columns of a line with its band.
type points struct{ xs, ys, lows, highs []float64 }

func (p *points) add(x, y, low, high float64) {
	p.xs, p.ys = append(p.xs, x), append(p.ys, y)
	p.lows, p.highs = append(p.lows, low), append(p.highs, high)
}

// overYearsFigure draws the chance of disclosure up to each close.
func (v *riskView) overYearsFigure() figure {
	f := figure{id: "risk_over_time", title: "Probability that hidden misconduct has become public, by scenario"}
	if len(v.risk.Curve) == 0 {
		return f.not("The results hold no probabilities over time.")
	}
	f.note = v.told("probability")
	f.reading = "One point per close of the books. The band is the 95 % interval of the probability over worlds."
	f.alt = "Lines with bands. " + v.riskAlt("probability")
	f.height = v.keyHeight() + riskHeight
	f.body = func(c draw.Canvas) {
		lines := make([]points, len(v.scenarios))
		weeks, chances := nothing(), nothing()
		weeks.add(0)
		chances.add(0)
		for n, s := range v.scenarios {
			lines[n].add(0, 0, 0, 0)
			for _, p := range v.risk.Curve {
				if p.Scenario == s.Name {
					lines[n].add(float64(p.Week+1), percent*p.Chance, percent*p.Low, percent*p.High)
					weeks.add(float64(p.Week + 1))
					chances.add(percent*p.Chance, percent*p.High)
				}
			}
		}
		y := niceAxis(chances, 5, "probability of a disclosure so far [%]")
		v.riskPanel(v.drawKey(c), frame{x: weekTicks(weeks), y: y, left: y.width(), right: 2 * gap}, lines)
	}
	return f
}

// exceedanceFigure draws the chance that the first bill exceeds an amount, a panel
// per horizon.
func (v *riskView) exceedanceFigure() figure {
	f := figure{id: "risk_bills", title: "Probability that the first bill exceeds an amount, by scenario and horizon"}
	if len(v.risk.Bills) < 2 {
		return f.not("In no world can a disclosure come within the horizons, so there are no bills to draw.")
	}
	f.note = v.told("bill_es95")
	f.reading = "The band is the 95 % interval of the probability over worlds. A line ends at the largest bill that any world can bring. Both axes are stretched near zero, in equal steps from one power of ten to the next."
	f.alt = "Lines with bands. " + v.riskAlt("bill_es95")
	years := v.horizons()
	columns := min(len(years), v.timeColumns())
	rows := (len(years) + columns - 1) / columns
	f.height = v.keyHeight() + vg.Length(rows)*riskHeight
	f.body = func(c draw.Canvas) {
		x, y := v.billAxes()
		for i, cell := range grid(v.drawKey(c), rows, columns)[:len(years)] {
			v.riskPanel(cell, frame{title: "Within " + plural(years[i], "year"), x: x, y: y, left: y.width(), right: 2 * gap}, v.exceedances(years[i]))
		}
	}
	return f
}

// billAxes are common to all panels.
func (v *riskView) billAxes() (x, y axis) {
	bills := nothing()
	for _, b := range v.risk.Bills {
		bills.add(b.Bill / thousandEUR)
	}
	return stretchedAxis(bills.high*1.05, "first bill [EUR thousand]"), stretchedAxis(percent, "probability of a larger one [%]")
}

// exceedances are the lines of one horizon.
func (v *riskView) exceedances(years int) []points {
	lines := make([]points, len(v.scenarios))
	for n, s := range v.scenarios {
		for _, b := range v.risk.Bills {
			if b.Scenario == s.Name && b.Years == years {
				lines[n].add(b.Bill/thousandEUR, percent*b.Chance, percent*b.Low, percent*b.High)
			}
		}
	}
	return lines
}

// riskPanel draws a line with its band for each scenario, all bands first.
func (v *riskView) riskPanel(c draw.Canvas, f frame, lines []points) {
	p := newPanel(c, f)
	for n, l := range lines {
		p.band(pale(colourOf(n), intervalOpacity), l.xs, l.lows, l.highs)
	}
	for n, l := range lines {
		p.line(stroke(colourOf(n), 1.5), l.xs, l.ys)
		if last := len(l.xs) - 1; last >= 0 {
			p.DrawGlyphNoClip(markOf(n, 2.8), p.at(l.xs[last], l.ys[last]))
		}
	}
}

// riskAlt tells one quantity of all scenarios and horizons.
func (v *riskView) riskAlt(id string) string {
	q, known := v.risk.Quantity(id)
	if !known {
		return ""
	}
	var parts []string
	for _, years := range v.horizons() {
		for _, s := range v.scenarios {
			if r, ok := v.estimate(s.Name, years, id); ok {
				parts = append(parts, fmt.Sprintf("%s within %s %s", s.Name, plural(years, "year"), withUnit(level(q, r), q.Unit)))
			}
		}
	}
	return q.Title + ": " + strings.Join(parts, "; ") + "."
}
