package cli

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/scenarios/results"
)

// sameFiles says that two directories hold the same files, to the last byte, but for the lines of the manifest that tell
// that one has grown.
func sameFiles(t *testing.T, want, got string) {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(want, "*.*"))
	require.NoError(t, err)
	require.NotEmpty(t, paths)
	for _, path := range paths {
		if filepath.Base(path) == "report.html" { // holds the manifest, packed
			continue
		}
		one, errOne := os.ReadFile(path)
		other, errOther := os.ReadFile(filepath.Join(got, filepath.Base(path)))
		require.NoError(t, errOne)
		require.NoError(t, errOther)
		assert.Equal(t, ungrown(string(one)), ungrown(string(other)), "%s", filepath.Base(path))
	}
}

func ungrown(manifest string) string {
	var lines strings.Builder
	for line := range strings.SplitAfterSeq(manifest, "\n") {
		if !strings.HasPrefix(line, "grown_from = ") {
			lines.WriteString(line)
		}
	}
	return lines.String()
}

func TestExtendedResultsAreThoseOfOneCommand(t *testing.T) {
	elsewhere(t)
	for _, command := range [][]string{{"run", "silo+low-skill"}, {"compare", "silo", "interlock", "silo"}} {
		words := func(worlds, out string) []string {
			return append(with(command[0], command[1:]...), "--replications", worlds, "--quiet", "--out", out)
		}
		code, want, err := call(t, words("5", "whole")...)
		require.Equal(t, Done, code, err)
		code, _, err = call(t, words("2", "grown")...)
		require.Equal(t, Done, code, err)
		require.NoError(t, os.WriteFile("grown/notes.txt", []byte("mine"), 0o600))
		code, out, err := call(t, "extend", "grown", "--more", "1", "--verify")
		require.Equal(t, Done, code, err)
		assert.Contains(t, out, "books balance")
		code, got, err := call(t, "extend", "grown", "--replications", "5", "--quiet")
		require.Equal(t, Done, code, err)
		sameFiles(t, "whole", "grown")
		const said = "Extended 2 times after being seen (at 2 and 3): 95 % holds for one look, and is less where one goes on until something is clear."
		assert.Contains(t, flowing(got), said)
		assert.Equal(t, flowing(want), strings.ReplaceAll(strings.ReplaceAll(flowing(got), " "+said, ""), "grown", "whole"))
		page, failure := os.ReadFile("grown/report.html")
		require.NoError(t, failure)
		assert.Contains(t, string(page), said)
		assert.NotContains(t, want, "after being seen")
		_, document, _ := call(t, "report", "grown", "--json")
		assert.Contains(t, flowing(document), `"extended_from": [ 2, 3 ]`)
		set, failure := results.Read("grown")
		require.NoError(t, failure)
		assert.Equal(t, []int{2, 3}, set.Manifest.Grown)
		assert.FileExists(t, "grown/notes.txt", "what is not of xsell stays")
		assert.FileExists(t, "grown/plots/"+firstPlot(t, "whole"))
		assert.NoDirExists(t, "grown.unfinished")
		require.NoError(t, os.RemoveAll("grown"))
		require.NoError(t, os.RemoveAll("whole"))
	}
}

// flowing is a text without its line ends.
func flowing(text string) string { return strings.Join(strings.Fields(text), " ") }

func firstPlot(t *testing.T, dir string) string {
	t.Helper()
	found, err := os.ReadDir(filepath.Join(dir, "plots"))
	require.NoError(t, err)
	require.NotEmpty(t, found)
	return found[0].Name()
}

func TestAnotherLookAtADecisionIsPaidFor(t *testing.T) {
	elsewhere(t)
	decided := append(with("compare", "silo", "interlock"), "--decide", "profit_per_customer", "--smallest", "5", "--guardrail", "churn up at most 0.5", "--quiet")
	code, _, err := call(t, append(decided, "--replications", "12", "--out", "one")...)
	require.Equal(t, Done, code, err)
	code, out, err := call(t, "extend", "one", "--replications", "16", "--quiet")
	require.Equal(t, Done, code, err)
	set, failure := results.Read("one")
	require.NoError(t, failure)
	taken := set.Manifest.Decision.Taken
	require.Len(t, taken, 2)
	assert.Equal(t, []int{12, 16}, []int{taken[0].Worlds, taken[1].Worlds})
	assert.InDeltaSlice(t, []float64{0.05, 0.025}, []float64{taken[0].Alpha, taken[1].Alpha}, 1e-12)
	assert.Contains(t, flowing(out), "Looks: at 12 replications (error 5 %), at 16 replications (error 2.5 %). What is said here holds with 97.5 %, and all that was said in any of them with 92.5 %.")
	assert.Contains(t, flowing(out), "with a confidence of 92.5 %, and, by themselves, so do all guardrails, whichever of 2 looks is asked.")
	code, _, err = call(t, append(decided, "--replications", "16", "--out", "two")...)
	require.Equal(t, Done, code, err)
	two, failure := results.Read("two")
	require.NoError(t, failure)
	for _, name := range []string{"outcomes.csv", "summary.csv", "books.csv"} {
		one, errOne := os.ReadFile(filepath.Join("one", name))
		other, errTwo := os.ReadFile(filepath.Join("two", name))
		require.NoError(t, errors.Join(errOne, errTwo))
		assert.True(t, bytes.Equal(one, other), "%s is that of one command", name)
	}
	assert.Equal(t, two.Manifest.Histories, set.Manifest.Histories)
	wide := func(v results.Verdict) float64 { return v.High - v.Low }
	assert.Greater(t, wide(set.Verdicts[0]), wide(two.Verdicts[0]), "the second look is wider than an only one")
	assert.Equal(t, two.Verdicts[0].Difference, set.Verdicts[0].Difference)
	code, again, err := call(t, "report", "one")
	require.Equal(t, Done, code, err)
	assert.Equal(t, out, again)
	code, again, err = call(t, "rerun", "one", "--quiet")
	assert.Equal(t, Done, code, "the verdicts are those of the second look: %s%s", again, err)
}

