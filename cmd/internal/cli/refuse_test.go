package cli

import (
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/scenarios"
	"xsell/scenarios/experiment"
)

func TestWrongCommandLinesAreRefusedBeforeAnythingRuns(t *testing.T) {
	elsewhere(t)
	require.NoError(t, os.WriteFile("file", nil, 0o600))
	require.NoError(t, os.MkdirAll("full/of/things", 0o700))
	cases := []struct {
		want string
		args []string
	}{
		{`unknown command "rum"`, []string{"rum"}},
		{"unknown flag: --replication; see: xsell run --help", []string{"run", "silo", "--replication", "3"}},
		{"xsell run takes one scenario, found 0", []string{"run"}},
		{"xsell run takes one scenario, found 2", []string{"run", "silo", "interlock"}},
		{"name at least two, or use xsell run silo", []string{"compare", "silo"}},
		{"--replications 0: it must be from 1 to 1000000", []string{"run", "silo", "--replications", "0"}},
		{"--replications 1000001: it must be from 1 to 1000000", []string{"run", "silo", "--replications", "1000001"}},
		{"--weeks -4: it must be 1 or more", []string{"run", "silo", "--weeks", "-4"}},
		{"--workers -1: it must be 0", []string{"run", "silo", "--workers", "-1"}},
		{"--weeks 0: it must be 1 or more", []string{"run", "silo", "--weeks", "0"}},
		{"--weeks and --set run.weeks=… say the same thing", []string{"run", "silo", "--weeks", "4", "--set", "run.weeks=8 weeks"}},
		{`--panel "seller": there is no such panel; choose among sellers, customers, accounts`, []string{"run", "silo", "--panel", "seller"}},
		{`--panel-every "day": it must be close or week`, []string{"run", "silo", "--panel-every", "day"}},
		{"--panel-worlds 0: it must be 1 or more", []string{"run", "silo", "--panel-worlds", "0"}},
		{"--panel-every and --panel-worlds: there are no panels to write", []string{"run", "silo", "--panel-every", "week", "--panel-worlds", "2"}},
		{"--out is empty: name a directory", []string{"run", "silo", "--out", ""}},
		{"--seed -1: want a whole number, 0 or more; see: xsell run --help", []string{"run", "silo", "--seed", "-1"}},
		{"--seed abc: want a whole number", []string{"run", "silo", "--seed", "abc"}},
		{"--replications 99999999999999999999: want a whole number; see", []string{"run", "silo", "--replications", "99999999999999999999"}},
		{"--quiet maybe: want true or false", []string{"run", "silo", "--quiet=maybe"}},
		{"base: it is not to be run by itself", []string{"run", "base"}},
		{`did you mean "silo"`, []string{"run", "sillo"}},
		{"missing.toml", []string{"run", "missing.toml"}},
		{"run.custommers", []string{"run", "silo", "--set", "run.custommers=5"}},
		{"run.customers", []string{"run", "silo", "--set", "run.customers=many"}},
		{"write it like", []string{"run", "silo", "--set", "run.customers"}},
		{"full: it is not empty; empty it first or choose another --out", with("run", "silo", "--out", "full")},
		{"not a directory", with("run", "silo", "--out", "file")},
		{"not a directory", with("run", "silo", "--out", "file/below")},
		{"it is the directory you are in", with("run", "silo", "--out", ".")},
	}
	for _, c := range cases {
		refused(t, c.want, c.args...)
	}
}

