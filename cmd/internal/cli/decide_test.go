package cli

import (
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/scenarios/results"
)

// smallFirms are the assignments of tiny in a comparison file.
const smallFirms = `set = ["run.customers=200", "run.markets=2", "run.sellers=8", "run.warm-up=0 weeks", "run.close=13 weeks"]
weeks = "26 weeks"
`

func compared(t *testing.T, name, text string) {
	t.Helper()
	require.NoError(t, os.WriteFile(name, []byte(text), 0o600))
}

func TestAComparisonFileGivesVerdictsAndCanBeRepeated(t *testing.T) {
	elsewhere(t)
	require.NoError(t, os.Mkdir("sub", 0o700))
	compared(t, "sub/mine.toml", "title = \"mine\"\nbase = \"silo\"\n")
	compared(t, "sub/which.toml", `[comparison]
scenarios = ["silo", "mine.toml"]
replications = 12
seed = 5
`+smallFirms+`[decision]
measure = "profit_per_customer"
smallest = "2 %"
[guardrail.leavers]
measure = "churn"
up-at-most = 0
`)
	code, out, err := call(t, "check", "sub/which.toml")
	require.Equal(t, Done, code, err)
	assert.Equal(t, "sub/which.toml: ok\n", out)
	code, out, err = call(t, "compare", "sub/which.toml", "--quiet")
	require.Equal(t, Done, code, err)
	assert.Contains(t, out, "= 0 [0, 0]")
	assert.Contains(t, out, "practically the same (no difference at all)")
	assert.Contains(t, out, "Cannot be ruled out as the best in profit per customer: silo and mine.")
	set, failure := results.Read("out/which-5")
	require.NoError(t, failure)
	assert.Equal(t, []string{"xsell", "compare", "sub/which.toml"}, set.Manifest.Command)
	assert.Equal(t, 12, set.Manifest.Finished)
	assert.Equal(t, "kept", set.Guards[0].Words)
	_, again, err := call(t, "report", "out/which-5")
	assert.Equal(t, out, again, err)
	code, _, err = call(t, append(set.Manifest.Command[1:], "--out", "two", "--quiet")...)
	require.Equal(t, Done, code, err)
	two, failure := results.Read("two")
	require.NoError(t, failure)
	assert.Equal(t, set.Manifest.ResultsHash, two.Manifest.ResultsHash)
}

func TestFlagsDecideAsAFileDoes(t *testing.T) {
	elsewhere(t)
	compared(t, "which.toml", `[comparison]
scenarios = ["silo", "interlock"]
seed = 5
`+smallFirms+`[decision]
measure = "profit_per_customer"
smallest = "EUR 5 a year"
confidence = "90 %"
budget = 20
looks = 2
[guardrail.churn]
measure = "churn"
up-at-most = 0.5
`)
	code, _, err := call(t, "compare", "which.toml", "--quiet", "--out", "file")
	require.Equal(t, Done, code, err)
	line := []string{"compare", "silo", "interlock", "--seed", "5", "--decide", "profit_per_customer", "--smallest", "EUR 5", "--confidence", "0.9",
		"--budget", "20", "--looks", "2", "--guardrail", "churn up at most 0.5"}
	code, _, err = call(t, append(append(line, tiny[2:]...), "--quiet", "--out", "flags")...)
	require.Equal(t, Done, code, err)
	file, failure := results.Read("file")
	require.NoError(t, failure)
	flags, failure := results.Read("flags")
	require.NoError(t, failure)
	assert.Equal(t, file.Verdicts, flags.Verdicts)
	assert.Equal(t, file.Guards, flags.Guards)
	assert.Equal(t, []int{10, 20}, flags.Manifest.Decision.Looks)
	code, _, err = call(t, append(flags.Manifest.Command[1:], "--quiet", "--out", "again")...)
	require.Equal(t, Done, code, err)
	again, failure := results.Read("again")
	require.NoError(t, failure)
	assert.Equal(t, flags.Manifest.Decision, again.Manifest.Decision)
	assert.Equal(t, flags.Manifest.ResultsHash, again.Manifest.ResultsHash)
}

