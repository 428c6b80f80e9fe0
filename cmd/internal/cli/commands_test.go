package cli

import (
	"os"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestListNamesTheScenariosOfTheUsualComparison(t *testing.T) {
	code, out, err := call(t, "list")
	require.Equal(t, Done, code, err)
	for _, name := range usualComparison {
		assert.Contains(t, out, name+" ")
	}
}

func TestShowPrintsAScenarioAsWrittenOrWhole(t *testing.T) {
	_, written, _ := call(t, "show", "interlock")
	code, whole, err := call(t, "show", "interlock", "--resolved", "--set", "run.weeks=77 weeks")
	require.Equal(t, Done, code, err)
	assert.Contains(t, written, "base = ")
	assert.Contains(t, whole, "77")
	assert.Greater(t, len(whole), len(written), "the whole scenario holds the base too")
}

func TestStartedScenarioIsSoundAndChangesNothing(t *testing.T) {
	elsewhere(t)
	code, out, err := call(t, "init", "silo")
	require.Equal(t, Done, code, err)
	assert.Contains(t, out, "my-silo.toml written")
	code, out, err = call(t, "check", "my-silo.toml")
	assert.Equal(t, Done, code, err)
	assert.Equal(t, "my-silo.toml: ok\n", out)
	refused(t, "my-silo.toml exists and is not overwritten", "init", "silo")
	refused(t, "cannot write the file", "init", "silo", "no/such/place.toml")
}

func TestCheckNamesEveryMistakeOfEveryFile(t *testing.T) {
	elsewhere(t)
	require.NoError(t, os.WriteFile("a.toml", []byte("title = \"a\"\nbase = \"silo\"\nbad = 1\n[run]\nweeks = \"x\"\n"), 0o600))
	require.NoError(t, os.WriteFile("b.toml", []byte("title = \"b\"\nbase = \"silo\"\n"), 0o600))
	require.NoError(t, os.WriteFile("c.toml", []byte("title = \n"), 0o600))
	code, out, err := call(t, "check", "a.toml", "b.toml", "c.toml")
	assert.Equal(t, BadInput, code)
	assert.Equal(t, "b.toml: ok\n", out)
	for _, want := range []string{"a.toml:3", "a.toml:5", "c.toml:1"} {
		assert.Contains(t, err, want)
	}
}

func TestTraceFollowsACustomerAndASeller(t *testing.T) {
	for _, who := range []string{"--customer", "--seller"} {
		code, out, err := call(t, "trace", "silo", who, "3", "--weeks", "0:2",
			"--set", "run.customers=200", "--set", "run.markets=2", "--set", "run.sellers=8", "--set", "run.warm-up=0 weeks")
		require.Equal(t, Done, code, err)
		assert.NotEmpty(t, out)
	}
}

func TestSchemaAndVersionPrint(t *testing.T) {
	code, out, err := call(t, "schema")
	require.Equal(t, Done, code, err)
	assert.True(t, strings.HasPrefix(out, "{"))
	_, out, _ = call(t, "version")
	assert.Equal(t, "xsell "+Version+"\n", out)
}

func TestEveryCommandTeachesByExample(t *testing.T) {
	for _, c := range newRoot().Commands() {
		assert.NotEmpty(t, c.Long, "%s needs a text that teaches", c.Name())
		assert.Contains(t, c.Example, "xsell "+c.Name(), "%s needs an example", c.Name())
	}
}

func TestScenarioNamesAreCompleted(t *testing.T) {
	for _, command := range []string{"run", "compare", "show", "init", "trace", "odd"} {
		_, out, err := call(t, cobra.ShellCompRequestCmd, command, "interl")
		assert.Contains(t, out, "interlock\t", "%s: %s", command, err)
		assert.NotContains(t, out, "silo\t", command)
	}
}

func TestTheModelIsDescribedForAScenario(t *testing.T) {
	elsewhere(t)
	code, printed, err := call(t, "odd", "interlock", "--set", "organisation.coordination=3 hours per week")
	require.Equal(t, Done, code, err)
	assert.Contains(t, printed, "| `organisation.coordination` | 3 hours per week |")
	code, out, err := call(t, "odd", "interlock", "--set", "organisation.coordination=3 hours per week", "-o", "model.md")
	require.Equal(t, Done, code, err)
	assert.Equal(t, "model.md written\n", out)
	written, failure := os.ReadFile("model.md")
	require.NoError(t, failure)
	assert.Equal(t, printed, string(written), "the file holds what the terminal shows")
	refused(t, "model.md exists and is not overwritten", "odd", "interlock", "-o", "model.md")
	refused(t, "nothing", "odd", "nothing")
}
