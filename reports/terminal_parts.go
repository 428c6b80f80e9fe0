package reports

import "strings"

// leastVerdict is how narrow the column of verdicts becomes before others are left out.
const leastVerdict = 22

// sayDecision writes what was declared, the verdicts and the guardrails; nothing where nothing was to be decided.
func (v *view) sayDecision(p *printer) {
	d := v.decision()
	if d == nil {
		return
	}
	p.head("Decision")
	p.say(soft, d.Asked)
	if len(d.Rows) > 0 {
		p.line("")
		g := &sheet{wraps: []int{5}, least: leastVerdict, spare: []int{4, 3}}
		g.head("scenario", "against", "difference", "could see", "with 80 %", "verdict")
		for _, r := range d.Rows {
			s := styleOf(r.Class)
			g.rows = append(g.rows, []piece{{r.Scenario, asItIs}, {r.Against, asItIs}, {r.Mark + " " + r.Difference, s}, {r.Seen, asItIs},
				{r.Seen80, asItIs}, {r.Words, s}})
		}
		p.write(g)
	}
	if len(d.Guards) > 0 {
		p.line("")
		g := &sheet{wraps: []int{3, 4}}
		g.head("guardrail", "scenario", "value", "limit", "verdict")
		for _, x := range d.Guards {
			g.rows = append(g.rows, []piece{{x.Guardrail, asItIs}, {x.Scenario, asItIs}, {x.Value, asItIs}, {x.Limit, asItIs},
				{x.Mark + " " + x.Words, styleOf(x.Class)}})
		}
		p.write(g)
	}
	p.line("")
	for _, note := range d.Notes {
		p.say(asItIs, note)
	}
}

// sayTrials writes what the changes of the timeline that are for some only did, and which were not made in every world;
// nothing where there is neither.
func (v *view) sayTrials(p *printer) {
	for _, t := range v.trials() {
		p.head(t.Title + ": treated against untreated")
		p.say(soft, t.Note)
		g := &sheet{wraps: []int{1, 0}, right: []bool{false, false, true, true, false}}
		g.head("measure", "unit", "untreated", "treated", "difference")
		for _, r := range t.Rows {
			if r.headline {
				g.rows = append(g.rows, []piece{{r.Measure, asItIs}, {r.Unit, soft}, {r.Untreated, asItIs}, {r.Treated, asItIs},
					{r.Mark + " " + r.Difference, styleOf(r.Class)}})
			}
		}
		p.write(g)
	}
	for _, note := range v.notMade() {
		p.line("")
		p.say(asItIs, note)
	}
}

// legend says how to read the lines of the measures shown.
func (v *view) legend(p *printer, shown []group) {
	p.line("")
	p.say(soft, v.footNote())
	if !v.alone() {
		p.marksLegend(v.legendWords())
	}
	if text := v.doubts(shown); text != "" {
		p.say(soft, "? "+text+".")
	}
	if len(v.weeks()) > 1 {
		text := "At the right: means over time"
		if !v.alone() {
			text += ", on one scale for each measure"
		}
		p.say(soft, text+".")
	}
}

// footNote says what the numbers are.
func (v *view) footNote() string {
	if v.set.Manifest.Finished < 2 {
		return "One world: there are no intervals, and luck cannot be told from effect."
	}
	text := "± half of the 95 % interval of the mean"
	if !v.alone() {
		text += "; [low, high] 95 % interval of the difference from " + v.base()
	}
	return strings.TrimSpace(text+". "+v.byItself()) + v.inPoints()
}

// marksLegend explains the marks.
func (p *printer) marksLegend(all []verdict) {
	var parts []string
	for _, x := range all {
		parts = append(parts, x.mark+"\u00a0"+strings.ReplaceAll(x.words, " ", "\u00a0"))
	}
	for _, line := range wrapColumns(p.plain(strings.Join(parts, ", ")), p.width()) {
		p.line(p.paint(soft, line))
	}
}