func TestPlannedLooksThatWereNotNeededPayForAnExtension(t *testing.T) {
	elsewhere(t)
	code, _, err := call(t, append(with("compare", "silo", "silo")[:1], append([]string{"silo", "silo"}, append(tiny[2:],
		"--decide", "profit_per_customer", "--smallest", "5", "--looks", "2", "--budget", "24", "--quiet", "--out", "one")...)...)...)
	require.Equal(t, Done, code, err)
	code, out, err := call(t, "extend", "one", "--more", "2", "--quiet")
	require.Equal(t, Done, code, err)
	set, failure := results.Read("one")
	require.NoError(t, failure)
	d := set.Manifest.Decision
	assert.Equal(t, []results.Taken{{Worlds: 12, Alpha: d.Taken[0].Alpha}, {Worlds: 14, Alpha: d.Taken[0].Alpha}}, d.Taken)
	assert.Contains(t, flowing(out), "this was look 2 of at most 2")
	assert.NotContains(t, flowing(out), "extended after they had been seen")
}

func TestAnExtensionThatIsStoppedLeavesTheResultsAndGoesOn(t *testing.T) {
	elsewhere(t)
	code, _, err := call(t, with("run", "silo", "--out", "half", "--quiet")...)
	require.Equal(t, Done, code, err)
	code, _, err = call(t, with("run", "silo", "--replications", "12", "--out", "whole", "--quiet")...)
	require.Equal(t, Done, code, err)
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	var out bytes.Buffer
	notes := &halfwayOf{mark: "8 of 12", cancel: cancel}
	code = Main(ctx, []string{"extend", "half", "--replications", "12", "--workers", "1"}, &out, notes)
	assert.Equal(t, Incomplete, code, notes.String())
	assert.Contains(t, notes.String(), "half is as it was, with 2 worlds")
	set, failure := results.Read("half")
	require.NoError(t, failure)
	assert.Equal(t, 2, set.Manifest.Finished)
	code, _, err = call(t, "resume", "half")
	require.Equal(t, Done, code, err)
	assert.Regexp(t, `going on: [67] of 10 worlds were there`, err)
	sameFiles(t, "whole", "half")
}

// halfwayOf cancels when a line of the progress comes.
type halfwayOf struct {
	bytes.Buffer
	mark   string
	cancel context.CancelFunc
}

func (h *halfwayOf) Write(text []byte) (int, error) {
	if strings.HasPrefix(string(text), h.mark) {
		h.cancel()
	}
	return h.Buffer.Write(text)
}

func TestResultsThatWereCutShortAreResumed(t *testing.T) {
	elsewhere(t)
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	var out bytes.Buffer
	notes := &halfway{cancel: cancel}
	code := Main(ctx, with("run", "silo", "--replications", "10", "--workers", "1", "--out", "half"), &out, notes)
	require.Equal(t, Incomplete, code, notes.String())
	assert.Contains(t, notes.String(), "xsell extend half --replications 10 goes on")
	code, _, err := call(t, with("run", "silo", "--replications", "10", "--out", "whole", "--quiet")...)
	require.Equal(t, Done, code, err)
	code, _, err = call(t, "resume", "half")
	require.Equal(t, Done, code, err)
	sameFiles(t, "whole", "half")
	refused(t, "half is complete, with 10 worlds: there is nothing to go on with; xsell extend adds worlds", "resume", "half")
	refused(t, "there is nothing to go on with: no nowhere.unfinished", "resume", "nowhere")
}

func TestExtensionsThatCannotBeMeantAreRefused(t *testing.T) {
	elsewhere(t)
	code, _, err := call(t, with("run", "silo", "--out", "here", "--quiet")...)
	require.Equal(t, Done, code, err)
	refused(t, "there is no directory nowhere", "extend", "nowhere", "--more", "1")
	refused(t, "how many worlds?", "extend", "here")
	refused(t, "use one of them", "extend", "here", "--more", "1", "--replications", "4")
	refused(t, "here holds 2 worlds already, and 2 were asked for", "extend", "here", "--replications", "2")
	refused(t, "--more -1: it must be 1 or more", "extend", "here", "--more", "-1")
	refused(t, "here holds no decision", "extend", "here", "--until", "half-width=1", "--budget", "10")
	refused(t, "--budget: it ends worlds that are added with --until", "extend", "here", "--more", "1", "--budget", "10")
	require.NoError(t, os.Chdir("here"))
	refused(t, "go one up, and name it: cd .. && xsell extend here", "extend", ".", "--more", "1")
	require.NoError(t, os.Chdir(".."))
	change := func(from, to string) {
		text, failure := os.ReadFile("here/manifest.toml")
		require.NoError(t, failure)
		require.Contains(t, string(text), from)
		require.NoError(t, os.WriteFile("here/manifest.toml", []byte(strings.Replace(string(text), from, to, 1)), 0o600))
	}
	change("luck_scheme = 1", "luck_scheme = 9")
	refused(t, "version 9 of the rule that turns a seed into luck", "extend", "here", "--more", "1")
	change("luck_scheme = 9", "luck_scheme = 1")
	change("pressure = ", "pressure = 0.5 # ")
	refused(t, "silo is not the same model in this program", "extend", "here", "--more", "1")
	change("tool_version = \""+Version, "tool_version = \"0.0.9")
	refused(t, "here was made with version 0.0.9 of xsell, and this is version "+Version, "extend", "here", "--more", "1")
}
