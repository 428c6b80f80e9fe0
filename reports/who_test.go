package reports

import (
	"bytes"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/scenarios/results"
)

// twinSet is what two worlds of two designs might leave: of ten customers three gain and one loses, one in each is there
// under one design only, and two sellers fare the same.
func twinSet() *results.TwinSet {
	nan := math.NaN()
	share := func(crowd, outcome, by, group string, better, worse, difference float64) results.TwinShare {
		return results.TwinShare{Crowd: crowd, Outcome: outcome, By: by, Group: group, Pairs: 10, Better: better, BetterLow: better, BetterHigh: better,
			Worse: worse, WorseLow: worse, WorseHigh: worse, Net: better - worse, NetLow: better - worse - 0.05, NetHigh: better - worse + 0.05,
			Difference: difference, DifferenceLow: difference, DifferenceHigh: difference}
	}
	set := &results.TwinSet{
		Manifest: results.Manifest{Tool: "0.1.0", Command: []string{"xsell", "twins", "old", "new"}, Seed: 1, Asked: 2, Finished: 2, Weeks: 52,
			Scenarios: []results.Scenario{{Name: "old", Source: "built in"}, {Name: "new", Source: "built in"}}},
		Outcomes: []results.TwinOutcome{
			{Crowd: "customers", ID: "needs_met", Title: "Needs met here", Unit: "needs", Person: results.More, Firm: results.More, Least: 0.5, Definition: "d"},
			{Crowd: "customers", ID: "calls", Title: "Unasked calls", Unit: "calls", Person: results.Neither, Firm: results.Neither, Least: 0.5, Definition: "d"},
			{Crowd: "sellers", ID: "pay", Title: "Pay", Unit: "EUR", Person: results.More, Firm: results.Neither, Least: 1, Definition: "d"},
		},
		Dimensions: []results.TwinDimension{{Crowd: "customers", ID: "wealth", Title: "Wealth", Group: "rich"}, {Crowd: "customers", ID: "wealth", Title: "Wealth", Group: "poor"}},
		Shares: []results.TwinShare{
			share("customers", "overall", "", "", 0.3, 0.1, nan), share("customers", "needs_met", "", "", 0.3, 0.1, 0.25), share("customers", "calls", "", "", 0.5, 0, 1),
			share("customers", "overall", "wealth", "rich", 0.4, 0, nan), share("customers", "overall", "wealth", "poor", 0.2, 0.2, nan),
			share("sellers", "overall", "", "", 0, 0, nan), share("sellers", "pay", "", "", 0, 0, 0),
		},
		Quantiles: []results.TwinQuantile{{Crowd: "customers", Outcome: "needs_met", Part: 0.05, Value: -1}, {Crowd: "customers", Outcome: "needs_met", Part: 0.95, Value: 2}},
		Bars: []results.TwinBar{{Crowd: "customers", Outcome: "needs_met", Low: -1.5, High: -0.5, Pairs: 2}, {Crowd: "customers", Outcome: "needs_met", Low: -0.5, High: 0.5, Pairs: 12},
			{Crowd: "customers", Outcome: "needs_met", Low: 0.5, High: 1.5, Pairs: 6}},
		Sums: []results.TwinSum{{Crowd: "customers", Outcome: "needs_met", Both: 5, FirstOnly: -2, SecondOnly: 3, Books: 6}},
		Alone: []results.TwinAlone{{Crowd: "customers", Persons: 20}, {Crowd: "customers", Scenario: "old", Why: "w", Persons: 2},
			{Crowd: "customers", Scenario: "new", Why: "w", Persons: 2}},
		Kinds:    []results.TwinKind{{ID: "called", Words: "a seller called unasked"}, {ID: "left", Words: "left the firm"}},
		Partings: []results.TwinParting{{Crowd: "customers", Week: -3, Kind: "called", Scenario: "new", Pairs: 8}, {Crowd: "customers", Week: 7, Kind: "left", Scenario: "old", Pairs: 4}, {Crowd: "customers", Week: 2, Kind: results.Feelings, Scenario: results.BothSides, Pairs: 20}},
		Stories:  []results.TwinStory{{ID: "gain", Title: "The largest gain", Rule: "r", Crowd: "customers", Person: "c0.1.0", Who: "Customer 1", Outcome: "Needs met here 0 → 2", LeftOut: 1}},
		Lines:    []results.TwinLine{{Story: "gain", Week: -3, Second: "a seller <calls>"}, {Story: "gain", Week: 9, First: "leaves the firm"}},
	}
	return set
}

