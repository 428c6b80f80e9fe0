package reports

import (
	"bytes"
	_ "embed" // the page's template and style sheet
	"fmt"
	"html/template"
	"strings"

	"xsell/scenarios/results"
)

//go:embed page.html
var pageTemplate string

//go:embed style.css
var pageStyle string

// page is what the template of the report prints.
type page struct {
	Style     template.CSS
	Title     string
	Manifest  results.Manifest
	Scenarios []scenarioCard
	Answer    []string // one paragraph per scenario, see Words
	Others    []results.Scenario
	Base      string
	Groups    []tableGroup
	Legend    []legendEntry
	Figures   []pageFigure
	Luck      luckSection
	Decision  *decided
	Trials    []trialTable
	NotMade   []string
	Overlays  []keyRow
	Command   string
	Measures  []results.Measure
	Shapes    []results.Distribution
	Asked     string
	Many      string // what many intervals at once mean
}

type scenarioCard struct {
	results.Scenario
	Colour template.CSS
	IsBase bool
}

type pageFigure struct {
	ID, Title, Note, Alt, Missing string
	SVG                           template.HTML
}

type legendEntry struct{ Mark, Class, Words string }

// renderPage returns the whole report as one file.
func renderPage(v *view, figures []figure) ([]byte, error) {
	t, err := template.New("report").Parse(pageTemplate)
	if err != nil {
		return nil, err
	}
	p, err := v.page(figures)
	if err != nil {
		return nil, err
	}
	var buffer bytes.Buffer
	if err := t.Execute(&buffer, p); err != nil {
		return nil, err
	}
	return buffer.Bytes(), nil
}

func (v *view) page(figures []figure) (page, error) {
	overlays, err := v.overlays()
	if err != nil {
		return page{}, err
	}
	drawn, err := pageFigures(figures)
	if err != nil {
		return page{}, err
	}
	m := v.set.Manifest
	return page{
		Style: template.CSS(pageStyle), Title: v.pageTitle(), Manifest: m,
		Scenarios: v.cards(), Answer: strings.Split(Words(v.set), "\n"),
		Others: v.scenarios[1:], Base: v.base(), Groups: v.tableGroups(), Legend: legend(), Figures: drawn,
		Luck: v.luckSection(), Decision: v.decision(), Trials: v.trials(), NotMade: v.notMade(), Overlays: overlays, Command: commandLine(m.Command),
		Measures: v.set.Dictionary, Shapes: v.set.DistributionDictionary, Asked: v.askedWords(), Many: v.manyMeasures(),
	}, nil
}

func (v *view) pageTitle() string {
	if v.alone() {
		return v.scenarios[0].Label()
	}
	return list(v.others()) + " against " + v.base()
}

func (v *view) askedWords() string {
	m := v.set.Manifest
	words := fmt.Sprintf("What happens under %s?", v.base())
	if !v.alone() {
		words = fmt.Sprintf("What changes when a firm is organised as %s instead of %s?", list(v.others()), v.base())
	}
	return words + fmt.Sprintf(" Asked of %s of %s each, measured after a warm-up of %s, with the books closed every %s.",
		plural(m.Finished, "replication"), plural(m.Weeks, "week"), plural(m.WarmUp, "week"), plural(m.Close, "week"))
}

func (v *view) cards() []scenarioCard {
	var cards []scenarioCard
	for n, s := range v.scenarios {
		c := colourOf(n)
		cards = append(cards, scenarioCard{s, template.CSS(fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B)), n == 0})
	}
	return cards
}

func pageFigures(figures []figure) ([]pageFigure, error) {
	var out []pageFigure
	for _, f := range figures {
		p := pageFigure{ID: f.id, Title: f.title, Note: f.note, Alt: f.alt, Missing: f.missing}
		if f.missing == "" {
			svg, err := f.inline()
			if err != nil {
				return nil, err
			}
			p.SVG = template.HTML(svg) // drawn by this package; the drawing library escapes its texts
		}
		out = append(out, p)
	}
	return out, nil
}

func legend() []legendEntry {
	var entries []legendEntry
	for _, x := range verdicts {
		entries = append(entries, legendEntry{x.mark, x.class, x.words})
	}
	return entries
}

// commandLine writes argv words so that a shell reads them back as they were.
func commandLine(words []string) string {
	const plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./=:,+@%"
	quoted := make([]string, len(words))
	for i, w := range words {
		quoted[i] = w
		if w == "" || strings.Trim(w, plain) != "" {
			quoted[i] = "'" + strings.ReplaceAll(w, "'", `'\''`) + "'"
		}
	}
	return strings.Join(quoted, " ")
}
