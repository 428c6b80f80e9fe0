package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// tiny makes a run small enough for a test.
var tiny = []string{
	"--replications", "2", "--weeks", "26", "--set", "run.customers=200", "--set", "run.markets=2",
	"--set", "run.sellers=8", "--set", "run.warm-up=0 weeks", "--set", "run.close=13 weeks",
}

// call runs a command line in the current directory.
func call(t *testing.T, args ...string) (code int, out, err string) {
	t.Helper()
	var stdout, stderr bytes.Buffer
	code = Main(t.Context(), args, &stdout, &stderr)
	return code, stdout.String(), stderr.String()
}

// elsewhere puts a test into an empty directory.
func elsewhere(t *testing.T) {
	t.Helper()
	t.Chdir(t.TempDir())
}

// with returns a command line with what makes it tiny; its own flags win.
func with(command string, words ...string) []string {
	return slices.Concat([]string{command}, tiny, words)
}

// files lists everything in the current directory.
func files(t *testing.T) []string {
	t.Helper()
	var all []string
	err := filepath.WalkDir(".", func(path string, _ os.DirEntry, err error) error {
		if path != "." {
			all = append(all, path)
		}
		return err
	})
	require.NoError(t, err)
	return all
}

// refused says that a command line must be refused with a sentence, leaving
// nothing behind.
func refused(t *testing.T, want string, args ...string) {
	t.Helper()
	before := files(t)
	code, out, err := call(t, args...)
	assert.Equal(t, BadInput, code, "%v: %s", args, err)
	assert.Contains(t, err, want, "%v", args)
	assert.Empty(t, out, "%v", args)
	assert.Equal(t, before, files(t), "%v must write nothing", args)
}
