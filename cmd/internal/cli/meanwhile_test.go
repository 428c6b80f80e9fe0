package cli

import (
	"bytes"
	"context"
	"io"
	"os"
	"testing"

	"github.com/spf13/cobra"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/scenarios/results"
)

// TestOfTwoExtensionsNoneLosesTheWorldsOfTheOther: one has read the results when the other replaces them.
func TestOfTwoExtensionsNoneLosesTheWorldsOfTheOther(t *testing.T) {
	elsewhere(t)
	code, _, err := call(t, with("run", "silo", "--quiet", "--out", "r")...)
	require.Equal(t, Done, code, err)
	x, slow := &extending{}, &cobra.Command{}
	slow.SetOut(io.Discard)
	slow.SetErr(io.Discard)
	slow.SetContext(t.Context())
	slow.Flags().IntVar(&x.more, "more", 0, "")
	require.NoError(t, slow.Flags().Set("more", "1"))
	set, failure := x.read("r")
	require.NoError(t, failure)
	j, wrong := x.prepare(slow, "r", set)
	require.Empty(t, wrong)
	code, _, err = call(t, "extend", "r", "--more", "3", "--quiet")
	require.Equal(t, Done, code, err)
	assert.ErrorContains(t, j.extend(slow, x), "r has been changed by another command while this one began")
	now, failure := results.Read("r")
	require.NoError(t, failure)
	assert.Equal(t, 5, now.Manifest.Finished, "the worlds of the faster one stay")
	assert.NoDirExists(t, "r.unfinished")
}

func TestResultsWithANameLikeOursAreLeftAlone(t *testing.T) {
	elsewhere(t)
	for _, out := range []string{"exp.before", "exp"} {
		code, _, err := call(t, with("run", "silo", "--quiet", "--out", out)...)
		require.Equal(t, Done, code, err)
	}
	code, _, err := call(t, "extend", "exp", "--more", "1", "--quiet")
	require.Equal(t, Done, code, err)
	for out, worlds := range map[string]int{"exp.before": 2, "exp": 3} {
		set, failure := results.Read(out)
		require.NoError(t, failure)
		assert.Equal(t, worlds, set.Manifest.Finished, out)
	}
}

// TestResultsThatWerePutAsideStopARunBeforeItBegins: a run to where results were being replaced.
func TestResultsThatWerePutAsideStopARunBeforeItBegins(t *testing.T) {
	elsewhere(t)
	code, _, err := call(t, with("run", "silo", "--quiet", "--out", "k")...)
	require.Equal(t, Done, code, err)
	require.NoError(t, os.Mkdir(".k-before-1", 0o700))
	require.NoError(t, os.WriteFile(".k-before-1/xsell-replaced-by", []byte("others"), 0o600))
	require.NoError(t, os.Rename("k", ".k-before-1/results"))
	code, out, err := call(t, with("run", "interlock", "--quiet", "--out", "k")...)
	assert.Equal(t, BadInput, code)
	assert.Contains(t, err, "it holds other results, which are never overwritten")
	assert.Empty(t, out)
	set, failure := results.Read("k")
	require.NoError(t, failure)
	assert.Equal(t, "silo", set.Manifest.Scenarios[0].Name)
	assert.NoDirExists(t, "k.unfinished")
}

// TestResumeThrowsNoWorldsAway: results were moved to where a journal of another experiment is.
func TestResumeThrowsNoWorldsAway(t *testing.T) {
	elsewhere(t)
	code, _, err := call(t, with("run", "silo", "--quiet", "--out", "k")...)
	require.Equal(t, Done, code, err)
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	var out bytes.Buffer
	words := append([]string{"select", "interlock", "group-retail", "--decide", "churn", "--delta", "0.01", "--out", "m"}, tiny[2:]...)
	code = Main(ctx, words, &out, &halfwayOf{mark: "20 worlds", cancel: cancel})
	require.Equal(t, Incomplete, code)
	require.NoError(t, os.Rename("m.unfinished", "k.unfinished"))
	before := files(t)
	code, _, err = call(t, "resume", "k")
	assert.Equal(t, BadInput, code, err)
	assert.Contains(t, err, "k.unfinished beside it holds worlds that are not in it")
	assert.Equal(t, before, files(t), "nothing is removed")
}

func TestAJournalThatCannotBeMadeIsAFailureOfTheMachine(t *testing.T) {
	elsewhere(t)
	require.NoError(t, os.WriteFile("k.unfinished", nil, 0o600))
	code, _, err := call(t, with("run", "silo", "--quiet", "--out", "k")...)
	assert.Equal(t, Broken, code, err)
	assert.Contains(t, err, "cannot keep worlds in k.unfinished")
}
