package cli

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/scenarios"
	"xsell/scenarios/results"
)

func TestAComparisonFileAsksForWhyAndWho(t *testing.T) {
	elsewhere(t)
	require.NoError(t, os.MkdirAll("designs", 0o700))
	require.NoError(t, os.WriteFile("designs/mine.toml", []byte("title = \"mine\"\nbase = \"silo\"\n[controls]\naudit = 0.5\n"), 0o600))
	require.NoError(t, os.WriteFile("designs/half.toml", []byte("overlay = true\n[controls]\naudit = 0.5\n"), 0o600))
	require.NoError(t, os.WriteFile("designs/c.toml", []byte("[comparison]\nscenarios = [\"silo\", \"mine.toml\", \"mine.toml\", \"mine.toml+training\", \"silo+half.toml\"]\nreplications = 2\nwhy = true\nwho = true\n"+
		"set = [\"run.customers=200\", \"run.markets=2\", \"run.sellers=8\", \"run.warm-up=0 weeks\", \"run.weeks=26 weeks\"]\n"+
		"[decision]\nmeasure = \"churn\"\nsmallest = 1\n"), 0o600))
	code, out, err := call(t, "compare", "designs/c.toml", "--out", "r", "--quiet", "--json")
	require.Equal(t, Done, code, err)
	assert.Contains(t, out, `"schema": "xsell-explain/1"`)
	assert.Contains(t, out, `"schema": "xsell-twins/1"`)
	for _, name := range []string{"silo-against-mine", "silo-against-mine-2"} {
		set, failure := results.ReadExplain(filepath.Join("r/why", name))
		require.NoError(t, failure)
		assert.Len(t, set.Differences, 1, "the decided measure is explained")
		assert.Equal(t, "churn", set.Differences[0].Measure)
		assert.Equal(t, []string{"xsell", "explain", "silo", "designs/mine.toml"}, set.Manifest.Command[:4], "from where the command is given")
	}
	code, out, err = call(t, "rerun", "r", "--quiet")
	require.Equal(t, Done, code, err)
	assert.Contains(t, out, "why/silo-against-mine-2: identical.")
	for _, kind := range []string{"r/why", "r/who"} {
		repeatedAlone(t, filepath.Join(kind, "silo-against-mine-training"), "silo", "designs/mine.toml+training")
		repeatedAlone(t, filepath.Join(kind, "silo-against-silo-half"), "silo", "silo+designs/half.toml")
	}
}

// repeatedAlone says that the command in the manifest of what stands within results gives it again.
func repeatedAlone(t *testing.T, dir string, want ...string) {
	t.Helper()
	noted := func(dir string) results.Manifest {
		if results.HoldsExplain(dir) {
			set, err := results.ReadExplain(dir)
			require.NoError(t, err)
			return set.Manifest
		}
		set, err := results.ReadTwins(dir)
		require.NoError(t, err)
		return set.Manifest
	}
	m := noted(dir)
	assert.Equal(t, want, m.Command[2:4], "the designs are named as they were given")
	again := filepath.Join(t.TempDir(), "again")
	code, _, said := call(t, append(m.Command[1:], "--quiet", "--out", again)...)
	require.Equal(t, Done, code, said)
	assert.Equal(t, m.ResultsHash, noted(again).ResultsHash, "its command gives it again")
}

func TestDesignsAreNamedSoThatACommandFindsThem(t *testing.T) {
	elsewhere(t)
	for _, name := range []string{"mine.toml", "plain", "a + b.toml"} {
		require.NoError(t, os.WriteFile(name, []byte("title = \"mine\"\nbase = \"silo\"\n"), 0o600))
	}
	require.NoError(t, os.WriteFile("half.toml", []byte("overlay = true\n[controls]\naudit = 0.5\n"), 0o600))
	for _, given := range []string{"silo", "silo+low-skill", "mine.toml", "mine.toml+training", "silo+half.toml", "silo+half.toml+training", "./plain", "a + b.toml"} {
		s, err := scenarios.Load(given, nil)
		require.NoError(t, err, given)
		assert.Equal(t, given, reference(s))
	}
}
