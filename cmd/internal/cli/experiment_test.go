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

	"xsell/scenarios/results"
)

func TestCompareWritesResultsAndPrintsTheAnswer(t *testing.T) {
	elsewhere(t)
	code, out, err := call(t, with("compare", "silo", "interlock", "--seed", "7", "--verify")...)
	require.Equal(t, Done, code, err)
	dir := filepath.Join("out", "silo-interlock-7")
	assert.Contains(t, out, "interlock against silo, 2 replications of 26 weeks, all in the same luck.")
	assert.Contains(t, out, "report: "+filepath.Join(dir, "report.html"))
	assert.FileExists(t, filepath.Join(dir, "report.html"))
	assert.Contains(t, err, "4 of 4 histories")
	assert.Contains(t, out, "books balance")
	assert.Contains(t, err, "ns per customer-week")
	set, failure := results.Read(dir)
	require.NoError(t, failure)
	assert.Equal(t, 2, set.Manifest.Finished)
}

func TestManifestHoldsTheCommandThatRepeatsTheResults(t *testing.T) {
	elsewhere(t)
	code, _, err := call(t, with("run", "silo", "--out", "one", "--workers", "1", "--quiet")...)
	require.Equal(t, Done, code, err)
	one, failure := results.Read("one")
	require.NoError(t, failure)
	code, _, err = call(t, append(one.Manifest.Command[1:], "--out", "two")...)
	require.Equal(t, Done, code, err)
	for _, name := range []string{"manifest.toml", "books.csv", "summary.csv"} {
		first, errOne := os.ReadFile(filepath.Join("one", name))
		second, errTwo := os.ReadFile(filepath.Join("two", name))
		require.NoError(t, errOne)
		require.NoError(t, errTwo)
		assert.Equal(t, string(first), string(second), "%s must be repeated to the last byte", name)
	}
}

func TestQuietRunSaysOnlyTheResults(t *testing.T) {
	elsewhere(t)
	code, out, err := call(t, with("run", "silo", "--quiet")...)
	require.Equal(t, Done, code, err)
	assert.Empty(t, err)
	assert.NotEmpty(t, out)
}

func TestEarlierRunIsNeverOverwritten(t *testing.T) {
	elsewhere(t)
	_, _, _ = call(t, with("run", "silo", "--seed", "3")...)
	code, _, err := call(t, with("run", "silo", "--seed", "3")...)
	require.Equal(t, Done, code, err)
	second := filepath.Join("out", "silo-3-2")
	assert.Contains(t, err, "holds an earlier run; this one goes to "+second)
	assert.FileExists(t, filepath.Join(second, "manifest.toml"))
	refused(t, "never overwritten", with("run", "silo", "--out", second)...)
}

func TestInterruptedRunWithoutAWorldWritesNothing(t *testing.T) {
	elsewhere(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	var out, err bytes.Buffer
	code := Main(ctx, with("run", "silo"), &out, &err)
	assert.Equal(t, Incomplete, code)
	assert.Contains(t, err.String(), "interrupted before the first of 2 worlds was complete")
	assert.Empty(t, files(t))
}

func TestReportIsDrawnAgainWithoutRunning(t *testing.T) {
	elsewhere(t)
	_, before, _ := call(t, with("run", "silo", "--out", "here")...)
	require.NoError(t, os.Remove("here/report.html"))
	code, after, err := call(t, "report", "here")
	require.Equal(t, Done, code, err)
	assert.Equal(t, before, after, "the same results give the same words")
	assert.FileExists(t, "here/report.html")
}

func TestReportOfChangedResultsIsRefused(t *testing.T) {
	elsewhere(t)
	_, _, _ = call(t, with("run", "silo", "--out", "here")...)
	path := filepath.Join("here", "outcomes.csv")
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(path, []byte(strings.Replace(string(data), ",0,", ",1,", 1)), 0o600))
	refused(t, "a file was changed after the run", "report", "here")
}

// halfway cancels once half of the histories are done.
type halfway struct {
	bytes.Buffer
	cancel context.CancelFunc
}

func (h *halfway) Write(text []byte) (int, error) {
	if strings.HasPrefix(string(text), "5 of 10") {
		h.cancel()
	}
	return h.Buffer.Write(text)
}

func TestInterruptedRunKeepsTheCompleteWorlds(t *testing.T) {
	elsewhere(t)
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	var out bytes.Buffer
	err := &halfway{cancel: cancel}
	code := Main(ctx, with("run", "silo", "--replications", "10", "--workers", "1", "--out", "half"), &out, err)
	assert.Equal(t, Incomplete, code, err.String())
	set, failure := results.Read("half")
	require.NoError(t, failure)
	assert.Contains(t, []int{5, 6}, set.Manifest.Finished, "the sixth history may have begun")
	assert.Equal(t, 10, set.Manifest.Asked)
	assert.Contains(t, err.String(), "interrupted: the results hold the first")
	assert.FileExists(t, "half/report.html")
}
