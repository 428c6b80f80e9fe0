package reports

import "xsell/reports/document"

// selectionDocument is how the best was selected; nil where there was no selection.
func (v *view) selectionDocument() *document.Selection {
	x := v.set.Manifest.Selection
	if x == nil {
		return nil
	}
	said := v.selection()
	d := &document.Selection{Measure: x.Measure, Better: x.Better, Delta: document.Number(x.Delta), Declared: said.Asked,
		Confidence: document.Number(x.Confidence), Settled: x.Settled, Selected: x.Selected, Worlds: x.Worlds, Shared: x.Shared,
		Histories: x.Histories, Whole: x.Whole, Notes: said.Notes}
	for _, c := range v.set.Contestants {
		d.Contestants = append(d.Contestants, document.Contestant{Scenario: c.Scenario, Fate: c.Fate, Worlds: c.Worlds, By: c.By,
			Behind: document.Number(c.Behind), Margin: document.Number(c.Margin), Mean: document.Number(c.Mean)})
	}
	return d
}