func TestWorldsEndWhenNothingIsOpen(t *testing.T) {
	elsewhere(t)
	line := with("compare", "silo", "silo", "--decide", "churn", "--smallest", "0.1", "--budget", "40", "--looks", "3", "--out", "same", "--verify")
	code, out, err := call(t, append(line[:1], line[3:]...)...) // without --replications 2
	require.Equal(t, Done, code, err)
	assert.Contains(t, out, "Nothing that counts is undecided after 10 replications of at most 40.")
	assert.Contains(t, out, "books balance")
	assert.Contains(t, err, "20 histories in")
	set, failure := results.Read("same")
	require.NoError(t, failure)
	assert.Equal(t, []int{10, 10}, []int{set.Manifest.Asked, set.Manifest.Finished})
}

func TestDecisionsThatCannotBeMeantAreRefused(t *testing.T) {
	elsewhere(t)
	compared(t, "which.toml", "[comparison]\nscenarios = [\"silo\", \"interlock\"]\n[decision]\nmeasure = \"churn\"\nsmallest = 1\nlooks = 2\nbudget = 60\n")
	compared(t, "wrong.toml", "[comparison]\nscenarios = [\"silo\", \"interlok\"]\n[decision]\nmeasure = \"chrn\"\n")
	compared(t, "set.toml", "[comparison]\nscenarios = [\"silo\", \"interlock\"]\nset = [\"run.custmers=5\"]\n")
	compared(t, "torn.toml", "[comparison]\nscenarios = [\n")
	compared(t, "alone.toml", "[decision]\nmeasure = \"churn\"\n")
	for _, c := range []struct {
		want string
		args []string
	}{
		{`--decide: no measure "chrn"; did you mean "churn"?`, []string{"compare", "silo", "silo", "--decide", "chrn"}},
		{`--smallest: found "EUR 5", want an amount of churn in % a year`, []string{"compare", "silo", "silo", "--decide", "churn", "--smallest", "EUR 5"}},
		{"--smallest: there is nothing to decide", []string{"compare", "silo", "silo", "--smallest", "5"}},
		{`--guardrail "churn": want a sentence`, []string{"compare", "silo", "silo", "--decide", "churn", "--guardrail", "churn"}},
		{`--guardrail trst: no measure "trst"; did you mean "trust"?`, []string{"compare", "silo", "silo", "--decide", "churn", "--guardrail", "trst at least 0.5"}},
		{`--confidence: found "much"`, []string{"compare", "silo", "silo", "--decide", "churn", "--confidence", "much"}},
		{"--confidence: found 95, must be at least 0.5", []string{"compare", "silo", "silo", "--decide", "churn", "--confidence", "95"}},
		{"--budget: more than one look needs a budget", []string{"compare", "silo", "silo", "--decide", "churn", "--smallest", "1", "--looks", "2"}},
		{"--replications and --looks", []string{"compare", "silo", "silo", "--decide", "churn", "--smallest", "1", "--looks", "2", "--budget", "60", "--replications", "9"}},
		{"which.toml is a comparison, which names its scenarios itself", []string{"compare", "silo", "which.toml"}},
		{"torn.toml:2:", []string{"compare", "torn.toml"}},
		{"unknown flag: --decide", []string{"run", "silo", "--decide", "churn"}},
		{"--decide: which.toml says what is decided", []string{"compare", "which.toml", "--decide", "churn"}},
		{"--replications: which.toml looks at the outcomes more than once", []string{"compare", "which.toml", "--replications", "9"}},
		{`wrong.toml:2:22: comparison.scenarios[2]: no built-in scenario "interlok"; did you mean "interlock"?`, []string{"check", "wrong.toml"}},
		{`wrong.toml:4:1: decision.measure: no measure "chrn"; did you mean "churn"?`, []string{"compare", "wrong.toml"}},
		{"run.custmers", []string{"check", "set.toml"}},
		{"alone.toml:1:1: comparison: missing", []string{"check", "alone.toml"}},
	} {
		refused(t, c.want, c.args...)
	}
}
