package odd

import (
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/docs"
	"xsell/scenarios"
	"xsell/scenarios/words"
)

// described is the description of the model for a scenario.
func described(t *testing.T, name string, sets ...string) string {
	t.Helper()
	s, err := scenarios.Load(name, sets)
	require.NoError(t, err)
	text, err := Text(s)
	require.NoError(t, err)
	return text
}

func TestTheDocumentIsWhatTheCommandPrintsForTheBaseline(t *testing.T) {
	s, err := scenarios.Load("silo", nil)
	require.NoError(t, err)
	for _, section := range Sections(s) {
		stands, err := between(docs.ODD, section.Name)
		require.NoError(t, err)
		assert.Equal(t, section.Text, stands, "the section %s of docs/ODD.md: run make docs", section.Name)
	}
}

func TestEveryScenarioIsDescribedWithItsOwnValues(t *testing.T) {
	text := described(t, "sales-quota", "targets.pressure=7 %", "timeline.late={ at = \"9 weeks\", set.controls.audit = 0.25 }")
	for _, want := range []string{
		"**Sales quota** (`sales-quota`, built in; changes `silo`; set `targets.pressure=7 %`",
		"| `targets.pressure` | 7 % |",
		"| `own-line` |  | points |  |  | 13 weeks | 1.4 |",
		"from 100 % of the goal on EUR 500 at once and EUR 500 per further whole goal; from 150 % of the goal on nothing more",
		"| `late` | 9 weeks |", "`controls.audit = 0.25`",
		"| `fired` |  | own-line | 80 % | 2 | 15 % | 0 % |",
		"| 18 | `accrue` | `sim/ledger.go` |",
	} {
		assert.Contains(t, text, want)
	}
	for _, s := range scenarios.Library() {
		if !s.Partial {
			assert.NotContains(t, described(t, s.Name), "%!", "%s: every value can be written", s.Name)
		}
	}
}

func TestAnEmptySectionIsNamed(t *testing.T) {
	_, err := between("text", "phases")
	assert.EqualError(t, err, `the description of the model has no section "phases"`)
}

// submodels is section 6 of the description: the equations.
func submodels(t *testing.T) string {
	t.Helper()
	_, rest, found := strings.Cut(docs.ODD, "\n## 6. ")
	text, _, ended := strings.Cut(rest, "\n## 7. ")
	require.True(t, found && ended, "the submodels are section 6")
	return text
}

// dotted is a name of the form group.name, which is no file and no part of a longer word.
var dotted = regexp.MustCompile(`(?:^|[^a-z.-])([a-z]+(?:-[a-z]+)*(?:\.[a-z]+(?:-[a-z]+)*)+)`)

func TestEveryConstantStandsInTheEquations(t *testing.T) {
	named := map[string]bool{}
	for _, found := range dotted.FindAllStringSubmatch(submodels(t), -1) {
		named[found[1]] = true
	}
	for _, c := range scenarios.PsychologyTable() {
		assert.True(t, named[c.Path], "no equation of section 6 of docs/ODD.md names the constant %s: %s", c.Path, c.Doc)
	}
}

func TestEveryNameInTheEquationsExists(t *testing.T) {
	constants, keys := map[string]bool{}, scenarios.Reference()
	for _, c := range scenarios.PsychologyTable() {
		constants[c.Path] = true
	}
	for _, found := range dotted.FindAllStringSubmatch(submodels(t), -1) {
		name := found[1]
		if strings.HasSuffix(name, ".go") || strings.HasSuffix(name, ".csv") || constants[name] {
			continue
		}
		isKey := strings.Contains(keys, "`"+name+"`") || strings.Contains(keys, "`"+name+".")
		assert.True(t, isKey, "section 6 of docs/ODD.md speaks of %s, which is neither a constant nor a key of a scenario", name)
	}
}

func TestCurvesAreToldInWords(t *testing.T) {
	for want, rule := range map[string]scenarios.Rule{
		"from the start EUR 9 per further unit":                                         {Curve: []scenarios.Piece{{Each: 9}}},
		"from 5 on EUR 100 at once; from 8 on nothing more":                             {Curve: []scenarios.Piece{{From: 5, Jump: 100}, {From: 8}}},
		"from 75 % of the goal on EUR 500 at once and EUR 1,200 per further whole goal": {Goal: "g", Curve: []scenarios.Piece{{From: 0.75, Jump: 500, Each: 1200}}},
	} {
		assert.Equal(t, want, curve(rule))
	}
	gate := scenarios.Gate{Goal: "leads", AtLeast: 0.75}
	assert.Equal(t, "75 % of `leads`, else nothing", gates(scenarios.Rule{Gates: map[string]scenarios.Gate{"a": gate}}))
	gate.Else = words.Share(0.5)
	assert.Equal(t, "75 % of `leads`, else 50 %", gates(scenarios.Rule{Gates: map[string]scenarios.Gate{"a": gate}}))
}
