package cli

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/reports"
	"xsell/scenarios/results"
)

// mailed runs a command line into the directory made, and leaves nothing but its page.
func mailed(t *testing.T, words ...string) {
	t.Helper()
	code, _, err := call(t, append(words, "--out", "made", "--quiet")...)
	require.Equal(t, Done, code, err)
	page, failure := os.ReadFile("made/report.html")
	require.NoError(t, failure)
	require.NoError(t, os.WriteFile("page.html", page, 0o600))
}

const timedScenario = `title = "mine"
base = "silo"
[organisation]
teams = true
[timeline.late]
at = "13 weeks"
set.controls.audit = 0.5
`

func TestAPageAloneIsEnoughToRepeatIt(t *testing.T) {
	for name, words := range map[string][]string{
		"run with an overlay and --set": with("run", "silo+low-skill", "--set", "environment.regulator=4"),
		"comparison with a timeline":    with("compare", "silo", "mine.toml", "silo", "--seed", "18446744073709551615"),
		"decision with looks": append([]string{"compare", "silo", "interlock", "--decide", "profit_per_customer", "--smallest", "2 %",
			"--guardrail", "churn p90 up at most 0.5", "--guardrail", "conduct_bill at most EUR 5 million", "--budget", "20", "--looks", "2"}, tiny[2:]...),
	} {
		elsewhere(t)
		require.NoError(t, os.WriteFile("mine.toml", []byte(timedScenario), 0o600))
		mailed(t, words...)
		require.NoError(t, os.Remove("mine.toml"))
		for _, path := range []string{"page.html", "made"} {
			code, out, err := call(t, "rerun", path, "--workers", "1", "--quiet")
			assert.Equal(t, Done, code, "%s: %s", name, err)
			assert.Contains(t, out, "identical: all ", name)
			assert.Contains(t, out, "and all tables made of them.", name)
		}
		code, out, err := call(t, "rerun", "page.html", "--worlds", "1")
		assert.Equal(t, Done, code, err)
		assert.Contains(t, out, "Repeated were the first 1 of ", name)
	}
}

// forged writes a page again whose results were changed by a function, as another program of the same form would.
func forged(t *testing.T, change func(*results.Set)) {
	t.Helper()
	set, err := results.Read("made")
	require.NoError(t, err)
	change(set)
	page, err := os.ReadFile("page.html")
	require.NoError(t, err)
	whole, err := reports.Enclose(regexp.MustCompile(`(?s)<template id="xsell-run">.*?</template>\n`).ReplaceAll(page, nil), set)
	require.NoError(t, err)
	require.NoError(t, os.WriteFile("forged.html", whole, 0o600))
}

func TestTheFirstDifferenceIsSaidInFull(t *testing.T) {
	elsewhere(t)
	mailed(t, with("compare", "silo", "interlock")...)
	forged(t, func(set *results.Set) {
		set.Manifest.Tool = "0.0.9"
		for i := range set.Outcomes {
			if o := &set.Outcomes[i]; o.Replication == 1 && o.Measure == "churn" {
				o.Value += 0.125
			}
		}
	})
	code, out, err := call(t, "rerun", "forged.html", "--quiet")
	assert.Equal(t, Different, code)
	lines := strings.SplitN(out, "\n", 2)
	assert.Equal(t, "forged.html was made by xsell 0.0.9, and this is "+Version+": its formulas and tables may be others", lines[0], "first of all")
	assert.Regexp(t, `different: 2 of [0-9]+ numbers of 2 worlds\. The first: silo, replication 1, churn:\s+there\s+[0-9.]+,\s+here [0-9.]+\.`, lines[1])
	assert.Contains(t, err, "repeating forged.html gave something else than it shows")
	d := told(t, Different, "rerun", "forged.html", "--quiet")
	first := d["first_difference"].(map[string]any)
	assert.InDelta(t, 0.125, first["there"].(float64)-first["here"].(float64), 1e-12)
	code, out, _ = call(t, "rerun", "forged.html", "--quiet", "--worlds", "1")
	assert.Equal(t, Done, code, "the first world is the same: %s", out)
}

func TestAScenarioThatCannotBeReadAnyMoreIsRefusedWithTheReason(t *testing.T) {
	elsewhere(t)
	mailed(t, with("run", "silo")...)
	forged(t, func(set *results.Set) {
		set.Manifest.Scenarios[0].TOML = strings.Replace(set.Manifest.Scenarios[0].TOML, "[run]", "[run]\nmoons = 3", 1)
	})
	refused(t, `run.moons: unknown key "moons"`, "rerun", "forged.html")
	refused(t, "cannot read a scenario any more that forged.html, drawn by "+Version+", was made of", "rerun", "forged.html")
}

func TestAPageThatWasTamperedWithIsFound(t *testing.T) {
	elsewhere(t)
	mailed(t, with("run", "silo")...)
	page, err := os.ReadFile("page.html")
	require.NoError(t, err)
	at := bytes.Index(page, []byte(`"data":"`)) + 2000
	for _, letter := range []byte("Az") {
		page[at] = letter
		require.NoError(t, os.WriteFile("bad.html", page, 0o600))
		refused(t, "the data that bad.html carries were changed or damaged after it was drawn", "rerun", "bad.html")
	}
	require.NoError(t, os.WriteFile("cut.html", page[:at], 0o600))
	refused(t, "cut.html is cut off", "rerun", "cut.html")
	original, err := os.ReadFile("page.html")
	require.NoError(t, err)
	require.NoError(t, os.WriteFile("edited.html", bytes.Replace(original, []byte("silo"), []byte("solo"), 1), 0o600))
	code, out, _ := call(t, "rerun", "edited.html", "--quiet")
	assert.Equal(t, Done, code)
	assert.Contains(t, out, "the text of the page is not as it was drawn", "a page that somebody edited around its data is told of")
}

func TestWhatCannotBeRepeatedIsSaidKindly(t *testing.T) {
	elsewhere(t)
	code, _, err := call(t, riskily("sales-quota", "--out", "risk", "--quiet")...)
	require.Equal(t, Done, code, err)
	require.NoError(t, os.WriteFile("other.html", []byte("<html><body></body></html>"), 0o600))
	require.NoError(t, os.Mkdir("empty", 0o700))
	for want, words := range map[string][]string{
		"risk holds the results of xsell risk, and rerun repeats those of run and compare; this command gives them again: xsell risk sales-quota": {"risk"},
		"other.html carries nothing that can be repeated":        {"other.html"},
		"nowhere: there is no such page or directory":            {"nowhere"},
		"empty is not a results directory":                       {"empty"},
		"--worlds -1: it must be 0 (all) or more":                {"other.html", "--worlds", "-1"},
		"--workers -1: it must be 0 (all processors) or more":    {"other.html", "--workers", "-1"},
		"takes one page or directory, found 0; see: xsell rerun": {},
	} {
		refused(t, want, append([]string{"rerun"}, words...)...)
	}
}

func TestAnInterruptedRepetitionComparesWhatIsComplete(t *testing.T) {
	elsewhere(t)
	mailed(t, with("run", "silo", "--replications", "10")...)
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	var out bytes.Buffer
	err := &halfway{cancel: cancel}
	code := Main(ctx, []string{"rerun", filepath.Join("made", "report.html"), "--workers", "1"}, &out, err)
	assert.Equal(t, Incomplete, code, err.String())
	assert.Contains(t, out.String(), "identical: all ")
	assert.Contains(t, out.String(), "of 10 worlds; without --worlds all are.")
}