func TestTwinsSayWhoGainsAndLoses(t *testing.T) {
	v := newWhoView(twinSet())
	text := strings.ReplaceAll(strings.Join(v.answer(), "\n"), "\u00a0", " ")
	for _, want := range []string{
		"Of 10 customers a world, 30 % [30, 30] are better off under new than under old and 10.0 % [10.0, 10.0] worse off; 0 % gain in some ways and lose in others, 60 % fare the same.",
		"Customers: more gain than lose in needs met here (30 % better, 10.0 % worse).",
		"None of the 10 sellers are better or worse off under new than under old.",
		"There under one design only, and in no share: 1 customer under old and 1 customer under new (means over worlds).",
		"Until the end the histories of 60 % of customers part, those of half by week 7",
		"a seller called unasked (67 %) and left the firm (33 %)",
		"depends on how luck is shared",
	} {
		assert.Contains(t, text, want)
	}
	assert.Equal(t, differs, v.verdict(v.share("customers", "calls")), "calls are good or bad to nobody")
	assert.Equal(t, equal, v.verdict(v.share("sellers", "pay")))
}

// Of five sellers four stay and earn 100 less each; the one who left in the first design earned nothing any more, the one
// hired in the second earns 500: pairs lose, and the firm pays more.
func TestTheFirmStandsBesideItsPairs(t *testing.T) {
	set := twinSet()
	set.Sums = append(set.Sums, results.TwinSum{Replication: 0, Crowd: "sellers", Outcome: "pay", Both: -400, FirstOnly: -10, SecondOnly: 500, Books: 90},
		results.TwinSum{Replication: 1, Crowd: "sellers", Outcome: "pay", Both: -400, FirstOnly: -10, SecondOnly: 510, Books: 100})
	set.Alone = append(set.Alone, results.TwinAlone{Crowd: "sellers", Scenario: "new", Persons: 2})
	v := newWhoView(set)
	row := v.crowd("sellers").Rows[1]
	assert.Equal(t, "+100 [30,\u00a0160]", row.Firm, "95 ± 12.706 · 5, t of one degree of freedom, to the digits that its width deserves")
	assert.Contains(t, strings.ReplaceAll(v.turnedWords(), "\u00a0", " "), "pay of sellers: −400 EUR in pairs, +95.0 in all")
	var out bytes.Buffer
	require.NoError(t, Twins(&out, set, Terminal{Width: 120}))
	assert.Contains(t, strings.ReplaceAll(out.String(), "\u00a0", " "), "+100 [30, 160]")
	page, err := v.page(nil)
	require.NoError(t, err)
	assert.Contains(t, string(page), "data-label=\"sum of all\">&#43;100 [30,\u00a0160]")
	sums := TwinsDocument("", set).Sums
	assert.EqualValues(t, 95, sums[len(sums)-1].All)
	assert.Empty(t, newWhoView(twinSet()).crowd("sellers").Rows[1].Firm, "where all are in pairs there is no more to say")
}

// Nobody better and nobody worse off is "no difference at all" only where no two histories differ, and worlds that all say
// the same show nothing of others.
func TestAVerdictOnPersonsNeedsThemToDiffer(t *testing.T) {
	set := twinSet()
	set.Partings = append(set.Partings, results.TwinParting{Crowd: "sellers", Week: 4, Kind: "called", Scenario: "new", Pairs: 1})
	alike := results.TwinShare{Crowd: "sellers", Outcome: "pay", Pairs: 1, Better: 1, Net: 1, NetLow: 1, NetHigh: 1}
	v := newWhoView(set)
	assert.Equal(t, unclear, v.verdict(v.share("sellers", "pay")), "nobody in these worlds, which is not nobody at all")
	assert.Equal(t, unclear, v.verdict(alike), "as many worlds as persons, and all gain: no interval")
	assert.Equal(t, equal, newWhoView(twinSet()).verdict(v.share("sellers", "pay")))
}

