package results

import "strconv"

var calibratedTable = table[Calibrated]{"parameters.csv", []column[Calibrated]{
	text("parameter", func(c *Calibrated) *string { return &c.Parameter }),
	text("kind", func(c *Calibrated) *string { return &c.Kind }),
	text("what", func(c *Calibrated) *string { return &c.What }),
	text("unit", func(c *Calibrated) *string { return &c.Unit }),
	text("source", func(c *Calibrated) *string { return &c.Source }),
	number("low", func(c *Calibrated) *float64 { return &c.Low }),
	number("high", func(c *Calibrated) *float64 { return &c.High }),
	number("present", func(c *Calibrated) *float64 { return &c.Present }),
	number("start", func(c *Calibrated) *float64 { return &c.Start }),
	number("chosen", func(c *Calibrated) *float64 { return &c.Chosen }),
	number("prior_sd", func(c *Calibrated) *float64 { return &c.Prior }),
	number("sd", func(c *Calibrated) *float64 { return &c.SD }),
	number("identified", func(c *Calibrated) *float64 { return &c.Identified }),
}}

var confirmedTable = table[Confirmed]{"confirm.csv", []column[Confirmed]{
	text("target", func(c *Confirmed) *string { return &c.Target }),
	text("title", func(c *Confirmed) *string { return &c.Title }),
	text("unit", func(c *Confirmed) *string { return &c.Unit }),
	number("weight", func(c *Confirmed) *float64 { return &c.Weight }),
	number("aim", func(c *Confirmed) *float64 { return &c.Aim }),
	number("tolerance", func(c *Confirmed) *float64 { return &c.Tolerance }),
	number("target_low", func(c *Confirmed) *float64 { return &c.TargetLow }),
	number("target_high", func(c *Confirmed) *float64 { return &c.TargetHigh }),
	number("start", func(c *Confirmed) *float64 { return &c.Start }),
	number("start_se", func(c *Confirmed) *float64 { return &c.StartSE }),
	number("chosen", func(c *Confirmed) *float64 { return &c.Chosen }),
	number("chosen_se", func(c *Confirmed) *float64 { return &c.ChosenSE }),
	number("fresh_start", func(c *Confirmed) *float64 { return &c.FreshStart }),
	number("fresh_start_low", func(c *Confirmed) *float64 { return &c.FreshStartLow }),
	number("fresh_start_high", func(c *Confirmed) *float64 { return &c.FreshStartHigh }),
	text("fresh_start_verdict", func(c *Confirmed) *string { return &c.FreshStartVerdict }),
	number("confirmed", func(c *Confirmed) *float64 { return &c.Confirmed }),
	number("confirmed_low", func(c *Confirmed) *float64 { return &c.ConfirmedLow }),
	number("confirmed_high", func(c *Confirmed) *float64 { return &c.ConfirmedHigh }),
	text("verdict", func(c *Confirmed) *string { return &c.FreshVerdict }),
}}

var directionsTable = table[Direction]{"directions.csv", []column[Direction]{
	whole("direction", func(d *Direction) *int { return &d.Direction }),
	number("identified", func(d *Direction) *float64 { return &d.Share }),
	text("parameter", func(d *Direction) *string { return &d.Parameter }),
	number("loading", func(d *Direction) *float64 { return &d.Loading }),
}}

// slopesTable is jacobian.csv after a search and sensitivity.csv of the model as it is.
func slopesTable(kind string) table[Slope] {
	name := "jacobian.csv"
	if kind == Sensitivity {
		name = "sensitivity.csv"
	}
	return table[Slope]{name, []column[Slope]{
		text("parameter", func(s *Slope) *string { return &s.Parameter }),
		text("target", func(s *Slope) *string { return &s.Target }),
		number("slope", func(s *Slope) *float64 { return &s.Slope }),
		number("se", func(s *Slope) *float64 { return &s.SE }),
		flag("sure", func(s *Slope) *bool { return &s.Sure }),
	}}
}

// flag is a column of true and false.
func flag[T any](name string, field func(*T) *bool) column[T] {
	return column[T]{name, func(row *T) string { return strconv.FormatBool(*field(row)) },
		func(row *T, cell string) (err error) { *field(row), err = strconv.ParseBool(cell); return err }}
}
