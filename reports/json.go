package reports

import (
	"path/filepath"
	"strconv"
	"strings"

	"xsell/reports/document"
	"xsell/scenarios/results"
)

// ComparisonDocument is what results of run and compare in a directory say, for other programs.
func ComparisonDocument(dir string, set *results.Set) (document.Comparison, error) {
	d := document.Comparison{
		Schema: document.ComparisonSchema, Question: Question(set), Answer: Answer(set), Words: strings.Split(Words(set), "\n"),
		Manifest: manifestDocument(&set.Manifest), Scenarios: scenarioDocuments(set.Manifest.Scenarios),
		Files: document.Files{Directory: dir, Report: filepath.Join(dir, "report.html"), Manifest: filepath.Join(dir, "manifest.toml"),
			Summary: filepath.Join(dir, "summary.csv"), Outcomes: filepath.Join(dir, "outcomes.csv"), Measures: filepath.Join(dir, "measures.csv")},
	}
	if len(set.Manifest.Scenarios) == 0 {
		return d, nil
	}
	var err error
	d.Why, d.Who, err = documentsWithin(dir, &set.Manifest)
	v := newView(set)
	matter := make(map[string]bool)
	for _, m := range v.matter() {
		matter[m.ID] = true
	}
	for _, m := range set.Dictionary {
		if v.summed(m.ID) {
			d.Measures = append(d.Measures, v.measureDocument(m, matter[m.ID]))
		}
	}
	d.Decision, d.Selection = v.decisionDocument(), v.selectionDocument()
	for i := range set.Effects {
		d.Effects = append(d.Effects, v.effectDocument(&set.Effects[i]))
	}
	d.Notes = v.notMade()
	return d, err
}

func manifestDocument(m *results.Manifest) document.Manifest {
	return document.Manifest{Tool: m.Tool, Command: m.Command, Seed: strconv.FormatUint(m.Seed, 10), Scheme: m.Scheme, Asked: m.Asked,
		Finished: m.Finished, Grown: m.Grown, Weeks: m.Weeks, WarmUp: m.WarmUp, Close: m.Close, Results: m.ResultsHash, Histories: m.Histories}
}

func scenarioDocuments(all []results.Scenario) (out []document.Scenario) {
	for n, s := range all {
		x := document.Scenario{Name: s.Name, Title: s.Title, Summary: s.Summary, Source: s.Source, Sets: s.Sets, Base: n == 0, Assumptions: s.Assumptions}
		for _, c := range s.Changes {
			x.Changes = append(x.Changes, document.Change{Name: c.Name, Title: c.Title, At: c.At, When: c.When, Of: c.Of, Worlds: c.Worlds,
				MeanWeek: document.Number(c.MeanWeek)})
		}
		out = append(out, x)
	}
	return out
}

func (v *view) measureDocument(m results.Measure, matters bool) document.Measure {
	d := document.Measure{ID: m.ID, Title: m.Title, Unit: m.Unit, Kind: m.Kind, Good: goodOr(m.Good), Group: m.Group, Definition: m.Definition,
		Matters: matters}
	nan := document.Number(unknownNumber)
	for n, s := range v.scenarios {
		r, found := v.judged(s.Name, m)
		x := document.Value{Scenario: s.Name, Mean: document.Number(r.Mean), Low: document.Number(r.Low), High: document.Number(r.High),
			Difference: document.Number(r.Difference), DifferenceLow: document.Number(r.DifferenceLow),
			DifferenceHigh: document.Number(r.DifferenceHigh), Verdict: found.words, Method: r.Method, Trust: r.Trust,
			Correlation: nan, VarianceRatio: nan}
		if n == 0 {
			x.Verdict = "base"
		}
		if l, known := v.luck[cell{s.Name, m.ID}]; known {
			x.Correlation, x.VarianceRatio = document.Number(l.Correlation), document.Number(l.VarianceRatio)
		}
		d.Values = append(d.Values, x)
	}
	return d
}

// goodOr is which way is good, where the dictionary says it.
func goodOr(good string) string {
	if good == "" {
		return results.Neither
	}
	return good
}

func (v *view) effectDocument(e *results.Effect) document.Effect {
	item, _ := v.set.EffectItem(e.Of, e.Measure)
	return document.Effect{Scenario: e.Scenario, Change: e.Change, Of: e.Of, Measure: e.Measure, Title: item.Title, Unit: item.Unit,
		Good: goodOr(item.Good), Untreated: document.Number(e.Untreated), Treated: document.Number(e.Treated),
		Difference: document.Number(e.Difference), Low: document.Number(e.Low), High: document.Number(e.High), Worlds: e.Worlds}
}
