package results

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
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
			a, err := makeAside(dir, "of the new ones")
			require.NoError(t, err)
			require.NoError(t, os.Rename(dir, a.results()))
			require.NoError(t, os.Mkdir(filepath.Join(filepath.Dir(dir), ".out-unfinished-1"), 0o700))
			_, err = Read(dir)
			require.ErrorContains(t, err, "they were being replaced when the program was stopped: xsell resume "+dir+" puts them back")
		},
		"after": func(t *testing.T, dir string) {
			set, err := Read(dir)
			require.NoError(t, err)
			a, err := makeAside(dir, set.Manifest.ResultsHash)
			require.NoError(t, err)
			require.NoError(t, os.CopyFS(a.results(), os.DirFS(dir)))
		},
		"before anything is put aside": func(t *testing.T, dir string) {
			_, err := makeAside(dir, "of the new ones")
			require.NoError(t, err)
			require.NoError(t, os.Mkdir(filepath.Join(filepath.Dir(dir), ".out-before-2"), 0o700))
		},
	} {
		above := t.TempDir()
		dir := filepath.Join(above, "out")
		require.NoError(t, Write(dir, sample()))
		stop(t, dir)
		mended, err := Mend(dir)
		require.NoError(t, err)
		assert.Equal(t, !strings.HasPrefix(name, "before"), mended, name)
		_, err = Read(dir)
		require.NoError(t, err, name)
		left, err := os.ReadDir(above)
		require.NoError(t, err)
		assert.Len(t, left, 1, "%s: nothing is left beside it", name)
		mended, err = Mend(dir)
		assert.True(t, err == nil && !mended, "%s: and there is nothing to mend any more", name)
	}
}

// TestWhatAUserNamedIsNeverMended: copies beside results whose names are like those of this program.
func TestWhatAUserNamedIsNeverMended(t *testing.T) {
	above := t.TempDir()
	dir := filepath.Join(above, "out")
	for _, name := range []string{"out.before", ".out-before-1", ".out-before-mine", ".out-unfinished-mine"} {
		require.NoError(t, Write(filepath.Join(above, name), sample()))
	}
	for _, there := range []bool{false, true} {
		if there {
			require.NoError(t, Write(dir, sample()))
		}
		mended, err := Mend(dir)
		require.NoError(t, err)
		assert.False(t, mended)
		left, err := os.ReadDir(above)
		require.NoError(t, err)
		assert.Len(t, left, map[bool]int{false: 4, true: 5}[there])
	}
}

func TestTheOnlyCopyOfResultsIsNeverRemoved(t *testing.T) {
	above := t.TempDir()
	dir := filepath.Join(above, "out")
	between := func() aside {
		a, err := makeAside(dir, "of the new ones")
		require.NoError(t, err)
		require.NoError(t, os.Rename(dir, a.results()))
		return a
	}
	require.NoError(t, Write(dir, sample()))
	between()
	require.NoError(t, os.Mkdir(dir, 0o700))
	mended, err := Mend(dir)
	require.NoError(t, err)
	assert.True(t, mended)
	_, err = Read(dir)
	require.NoError(t, err, "an empty directory in their place gives way")
	a := between()
	require.NoError(t, Write(dir, sample()))
	_, err = Mend(dir)
	require.ErrorContains(t, err, "what is there now is not what took their place")
	assert.FileExists(t, filepath.Join(a.results(), manifestFile), "other results in their place are no successor")
}

// TestResultsCanBeReadWhileTheyAreReplaced: a reader gets those before or those after, never some of each.
func TestResultsCanBeReadWhileTheyAreReplaced(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	require.NoError(t, Write(dir, sample()))
	done := make(chan error, 1)
	go func() {
		var err error
		for i := range 12 {
			set := sample()
			set.Outcomes[0].Value = float64(i)
			err = errors.Join(err, Overwrite(dir, set))
		}
		done <- err
	}()
	for {
		_, err := Read(dir)
		require.NoError(t, err)
		select {
		case err := <-done:
			require.NoError(t, err)
			return
		default:
		}
	}
}

func TestDirectoriesAndLinksInResultsAreTakenAlong(t *testing.T) {
	above := t.TempDir()
	dir, link := filepath.Join(above, "out"), filepath.Join(above, "link")
	require.NoError(t, Write(dir, sample()))
	require.NoError(t, os.Symlink("out", link))
	require.NoError(t, os.MkdirAll(filepath.Join(dir, "mine", "deep"), 0o750))
	require.NoError(t, os.MkdirAll(filepath.Join(dir, "plots"), 0o750))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "mine", "deep", "notes.txt"), []byte("mine"), 0o600))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "notes.unfinished"), []byte("mine"), 0o600))
	require.NoError(t, os.Symlink("mine/deep/notes.txt", filepath.Join(dir, "notes")))
	set := sample()
	set.Manifest.Finished++
	require.NoError(t, Overwrite(link, set))
	for _, name := range []string{"mine/deep/notes.txt", "notes", "notes.unfinished"} {
		text, err := os.ReadFile(filepath.Join(link, name))
		require.NoError(t, err)
		assert.Equal(t, "mine", string(text))
	}
	assert.NoDirExists(t, filepath.Join(dir, "plots"))
	to, err := os.Readlink(link)
	require.NoError(t, err, "a link stays a link")
	assert.Equal(t, "out", to)
	left, err := os.ReadDir(above)
	require.NoError(t, err)
	assert.Len(t, left, 2, "nothing is left beside it")
}
