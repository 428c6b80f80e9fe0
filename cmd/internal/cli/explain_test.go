package cli

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/scenarios/results"
)

// explainingly is a small and short explanation.
func explainingly(words ...string) []string { return with("explain", words...) }

func TestADifferenceIsExplainedKeptAndDrawnAgain(t *testing.T) {
	elsewhere(t)
	code, out, err := call(t, explainingly("silo", "interlock", "--out", "here", "--measure", "profit_per_customer,churn", "--verify")...)
	require.Equal(t, Done, code, err)
	for _, want := range []string{"Why does interlock differ from silo?\n", "\nPROFIT PER CUSTOMER, EUR A YEAR", "\nCHURN, % A YEAR", "\npay + goals ", "\nTHE LEVERS\n",
		"± organisation.teams: false → true", "2 worlds of 26 weeks", "200 customers in 2 markets with 8 sellers", "One lever: pay + goals, because pay cannot be changed without goals", "report: here/report.html"} {
		assert.Contains(t, out, want)
	}
	for _, line := range strings.Split(out, "\n") {
		assert.LessOrEqual(t, len([]rune(line)), 100, "a line too long for a terminal: %s", line)
	}
	assert.Contains(t, err, "5 levers, 64 histories of 200 customers in 2 markets")
	assert.Contains(t, err, "64 of 64 histories")
	assert.Contains(t, err, "books balance")
	for _, name := range []string{"here/manifest.toml", "here/explain.csv", "here/levers.csv", "here/outcomes.csv", "here/plots/why_churn.svg"} {
		assert.FileExists(t, name)
	}
	require.NoError(t, os.Remove("here/plots/why_churn.svg"))
	code, after, err := call(t, "report", "here")
	require.Equal(t, Done, code, err)
	assert.Equal(t, out, after, "the same results give the same words")
	assert.FileExists(t, "here/plots/why_churn.svg")

	set, failure := results.ReadExplain("here")
	require.NoError(t, failure)
	code, _, err = call(t, append(set.Manifest.Command[1:], "--quiet", "--out", "again")...)
	require.Equal(t, Done, code, err)
	assert.Empty(t, err)
	again, failure := results.ReadExplain("again")
	require.NoError(t, failure)
	assert.Equal(t, set.Manifest.ResultsHash, again.Manifest.ResultsHash, "the command of the manifest repeats the results")
}

func TestADesignIsExplainedByItself(t *testing.T) {
	elsewhere(t)
	code, out, err := call(t, explainingly("silo", "silo", "--quiet")...)
	require.Equal(t, Done, code, err)
	assert.Contains(t, out, "silo and silo-2 are the same design, key by key, and do not differ.")
	assert.Contains(t, out, "report: out/why-silo-silo-20260101/report.html")
}

func TestOnlySomeMarketsOfALargeFirmAreLived(t *testing.T) {
	elsewhere(t)
	words := []string{"explain", "silo", "silo+patience", "--by", "table", "--replications", "1", "--weeks", "1", "--measure", "profit", "--set", "run.warm-up=0 weeks", "--set", "run.close=1 week"}
	code, out, err := call(t, append(words, "--out", "here")...)
	require.Equal(t, Done, code, err)
	assert.Contains(t, out, "5,000 customers in 5 markets with 50 sellers; totals are of these")
	assert.Contains(t, out, "One world is one possible history")
	code, out, err = call(t, append(words, "--out", "there", "--markets", "1")...)
	require.Equal(t, Done, code, err)
	assert.Contains(t, out, "1,000 customers in 1 market with 10 sellers")
}

func TestExplanationsThatCannotBeMeantAreRefused(t *testing.T) {
	elsewhere(t)
	refused(t, "xsell explain takes two scenarios, found 1", "explain", "silo")
	refused(t, `no built-in scenario "sillo"`, explainingly("silo", "sillo")...)
	refused(t, "--measure chrun: there is no such measure", explainingly("silo", "interlock", "--measure", "chrun")...)
	refused(t, "--by leaf: it must be one of key, entry, group or table", explainingly("silo", "interlock", "--by", "leaf")...)
	refused(t, "write it like --lever", explainingly("silo", "interlock", "--lever", "desk")...)
	refused(t, "--lever desk: the two designs do not differ in controls; they differ in organisation", explainingly("silo", "interlock", "--lever", "desk=controls")...)
	refused(t, "--markets 3: silo has 2; 0 takes all of them", explainingly("silo", "interlock", "--markets", "3")...)
	refused(t, "--markets -1: it must be 0 (all) or more", explainingly("silo", "interlock", "--markets", "-1")...)
	refused(t, "--orders 0: it must be from 1 to 100", explainingly("silo", "interlock", "--orders", "0")...)
	refused(t, "--replications 0", explainingly("silo", "interlock", "--replications", "0")...)
}
