package cli

import (
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
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
		{`invalid argument "-1" for "--seed"`, []string{"run", "silo", "--seed", "-1"}},
		{`did you mean "silo"`, []string{"run", "sillo"}},
		{"missing.toml", []string{"run", "missing.toml"}},
		{"run.custommers", []string{"run", "silo", "--set", "run.custommers=5"}},
		{"run.customers", []string{"run", "silo", "--set", "run.customers=many"}},
		{"write it like", []string{"run", "silo", "--set", "run.customers"}},
		{"full: it is not empty", with("run", "silo", "--out", "full")},
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
		{"at least one file", []string{"check"}},
		{"missing.toml", []string{"check", "missing.toml"}},
		{"is not a results directory", []string{"report", "nowhere"}},
		{"at least one of the flags in the group [customer seller] is required", []string{"trace", "silo"}},
		{"none of the others can be", []string{"trace", "silo", "--customer", "1", "--seller", "1"}},
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

func TestMoreMemoryThanTheMachineHasIsRefused(t *testing.T) {
	elsewhere(t)
	refused(t, "GiB of memory, and the machine has",
		"run", "silo", "--workers", "1000", "--replications", "1000", "--set", "run.customers=200000000")
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
