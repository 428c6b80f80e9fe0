package cli

import (
	"io"
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
