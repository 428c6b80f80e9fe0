package reports

import (
	"fmt"
	"html/template"

	"xsell/scenarios/results"
)

// whyPage is what the template of the page prints.
type whyPage struct {
	Style    template.CSS
	Title    string
	Lead     string
	Answer   string
	Heads    []head
	Setting  string
	Doubts   []string
	Parts    []whyPart
	Levers   []whyLever
	Notes    []string
	Whole    string   // why there is one lever only
	Checks   []string // what the checks of a scenario say of levers laid apart
	Designs  []scenarioCard
	Command  string
	Manifest results.Manifest
	Measures []results.Measure
	Sampled  bool
	From, To string
}

// whyPart is a measure: its picture and its table.
type whyPart struct {
	ID, Title, Towards, Unit, Sentence string
	Picture                            pageFigure
	Rows                               []whyRow
	Whole                              bool // all of the difference is one lever's: there is nothing to share out
}

// whyRow is a lever in the table of a measure.
type whyRow struct{ Lever, Class, Mark, Words, Share, Alone, Last string }

// whyPage returns the page as one file.
func (v *whyView) whyPage(figures []figure) ([]byte, error) {
	parts, err := v.whyParts(figures)
	if err != nil {
		return nil, err
	}
	p := v.whyHead()
	p.Parts = parts
	return fromTemplate("page_why.html", p)
}

// whyHead is the page without its pictures.
func (v *whyView) whyHead() whyPage {
	m := v.set.Manifest
	p := whyPage{Style: template.CSS(pageStyle), Title: v.question(), Lead: v.origin(), Answer: v.answer(), Setting: v.setting(),
		Doubts: v.doubts(), Whole: v.wholeWords(), Checks: v.checks(), Notes: v.plainNotes(), Levers: v.levers, Designs: v.cards(), Command: commandLine(m.Command), Manifest: m,
		Sampled: len(v.why.Orders) > 0, From: v.from(), To: v.to()}
	for _, m := range v.measures {
		p.Heads = append(p.Heads, m.head())
		p.Measures = append(p.Measures, m.Measure)
	}
	return p
}

// whyParts are the measures with their pictures.
func (v *whyView) whyParts(figures []figure) (list []whyPart, err error) {
	drawn, err := pageFigures(figures)
	for i, m := range v.measures {
		list = append(list, whyPart{ID: m.ID, Title: m.Title, Towards: towards(m.Measure), Unit: m.Unit, Sentence: v.sentence(m),
			Picture: drawn[i], Rows: v.rows(m), Whole: v.whole()})
	}
	return list, err
}

// head is a measure in short: its difference, and which lever has most of it.
func (m whyMeasure) head() head {
	found := m.found()
	h := head{Name: m.Title, Class: found.class, Mark: found.mark, Verdict: found.words, Number: m.signed(m.difference), Unit: ofDifference(m.Unit), Own: ownColours(1)}
	if m.gap.Worlds == 0 {
		h.Number, h.Range = unknown, "not defined in any world"
		return h
	}
	h.Range = fmt.Sprintf("%s → %s", number(m.base, m.decimals), number(m.other, m.decimals))
	if sure := m.sure(); len(sure) > 0 && len(m.shares) > 1 {
		h.Against = "most from " + sure[0].lever.Name + ": " + m.signed(sure[0].shown)
	}
	return h
}

// rows are the table of a measure, with the sums of all levers at its end.
func (v *whyView) rows(m whyMeasure) (rows []whyRow) {
	for _, s := range m.shares {
		rows = append(rows, whyRow{Lever: s.lever.Name, Class: s.verdict.class, Mark: s.verdict.mark, Words: s.verdict.words,
			Share: m.signed(s.shown) + m.seen(s),
			Alone: m.besides(s.alone(), s.lever.Inert), Last: m.besides(s.last(), s.lever.Inert)})
	}
	if len(rows) == 0 || m.gap.Worlds == 0 {
		return nil
	}
	alone, last := m.sums()
	all := m.found()
	return append(rows, whyRow{Lever: "in all", Class: all.class, Mark: all.mark, Words: all.words,
		Share: m.bracketed(m.difference, m.gap.Low, m.gap.High) + doubt(results.Row{Trust: m.gap.Trust}), Alone: m.signed(alone), Last: m.signed(last)})
}
