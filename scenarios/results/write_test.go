package results

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestResultsAreNeverOverwritten(t *testing.T) {
	dir := written(t, sample())
	before, err := os.ReadFile(filepath.Join(dir, "manifest.toml"))
	require.NoError(t, err)
	other := sample()
	other.Manifest.Seed = 1
	assert.ErrorContains(t, Write(dir, other), "never overwritten; remove it first; choose another --out")
	after, err := os.ReadFile(filepath.Join(dir, "manifest.toml"))
	require.NoError(t, err)
	assert.Equal(t, before, after)
}

func TestDirectoryOfSomeoneElseIsRefused(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "thesis.doc"), nil, 0o600))
	assert.ErrorContains(t, Check(dir), "it is not empty; empty it first or choose another --out")
	assert.ErrorContains(t, Write(dir, sample()), "it is not empty")
}

func TestPlacesThatCannotHoldResultsAreRefusedBeforeTheRuns(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	require.NoError(t, os.WriteFile(file, nil, 0o600))
	link := filepath.Join(t.TempDir(), "link")
	require.NoError(t, os.Symlink(t.TempDir(), link))
	here := t.TempDir()
	t.Chdir(here)
	cases := []struct{ dir, want string }{
		{"", "name one with --out"},
		{file, "not a directory"},
		{filepath.Join(file, "out"), "not a directory"},
		{link, "not a directory"},
		{".", "it is the directory you are in"},
		{here, "it is the directory you are in"},
		{"/proc/out", "choose another --out"},
	}
	for _, c := range cases {
		assert.ErrorContains(t, Check(c.dir), c.want, c.dir)
		assert.ErrorContains(t, Write(c.dir, sample()), c.want, c.dir)
	}
	assert.FileExists(t, file, "what was there must stay")
}

func TestCheckLeavesNothingBehind(t *testing.T) {
	parent := t.TempDir()
	require.NoError(t, Check(filepath.Join(parent, "a", "b")))
	entries, err := os.ReadDir(parent)
	require.NoError(t, err)
	assert.Empty(t, entries)
}

func TestEmptyDirectoryIsFilled(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, Check(dir))
	require.NoError(t, Write(dir, sample()))
	_, err := Read(dir)
	assert.NoError(t, err)
}

// A write that fails half-way, here because two files have one name, must leave
// neither a directory nor a temporary one.
func TestFailedWriteLeavesNothing(t *testing.T) {
	parent := t.TempDir()
	dir := filepath.Join(parent, "out")
	err := writeWhole(dir, []file{{"a.csv", []byte("1")}, {"a.csv", []byte("2")}}, nil)
	require.Error(t, err)
	entries, err := os.ReadDir(parent)
	require.NoError(t, err)
	assert.Empty(t, entries)
}

// A directory filled by someone else between Check and the rename stays theirs.
func TestDirectoryFilledMeanwhileIsKept(t *testing.T) {
	parent := t.TempDir()
	dir := filepath.Join(parent, "out")
	require.NoError(t, os.Mkdir(dir, 0o755))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "theirs"), nil, 0o600))
	require.Error(t, writeWhole(dir, []file{{"a.csv", nil}}, nil))
	assert.FileExists(t, filepath.Join(dir, "theirs"))
	entries, err := os.ReadDir(parent)
	require.NoError(t, err)
	assert.Len(t, entries, 1, "no temporary directory may stay")
}
