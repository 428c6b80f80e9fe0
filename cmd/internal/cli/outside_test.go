package cli

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// Results are replaced as a whole, so that whoever stands in them is told before a world is lived.
func TestNobodyExtendsResultsFromWithin(t *testing.T) {
	elsewhere(t)
	code, _, err := call(t, with("compare", "silo", "silo", "--out", "my results", "--quiet")...)
	require.Equal(t, Done, code, err)
	require.NoError(t, os.Symlink("my results", "link"))
	top, failure := filepath.EvalSymlinks(".")
	require.NoError(t, failure)
	top, failure = filepath.Abs(top)
	require.NoError(t, failure)
	deep := filepath.Join(top, "my results", "a", "b")
	require.NoError(t, os.MkdirAll(deep, 0o700))
	inIt := " is the directory you are in, and results are replaced as a whole: go one up, and name it:"
	below := " holds the directory you are in, and results are replaced as a whole: go up, and name it:"
	for _, c := range []struct{ in, dir, want, leave string }{
		{filepath.Join(top, "my results"), ".", inIt, ".."},
		{filepath.Join(top, "my results", "a"), "..", below, "../.."},
		{deep, "../..", below, "../../.."},
		{deep, filepath.Join(top, "link"), below, "../../.."},
		{filepath.Join(top, "link", "a"), "..", below, top},
	} {
		t.Chdir(c.in)
		for _, more := range [][]string{{"--more", "1"}, {"--why"}, {"--who"}, {"--why", "--more", "1"}} {
			refused(t, c.dir+c.want+" cd "+c.leave+" && xsell extend 'my results'", append([]string{"extend", c.dir, "--quiet"}, more...)...)
		}
	}
	t.Chdir(top)
	code, _, err = call(t, "extend", "my results", "--more", "1", "--quiet")
	require.Equal(t, Done, code, err)
	t.Chdir(t.TempDir())
	code, _, err = call(t, "extend", filepath.Join(top, "link"), "--more", "1", "--quiet")
	require.Equal(t, Done, code, err)
}
