package cli

import (
	"bytes"
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/scenarios/results"
)

func TestWorldsAreAddedUntilDifferencesAreAsPreciseAsAsked(t *testing.T) {
	elsewhere(t)
	few := append([]string{"compare", "silo", "interlock"}, tiny[2:]...)
	code, out, err := call(t, append(few, "--decide", "profit_per_customer", "--until", "half-width = EUR 9", "--until", "churn half-width=50 % of the base",
		"--budget", "90", "--out", "one", "--quiet")...)
	require.Equal(t, Done, code, err)
	set, failure := results.Read("one")
	require.NoError(t, failure)
	d := set.Manifest.Decision
	require.Len(t, d.Until, 2)
	assert.True(t, d.Until[0].Reached && d.Until[1].Reached)
	assert.LessOrEqual(t, set.Verdicts[0].Seen, 9.0)
	assert.InDelta(t, d.Until[0].Widest, set.Verdicts[0].Seen, 1e-9)
	assert.GreaterOrEqual(t, set.Manifest.Finished, 70)
	assert.Contains(t, flowing(out), "Precision: every difference in profit per customer is known to within")
	assert.Contains(t, flowing(out), "Each of these precisions holds by itself, not all of them together.")
	assert.Len(t, d.Taken, 1, "stopping at a width is one look")
	code, _, err = call(t, append(set.Manifest.Command[1:], "--out", "again", "--quiet")...)
	require.Equal(t, Done, code, err)
	again, failure := results.Read("again")
	require.NoError(t, failure)
	assert.Equal(t, set.Manifest.ResultsHash, again.Manifest.ResultsHash)
	code, out, err = call(t, "extend", "again", "--more", "1", "--quiet")
	require.Equal(t, Done, code, err)
	assert.Contains(t, flowing(out), "Precision: every difference in churn", "what was asked before is still told")
	code, out, err = call(t, "extend", "one", "--until", "half-width=1", "--budget", "84", "--quiet")
	require.Equal(t, Done, code, err)
	assert.Contains(t, flowing(out), "84 replications did not reach that")
	assert.Contains(t, flowing(out), "extended after they had been seen")
}

func TestAComparisonFileCanSayHowPreciseToBe(t *testing.T) {
	elsewhere(t)
	text := `[comparison]
scenarios = ["silo", "silo"]
` + smallFirms + `[decision]
measure = "profit_per_customer"
budget = 40
until = ["half-width = 0.5"]
`
	compared(t, "which.toml", text)
	code, out, err := call(t, "compare", "which.toml", "--quiet")
	require.Equal(t, Done, code, err)
	assert.Contains(t, flowing(out), "40 replications were enough", "designs that are the same differ by nothing, surely")
	refused(t, "--replications: which.toml says how precise to be", "compare", "which.toml", "--replications", "5")
	compared(t, "wrong.toml", text+"looks = 2\nsmallest = 1\n")
	code, _, err = call(t, "check", "wrong.toml")
	assert.Equal(t, BadInput, code)
	assert.Contains(t, err, "looks stop when nothing that counts is open, until when the intervals are narrow")
}

func TestPrecisionsThatCannotBeMeantAreRefused(t *testing.T) {
	elsewhere(t)
	asked := func(words ...string) []string { return append([]string{"compare", "silo", "interlock"}, words...) }
	refused(t, "--until: there is nothing to decide; say by which measure with --decide", asked("--until", "half-width=1")...)
	refused(t, "say how many there may be at most", asked("--decide", "churn", "--until", "half-width=1")...)
	refused(t, `--until: found "width=1", want half of the widest interval`, asked("--decide", "churn", "--until", "width=1", "--budget", "50")...)
	refused(t, "must be more than 0", asked("--decide", "churn", "--until", "half-width=0", "--budget", "50")...)
	code, _, said := call(t, asked("--decide", "churn", "--until", "half-width=1")...)
	assert.Equal(t, BadInput, code)
	assert.Contains(t, said, "budget", "that is what is missing")
	assert.NotContains(t, said, "replications: at least 1", "nobody asked for none")
	refused(t, `no measure "nope"; there are products_reported, products_real, `, asked("--decide", "nope")...)
	refused(t, `no measure "chum"`, asked("--decide", "churn", "--until", "chum half-width=1", "--budget", "50")...)
	refused(t, "--replications and --until", asked("--decide", "churn", "--until", "half-width=1", "--budget", "50", "--replications", "30")...)
}

func TestHistoriesOfAWorldThatWasNotCompletedAreKept(t *testing.T) {
	elsewhere(t)
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	var out bytes.Buffer
	notes := &halfwayOf{mark: "1 of 4", cancel: cancel}
	six := append(with("compare", "silo", "interlock", "silo", "sales-quota"), "--replications", "1", "--out", "one")
	code := Main(ctx, append(six, "--workers", "1"), &out, notes)
	require.Equal(t, Incomplete, code, notes.String())
	assert.Regexp(t, `interrupted before the first of 1 world was complete: there are no results; the same command goes on with the`, notes.String())
	assert.NoDirExists(t, "one")
	code, _, err := call(t, six...)
	require.Equal(t, Done, code, err)
	assert.Regexp(t, `going on: 0 of 1 worlds were there \([123] of 4 histories\)`, err)
	assert.NoDirExists(t, "one.unfinished")
}
