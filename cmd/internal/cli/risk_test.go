package cli

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/scenarios/results"
)

// riskily is a small and short analysis of the risk.
func riskily(words ...string) []string {
	return append([]string{"risk", "--years", "1", "--replications", "3", "--set", "run.customers=200", "--set", "run.markets=2",
		"--set", "run.sellers=8", "--set", "run.warm-up=0 weeks", "--set", "environment.regulator=4"}, words...)
}

func TestRiskOfTheUsualScenariosIsPrintedAndNothingWritten(t *testing.T) {
	elsewhere(t)
	code, out, err := call(t, riskily("--verify")...)
	require.Equal(t, Done, code, err)
	for _, want := range append([]string{"WITHIN 1 YEAR\n", "Probability of  ", "disclosure, %", "worst 5 %, EUR", "3 worlds of 52 weeks", "leaves out"}, usualRisk...) {
		assert.Contains(t, out, want)
	}
	assert.Contains(t, err, "6 of 6 histories")
	assert.Contains(t, err, "books balance")
	assert.Empty(t, files(t), "without --out nothing is written")
}

func TestRiskIsKeptAndDrawnAgain(t *testing.T) {
	elsewhere(t)
	code, before, err := call(t, riskily("sales-quota", "--out", "here", "--csv", "risk.csv", "--quiet")...)
	require.Equal(t, Done, code, err)
	assert.Empty(t, err)
	for _, name := range []string{"here/manifest.toml", "here/risk_hazards.csv", "here/plots/risk_over_time.svg", "here/plots/risk_bills.svg", "here/report.html"} {
		assert.FileExists(t, name)
	}
	csv, failure := os.ReadFile("risk.csv")
	require.NoError(t, failure)
	assert.True(t, strings.HasPrefix(string(csv), "scenario,years,quantity,value,low,high,method,"))
	require.NoError(t, os.Remove("here/plots/risk_bills.svg"))
	code, after, err := call(t, "report", "here")
	require.Equal(t, Done, code, err)
	assert.Equal(t, before, after, "the same results give the same words")
	assert.FileExists(t, "here/plots/risk_bills.svg")

	set, failure := results.ReadRisk("here")
	require.NoError(t, failure)
	code, again, err := call(t, append(set.Manifest.Command[1:], "--quiet", "--csv", "-")...)
	require.Equal(t, Done, code, err)
	assert.Equal(t, string(csv), again, "the command of the manifest repeats the estimates, and - prints them")
}

func TestRiskThatCannotBeMeantIsRefused(t *testing.T) {
	elsewhere(t)
	require.NoError(t, os.WriteFile("there.csv", nil, 0o600))
	refused(t, "--years: a horizon of 0 years", "risk", "silo", "--years", "0")
	refused(t, "--years: a horizon of 5 years after one of 10", "risk", "silo", "--years", "10,5")
	refused(t, "--years soon: want whole numbers with commas between, such as 5,10", "risk", "silo", "--years", "soon")
	refused(t, "--set run.weeks=… is not for risk", "risk", "silo", "--set", "run.weeks=52 weeks")
	refused(t, "3 years are not a whole number of closes", "risk", "silo", "--years", "3", "--set", "run.close=10 weeks")
	refused(t, `no built-in scenario "sillo"`, "risk", "sillo")
	refused(t, "--csv there.csv: it exists", "risk", "silo", "--csv", "there.csv")
	refused(t, "--csv no/such.csv: there is no directory no", "risk", "silo", "--csv", "no/such.csv")
	refused(t, "--replications 0", "risk", "silo", "--replications", "0")
}
