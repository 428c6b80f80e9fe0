package reports

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"strings"

	"xsell/scenarios/results"
)

//go:embed page*.html
var pageFiles embed.FS

//go:embed style.css
var styleSheet string

// pageStyle is the style sheet of every page: the colours and what is done with them.
var pageStyle = themeVariables() + styleSheet

// page is what the template of the report prints.
type page struct {
	Style     template.CSS
	Title     string
	Manifest  results.Manifest
	Origin    string
	Question  string
	Answer    string   // one sentence
	Words     []string // one paragraph per scenario, see Words
	Heads     []head
	Brief     []briefRow
	Decision  *decided
	Selection *chosen
	Scenarios []scenarioCard
	Others    []results.Scenario
	Base      string
	Parts     []pagePart
	Groups    []tableGroup
	Count     string
	Legend    []legendEntry
	Trials    []trialTable
	NotMade   []string
	Sight     []string // what the replications could see
	Luck      luckSection
	Skewed    string
	Limits    []limit
	Diffs     []diff
	Sources   []sourceList
	Measures  []results.Measure
	Shapes    []results.Distribution
	Asked     string
	Many      string // what many intervals at once mean
	Grown     string // what it means that results were extended; empty where they were not
	Band      string // what the band behind intervals is
	Points    string // what differences of percentages are in
	Crowd     bool   // there are so many designs that tables must be narrow
	Inside    []insideFile
	Files     []besideFile
	Command   string
}

// mostAbreast is how many designs after the base a table can hold side by side in letters of the usual size.
const mostAbreast = 2

type scenarioCard struct {
	results.Scenario
	Own    template.CSS
	IsBase bool
}

// pagePart is a question and the pictures that answer it.
type pagePart struct {
	ID, Title, Asks string
	withinPart
	Figures []pageFigure
	More    *more
}

// more is how to get a closer answer.
type more struct{ Words, Command string }

type pageFigure struct {
	ID, Title, Note, Reading, Alt, Missing, File string
	SVG, Narrow                                  template.HTML // Narrow: the drawing for a telephone, or nothing
}

type legendEntry struct{ Mark, Class, Words string }

// fromTemplate fills the template of a page.
func fromTemplate(name string, content any) ([]byte, error) {
	t, err := template.ParseFS(pageFiles, "page*.html")
	if err != nil {
		return nil, err
	}
	var buffer bytes.Buffer
	if err := t.ExecuteTemplate(&buffer, name, content); err != nil {
		return nil, fmt.Errorf("cannot build the page: %w", err)
	}
	return buffer.Bytes(), nil
}

// renderPage returns the whole report as one file.
func renderPage(v *view, figures []figure) ([]byte, error) {
	p, err := v.page(figures)
	if err != nil {
		return nil, err
	}
	return fromTemplate("page.html", p)
}

func (v *view) page(figures []figure) (page, error) {
	diffs, err := v.diffs()
	if err != nil {
		return page{}, err
	}
	parts, err := v.pageParts(figures)
	if err != nil {
		return page{}, err
	}
	inside, err := v.inside()
	if err != nil {
		return page{}, err
	}
	m := v.set.Manifest
	p := page{
		Style: template.CSS(pageStyle), Title: v.pageTitle(), Manifest: m, Origin: v.origin(), Question: v.question(), Answer: unbroken(v.answer()),
		Words: v.paragraphs(), Heads: v.heads(), Brief: v.brief(), Decision: v.decision(), Selection: v.selection(),
		Scenarios: v.cards(), Others: v.scenarios[1:], Base: v.base(), Parts: parts, Groups: v.tableGroups(), Legend: v.legendEntries(),
		Trials: v.trials(), NotMade: v.notMade(), Sight: v.sight(), Luck: v.luckSection(), Skewed: v.skewed(), Limits: limits, Diffs: diffs,
		Sources: v.sources(), Measures: v.set.Dictionary, Shapes: v.set.DistributionDictionary, Asked: v.askedWords(), Grown: v.grown(),
		Many: strings.TrimSpace(v.manyMeasures()+" "+v.byItself()) + v.inPoints(), Points: v.inPoints(), Band: v.bandWords(),
		Inside: inside, Command: repetition(m),
	}
	p.Crowd = len(p.Others) > mostAbreast
	p.Count = plural(countRows(p.Groups), "measure")
	p.Files = besideFiles(p)
	return p, nil
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
		cards = append(cards, scenarioCard{s, ownColours(n), n == 0})
	}
	return cards
}

// ownColours sets the variables for marks and words of a scenario.
func ownColours(n int) template.CSS {
	n %= len(palette)
	return template.CSS(fmt.Sprintf("--own: var(--s%d); --word: var(--w%d)", n, n))
}

func (v *view) legendEntries() []legendEntry {
	var entries []legendEntry
	for _, x := range v.legendWords() {
		entries = append(entries, legendEntry{x.mark, x.class, x.words})
	}
	if text := v.doubts(v.grouped()); text != "" {
		entries = append(entries, legendEntry{strings.TrimSpace(doubtful), unclear.class, text})
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
