package results

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestWhatStandsWithinResultsHasAPlaceOfItsOwn(t *testing.T) {
	m := Manifest{Deeper: []string{Why, Who}}
	for _, name := range []string{"silo", "a+b", "a-b", "A/B", "a-b-2", "../../etc"} {
		m.Scenarios = append(m.Scenarios, Scenario{Name: name})
	}
	seen := map[string]bool{}
	for n, want := range []string{"silo-against-a-b", "silo-against-a-b-2", "silo-against-A-B-3", "silo-against-a-b-2-2", "silo-against-------etc"} {
		place := m.Within(Why, n+1)
		assert.Equal(t, filepath.Join(Why, want), place, "no name leads out of the directory, and none is used twice")
		assert.False(t, seen[place])
		seen[place] = true
	}
}

func TestWhatIsLackingWithinResultsIsKnown(t *testing.T) {
	dir := t.TempDir()
	m := Manifest{Deeper: []string{Why, Who}, Scenarios: []Scenario{{Name: "a"}, {Name: "b"}}}
	assert.Equal(t, []string{filepath.Join("why", "a-against-b"), filepath.Join("who", "a-against-b")}, m.Lacking(dir))
	require.NoError(t, WriteExplain(filepath.Join(dir, m.Within(Why, 1)), &ExplainSet{}))
	require.NoError(t, os.MkdirAll(filepath.Join(dir, m.Within(Who, 1)), 0o700))
	assert.Equal(t, []string{filepath.Join("who", "a-against-b")}, m.Lacking(dir), "a directory without a manifest holds nothing")
	texts, err := WithinOf(dir, &m)
	require.NoError(t, err)
	set := &Set{Manifest: m, Manifests: texts}
	inner, err := set.WithinManifest("here", Why, 1)
	require.NoError(t, err)
	assert.NotEmpty(t, inner.ResultsHash)
	inner, err = set.WithinManifest("here", Who, 1)
	require.NoError(t, err)
	assert.Nil(t, inner)
}
