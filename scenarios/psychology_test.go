package scenarios_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/scenarios"
)

func TestEveryConstantHasUnitRangeSourceAndMeaning(t *testing.T) {
	for _, c := range scenarios.PsychologyTable() {
		assert.NotEmpty(t, c.Unit, "%s has no unit", c.Path)
		assert.NotEmpty(t, c.Source, "%s has no source", c.Path)
		assert.NotEmpty(t, c.Doc, "%s has no meaning", c.Path)
		assert.Less(t, c.Low, c.High, "%s has no room between its limits", c.Path)
	}
	first := scenarios.PsychologyTable()[0]
	assert.Equal(t, "need.affinity", first.Path)
	assert.Equal(t, scenarios.Psychology().Need.Affinity, first.Value)
}

func TestAResearchersTableOverridesSingleConstants(t *testing.T) {
	own, err := scenarios.ReadPsychology("[decision.need]\nvalue = 3\nsource = \"own survey\"\n[public.local]\nvalue = 0.5")
	require.NoError(t, err)
	built := *scenarios.Psychology()
	built.Decision.Need, built.Public.Local = 3, 0.5
	assert.Equal(t, built, *own)
}

func TestWrongConstantsAreExplained(t *testing.T) {
	for _, row := range []struct{ text, help string }{
		{"[decision.ned]\nvalue = 3", `constants:1:11: decision.ned: unknown key "ned"; did you mean "need"?`},
		{"[decisions.need]\nvalue = 3", `constants:1:2: decisions: unknown key "decisions"; did you mean "decision"?`},
		{"[decision.need]\nvalue = 300", `constants:2:1: decision.need.value: found 300, must be between 0 and 6`},
		{"[decision.need]\nvalue = nan", `constants:2:1: decision.need.value: found nan, want a plain number such as 0.5`},
		{"[decision]\nneed = 3", `constants:2:1: decision.need: found 3, want a table`},
		{"", `constants: the file is empty`},
	} {
		_, err := scenarios.ReadPsychology(row.text)
		assert.EqualError(t, err, row.help)
	}
}

func TestAScenarioRunsUnderOtherConstants(t *testing.T) {
	own, err := scenarios.ReadPsychology("seek.free-chance.value = 1")
	require.NoError(t, err)
	s, err := scenarios.LoadWith("testdata/small.toml", nil, own)
	require.NoError(t, err)
	assert.Same(t, own, s.Model.Mind)
	usual := model(t, "").Plans[1].Tallies[0].Usual / scenarios.Psychology().Seek.FreeChance
	assert.InEpsilon(t, usual, s.Model.Plans[1].Tallies[0].Usual, 1e-12, "demand counts every walk-in now")
}
