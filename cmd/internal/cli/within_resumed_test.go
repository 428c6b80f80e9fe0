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

func TestAComparisonThatWasCutShortIsResumedWithWhyAndWho(t *testing.T) {
	elsewhere(t)
	ten := deeply("--replications", "5", "--workers", "1")
	code, want, err := call(t, append(ten, "--out", "whole", "--quiet")...)
	require.Equal(t, Done, code, err)
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	var out bytes.Buffer
	notes := &halfway{cancel: cancel}
	code = Main(ctx, append(ten, "--out", "parts"), &out, notes)
	require.Equal(t, Incomplete, code, notes.String())
	assert.NotContains(t, notes.String(), "why:", "whoever stops a comparison waits for nothing more")
	code, got, err := call(t, "resume", "parts")
	require.Equal(t, Done, code, err)
	_, whole, _ := strings.Cut(want, "WHY AND WHO")
	_, parts, _ := strings.Cut(strings.ReplaceAll(got, "parts", "whole"), "WHY AND WHO")
	assert.NotEmpty(t, whole)
	assert.Equal(t, whole, parts)
	for _, at := range []string{whyWithin, whoWithin} {
		sameFiles(t, filepath.Join("whole", at), filepath.Join("parts", at))
	}
}

// TestAPageThatSaysNotMadeYetIsDrawnAnewAfterAKill: the state on disk when a resumed comparison is killed after the last of
// what stands within was written, and before its page is drawn.
func TestAPageThatSaysNotMadeYetIsDrawnAnewAfterAKill(t *testing.T) {
	elsewhere(t)
	code, _, err := call(t, deeply("--out", "r", "--quiet")...)
	require.Equal(t, Done, code, err)
	page := pageOf(t, "r")
	require.NoError(t, os.RemoveAll("r/why"))
	require.NoError(t, os.RemoveAll("r/who"))
	code, _, err = call(t, "report", "r")
	require.Equal(t, Done, code, err)
	require.Contains(t, pageOf(t, "r"), "xsell resume r", "the page says what is not made yet")

	set, failure := results.Read("r")
	require.NoError(t, failure)
	cmd := &cobra.Command{}
	cmd.SetContext(t.Context())
	j, failure := finisher(cmd, "r", set, &asked{quiet: true})
	require.NoError(t, failure)
	require.NoError(t, j.deepen(t.Context()))
	require.Empty(t, set.Manifest.Lacking("r"))
	require.NoFileExists(t, "r/report.html", "no page says that something is not made that is there")
	code, out, err := call(t, "resume", "r")
	require.Equal(t, Done, code, err)
	assert.Contains(t, out, "WHY AND WHO")
	assert.Equal(t, page, pageOf(t, "r"))
}
