package cli

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// claims of a user, about a firm small enough for a test: one fact that is met and one that is not.
const claims = `
[fact.mine-met]
role = "CHK"
title = "churn"
text = "Some leave."
scenario = "silo"
set = ["run.customers=200", "run.markets=2", "run.sellers=8", "run.weeks=26 weeks", "run.warm-up=0 weeks", "run.close=13 weeks"]
worlds = 3
value = 'firm.measure("churn")'
low = 0

[fact.mine-missed]
role = "CHK"
title = "churn"
text = "All leave."
explanation = "They are loyal."
scenario = "silo"
set = ["run.customers=200", "run.markets=2", "run.sellers=8", "run.weeks=26 weeks", "run.warm-up=0 weeks", "run.close=13 weeks"]
worlds = 3
value = 'firm.measure("churn")'
low = 99
`

// withClaims writes a user's claims into an empty directory.
func withClaims(t *testing.T) {
	t.Helper()
	elsewhere(t)
	require.NoError(t, os.WriteFile("mine.toml", []byte(claims), 0o600))
}

func TestFactsOfAUserArePrintedWithTheirVerdicts(t *testing.T) {
	withClaims(t)
	code, out, err := call(t, "facts", "mine", "--file", "mine.toml", "--out", "here")
	require.Equal(t, Done, code, "missed facts are an answer and not an error: %s", err)
	for _, want := range []string{"mine-met ", "mine-missed ", "CHK 1 of 2 within tolerance", "They are loyal.", "page: " + filepath.Join("here", "facts.html")} {
		assert.Contains(t, out, want)
	}
	assert.Contains(t, err, "3 of 3 histories", "identical firms are lived once")
	manifest, failure := os.ReadFile("here/manifest.toml")
	require.NoError(t, failure)
	assert.Contains(t, string(manifest), `"mine", "--seed", "20260101", "--file", "mine.toml"`)
	code, again, err := call(t, "report", "here")
	require.Equal(t, Done, code, err)
	assert.Equal(t, out, again, "the same facts give the same words")
	code, table, err := call(t, "facts", "mine", "--file", "mine.toml", "--csv", "-", "--quiet", "--replications", "2")
	require.Equal(t, Done, code, err)
	assert.True(t, strings.HasPrefix(table, "id,role,value,low,high,target_low,target_high,verdict\nmine-met,CHK,"), table)
	assert.Empty(t, err)
}

func TestFactsAndLawsAreListedWithoutRunning(t *testing.T) {
	_, out, err := call(t, "facts", "--list", "--role", "CAL")
	assert.Contains(t, out, "R7-products ", err)
	_, out, err = call(t, "laws", "1", "5", "--list")
	assert.Contains(t, out, "bunching", err)
	assert.NotContains(t, out, "surge")
	_, out, err = call(t, "systems", "interlock", "low-skill", "--list")
	assert.Contains(t, out, "silo+low-skill", err)
	assert.NotContains(t, out, "upsell")
}

func TestASystemIsPrintedBesideItsContrast(t *testing.T) {
	code, out, err := call(t, "systems", "cross-channel", "--replications", "2", "--quiet")
	require.Equal(t, Done, code, err)
	for _, want := range []string{"cross-channel  cross-channel, silo", "and needs met here less those in the silo", "system cross-channel: not shown"} {
		assert.Contains(t, out, want)
	}
}

func TestALawIsPrintedWithItsMechanismOff(t *testing.T) {
	elsewhere(t)
	code, out, err := call(t, "laws", "surge", "--replications", "2", "--quiet", "--csv", "laws.csv")
	require.Equal(t, Done, code, err)
	for _, want := range []string{"off: no control over timing", "2    accelerator", "not at least 1.05", "  unsure", "raise --replications"} {
		assert.Contains(t, out, want)
	}
	data, failure := os.ReadFile("laws.csv")
	require.NoError(t, failure)
	assert.True(t, strings.HasPrefix(string(data), "law,scenario,value,low,high,holds,value_off,low_off,high_off\n2,accelerator,"), string(data))
}

func TestWrongQuestionsAboutClaimsAreRefused(t *testing.T) {
	withClaims(t)
	require.NoError(t, os.WriteFile("bad.toml", []byte(strings.Replace(claims, "churn\")", "chrun\")", 1)), 0o600))
	require.NoError(t, os.WriteFile("again.toml", []byte(strings.Replace(claims, "mine-met", "O1", 1)), 0o600))
	for _, c := range []struct {
		want string
		args []string
	}{
		{`no fact "R77"`, []string{"facts", "R77"}},
		{`did you mean "upsell"?`, []string{"systems", "upsel"}},
		{`did you mean "bunching"?`, []string{"laws", "bunchin"}},
		{"--role XYZ: it must be one of CAL, CHK, BOUND", []string{"facts", "--role", "XYZ"}},
		{"no fact of these has the role CHK", []string{"facts", "R1", "--role", "CHK"}},
		{"--replications 1: it must be from 2 to", []string{"facts", "--replications", "1"}},
		{"--csv nowhere/x.csv: there is no directory nowhere", []string{"facts", "--csv", "nowhere/x.csv"}},
		{"--csv mine.toml: it exists and is not overwritten; name another file", []string{"laws", "--csv", "mine.toml"}},
		{"--csv .: it is a directory; name a file", []string{"systems", "--csv", "."}},
		{"--csv is empty", []string{"laws", "--csv", ""}},
		{`bad.toml:9:1: fact.mine-met.value: no measure "chrun"; did you mean "churn"?`, []string{"facts", "--file", "bad.toml"}},
		{"again.toml:2:7: fact.O1: O1 is a built-in fact; take another id", []string{"facts", "--file", "again.toml"}},
		{"missing.toml", []string{"facts", "--file", "missing.toml"}},
		{"cannot write results to .", []string{"facts", "--out", "."}},
	} {
		refused(t, c.want, c.args...)
	}
}

func TestFactsOfAFaultyFileAreNotCalledMissing(t *testing.T) {
	withClaims(t)
	require.NoError(t, os.WriteFile("bad.toml", []byte(strings.Replace(claims, "churn\")", "chrun\")", 1)), 0o600))
	_, _, err := call(t, "facts", "mine", "--file", "bad.toml")
	assert.NotContains(t, err, "no fact", "whether there is such a fact is only known once the file can be read")
	assert.Equal(t, 1, countLines(err), err)
}

func TestInterruptedFactsWriteNothing(t *testing.T) {
	withClaims(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	var out, err bytes.Buffer
	code := Main(ctx, []string{"facts", "mine", "--file", "mine.toml", "--out", "here"}, &out, &err)
	assert.Equal(t, Incomplete, code)
	assert.Contains(t, err.String(), "interrupted after 0 of 3 histories: nothing is judged")
	assert.NoFileExists(t, "here")
}
