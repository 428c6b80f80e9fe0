package results

// The tables of twins.

var twinOutcomesTable = table[TwinOutcome]{"twins_dictionary.csv", []column[TwinOutcome]{
	text("crowd", func(x *TwinOutcome) *string { return &x.Crowd }),
	text("outcome", func(x *TwinOutcome) *string { return &x.ID }),
	text("title", func(x *TwinOutcome) *string { return &x.Title }),
	text("unit", func(x *TwinOutcome) *string { return &x.Unit }),
	text("person", func(x *TwinOutcome) *string { return &x.Person }),
	text("firm", func(x *TwinOutcome) *string { return &x.Firm }),
	number("least", func(x *TwinOutcome) *float64 { return &x.Least }),
	text("definition", func(x *TwinOutcome) *string { return &x.Definition }),
}}

var twinDimensionsTable = table[TwinDimension]{"twins_groups.csv", []column[TwinDimension]{
	text("crowd", func(x *TwinDimension) *string { return &x.Crowd }),
	text("by", func(x *TwinDimension) *string { return &x.ID }),
	text("title", func(x *TwinDimension) *string { return &x.Title }),
	text("group", func(x *TwinDimension) *string { return &x.Group }),
}}

var twinWorldsTable = table[TwinCount]{"twins_worlds.csv", []column[TwinCount]{
	whole("replication", func(x *TwinCount) *int { return &x.Replication }),
	text("crowd", func(x *TwinCount) *string { return &x.Crowd }),
	text("outcome", func(x *TwinCount) *string { return &x.Outcome }),
	text("by", func(x *TwinCount) *string { return &x.By }),
	text("group", func(x *TwinCount) *string { return &x.Group }),
	whole("pairs", func(x *TwinCount) *int { return &x.Pairs }),
	whole("better", func(x *TwinCount) *int { return &x.Better }),
	whole("worse", func(x *TwinCount) *int { return &x.Worse }),
	whole("mixed", func(x *TwinCount) *int { return &x.Mixed }),
	number("difference", func(x *TwinCount) *float64 { return &x.Difference }),
	number("least_better", func(x *TwinCount) *float64 { return &x.LeastBetter }),
	number("least_worse", func(x *TwinCount) *float64 { return &x.LeastWorse }),
}}

var twinSpreadTable = table[TwinSpread]{"twins_spread.csv", []column[TwinSpread]{
	whole("replication", func(x *TwinSpread) *int { return &x.Replication }),
	text("crowd", func(x *TwinSpread) *string { return &x.Crowd }),
	text("outcome", func(x *TwinSpread) *string { return &x.Outcome }),
	number("part", func(x *TwinSpread) *float64 { return &x.Part }),
	number("value", func(x *TwinSpread) *float64 { return &x.Value }),
}}

var twinBarsTable = table[TwinBar]{"twins_histogram.csv", []column[TwinBar]{
	whole("replication", func(x *TwinBar) *int { return &x.Replication }),
	text("crowd", func(x *TwinBar) *string { return &x.Crowd }),
	text("outcome", func(x *TwinBar) *string { return &x.Outcome }),
	number("low", func(x *TwinBar) *float64 { return &x.Low }),
	number("high", func(x *TwinBar) *float64 { return &x.High }),
	whole("pairs", func(x *TwinBar) *int { return &x.Pairs }),
}}

var twinSharesTable = table[TwinShare]{"twins_shares.csv", []column[TwinShare]{
	text("crowd", func(x *TwinShare) *string { return &x.Crowd }),
	text("outcome", func(x *TwinShare) *string { return &x.Outcome }),
	text("by", func(x *TwinShare) *string { return &x.By }),
	text("group", func(x *TwinShare) *string { return &x.Group }),
	number("pairs", func(x *TwinShare) *float64 { return &x.Pairs }),
	number("better", func(x *TwinShare) *float64 { return &x.Better }),
	number("better_low", func(x *TwinShare) *float64 { return &x.BetterLow }),
	number("better_high", func(x *TwinShare) *float64 { return &x.BetterHigh }),
	number("worse", func(x *TwinShare) *float64 { return &x.Worse }),
	number("worse_low", func(x *TwinShare) *float64 { return &x.WorseLow }),
	number("worse_high", func(x *TwinShare) *float64 { return &x.WorseHigh }),
	number("mixed", func(x *TwinShare) *float64 { return &x.Mixed }),
	number("net", func(x *TwinShare) *float64 { return &x.Net }),
	number("net_low", func(x *TwinShare) *float64 { return &x.NetLow }),
	number("net_high", func(x *TwinShare) *float64 { return &x.NetHigh }),
	number("difference", func(x *TwinShare) *float64 { return &x.Difference }),
	number("difference_low", func(x *TwinShare) *float64 { return &x.DifferenceLow }),
	number("difference_high", func(x *TwinShare) *float64 { return &x.DifferenceHigh }),
	number("least_better", func(x *TwinShare) *float64 { return &x.LeastBetter }),
	number("least_worse", func(x *TwinShare) *float64 { return &x.LeastWorse }),
	text("method", func(x *TwinShare) *string { return &x.Method }),
}}

