package cli

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/scenarios/results"
)

// deeply is a small comparison that is asked for why and who as well.
func deeply(words ...string) []string {
	return with("compare", append([]string{"silo", "silo+low-skill", "--why", "--who"}, words...)...)
}

// Where its two inner results stand.
const (
	whyWithin = "why/silo-against-silo-low-skill"
	whoWithin = "who/silo-against-silo-low-skill"
)

func TestAComparisonAnswersWhyAndWhoOnOnePage(t *testing.T) {
	elsewhere(t)
	code, out, notes := call(t, deeply("--out", "here", "--verify")...)
	require.Equal(t, Done, code, notes)
	for _, want := range []string{"WHY AND WHO\nWhy is of 10 worlds with 200 customers; who is of 4 worlds with 200 customers. ", "\nWhy: ", "\nWho: under silo+low-skill ", "\n  more: xsell report " + whyWithinOf("here"), "report: here/report.html"} {
		assert.Contains(t, out, want)
	}
	for _, want := range []string{"why: silo+low-skill against silo, ", "why: silo+low-skill against silo: 40 of 40 histories", "who: silo+low-skill against silo: 8 of 8 histories", "books balance"} {
		assert.Contains(t, notes, want, "the notes name what runs")
	}
	page := pageOf(t, "here")
	for _, want := range []string{"Why silo&#43;low-skill differs from silo: lever by lever", "Who gains and who loses under silo&#43;low-skill", "10 worlds of 26 weeks", "4 worlds of 26 weeks",
		`href="` + whyWithin + `/report.html"`, `href="` + whoWithin + `/twins.html"`, `href="#diff-1"`, "told week by week", whoWithin + "/plots/twins_customers.svg"} {
		assert.Contains(t, page, want)
	}
	assert.NotContains(t, page, "add --why")

	code, alone, err := call(t, "report", filepath.Join("here", whyWithin))
	require.Equal(t, Done, code, err)
	assert.Contains(t, alone, "Why does silo+low-skill differ from silo?", "what stands within is a result by itself")
	set, failure := results.ReadExplain(filepath.Join("here", whyWithin))
	require.NoError(t, failure)
	code, _, err = call(t, append(set.Manifest.Command[1:], "--quiet", "--out", "again")...)
	require.Equal(t, Done, code, err)
	again, failure := results.ReadExplain("again")
	require.NoError(t, failure)
	assert.Equal(t, set.Manifest.ResultsHash, again.Manifest.ResultsHash, "its command gives it again")
	pairs, failure := results.ReadTwins(filepath.Join("here", whoWithin))
	require.NoError(t, failure)
	code, _, err = call(t, append(pairs.Manifest.Command[1:], "--quiet", "--out", "pairs")...)
	require.Equal(t, Done, code, err)
	twice, failure := results.ReadTwins("pairs")
	require.NoError(t, failure)
	assert.Equal(t, pairs.Manifest.ResultsHash, twice.Manifest.ResultsHash, "its command gives it again")

	require.NoError(t, os.Remove("here/report.html"))
	require.NoError(t, os.RemoveAll(filepath.Join("here", whoWithin, "plots")))
	code, drawn, err := call(t, "report", "here")
	require.Equal(t, Done, code, err)
	assert.Equal(t, page, pageOf(t, "here"), "the page is drawn from the directory alone")
	assert.Contains(t, out, strings.TrimSuffix(drawn, "report: here/report.html\n"))
	assert.FileExists(t, filepath.Join("here", whoWithin, "plots", "twins_customers.svg"))
}

func whyWithinOf(dir string) string { return filepath.Join(dir, whyWithin) }

func pageOf(t *testing.T, dir string) string {
	t.Helper()
	page, err := os.ReadFile(filepath.Join(dir, "report.html"))
	require.NoError(t, err)
	return string(page)
}

