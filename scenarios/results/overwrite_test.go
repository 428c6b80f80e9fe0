package results

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestResultsAreReplacedWithWhatIsNotTheirsTakenAlong(t *testing.T) {
	above := t.TempDir()
	dir := filepath.Join(above, "out")
	require.NoError(t, Write(dir, sample()))
	for name, text := range map[string]string{"notes.txt": "mine", "panel-sellers.csv": "rows", "report.html": "of the old results", "effects.csv": "old"} {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600))
	}
	set := sample()
	set.Manifest.Finished++
	require.NoError(t, Overwrite(dir, set))
	back, err := Read(dir)
	require.NoError(t, err)
	assert.Equal(t, set.Manifest.Finished, back.Manifest.Finished)
	assert.FileExists(t, filepath.Join(dir, "notes.txt"))
	assert.FileExists(t, filepath.Join(dir, "panel-sellers.csv"))
	assert.NoFileExists(t, filepath.Join(dir, "report.html"))
	left, err := os.ReadDir(above)
	require.NoError(t, err)
	assert.Len(t, left, 1, "nothing is left beside it")
}

// TestResultsAreWholeWhereverTheirReplacementWasStopped: before the two change places, between, and after.
func TestResultsAreWholeWhereverTheirReplacementWasStopped(t *testing.T) {
	for name, stop := range map[string]func(t *testing.T, dir string){
		"before": func(t *testing.T, dir string) {
			require.NoError(t, os.Mkdir(filepath.Join(filepath.Dir(dir), ".out-unfinished-1"), 0o700))
		},
		"between": func(t *testing.T, dir string) {
			require.NoError(t, os.Rename(dir, dir+".before"))
			require.NoError(t, os.Mkdir(filepath.Join(filepath.Dir(dir), ".out-unfinished-1"), 0o700))
			_, err := Read(dir)
			require.ErrorContains(t, err, "they were being replaced when the program was stopped: xsell resume "+dir+" puts them back")
		},
		"after": func(t *testing.T, dir string) { require.NoError(t, os.CopyFS(dir+".before", os.DirFS(dir))) },
	} {
		above := t.TempDir()
		dir := filepath.Join(above, "out")
		require.NoError(t, Write(dir, sample()))
		stop(t, dir)
		mended, err := Mend(dir)
		require.NoError(t, err)
		assert.Equal(t, name != "before", mended, name)
		_, err = Read(dir)
		require.NoError(t, err, name)
		left, err := os.ReadDir(above)
		require.NoError(t, err)
		assert.Len(t, left, 1, "%s: nothing is left beside it", name)
		mended, err = Mend(dir)
		assert.True(t, err == nil && !mended, "%s: and there is nothing to mend any more", name)
	}
}
