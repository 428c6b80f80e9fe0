package cli

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/scenarios/results"
)

func TestPanelsStandBesideTheResultsAndMoveNone(t *testing.T) {
	elsewhere(t)
	code, _, err := call(t, with("run", "silo", "--out", "plain")...)
	require.Equal(t, Done, code, err)
	code, _, err = call(t, with("run", "silo", "--out", "rich", "--panel", "sellers, accounts", "--panel", "customers", "--panel-every", "week")...)
	require.Equal(t, Done, code, err)
	plain, failure := results.Read("plain")
	require.NoError(t, failure)
	rich, failure := results.Read("rich")
	require.NoError(t, failure)
	assert.Equal(t, plain.Hash(), rich.Hash(), "looking on must change no result")
	for _, kind := range []string{"sellers", "customers", "accounts"} {
		for _, ending := range []string{".parquet", ".csv", ".dictionary.csv"} {
			assert.FileExists(t, filepath.Join("rich", "panel-"+kind+ending))
			assert.NoFileExists(t, filepath.Join("plain", "panel-"+kind+ending))
		}
	}
	entries, failure := os.ReadDir(".")
	require.NoError(t, failure)
	assert.Len(t, entries, 2, "nothing on the way may be left behind")
}

func TestManifestRepeatsThePanels(t *testing.T) {
	elsewhere(t)
	code, _, err := call(t, with("run", "silo", "--out", "one", "--panel", "sellers", "--panel-worlds", "2")...)
	require.Equal(t, Done, code, err)
	one, failure := results.Read("one")
	require.NoError(t, failure)
	code, _, err = call(t, append(one.Manifest.Command[1:], "--out", "two")...)
	require.Equal(t, Done, code, err)
	for _, ending := range []string{".parquet", ".csv"} {
		first, errOne := os.ReadFile(filepath.Join("one", "panel-sellers"+ending))
		second, errTwo := os.ReadFile(filepath.Join("two", "panel-sellers"+ending))
		require.NoError(t, errOne)
		require.NoError(t, errTwo)
		assert.True(t, bytes.Equal(first, second), "panel-sellers%s must be repeated to the last byte", ending)
	}
}

func TestInterruptedPanelsWithoutAWorldLeaveNothing(t *testing.T) {
	elsewhere(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	var out, err bytes.Buffer
	assert.Equal(t, Incomplete, Main(ctx, with("run", "silo", "--panel", "sellers"), &out, &err))
	assert.Empty(t, files(t))
}

func TestInterruptedPanelsHoldTheCompleteWorlds(t *testing.T) {
	elsewhere(t)
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	var out bytes.Buffer
	err := &halfway{cancel: cancel}
	code := Main(ctx, with("run", "silo", "--replications", "10", "--workers", "1", "--out", "half", "--panel", "sellers",
		"--panel-worlds", "10"), &out, err)
	require.Equal(t, Incomplete, code, err.String())
	set, failure := results.Read("half")
	require.NoError(t, failure)
	worlds := make(map[string]bool)
	require.NoError(t, results.Stream("half", "panel-sellers.csv", []string{"world"}, func(cells []string) error {
		worlds[cells[0]] = true
		return nil
	}))
	assert.Len(t, worlds, set.Manifest.Finished)
	entries, failure := os.ReadDir(".")
	require.NoError(t, failure)
	assert.Len(t, entries, 1, "nothing on the way may be left behind")
}

// robber takes away what panels have written so far, whenever it hears of progress.
type robber struct{ bytes.Buffer }

func (r *robber) Write(text []byte) (int, error) {
	parts, err := filepath.Glob(filepath.Join(".xsell-on-the-way-*", "*"))
	for _, part := range parts {
		err = errors.Join(err, os.Remove(part))
	}
	n, failure := r.Buffer.Write(text)
	return n, errors.Join(err, failure)
}

func TestAPanelThatIsLostDoesNotTakeTheExperimentWithIt(t *testing.T) {
	elsewhere(t)
	var out bytes.Buffer
	err := &robber{}
	code := Main(t.Context(), with("run", "silo", "--workers", "1", "--out", "here", "--panel", "sellers"), &out, err)
	assert.Equal(t, Broken, code, "the machine failed the panel")
	assert.Contains(t, err.String(), "cannot write the panel of sellers")
	assert.Contains(t, err.String(), "the results of the experiment are kept without it")
	assert.Contains(t, out.String(), "report: "+filepath.Join("here", "report.html"), "the answer is given all the same")
	set, failure := results.Read("here")
	require.NoError(t, failure)
	assert.Equal(t, 2, set.Manifest.Finished, "all worlds are there")
	assert.NoFileExists(t, filepath.Join("here", "panel-sellers.csv"))
	entries, failure := os.ReadDir(".")
	require.NoError(t, failure)
	assert.Len(t, entries, 1, "nothing on the way may be left behind")
}