func TestAPageWithWhyAndWhoIsRepeatedWhole(t *testing.T) {
	elsewhere(t)
	mailed(t, deeply("--set", "run.markets=2", "--seed", "18446744073709551615")...)
	for _, path := range []string{"page.html", "made"} {
		code, out, err := call(t, "rerun", path, "--quiet")
		require.Equal(t, Done, code, err)
		assert.Contains(t, out, "identical: all ")
		assert.Contains(t, out, whyWithin+": identical.\n"+whoWithin+": identical.\n")
	}
	forged(t, func(set *results.Set) {
		manifests, err := results.WithinOf("made", &set.Manifest)
		require.NoError(t, err)
		set.Manifests = manifests
		path := whyWithin + "/manifest.toml"
		set.Manifests[path] = strings.Replace(set.Manifests[path], `results_hash = "`, `results_hash = "0`, 1)
	})
	code, out, _ := call(t, "rerun", "forged.html", "--quiet")
	assert.Equal(t, Different, code)
	assert.Contains(t, out, "identical: all ", "the comparison's own numbers are the same")
	assert.Contains(t, out, whyWithin+": different.\n"+whoWithin+": identical.\n")
	code, out, err := call(t, "rerun", "page.html", "--quiet", "--worlds", "1")
	require.Equal(t, Done, code, err)
	assert.Contains(t, out, whoWithin+": not repeated.")
}

func TestWhyAndWhoThatWereStoppedAreMadeWhenResumed(t *testing.T) {
	elsewhere(t)
	code, want, err := call(t, deeply("--out", "whole")...)
	require.Equal(t, Done, code, err)
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	var out bytes.Buffer
	notes := &halfwayOf{mark: "who: silo+low-skill against silo: 2 of 8", cancel: cancel}
	code = Main(ctx, deeply("--out", "legs", "--workers", "1"), &out, notes)
	require.Equal(t, Incomplete, code, notes.String())
	assert.Contains(t, notes.String(), "interrupted: the comparison is whole; xsell resume legs goes on with who: silo+low-skill against silo")
	assert.Contains(t, out.String(), "Not made yet: "+whoWithin+"; xsell resume legs goes on with it.")
	assert.Contains(t, pageOf(t, "legs"), "xsell resume legs")
	assert.DirExists(t, whyWithinOf("legs"))
	assert.NoDirExists(t, filepath.Join("legs", whoWithin), "nothing half-written is taken for whole")
	code, got, err := call(t, "resume", "legs")
	require.Equal(t, Done, code, err)
	assert.NotContains(t, err, "why:", "what is there is not made again")
	assert.Equal(t, want, strings.ReplaceAll(got, "legs", "whole"))
	assert.Equal(t, pageOf(t, "whole"), pageOf(t, "legs"))
	sameFiles(t, filepath.Join("whole", whoWithin), filepath.Join("legs", whoWithin))
	code, _, err = call(t, "resume", "legs")
	assert.Equal(t, BadInput, code)
	assert.Contains(t, err, "legs is complete, with 2 worlds")
}

// TestWhatAKillLeavesOfWhyIsNotTaken: the state on disk after a kill while the tables were written, before the report.
func TestWhatAKillLeavesOfWhyIsNotTaken(t *testing.T) {
	elsewhere(t)
	code, want, err := call(t, deeply("--out", "r")...)
	require.Equal(t, Done, code, err)
	page := pageOf(t, "r")
	for _, again := range [][]string{{"resume", "r"}, deeply("--out", "r")} {
		require.NoError(t, os.Remove("r/report.html"))
		require.NoError(t, os.RemoveAll("r/who"))
		require.NoError(t, os.Rename(whyWithinOf("r"), "r/why/.silo-against-silo-low-skill-unfinished-17"))
		require.NoError(t, os.Mkdir("r.unfinished", 0o700))
		code, got, notes := call(t, again...)
		require.Equal(t, Done, code, notes)
		assert.Equal(t, want, got)
		assert.Equal(t, page, pageOf(t, "r"))
		assert.NoDirExists(t, "r/why/.silo-against-silo-low-skill-unfinished-17", "what is left over is removed")
		assert.NoDirExists(t, "r.unfinished")
	}
}