func TestWrongCommandLinesOfTheOtherCommandsAreRefused(t *testing.T) {
	elsewhere(t)
	cases := []struct {
		want string
		args []string
	}{
		{`did you mean "silo"`, []string{"show", "sillo"}},
		{`did you mean "silo"`, []string{"init", "sillo"}},
		{"is a file of your own; only what is built in stands here", []string{"show", "mine.toml"}},
		{"is a file of your own; only what is built in stands here", []string{"init", "mine.toml"}},
		{"at least one file", []string{"check"}},
		{"missing.toml", []string{"check", "missing.toml"}},
		{"there is no directory nowhere", []string{"report", "nowhere"}},
		{"name one with --customer NUMBER or --seller NUMBER; see: xsell trace --help", []string{"trace", "silo"}},
		{"give --customer or --seller, not both; see: xsell trace --help", []string{"trace", "silo", "--customer", "1", "--seller", "1"}},
		{"--customer -1: the scenario has", []string{"trace", "silo", "--customer", "-1"}},
		{"--seller 99999999: the scenario has", []string{"trace", "silo", "--seller", "99999999"}},
		{"--weeks 8:0: the first week comes after the last", []string{"trace", "silo", "--customer", "1", "--weeks", "8:0"}},
		{"--weeks all: write the first and the last week", []string{"trace", "silo", "--customer", "1", "--weeks", "all"}},
		{"--weeks 0:99999: the scenario has weeks", []string{"trace", "silo", "--customer", "1", "--weeks", "0:99999"}},
		{"--replication -2", []string{"trace", "silo", "--customer", "1", "--replication", "-2"}},
		{"xsell list takes no arguments", []string{"list", "all"}},
	}
	for _, c := range cases {
		refused(t, c.want, c.args...)
	}
}

func TestEveryMistakeIsNamedAtOnce(t *testing.T) {
	elsewhere(t)
	require.NoError(t, os.Mkdir("full", 0o700))
	require.NoError(t, os.WriteFile("full/thesis", nil, 0o600))
	_, _, err := call(t, "compare", "sillo", "silo", "--replications", "0", "--set", "run.custommers=5", "--out", "full")
	for _, want := range []string{"--replications 0", "sillo", "run.custommers", "it is not empty"} {
		assert.Contains(t, err, want)
	}
	_, _, err = call(t, "compare", "silo", "silo", "--set", "run.custommers=5")
	assert.Equal(t, 1, countLines(err), "a wrong --set is wrong once, not once a scenario:\n%s", err)
}

func TestScenariosMeasuredOverOtherWeeksAreNotCompared(t *testing.T) {
	elsewhere(t)
	require.NoError(t, os.WriteFile("short.toml", []byte("title = \"short\"\nbase = \"silo\"\nrun.weeks = \"4 weeks\"\n"), 0o600))
	refused(t, "scenarios that are compared need the same", "compare", "silo", "short.toml")
}

func TestScenariosOnOtherHouseholdsAreNotCompared(t *testing.T) {
	elsewhere(t)
	require.NoError(t, os.WriteFile("few.toml", []byte("base = \"silo\"\nrun.customers = 10_000\n"), 0o600))
	refused(t, "silo has 20,000 customers in 20 markets", "compare", "silo", "few.toml")
}

func TestANumberOutOfRangeIsNamedOnce(t *testing.T) {
	elsewhere(t)
	for _, weeks := range []string{"0", "-4"} {
		_, _, err := call(t, "run", "silo", "--weeks", weeks)
		assert.Equal(t, 1, countLines(err), err)
	}
}

func TestMoreMemoryThanTheMachineHasIsRefused(t *testing.T) {
	elsewhere(t)
	s, err := scenarios.Load("silo", []string{"run.customers=200000000"})
	require.NoError(t, err)
	plan := experiment.Plan{Scenarios: []*scenarios.Scenario{s}, Replications: 2}
	assert.ErrorContains(t, fits(plan, 8<<30), "GiB of memory, and the machine has 8.0 GiB; take fewer customers",
		"what a machine of a given size refuses must not hang on the machine of the test")
	refused(t, "take fewer --replications", with("run", "silo", "--set", "run.close=1 week", "--weeks", "2600", "--replications", "1000000")...)
}

func countLines(text string) (n int) {
	for _, letter := range text {
		if letter == '\n' {
			n++
		}
	}
	return n
}
