package reports

import (
	"path/filepath"

	"xsell/reports/document"
	"xsell/scenarios/results"
)

// RiskDocument is what an analysis of the risk of disclosure says, for other programs. dir is where it is kept, "" where it
// is not.
func RiskDocument(dir string, set *results.RiskSet) document.Risk {
	d := document.Risk{Schema: document.RiskSchema, Manifest: manifestDocument(&set.Manifest),
		Scenarios: scenarioDocuments(set.Manifest.Scenarios)}
	if dir != "" {
		d.Files = document.Files{Directory: dir, Report: filepath.Join(dir, "report.html"), Manifest: filepath.Join(dir, "manifest.toml"),
			Summary: filepath.Join(dir, "risk.csv")}
	}
	for _, r := range set.Estimates {
		q, _ := set.Quantity(r.Quantity)
		d.Estimates = append(d.Estimates, document.RiskEstimate{Scenario: r.Scenario, Years: r.Years, Quantity: r.Quantity, Title: q.Title,
			Unit: q.Unit, Good: goodOr(q.Good), Definition: q.Definition, Value: document.Number(r.Value), Low: document.Number(r.Low),
			High: document.Number(r.High), Method: r.Method, Difference: document.Number(r.Difference),
			DifferenceLow: document.Number(r.DifferenceLow), DifferenceHigh: document.Number(r.DifferenceHigh), Worth: document.Number(r.Worth)})
	}
	for _, p := range set.Curve {
		d.Curve = append(d.Curve, document.RiskChance{Scenario: p.Scenario, Week: p.Week, Chance: document.Number(p.Chance),
			Low: document.Number(p.Low), High: document.Number(p.High)})
	}
	for _, b := range set.Bills {
		d.Bills = append(d.Bills, document.RiskBill{Scenario: b.Scenario, Years: b.Years, Bill: document.Number(b.Bill),
			Chance: document.Number(b.Chance), Low: document.Number(b.Low), High: document.Number(b.High)})
	}
	if len(set.Manifest.Scenarios) > 0 {
		d.Notes = newRiskView(set).foot()
	}
	return d
}

// FactsDocument is what a look at facts says, for other programs. dir is where it is kept, "" where it is not.
func FactsDocument(dir string, set *results.FactSet) document.Facts {
	d := document.Facts{Schema: document.FactsSchema, Tool: set.Manifest.Tool, Command: set.Manifest.Command, Seed: set.Manifest.Seed,
		Totals: FactTotals(set)}
	if dir != "" {
		d.Files = document.Files{Directory: dir, Report: filepath.Join(dir, "facts.html"), Manifest: filepath.Join(dir, "manifest.toml"),
			Summary: filepath.Join(dir, "facts.csv")}
	}
	for i, f := range set.Facts {
		e := set.Entries[i]
		d.Facts = append(d.Facts, document.Fact{ID: f.ID, Role: f.Role, Title: e.Title, Unit: e.Unit, Text: e.Text, Source: e.Source,
			Value: document.Number(f.Value), Low: document.Number(f.Low), High: document.Number(f.High),
			TargetLow: document.Number(f.TargetLow), TargetHigh: document.Number(f.TargetHigh), Verdict: f.Verdict,
			Explanation: e.Explanation, Worlds: e.Worlds})
	}
	return d
}
