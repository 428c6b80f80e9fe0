package reports

import (
	"fmt"
	"html/template"
	"math"

	"path/filepath"
	"strconv"
	"strings"

	"xsell/scenarios/results"
)

// factsPage is what the template of the page of facts prints.
type factsPage struct {
	Style    template.CSS
	Title    string
	Sentence string
	Totals   []factTotal
	Figure   pageFigure
	Groups   []factGroup
	Misses   []factRow
	Origin   string
	Command  string
}

// factGroup is the facts of one role.
type factGroup struct {
	Title string
	Rows  []factRow
}

// factRow is one fact with its numbers as words.
type factRow struct {
	results.Fact
	results.FactEntry
	Ours, Target, Said, Class string
}

// RenderFacts reads the facts in dir and writes dir/facts.html, dir/facts.svg and dir/facts.png.
func RenderFacts(dir string) error {
	set, err := results.ReadFacts(dir)
	if err != nil {
		return err
	}
	f := factsFigure(set)
	f.origin = factsOrigin(set)
	svg, err := f.svg(nil)
	if err != nil {
		return fmt.Errorf("%s: %w", f.id, err)
	}
	png, err := f.png(nil)
	if err != nil {
		return fmt.Errorf("%s: %w", f.id, err)
	}
	page, err := renderFactsPage(set, f)
	if err != nil {
		return fmt.Errorf("cannot build the page of facts: %w", err)
	}
	for name, data := range map[string][]byte{"facts.svg": svg, "facts.png": png, "facts.html": page} {
		if err := replaceFile(filepath.Join(dir, name), data); err != nil {
			return err
		}
	}
	return nil
}

func renderFactsPage(set *results.FactSet, f figure) ([]byte, error) {
	drawn, err := f.onPage()
	if err != nil {
		return nil, err
	}
	drawn.File = "facts.svg"
	p := factsPage{Style: template.CSS(pageStyle), Title: "Published figures and what the model gives", Sentence: FactTotals(set) + ".", Totals: factTotals(set), Figure: drawn,
		Groups: factGroups(set), Origin: f.origin, Command: commandLine(set.Manifest.Command)}
	for _, g := range p.Groups {
		for _, row := range g.Rows {
			if row.Verdict != "met" {
				p.Misses = append(p.Misses, row)
			}
		}
	}
	return fromTemplate("page_facts.html", p)
}

// factsOrigin names the run the facts came from.
func factsOrigin(set *results.FactSet) string {
	m := set.Manifest
	return fmt.Sprintf("%s · seed %s · results %.8s · xsell %s", plural(len(set.Facts), "fact"), m.Seed, m.ResultsHash, m.Tool)
}

// factRoles in the order they are shown.
var factRoles = []struct{ id, means string }{
	{"CAL", "published figures that the model was set to"},
	{"CHK", "published figures that it was not set to"},
	{"BOUND", "loose figures, which only say what is plausible"},
}

func factGroups(set *results.FactSet) (groups []factGroup) {
	for _, role := range factRoles {
		g := factGroup{Title: role.id + ": " + role.means}
		for i, f := range set.Facts {
			if f.Role == role.id {
				g.Rows = append(g.Rows, factRowOf(f, set.Entries[i]))
			}
		}
		if len(g.Rows) > 0 {
			groups = append(groups, g)
		}
	}
	return groups
}

func factRowOf(f results.Fact, e results.FactEntry) factRow {
	row := factRow{Fact: f, FactEntry: e, Ours: interval(f.Value, f.Low, f.High), Target: target(f), Said: f.Verdict, Class: "better"}
	if f.Verdict != "met" {
		row.Class = "worse"
	}
	if e.Interval != "" && (f.Verdict == "met") != (e.Interval == "inside") {
		row.Said += ", interval " + e.Interval
	}
	return row
}

// target writes the band of a fact.
func target(f results.Fact) string {
	plain := func(x float64) string { // as it was written, never rounded
		return strings.Replace(strconv.FormatFloat(x, 'f', -1, 64), "-", minus, 1)
	}
	switch low, high := !math.IsNaN(f.TargetLow), !math.IsNaN(f.TargetHigh); {
	case low && high:
		return plain(f.TargetLow) + " to " + plain(f.TargetHigh)
	case low:
		return "at least " + plain(f.TargetLow)
	case high:
		return "at most " + plain(f.TargetHigh)
	}
	return unknown
}

// factTotal counts the facts of a role that are met, and those of them that are met whatever luck would have been.
type factTotal struct {
	Role, Means     string
	Met, Of, Surely int
	All             bool // are met
}

func factTotals(set *results.FactSet) (totals []factTotal) {
	for _, role := range factRoles {
		n := factTotal{Role: role.id, Means: strings.ToUpper(role.means[:1]) + role.means[1:] + "."}
		for i, f := range set.Facts {
			if f.Role != role.id {
				continue
			}
			n.Of++
			if f.Verdict == "met" {
				n.Met++
				n.Surely += one(set.Entries[i].Interval == "inside")
			}
		}
		if n.All = n.Met == n.Of; n.Of > 0 {
			totals = append(totals, n)
		}
	}
	return totals
}

// FactTotals is the totals in a sentence: "CAL 8 of 9 within tolerance, 5 of them with their whole interval".
func FactTotals(set *results.FactSet) string {
	var said []string
	for _, n := range factTotals(set) {
		said = append(said, fmt.Sprintf("%s %d of %d within tolerance, %d of them with their whole interval", n.Role, n.Met, n.Of, n.Surely))
	}
	return strings.Join(said, "; ")
}
