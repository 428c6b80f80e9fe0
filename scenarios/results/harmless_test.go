package results

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestAPageOfAnybodysWritesNowhereOnTheTerminal: escape sequences in what it carries are taken apart, all else stays.
func TestAPageOfAnybodysWritesNowhereOnTheTerminal(t *testing.T) {
	const evil, tame = "1.0\x1b[2J\x1b]0;owned\a\u009b31m", "1.0[2J]0;owned31m"
	set := sample()
	set.Manifest.Tool, set.Manifest.Command = evil, []string{"xsell", evil}
	set.Manifest.Scenarios[0].Title, set.Manifest.Scenarios[0].TOML = evil, "a = 1\r\n\tb = 'ä'\n"+evil
	set.Outcomes[0].Measure = evil
	texts, err := set.Carry(1000)
	require.NoError(t, err)
	back, err := Carried("page", texts)
	require.NoError(t, err)
	m := back.Manifest
	assert.Equal(t, []string{tame, tame, tame, tame}, []string{m.Tool, m.Command[1], m.Scenarios[0].Title, back.Outcomes[0].Measure})
	assert.Equal(t, "a = 1\r\n\tb = 'ä'\n"+tame, m.Scenarios[0].TOML)
}

func TestADirectoryOfAnybodysIsDisarmedToo(t *testing.T) {
	set, dir := sample(), filepath.Join(t.TempDir(), "results")
	set.Manifest.Scenarios[0].Title = "Silo\x1b[2J"
	require.NoError(t, Write(dir, set))
	back, err := Read(dir)
	require.NoError(t, err)
	assert.Equal(t, "Silo[2J", back.Manifest.Scenarios[0].Title)
}
