package house

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// unverified is a call that lives a history without looking at its books: sim.Run, or Run inside the package sim.
var unverified = regexp.MustCompile(`\bsim\.Run\(|[^.\w"]Run\((t\.Context|context\.)|xperiment\.Run\(`)

// plans are the packages whose plans say Verify in their tests.
var plans = regexp.MustCompile(`^scenarios/(experiment|explain|risk|panel|checkpoint|journal|twins)/`)

// besides is the test that may: the one that compares a verified history with one that is not.
const besides = "sim/verify_test.go"

func TestEveryTestThatLivesAHistoryVerifiesItsBooks(t *testing.T) {
	seen := 0
	require.NoError(t, filepath.WalkDir(root, func(path string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, "_test.go") {
			return err
		}
		name, err := filepath.Rel(root, path)
		if err != nil {
			return err
		}
		text, err := os.ReadFile(path)
		for _, line := range strings.Split(string(text), "\n") {
			seen += strings.Count(line, ".RunVerified(")
			isPlan := plans.MatchString(filepath.ToSlash(name))
			if unverified.MatchString(line) && !isPlan && name != besides && !strings.Contains(line, "MustCompile") {
				assert.Fail(t, "a history whose books nobody looks at", "%s: %s\ncall RunVerified, or the package's helper that does",
					name, strings.TrimSpace(line))
			}
		}
		return err
	}))
	require.Positive(t, seen, "no test lives a history: the house has moved")
}