var twinQuantilesTable = table[TwinQuantile]{"twins_quantiles.csv", []column[TwinQuantile]{
	text("crowd", func(x *TwinQuantile) *string { return &x.Crowd }),
	text("outcome", func(x *TwinQuantile) *string { return &x.Outcome }),
	number("part", func(x *TwinQuantile) *float64 { return &x.Part }),
	number("value", func(x *TwinQuantile) *float64 { return &x.Value }),
	number("low", func(x *TwinQuantile) *float64 { return &x.Low }),
	number("high", func(x *TwinQuantile) *float64 { return &x.High }),
}}

var twinSumsTable = table[TwinSum]{"twins_sums.csv", []column[TwinSum]{
	whole("replication", func(x *TwinSum) *int { return &x.Replication }),
	text("crowd", func(x *TwinSum) *string { return &x.Crowd }),
	text("outcome", func(x *TwinSum) *string { return &x.Outcome }),
	number("both", func(x *TwinSum) *float64 { return &x.Both }),
	number("first_only", func(x *TwinSum) *float64 { return &x.FirstOnly }),
	number("second_only", func(x *TwinSum) *float64 { return &x.SecondOnly }),
	number("books", func(x *TwinSum) *float64 { return &x.Books }),
}}

var twinAloneTable = table[TwinAlone]{"twins_persons.csv", []column[TwinAlone]{
	whole("replication", func(x *TwinAlone) *int { return &x.Replication }),
	text("crowd", func(x *TwinAlone) *string { return &x.Crowd }),
	text("scenario", func(x *TwinAlone) *string { return &x.Scenario }),
	text("why", func(x *TwinAlone) *string { return &x.Why }),
	whole("persons", func(x *TwinAlone) *int { return &x.Persons }),
}}

var twinKindsTable = table[TwinKind]{"twins_kinds.csv", []column[TwinKind]{
	text("kind", func(x *TwinKind) *string { return &x.ID }),
	text("words", func(x *TwinKind) *string { return &x.Words }),
}}

var twinPartingsTable = table[TwinParting]{"twins_parting.csv", []column[TwinParting]{
	whole("replication", func(x *TwinParting) *int { return &x.Replication }),
	text("crowd", func(x *TwinParting) *string { return &x.Crowd }),
	whole("week", func(x *TwinParting) *int { return &x.Week }),
	text("kind", func(x *TwinParting) *string { return &x.Kind }),
	text("scenario", func(x *TwinParting) *string { return &x.Scenario }),
	whole("pairs", func(x *TwinParting) *int { return &x.Pairs }),
}}

var twinStoriesTable = table[TwinStory]{"twins_stories.csv", []column[TwinStory]{
	text("story", func(x *TwinStory) *string { return &x.ID }),
	text("title", func(x *TwinStory) *string { return &x.Title }),
	text("rule", func(x *TwinStory) *string { return &x.Rule }),
	text("crowd", func(x *TwinStory) *string { return &x.Crowd }),
	text("person", func(x *TwinStory) *string { return &x.Person }),
	text("who", func(x *TwinStory) *string { return &x.Who }),
	text("outcome", func(x *TwinStory) *string { return &x.Outcome }),
	whole("left_out", func(x *TwinStory) *int { return &x.LeftOut }),
}}

var twinLinesTable = table[TwinLine]{"twins_story_lines.csv", []column[TwinLine]{
	text("story", func(x *TwinLine) *string { return &x.Story }),
	whole("week", func(x *TwinLine) *int { return &x.Week }),
	text("first", func(x *TwinLine) *string { return &x.First }),
	text("second", func(x *TwinLine) *string { return &x.Second }),
}}

var twinPeopleTable = table[TwinPerson]{"twins_people.csv", []column[TwinPerson]{
	text("crowd", func(x *TwinPerson) *string { return &x.Crowd }),
	text("person", func(x *TwinPerson) *string { return &x.Person }),
	text("outcome", func(x *TwinPerson) *string { return &x.Outcome }),
	number("first", func(x *TwinPerson) *float64 { return &x.First }),
	number("second", func(x *TwinPerson) *float64 { return &x.Second }),
	number("parted", func(x *TwinPerson) *float64 { return &x.Parted }),
	text("kind", func(x *TwinPerson) *string { return &x.Kind }),
}}

// keeps names every table, in the order the hash reads them.
func (s *TwinSet) keeps() (*Manifest, []part) {
	return &s.Manifest, []part{
		rows(&s.Outcomes, twinOutcomesTable),
		rows(&s.Dimensions, twinDimensionsTable),
		rows(&s.Worlds, twinWorldsTable),
		rows(&s.Spread, twinSpreadTable),
		rows(&s.Bars, twinBarsTable),
		rows(&s.Shares, twinSharesTable),
		rows(&s.Quantiles, twinQuantilesTable),
		rows(&s.Sums, twinSumsTable),
		rows(&s.Alone, twinAloneTable),
		rows(&s.Kinds, twinKindsTable),
		rows(&s.Partings, twinPartingsTable),
		rows(&s.Stories, twinStoriesTable),
		rows(&s.Lines, twinLinesTable),
		rowsIfAny(&s.People, twinPeopleTable),
	}
}

// SharesCSV is the table of shares as it stands in the directory.
func (s *TwinSet) SharesCSV() []byte { return encode(twinSharesTable, s.Shares).bytes }
