package reports

import (
	"fmt"
	"html/template"
	"math"
	"slices"

	"xsell/scenarios/results"
)

// riskPage is what the template of the page of a risk analysis prints.
type riskPage struct {
	Style      template.CSS
	Title      string
	Origin     string
	Sentence   string
	Heads      []head
	Base       string
	Others     []results.Scenario
	Crowd      bool // there are so many designs that tables must be narrow
	Horizons   []riskHorizon
	Legend     string // of the marks in their tables
	Figures    []pageFigure
	Notes      []string
	Designs    []scenarioCard
	Quantities []results.RiskQuantity
	Command    string
	Manifest   results.Manifest
}

// riskHorizon is the table of estimates within some years.
type riskHorizon struct {
	Title string
	Rows  []tableRow
}

// page is the whole report of an analysis as one file.
func (v *riskView) page(figures []figure) ([]byte, error) {
	drawn, err := pageFigures(figures)
	if err != nil {
		return nil, err
	}
	m := v.set.Manifest
	p := riskPage{Style: template.CSS(pageStyle), Title: v.riskQuestion(), Origin: v.origin(), Sentence: unbroken(v.riskSentence()), Heads: v.riskHeads(),
		Base: v.base(), Others: v.scenarios[1:], Legend: v.legend(), Crowd: len(v.scenarios)-1 > mostAbreast, Figures: drawn, Notes: slices.Concat(v.foot(), v.worths()),
		Designs: v.cards(), Quantities: v.risk.Quantities, Command: commandLine(m.Command), Manifest: m}
	for _, years := range v.horizons() {
		p.Horizons = append(p.Horizons, riskHorizon{"Within " + plural(years, "year"), v.riskRows(years)})
	}
	return fromTemplate("page_risk.html", p)
}

// riskRows are the estimates within some years.
func (v *riskView) riskRows(years int) (rows []tableRow) {
	for _, q := range v.risk.Quantities {
		base, told := v.estimate(v.base(), years, q.ID)
		if !told {
			continue
		}
		row := tableRow{Title: q.Title, Unit: q.Unit, Base: onOneLine(level(q, base))}
		for _, s := range v.scenarios[1:] {
			r, _ := v.estimate(s.Name, years, q.ID)
			found := v.riskVerdict(q, base, r)
			if found == nothere || math.IsNaN(r.Difference) {
				found.mark = "" // the number says so
			}
			row.Cells = append(row.Cells, tableCell{Scenario: s.Name, Class: found.class, Mark: found.mark, Verdict: found.words,
				Difference: onOneLine(change(r.Difference, r.DifferenceLow, r.DifferenceHigh)), Mean: level(q, r)})
		}
		rows = append(rows, row)
	}
	return rows
}

// riskVerdict judges the difference of an estimate from that of the base; where either is shaky it is not judged.
func (v *riskView) riskVerdict(q results.RiskQuantity, base, r results.RiskRow) verdict {
	if shaky(base) || shaky(r) {
		return unjudged
	}
	return judge(results.Row{Difference: r.Difference, DifferenceLow: r.DifferenceLow, DifferenceHigh: r.DifferenceHigh}, q.Good)
}

// riskQuestion is what was asked.
func (v *riskView) riskQuestion() string {
	return fmt.Sprintf("How likely is it that hidden misconduct becomes public under %s, and what does the first bill cost?", list(v.allNames()))
}

func (v *riskView) allNames() (all []string) {
	for _, s := range v.scenarios {
		all = append(all, s.Name)
	}
	return all
}

// longest is the last horizon [years]; 0 where there is none.
func (v *riskView) longest() int {
	years := v.horizons()
	if len(years) == 0 {
		return 0
	}
	return years[len(years)-1]
}

// riskSentence is the answer: how likely it is within the longest horizon.
func (v *riskView) riskSentence() string {
	var said []string
	q, _ := v.risk.Quantity("probability")
	for _, s := range v.scenarios {
		if r, told := v.estimate(s.Name, v.longest(), q.ID); told {
			said = append(said, fmt.Sprintf("%s under %s", withUnit(level(q, r), q.Unit), s.Name))
		}
	}
	if len(said) == 0 {
		return "The results hold no probability of a disclosure."
	}
	return fmt.Sprintf("Within %s hidden misconduct becomes public with a probability of %s.", plural(v.longest(), "year"), list(said))
}

// riskHeads are the designs in short: the probability within the longest horizon, and the bill.
func (v *riskView) riskHeads() (heads []head) {
	chance, _ := v.risk.Quantity("probability")
	bill, _ := v.risk.Quantity("expected_bill")
	base, _ := v.estimate(v.base(), v.longest(), chance.ID)
	for n, s := range v.scenarios {
		r, told := v.estimate(s.Name, v.longest(), chance.ID)
		if !told || n >= mostHeads {
			continue
		}
		h := head{Name: s.Name, Number: number(r.Value, decimals(r.Value, 2)), Unit: chance.Unit, Range: fmt.Sprintf("%s within %s", level(chance, r), plural(v.longest(), "year")), Own: ownColours(n)}
		if n > 0 {
			found := v.riskVerdict(chance, base, r)
			h.Class, h.Mark, h.Verdict = found.class, found.mark, found.words
		}
		if b, told := v.estimate(s.Name, v.longest(), bill.ID); told {
			h.Against = fmt.Sprintf("%s: %s", bill.Title, withUnit(level(bill, b), bill.Unit))
		}
		heads = append(heads, h)
	}
	return heads
}

// told are the estimates of a quantity within the longest horizon in words.
func (v *riskView) told(id string) string {
	q, _ := v.risk.Quantity(id)
	var said []string
	for _, s := range v.scenarios {
		if r, ok := v.estimate(s.Name, v.longest(), id); ok {
			said = append(said, s.Name+" "+withUnit(level(q, r), q.Unit))
		}
	}
	if len(said) == 0 {
		return ""
	}
	return fmt.Sprintf("%s within %s: %s.", q.Title, plural(v.longest(), "year"), list(said))
}