func TestAnExtensionKeepsWhyAndWho(t *testing.T) {
	elsewhere(t)
	code, _, err := call(t, deeply("--out", "r")...)
	require.Equal(t, Done, code, err)
	code, out, err := call(t, "extend", "r", "--replications", "4")
	require.Equal(t, Done, code, err)
	assert.NotContains(t, err, "why:", "they are not made again")
	assert.Contains(t, out, "\nWho: under silo+low-skill ")
	page := pageOf(t, "r")
	assert.Contains(t, page, "10 worlds of 26 weeks")
	assert.Contains(t, page, "The rest of this page is of 4 worlds")
	code, out, err = call(t, "decide", "r", "--decide", "churn", "--smallest", "0.2")
	require.Equal(t, Done, code, err)
	assert.Contains(t, out, "DECISION")
	code, out, err = call(t, "rerun", "r/report.html", "--quiet")
	require.Equal(t, Done, code, err)
	assert.Contains(t, out, whoWithin+": identical.")
}

func TestWhatIsSaidOnTheCommandLineWinsOverAFileThatAsksForWhyAndWho(t *testing.T) {
	elsewhere(t)
	require.NoError(t, os.WriteFile("c.toml", []byte("[comparison]\nscenarios = [\"silo\", \"silo+low-skill\"]\nreplications = 2\nwhy = true\nwho = true\n"), 0o600))
	for _, x := range []struct{ given, kinds, line []string }{
		{nil, []string{"why", "who"}, nil},
		{[]string{"--why=false", "--who"}, []string{"who"}, []string{"--why=false", "--who"}},
		{[]string{"--who=false"}, []string{"why"}, []string{"--who=false"}},
	} {
		a, cmd := &asked{}, &cobra.Command{}
		a.flags(cmd)
		a.deeper.flags(cmd)
		require.NoError(t, cmd.ParseFlags(x.given))
		_, err := a.read(cmd, "c.toml")
		require.NoError(t, err)
		assert.Equal(t, x.kinds, a.deeper.kinds(), "compare c.toml %v", x.given)
		assert.Equal(t, x.line, a.given, "the line that repeats it says the same")
	}
}

func TestAComparisonWithoutWhyAndWhoSaysHowToAskForThem(t *testing.T) {
	elsewhere(t)
	code, out, err := call(t, with("compare", "silo", "silo", "--why", "--out", "r", "--quiet")...)
	require.Equal(t, Done, code, err)
	assert.Contains(t, out, "Why: Profit per customer: silo and silo-2 are the same design")
	page := pageOf(t, "r")
	assert.Contains(t, page, "Add --who to this comparison: <code>xsell compare silo silo ")
	assert.Contains(t, page, "--why --who</code>")
	assert.NoDirExists(t, "r/who")
	code, out, err = call(t, "rerun", "r", "--quiet")
	require.Equal(t, Done, code, err)
	assert.Contains(t, out, "why/silo-against-silo-2: identical.")
}

func TestWhyAndWhoAreAddedToResultsThatAreThere(t *testing.T) {
	elsewhere(t)
	code, want, err := call(t, deeply("--out", "aaa", "--quiet")...)
	require.Equal(t, Done, code, err)
	code, _, err = call(t, with("compare", "silo", "silo+low-skill", "--who", "--out", "zzz", "--quiet")...)
	require.Equal(t, Done, code, err)
	refused(t, "zzz holds what --why and --who ask for: there is nothing to add", "extend", "zzz", "--who")
	code, got, notes := call(t, "extend", "zzz", "--why")
	require.Equal(t, Done, code, notes)
	assert.NotContains(t, notes, "who:", "what is there is not made again")
	assert.Equal(t, want, strings.ReplaceAll(got, "zzz", "aaa"))
	sameFiles(t, whyWithinOf("aaa"), whyWithinOf("zzz"))
	page := pageOf(t, "zzz")
	assert.Contains(t, page, "Why silo&#43;low-skill differs from silo")
	assert.Contains(t, page, "--who --why</code>", "the command of the page makes all of it")
	code, _, err = call(t, "extend", "zzz", "--more", "1", "--why", "--who", "--quiet")
	require.Equal(t, Done, code, err)
	code, _, err = call(t, with("run", "silo", "--out", "one", "--quiet")...)
	require.Equal(t, Done, code, err)
	refused(t, "--why: one holds one design, and there is nothing to compare it with", "extend", "one", "--why")
}
