package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/scenarios/results"
)

// damages are what can be wrong with the manifest of an explanation, by what is said of it.
var damages = map[string]func(text string) string{
	"its manifest must name two designs, found 1": func(text string) string {
		return text[:strings.LastIndex(text, "[[scenario]]")]
	},
	"-10 replications: at least 1 is needed": func(text string) string {
		return strings.Replace(text, "replications_finished = 10", "replications_finished = -10", 1)
	},
	"its manifest names 9000000 worlds, and there may be 1000000 at most": func(text string) string {
		return strings.Replace(text, "replications_finished = 10", "replications_finished = 9000000", 1)
	},
	"--measure zeal: there is no such measure": func(text string) string {
		return strings.Replace(text, `"--measure", "churn"`, `"--measure", "zeal"`, 1)
	},
	"--orders 0: it must be from 1 to 100": func(text string) string {
		return strings.Replace(text, `"--orders", "1"`, `"--orders", "0"`, 1)
	},
	"it names no command": func(text string) string { return strings.Replace(text, "\ncommand = ", "\n# ", 1) },
}

// A manifest may be anybody's: what it says is looked at before anything is lived.
func TestDamagedManifestsWithinAreRefusedAndNotRepeated(t *testing.T) {
	elsewhere(t)
	mailed(t, deeply()...)
	spoil := func(at, want string, damage func(string) string) {
		path := filepath.Join("made", at, "manifest.toml")
		text, err := os.ReadFile(path)
		require.NoError(t, err)
		require.NotEqual(t, string(text), damage(string(text)), "%s: nothing was damaged", want)
		require.NoError(t, os.WriteFile(path, []byte(damage(string(text))), 0o600))
		forged(t, func(set *results.Set) {
			var err error
			set.Manifests, err = results.WithinOf("made", &set.Manifest)
			require.NoError(t, err)
		})
		for _, path := range []string{"made", "forged.html"} {
			refused(t, path+": "+at+" cannot be repeated: "+want, "rerun", path, "--quiet")
		}
		require.NoError(t, os.WriteFile(path, text, 0o600))
	}
	for want, damage := range damages {
		spoil(whyWithin, want, damage)
	}
	alone := "its manifest must name two designs, found 1"
	spoil(whoWithin, alone, damages[alone])
}

func TestTablesWithinThatWereChangedAreNotCalledIdentical(t *testing.T) {
	elsewhere(t)
	mailed(t, deeply()...)
	for _, table := range []string{whyWithin + "/explain.csv", whoWithin + "/twins_shares.csv"} {
		path := filepath.Join("made", table)
		text, err := os.ReadFile(path)
		require.NoError(t, err)
		lines := strings.SplitAfter(string(text), "\n")
		require.Greater(t, len(lines), 3, table)
		require.NoError(t, os.WriteFile(path, []byte(strings.Join(lines[:len(lines)-2], "")), 0o600)) // its last row is gone
		refused(t, filepath.Dir(path), "rerun", "made", "--quiet")
		refused(t, "changed after the run", "rerun", "made", "--quiet", "--worlds", "1")
		require.NoError(t, os.Remove(path))
		refused(t, table, "rerun", "made", "--quiet")
		require.NoError(t, os.WriteFile(path, text, 0o600))
	}
	code, _, notes := call(t, "rerun", "made", "--quiet")
	require.Equal(t, Done, code, notes)
}

func TestWhatIsNotThereWithinIsSaidWhenRepeated(t *testing.T) {
	elsewhere(t)
	mailed(t, deeply()...)
	require.NoError(t, os.RemoveAll("made/who"))
	code, _, notes := call(t, "report", "made")
	require.Equal(t, Done, code, notes)
	for _, path := range []string{"made", "made/report.html"} {
		code, out, notes := call(t, "rerun", path, "--quiet")
		assert.Equal(t, Done, code, notes)
		assert.Contains(t, out, whyWithin+": identical.\n"+whoWithin+": not there: it was asked for and never made", path)
		code, out, notes = call(t, "rerun", path, "--quiet", "--worlds", "1")
		assert.Equal(t, Done, code, notes)
		assert.Contains(t, out, whyWithin+": not repeated.\n"+whoWithin+": not there: ", path)
	}
	_, out, _ := call(t, "rerun", "made", "--quiet", "--json")
	assert.Contains(t, out, `"verdict": "not there"`)
	assert.Contains(t, out, whoWithin+" was asked for and is not there: it was not repeated, and the verdict is without it")
}
