package reports

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/scenarios/results"
)

// tried is a synthetic set with a comparison inside the run, and changes that were not made everywhere.
func tried() *results.Set {
	set := synthetic(usual)
	name, worlds := set.Manifest.Scenarios[0].Name, set.Manifest.Finished
	set.Manifest.Scenarios[0].Changes = []results.Change{
		{Name: "fee", Title: "A fee for half", Of: "sellers", At: 13, Worlds: worlds, MeanWeek: 13},
		{Name: "panic", When: "churn > 12", At: 26, Worlds: 2, MeanWeek: 45.5},
		{Name: "calm", When: "churn > 90"},
		{Name: "late", At: 9999},
		{Name: "all", Of: "markets", At: 13, Worlds: worlds, MeanWeek: 13},
	}
	set.EffectsDictionary = []results.EffectItem{
		{Of: "sellers", ID: "openings_per_seller", Title: "Openings per seller", Unit: "a year", Good: "neither", Definition: "d"},
		{Of: "sellers", ID: "seller_turnover", Title: "Seller turnover", Unit: "% a year", Good: "less", Definition: "d"},
	}
	set.Effects = []results.Effect{
		{Scenario: name, Change: "fee", Of: "sellers", Measure: "openings_per_seller", NTreated: 101.25, NUntreated: 98.75,
			Treated: 12.4, Untreated: 8.9, Difference: 3.5, Low: 1.9, High: 5.1, Worlds: worlds, Words: "more"},
		{Scenario: name, Change: "fee", Of: "sellers", Measure: "seller_turnover", NTreated: 101.25, NUntreated: 98.75,
			Treated: 15.1, Untreated: 18.2, Difference: -3.1, Low: -6.5, High: 0.3, Worlds: worlds, Words: "no clear difference"},
	}
	return set
}

func TestTreatedAgainstUntreatedIsShown(t *testing.T) {
	var out bytes.Buffer
	require.NoError(t, Short(&out, tried(), Terminal{Width: 110}))
	for _, line := range []string{
		"SILO, A FEE FOR HALF (FEE): TREATED AGAINST UNTREATED\n101 sellers treated and 98.8 untreated in a world, on average over",
		"measure              unit      untreated  treated  difference\n",
		"Openings per seller  a year          8.9     12.4  ◆ +3.5 [1.9, 5.1]\n",
		"Seller turnover      % a year       18.2     15.1  · −3.1 [−6.5, 0.3]\n",
		"silo, panic: made in 2 of ", "in week 46 on average (from week 26 on, when churn > 12).\n",
		"silo, calm: never happened (from week 0 on, when churn > 90).\n",
		"silo, all: no world had both treated and untreated markets.\n",
		"silo, late: never happened (its date, week 9999, is not before the end of the run after ",
	} {
		assert.Contains(t, out.String(), line)
	}
}

func TestWithoutExperimentsNothingIsSaidOfThem(t *testing.T) {
	var out bytes.Buffer
	require.NoError(t, Short(&out, synthetic(usual), Terminal{}))
	assert.NotContains(t, out.String(), "TREATED")
}

func TestThePageHasASectionOfExperimentsWhereThereAreAny(t *testing.T) {
	page := func(set *results.Set) string {
		html, err := renderPage(newView(set), nil)
		require.NoError(t, err)
		return string(html)
	}
	with := page(tried())
	for _, words := range []string{"Experiments inside the run", "A fee for half (fee)", "Openings per seller", "never happened", "effects.csv"} {
		assert.Contains(t, with, words)
	}
	assert.Contains(t, with, `<a href="#experiments">`)
	assert.NotContains(t, page(synthetic(usual)), "Experiments inside the run")
	untried := tried()
	untried.Effects = nil
	without := page(untried)
	assert.NotContains(t, without, "Experiments inside the run", "what was not made is no experiment")
	assert.Contains(t, without, "Changes that were not made")
}
