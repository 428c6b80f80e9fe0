package cli

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/scenarios/results"
)

// small is what makes a call of twins quick.
func twinly(words ...string) []string {
	return append([]string{"twins", "--replications", "2", "--weeks", "52", "--set", "run.customers=300", "--set", "run.markets=2",
		"--set", "run.sellers=8", "--set", "run.warm-up=13 weeks"}, words...)
}

func TestTwinsArePrintedAndNothingWritten(t *testing.T) {
	elsewhere(t)
	code, out, err := call(t, twinly("silo", "interlock", "--verify")...)
	require.Equal(t, Done, code, err)
	for _, want := range []string{"are better off under interlock than under silo", "CUSTOMERS", "SELLERS", "Needs met here", "Stage of life at the start",
		"2 worlds of 52 weeks"} {
		assert.Contains(t, out, want)
	}
	assert.Contains(t, err, "4 of 4 histories")
	assert.Contains(t, err, "books balance")
	assert.Empty(t, files(t), "without --out nothing is written")
	for line := range strings.SplitSeq(out, "\n") {
		assert.LessOrEqual(t, len([]rune(line)), 140, "a line must fit a terminal: %s", line)
	}
}

func TestTwinsOfOneDesignAreAllTheSame(t *testing.T) {
	elsewhere(t)
	code, out, err := call(t, twinly("silo", "silo", "--quiet")...)
	require.Equal(t, Done, code, err)
	assert.Contains(t, out, "None of the ")
	assert.Contains(t, out, "No customer's history under one design differs from that under the other.")
	assert.Contains(t, out, "Everybody is there under both designs.")
	assert.NotContains(t, out, "▲ +")
}

func TestTwinsAreKeptAndDrawnAgain(t *testing.T) {
	elsewhere(t)
	code, before, err := call(t, twinly("silo", "interlock", "--out", "here", "--pairs", "--csv", "shares.csv", "--quiet")...)
	require.Equal(t, Done, code, err)
	assert.Empty(t, err)
	for _, name := range []string{"manifest.toml", "twins.html", "twins_shares.csv", "twins_people.csv", "twins_story_lines.csv", "plots/twins_customers.svg",
		"plots/twins_sellers.svg", "plots/twins_spread.svg", "plots/twins_parting.svg"} {
		assert.FileExists(t, "here/"+name)
	}
	csv, failure := os.ReadFile("shares.csv")
	require.NoError(t, failure)
	require.NoError(t, os.Remove("here/twins.html"))
	code, after, err := call(t, "report", "here", "--png")
	require.Equal(t, Done, code, err)
	assert.Equal(t, before, after, "the same results give the same words")
	assert.FileExists(t, "here/twins.html")
	assert.FileExists(t, "here/plots/twins_customers.png")

	code, out, err := call(t, "report", "here", "--json")
	assert.Equal(t, Done, code, err)
	assert.Contains(t, out, "xsell-twins/1")
	set, failure := results.ReadTwins("here")
	require.NoError(t, failure)
	code, again, err := call(t, append(set.Manifest.Command[1:], "--quiet", "--csv", "-", "--out", "there")...)
	require.Equal(t, Done, code, err)
	assert.Equal(t, string(csv), again, "the command of the manifest repeats the shares, and - prints them")
	other, failure := results.ReadTwins("there")
	require.NoError(t, failure)
	assert.Equal(t, set.Manifest.ResultsHash, other.Manifest.ResultsHash)
}

func TestTwinsThatCannotBeMeantAreRefused(t *testing.T) {
	elsewhere(t)
	require.NoError(t, os.WriteFile("there.csv", nil, 0o600))
	refused(t, "takes two scenarios, found 1", "twins", "silo")
	refused(t, `no built-in scenario "sillo"`, "twins", "silo", "sillo")
	refused(t, "--replications 0", "twins", "silo", "interlock", "--replications", "0")
	refused(t, "--pairs: the rows are a table of the results; say where with --out DIR", "twins", "silo", "interlock", "--pairs")
	code, out, err := call(t, "twins", "silo", "interlock", "--csv", "-", "--json")
	assert.Equal(t, BadInput, code)
	assert.Contains(t, out+err, "both print in place of the words")
	refused(t, "--csv there.csv: it exists", "twins", "silo", "interlock", "--csv", "there.csv")
	refused(t, "this needs about", "twins", "silo", "interlock", "--set", "run.customers=200000000", "--set", "run.markets=100000")
	refused(t, "compare runs every design on the same households", "twins", "silo", "national-bank")
}
