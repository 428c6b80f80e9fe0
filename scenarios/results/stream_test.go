package results

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestStreamGivesTheColumnsAskedFor(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "a.csv"), []byte("x,y,z\n1,2,3\n4,5,6\n"), 0o600))
	var seen []string
	add := func(cells []string) error { seen = append(seen, cells...); return nil }
	require.NoError(t, Stream(dir, "a.csv", []string{"z", "x"}, add))
	assert.Equal(t, []string{"3", "1", "6", "4"}, seen)
	assert.ErrorContains(t, Stream(dir, "a.csv", []string{"w"}, add), `there is no column "w": not written by this version`)
	assert.ErrorIs(t, Stream(dir, "b.csv", nil, add), fs.ErrNotExist)
	bad := func([]string) error { return errors.New("not good") }
	assert.ErrorContains(t, Stream(dir, "a.csv", []string{"z"}, bad), "line 2: not good")
}

func TestAttachedFilesStandBesideTheTables(t *testing.T) {
	path := filepath.Join(t.TempDir(), "panel.csv")
	require.NoError(t, os.WriteFile(path, []byte("rows"), 0o644))
	set, dir := sample(), filepath.Join(t.TempDir(), "out")
	set.Attached = []string{path}
	require.NoError(t, Write(dir, set))
	data, err := os.ReadFile(filepath.Join(dir, "panel.csv"))
	require.NoError(t, err)
	assert.Equal(t, "rows", string(data))
	back, err := Read(dir)
	require.NoError(t, err, "an attached file is not part of the hash")
	assert.Equal(t, set.Hash(), back.Hash())
	set.Attached = []string{filepath.Join(t.TempDir(), "missing.csv")}
	assert.ErrorContains(t, Write(filepath.Join(t.TempDir(), "out"), set), "missing.csv")
}
