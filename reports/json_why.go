package reports

import (
	"path/filepath"

	"xsell/reports/document"
	"xsell/scenarios/results"
)

// ExplainDocument is why two designs differ, for other programs.
func ExplainDocument(dir string, set *results.ExplainSet) document.Explain {
	d := document.Explain{Schema: document.ExplainSchema, Words: WhyWords(set), Manifest: manifestDocument(&set.Manifest),
		Scenarios: scenarioDocuments(set.Manifest.Scenarios), Files: document.Files{Directory: dir, Report: filepath.Join(dir, "report.html"),
			Manifest: filepath.Join(dir, "manifest.toml"), Summary: filepath.Join(dir, "explain.csv"), Outcomes: filepath.Join(dir, "outcomes.csv")}}
	for _, l := range set.Levers {
		if n := len(d.Levers); n == 0 || d.Levers[n-1].Number != l.Number {
			d.Levers = append(d.Levers, document.Lever{Number: l.Number, Name: l.Name, Inert: l.Inert, Note: l.Note})
		}
		last := &d.Levers[len(d.Levers)-1]
		last.Edits = append(last.Edits, document.Edit{Key: l.Key, From: l.From, To: l.To})
	}
	for _, g := range set.Differences {
		d.Measures = append(d.Measures, explainedDocument(set, g))
	}
	for _, n := range set.Notes {
		d.Notes = append(d.Notes, n.Note)
	}
	return d
}

func explainedDocument(set *results.ExplainSet, g results.Gap) document.Explained {
	m, _ := set.Measure(g.Measure)
	x := document.Explained{ID: g.Measure, Title: m.Title, Unit: m.Unit, Good: goodOr(m.Good), Base: document.Number(g.Base),
		Other: document.Number(g.Other), Difference: document.Number(g.Difference), Low: document.Number(g.Low), High: document.Number(g.High),
		Interaction: document.Number(g.Interaction), InteractionLow: document.Number(g.InteractionLow),
		InteractionHigh: document.Number(g.InteractionHigh), Worlds: g.Worlds, Dropped: g.Dropped, Method: g.Method}
	for _, s := range set.Shares {
		if s.Measure == g.Measure {
			x.Shares = append(x.Shares, document.Share{Lever: s.Lever, Share: document.Number(s.Share), Low: document.Number(s.Low),
				High: document.Number(s.High), Alone: document.Number(s.Alone), Last: document.Number(s.Last), Words: s.Words})
		}
	}
	return x
}

// TwinsDocument is who gains and who loses, for other programs. dir is where it is kept, "" where it is not.
func TwinsDocument(dir string, set *results.TwinSet) document.Twins {
	d := document.Twins{Schema: document.TwinsSchema, Manifest: manifestDocument(&set.Manifest),
		Scenarios: scenarioDocuments(set.Manifest.Scenarios)}
	if len(set.Manifest.Scenarios) == 2 {
		d.Words = newWhoView(set).answer()
	}
	if dir != "" {
		d.Files = document.Files{Directory: dir, Report: filepath.Join(dir, "twins.html"), Manifest: filepath.Join(dir, "manifest.toml"),
			Summary: filepath.Join(dir, "twins_shares.csv")}
	}
	for _, o := range set.Outcomes {
		d.Outcomes = append(d.Outcomes, document.TwinOutcome{Crowd: o.Crowd, ID: o.ID, Title: o.Title, Unit: o.Unit, Person: goodOr(o.Person),
			Firm: goodOr(o.Firm), Least: document.Number(o.Least), Definition: o.Definition})
	}
	for i := range set.Shares {
		d.Shares = append(d.Shares, twinShareDocument(&set.Shares[i]))
	}
	for _, q := range set.Quantiles {
		d.Quantiles = append(d.Quantiles, document.TwinPart{Crowd: q.Crowd, Outcome: q.Outcome, Part: document.Number(q.Part),
			Value: document.Number(q.Value), Low: document.Number(q.Low), High: document.Number(q.High)})
	}
	for _, s := range set.Stories {
		x := document.TwinStory{Title: s.Title, Rule: s.Rule, Crowd: s.Crowd, Person: s.Person, Who: s.Who, Outcome: s.Outcome}
		for _, l := range set.Lines {
			if l.Story == s.ID {
				x.Lines = append(x.Lines, document.TwinLine{Week: l.Week, First: l.First, Second: l.Second})
			}
		}
		d.Stories = append(d.Stories, x)
	}
	return d
}

func twinShareDocument(s *results.TwinShare) document.TwinShare {
	return document.TwinShare{Crowd: s.Crowd, Outcome: s.Outcome, By: s.By, Group: s.Group, Pairs: document.Number(s.Pairs),
		Better: document.Number(s.Better), BetterLow: document.Number(s.BetterLow), BetterHigh: document.Number(s.BetterHigh),
		Worse: document.Number(s.Worse), WorseLow: document.Number(s.WorseLow), WorseHigh: document.Number(s.WorseHigh),
		Mixed: document.Number(s.Mixed), Net: document.Number(s.Net), NetLow: document.Number(s.NetLow), NetHigh: document.Number(s.NetHigh),
		Difference: document.Number(s.Difference), DifferenceLow: document.Number(s.DifferenceLow),
		DifferenceHigh: document.Number(s.DifferenceHigh)}
}