func TestTwinsOnATerminal(t *testing.T) {
	for _, width := range []int{60, 100} {
		var out bytes.Buffer
		require.NoError(t, Twins(&out, twinSet(), Terminal{Width: width}))
		assert.Contains(t, out.String(), "CUSTOMERS")
		assert.Contains(t, out.String(), "Needs met here")
		for line := range strings.SplitSeq(out.String(), "\n") {
			assert.LessOrEqual(t, displayWidth(line), width, line)
		}
		first := strings.Index(out.String(), "Under new")
		assert.True(t, first > 0 && first < strings.Index(out.String(), "CUSTOMERS"), "the answer comes first")
	}
}

func TestTwinsOfNothingAreSaid(t *testing.T) {
	var out bytes.Buffer
	require.NoError(t, Twins(&out, &results.TwinSet{}, Terminal{}))
	assert.Equal(t, "No two designs were run.\n", out.String())
	set := twinSet()
	set.Shares, set.Bars, set.Partings, set.Stories, set.Lines, set.Alone = nil, nil, nil, nil, nil, nil
	v := newWhoView(set)
	assert.Contains(t, strings.Join(v.answer(), "\n"), "No customers were there under both designs.")
	for _, f := range v.figures() {
		assert.NotEmpty(t, f.missing, f.id)
	}
	_, err := v.page(v.figures())
	assert.NoError(t, err)
}

func TestThePageOfTwinsIsDrawnFromItsDirectory(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "twins")
	require.NoError(t, results.WriteTwins(dir, twinSet()))
	require.NoError(t, RenderTwins(dir))
	require.NoError(t, TwinsPictures(dir))
	page, err := os.ReadFile(filepath.Join(dir, "twins.html"))
	require.NoError(t, err)
	text := string(page)
	for _, want := range []string{"The largest gain", "a seller &lt;calls&gt;", "−3", "1 line that matter less are left out", "xsell twins old new", "depends on how luck is shared",
		`id="alt-twins_customers"`, `id="alt-twins_parting"`, "Not drawn: None of the sellers are better or worse off."} {
		assert.Contains(t, text, want)
	}
	for _, name := range []string{"twins_customers.svg", "twins_customers.png", "twins_spread.png", "twins_parting.svg"} {
		assert.FileExists(t, filepath.Join(dir, "plots", name))
	}
	assert.NoFileExists(t, filepath.Join(dir, "plots", "twins_sellers.svg"))
	assert.ErrorContains(t, RenderTwins(t.TempDir()), "is not a results directory")
}

func TestPicturesOfTwinsAreToldInWords(t *testing.T) {
	for _, f := range newWhoView(twinSet()).figures() {
		if f.missing == "" {
			assert.NotEmpty(t, f.alt, f.id)
			assert.NotEmpty(t, f.reading, f.id)
			assert.NotNil(t, f.narrow, f.id)
		}
	}
}

func TestADifferenceHasAMarkOfItsOwn(t *testing.T) {
	set := twinSet()
	set.Manifest.Weeks = 260
	set.Outcomes = append(set.Outcomes, results.TwinOutcome{Crowd: "customers", ID: "profit", Title: "Contribution before pay", Unit: "EUR", Person: results.Neither, Firm: results.More, Least: 1})
	set.Shares = append(set.Shares, results.TwinShare{Crowd: "customers", Outcome: "profit", Pairs: 10, Better: 0.5, Worse: 0.2, Net: 0.3, NetLow: 0.2, NetHigh: 0.4,
		Difference: -50, DifferenceLow: -60, DifferenceHigh: -40})
	before := set.Outcomes[len(set.Outcomes)-1].Title
	v := newWhoView(set)
	s := v.share("customers", "profit")
	assert.Equal(t, better, v.verdict(s), "more customers bring more")
	assert.Equal(t, "▼ −50 [−60,\u00a0−40]", v.meanMarked(s), "and on average they bring less")
	title, _ := v.titled("customers", "profit")
	assert.Equal(t, "Contribution before pay, all 5 years (firm)", title)
	assert.Equal(t, before, set.Outcomes[len(set.Outcomes)-1].Title, "what was read stays as it is")
}

func TestAPageWithoutResultsNamesItsCommand(t *testing.T) {
	page, err := newWhoView(twinSet()).page(nil)
	require.NoError(t, err)
	_, err = ReadEnclosed("twins.html", page)
	require.ErrorContains(t, err, "The command that made it gives the same numbers again: xsell twins old new")
	assert.NotContains(t, err.Error(), "xsell report", "drawing the page again does not help")
	_, err = ReadEnclosed("old.html", []byte("<html></html>"))
	require.ErrorContains(t, err, "xsell report DIR draws a page again")
}
