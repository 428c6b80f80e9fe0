package scenarios_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/scenarios"
)

func TestEveryBuiltInScenarioLoads(t *testing.T) {
	for _, entry := range scenarios.Library() {
		if entry.Partial {
			continue
		}
		s, err := scenarios.Load(entry.Name, nil)
		if assert.NoError(t, err, "the built-in scenario %s", entry.Name) {
			assert.Equal(t, "built in", s.Source)
			assert.NotEmpty(t, s.Spec.Title, "%s has no title", entry.Name)
		}
	}
}

// runnable lists the built-in scenarios that can be run by themselves.
func runnable() (names []string) {
	for _, entry := range scenarios.Library() {
		if !entry.Partial {
			names = append(names, entry.Name)
		}
	}
	return names
}

func TestAResolvedScenarioIsTheSameModel(t *testing.T) {
	for _, name := range runnable() {
		s, err := scenarios.Load(name, nil)
		require.NoError(t, err)
		again, err := scenarios.LoadText("resolved.toml", scenarios.Resolved(s), nil)
		require.NoError(t, err, "the resolved text of %s", name)
		assert.Equal(t, s.Model, again.Model, "%s must be the same model without its bases", name)
	}
}

func TestAStarterIsItsBaseUntilItIsChanged(t *testing.T) {
	for _, name := range runnable() {
		text, err := scenarios.Starter(name)
		require.NoError(t, err)
		mine, err := scenarios.LoadText("mine.toml", text, nil)
		require.NoError(t, err, "the starter of %s", name)
		base, err := scenarios.Load(name, nil)
		require.NoError(t, err)
		assert.Equal(t, base.Model, mine.Model, "the starter of %s must change nothing yet", name)
		assert.Contains(t, text, "# [organisation.unit", "the starter of %s must show its levers", name)
	}
}

func TestTheTextOfABuiltInScenarioIsItsFile(t *testing.T) {
	text, err := scenarios.Text("base")
	require.NoError(t, err)
	assert.Contains(t, text, "[run]")
	_, err = scenarios.Text("bse")
	assert.EqualError(t, err, `bse: no built-in scenario "bse"; did you mean "base"?`)
}
