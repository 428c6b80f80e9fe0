package reports

import (
	"path/filepath"

	"xsell/reports/document"
	"xsell/scenarios/results"
)

// TwinsDocument is who gains and who loses, for other programs. dir is where it is kept, "" where it is not.
func TwinsDocument(dir string, set *results.TwinSet) document.Twins {
	d := document.Twins{Schema: document.TwinsSchema, Manifest: manifestDocument(&set.Manifest),
		Scenarios: scenarioDocuments(set.Manifest.Scenarios)}
	if len(set.Manifest.Scenarios) == 2 {
		v := newWhoView(set)
		d.Words = v.answer()
		for _, o := range set.Outcomes {
			if w, ok := v.whole(o); ok {
				d.Sums = append(d.Sums, document.TwinSum{Crowd: o.Crowd, Outcome: o.ID, Both: document.Number(w.both), FirstOnly: document.Number(w.firstOnly),
					SecondOnly: document.Number(w.secondOnly), All: document.Number(w.all.Mean), AllLow: document.Number(w.all.Low),
					AllHigh: document.Number(w.all.High), Books: document.Number(w.books)})
			}
		}
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
