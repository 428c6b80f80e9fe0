package reports

import (
	"bytes"
	_ "embed" // the page's template
	"html/template"
	"strings"

	"xsell/scenarios/results"
)

//go:embed why.html
var whyTemplate string

// whyPage is what the template of the page prints.
type whyPage struct {
	Style    template.CSS
	Title    string
	Lead     string
	Answer   []string
	Setting  string
	Reading  string
	Parts    []whyPart
	Levers   []whyLever
	Notes    []string
	Designs  []scenarioCard
	Command  string
	Manifest results.Manifest
	Measures []results.Measure
	Sampled  bool
	From, To string
}

// whyPart is a measure: its picture and its table.
type whyPart struct {
	ID, Title, Sentence string
	Picture             pageFigure
	Reading             string
	Unit                string
	Rows                []whyRow
}

// whyRow is a lever in the table of a measure.
type whyRow struct{ Lever, Class, Mark, Words, Share, Alone, Last string }

// whyPage returns the page as one file.
func (v *whyView) whyPage(figures []figure) ([]byte, error) {
	t, err := template.New("why").Parse(whyTemplate)
	if err != nil {
		return nil, err
	}
	drawn, err := pageFigures(figures)
	if err != nil {
		return nil, err
	}
	m := v.set.Manifest
	p := whyPage{Style: template.CSS(pageStyle), Title: v.question(), Lead: v.origin(), Setting: v.setting(), Reading: howToReadShares,
		Levers: v.levers, Notes: v.footWords()[min(2, len(v.footWords())):], Designs: v.cards(), Command: commandLine(m.Command), Manifest: m,
		Measures: v.asked(), Sampled: len(v.why.Orders) > 0, From: v.from(), To: v.to()}
	for i, m := range v.measures {
		p.Answer = append(p.Answer, v.sentence(m))
		p.Parts = append(p.Parts, whyPart{ID: m.ID, Title: m.Title, Sentence: v.sentence(m), Picture: drawn[i], Reading: figures[i].reading,
			Unit: m.Unit, Rows: v.rows(m)})
	}
	var buffer bytes.Buffer
	if err := t.Execute(&buffer, p); err != nil {
		return nil, err
	}
	return buffer.Bytes(), nil
}

// asked are the measures that are explained.
func (v *whyView) asked() (list []results.Measure) {
	for _, m := range v.measures {
		list = append(list, m.Measure)
	}
	return list
}

// rows are the table of a measure, with the sums of all levers at its end.
func (v *whyView) rows(m whyMeasure) (rows []whyRow) {
	for _, s := range m.shares {
		found := s.verdict
		if s.lever.Inert {
			found = equal
		}
		rows = append(rows, whyRow{Lever: s.lever.Name, Class: found.class, Mark: found.mark, Words: found.words,
			Share: m.bracketed(s.shown, s.Low, s.High), Alone: m.signed(s.Alone), Last: m.signed(s.Last)})
	}
	if len(rows) == 0 || m.gap.Worlds == 0 {
		return nil
	}
	alone, last := m.sums()
	all := judge(results.Row{Difference: m.gap.Difference, DifferenceLow: m.gap.Low, DifferenceHigh: m.gap.High}, m.Good)
	return append(rows, whyRow{Lever: "in all", Class: all.class, Mark: all.mark, Words: all.words,
		Share: m.bracketed(m.difference, m.gap.Low, m.gap.High), Alone: m.signed(alone), Last: m.signed(last)})
}

// KeyParts are a key cut at its dots, so that a page can break it there.
func (e whyEdit) KeyParts() []string {
	parts := strings.SplitAfter(e.Key, ".")
	return parts
}
