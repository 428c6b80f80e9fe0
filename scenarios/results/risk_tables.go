package results

// The tables of a risk analysis.

var riskDictionaryTable = table[RiskQuantity]{"risk_dictionary.csv", []column[RiskQuantity]{
	text("quantity", func(q *RiskQuantity) *string { return &q.ID }),
	text("title", func(q *RiskQuantity) *string { return &q.Title }),
	text("unit", func(q *RiskQuantity) *string { return &q.Unit }),
	text("good", func(q *RiskQuantity) *string { return &q.Good }),
	text("definition", func(q *RiskQuantity) *string { return &q.Definition }),
}}

var riskTable = table[RiskRow]{"risk.csv", []column[RiskRow]{
	text("scenario", func(r *RiskRow) *string { return &r.Scenario }),
	whole("years", func(r *RiskRow) *int { return &r.Years }),
	text("quantity", func(r *RiskRow) *string { return &r.Quantity }),
	number("value", func(r *RiskRow) *float64 { return &r.Value }),
	number("low", func(r *RiskRow) *float64 { return &r.Low }),
	number("high", func(r *RiskRow) *float64 { return &r.High }),
	text("method", func(r *RiskRow) *string { return &r.Method }),
	number("difference", func(r *RiskRow) *float64 { return &r.Difference }),
	number("difference_low", func(r *RiskRow) *float64 { return &r.DifferenceLow }),
	number("difference_high", func(r *RiskRow) *float64 { return &r.DifferenceHigh }),
	text("words", func(r *RiskRow) *string { return &r.Words }),
	number("plain_worlds", func(r *RiskRow) *float64 { return &r.Worth }),
}}

var riskCurveTable = table[RiskPoint]{"risk_curve.csv", []column[RiskPoint]{
	text("scenario", func(p *RiskPoint) *string { return &p.Scenario }),
	whole("week", func(p *RiskPoint) *int { return &p.Week }),
	number("chance", func(p *RiskPoint) *float64 { return &p.Chance }),
	number("low", func(p *RiskPoint) *float64 { return &p.Low }),
	number("high", func(p *RiskPoint) *float64 { return &p.High }),
}}

var riskBillsTable = table[RiskBill]{"risk_bills.csv", []column[RiskBill]{
	text("scenario", func(b *RiskBill) *string { return &b.Scenario }),
	whole("years", func(b *RiskBill) *int { return &b.Years }),
	number("bill", func(b *RiskBill) *float64 { return &b.Bill }),
	number("chance_of_more", func(b *RiskBill) *float64 { return &b.Chance }),
	number("low", func(b *RiskBill) *float64 { return &b.Low }),
	number("high", func(b *RiskBill) *float64 { return &b.High }),
}}

var riskHazardsTable = table[RiskHazard]{"risk_hazards.csv", []column[RiskHazard]{
	text("scenario", func(h *RiskHazard) *string { return &h.Scenario }),
	whole("replication", func(h *RiskHazard) *int { return &h.Replication }),
	whole("week", func(h *RiskHazard) *int { return &h.Week }),
	whole("since", func(h *RiskHazard) *int { return &h.Since }),
	whole("due", func(h *RiskHazard) *int { return &h.Due }),
	number("chance", func(h *RiskHazard) *float64 { return &h.Chance }),
	number("bill", func(h *RiskHazard) *float64 { return &h.Bill }),
}}

// keeps names every table, in the order the hash reads them.
func (s *RiskSet) keeps() (*Manifest, []part) {
	return &s.Manifest, []part{
		rows(&s.Quantities, riskDictionaryTable),
		rows(&s.Estimates, riskTable),
		rows(&s.Curve, riskCurveTable),
		rows(&s.Bills, riskBillsTable),
		rows(&s.Hazards, riskHazardsTable),
	}
}
