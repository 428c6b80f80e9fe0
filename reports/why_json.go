package reports

import (
	"path/filepath"

	"xsell/reports/document"
	"xsell/scenarios/results"
)

// WhyDocument is what an explanation that is kept in a directory says, for other programs.
func WhyDocument(dir string, set *results.ExplainSet) document.Explain {
	d := document.Explain{Schema: document.ExplainSchema, Manifest: manifestDocument(&set.Manifest), Scenarios: scenarioDocuments(set.Manifest.Scenarios),
		Files: document.Files{Directory: dir, Report: filepath.Join(dir, "report.html"), Manifest: filepath.Join(dir, "manifest.toml"),
			Summary: filepath.Join(dir, "explain.csv"), Outcomes: filepath.Join(dir, "outcomes.csv")}}
	if len(set.Manifest.Scenarios) == 0 {
		return d
	}
	v := newWhyView(set)
	d.Question, d.Answer, d.Words, d.Notes = v.question(), v.answer(), WhyWords(set), append([]string{v.setting()}, v.footWords()...)
	for _, row := range set.Levers {
		if n := len(d.Levers); n == 0 || d.Levers[n-1].Number != row.Number {
			d.Levers = append(d.Levers, document.Lever{Number: row.Number, Name: row.Name, Inert: row.Inert, Note: row.Note})
		}
		l := &d.Levers[len(d.Levers)-1]
		l.Edits = append(l.Edits, document.Edit{Key: row.Key, From: row.From, To: row.To})
	}
	for _, gap := range set.Differences {
		d.Measures = append(d.Measures, v.gapDocument(gap))
	}
	return d
}

// gapDocument is a measure with its shares.
func (v *whyView) gapDocument(gap results.Gap) document.Difference {
	m, _ := v.why.Measure(gap.Measure)
	d := document.Difference{Measure: gap.Measure, Title: m.Title, Unit: m.Unit, Good: goodOr(m.Good), Base: document.Number(gap.Base),
		Other: document.Number(gap.Other), Difference: document.Number(gap.Difference), Low: document.Number(gap.Low), High: document.Number(gap.High),
		Interaction: document.Number(gap.Interaction), InteractionLow: document.Number(gap.InteractionLow), InteractionHigh: document.Number(gap.InteractionHigh),
		Worlds: gap.Worlds, Dropped: gap.Dropped, Method: gap.Method, Trust: gap.Trust,
		SharesMethod: gap.SharesMethod, InteractionWords: gap.InteractionWords, InteractionTrust: gap.InteractionTrust}
	for _, s := range v.why.Shares {
		if s.Measure == gap.Measure {
			d.Shares = append(d.Shares, document.LeverShare{Lever: s.Lever, Share: document.Number(s.Share), Low: document.Number(s.Low),
				High: document.Number(s.High), Alone: document.Number(s.Alone), Last: document.Number(s.Last), Words: s.Words,
				AloneLow: document.Number(s.AloneLow), AloneHigh: document.Number(s.AloneHigh), LastLow: document.Number(s.LastLow),
				LastHigh: document.Number(s.LastHigh), Trust: s.Trust, AloneTrust: s.AloneTrust, LastTrust: s.LastTrust})
		}
	}
	return d
}
