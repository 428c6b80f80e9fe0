package results

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestAFileIsReplacedWholeOrNotAtAll(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "kept")
	write := func(text string, failure error) error {
		return Replace(path, func(w io.Writer) error {
			_, err := io.WriteString(w, text)
			return errors.Join(err, failure)
		})
	}
	holds := func(want string) {
		text, err := os.ReadFile(path)
		require.NoError(t, err)
		assert.Equal(t, want, string(text))
		entries, err := os.ReadDir(dir)
		require.NoError(t, err)
		assert.Len(t, entries, 1, "nothing is left beside it")
	}
	require.NoError(t, write("first", nil))
	holds("first")
	require.NoError(t, write("second", nil))
	holds("second")
	full := errors.New("the disk is full")
	require.ErrorIs(t, write("half of the th", full), full)
	holds("second")
	require.NoError(t, os.WriteFile(path+".unfinished", []byte("left by a program that was killed"), fileMode))
	require.NoError(t, write("third", nil))
	holds("third")
	require.NoError(t, os.WriteFile(path+".unfinished", nil, fileMode))
	require.NoError(t, Discard(path))
	require.NoError(t, Discard(path), "what is not there needs not be removed")
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	assert.Empty(t, entries)
}
