package scenarios_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/scenarios"
	"xsell/sim"
)

func TestAMistakeUnderAStarIsSaidOnce(t *testing.T) {
	name := filepath.Join(t.TempDir(), "wide.toml")
	require.NoError(t, os.WriteFile(name, []byte("overlay = true\n[organisation.handoff.\"*\"]\nto = \"nobody\"\n[pay.salary]\n\"*\" = \"EUR -5\""), 0o600))
	said := scenarios.Check(name).Error()
	assert.Contains(t, said, "organisation.handoff.bank-to-investment.to: no unit \"nobody\"", "an entry is named")
	assert.Contains(t, said, `write "EUR -5 per year" … and 3 more`, "silo pays four kinds of sellers")
	assert.Equal(t, 1, strings.Count(said, "\n"), "two mistakes are two lines:\n%s", said)
}

func TestEveryOverlayIsNamedAndExplained(t *testing.T) {
	for _, over := range scenarios.Overlays() {
		assert.NotEmpty(t, over.Title, "%s has no title", over.Name)
		assert.NotEmpty(t, over.Summary, "%s has no summary", over.Name)
		assert.NotContains(t, scenarios.Names(), over.Name, "a name stands for one thing only")
	}
}

func TestEveryOverlayGoesOverEveryScenario(t *testing.T) {
	for _, name := range runnable() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			below, err := scenarios.Load(name, nil)
			require.NoError(t, err)
			for _, over := range scenarios.Overlays() {
				s, err := scenarios.Load(name+"+"+over.Name, nil)
				if assert.NoError(t, err, "%s over %s", over.Name, name) {
					assert.Equal(t, name+"+"+over.Name, s.Name)
					assert.Equal(t, "built in", s.Source)
					assert.Equal(t, below.Model.Size, s.Model.Size, "an overlay leaves the world as it is")
				}
			}
		})
	}
}

func TestAnOverlayIsTheSameAsAVariantThatSaysItInFull(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "bank.toml"), `base = "silo"
[organisation.unit]
bank.starting-skill = 0.3
investment.starting-skill = 0.3
life.starting-skill = 0.3
non-life.starting-skill = 0.3
[organisation.grant]
bank.skill = 0.48
investment.skill = 0.54
life.skill = 0.54
non-life.skill = 0.54
`)
	variant, err := scenarios.Load(filepath.Join(dir, "bank.toml"), nil)
	require.NoError(t, err)
	overlaid, err := scenarios.Load("silo+low-skill", nil)
	require.NoError(t, err)
	assert.Equal(t, variant.Model, overlaid.Model)
}

func TestOverlaysAreLaidOverInTheirOrderThenAssignments(t *testing.T) {
	dir := t.TempDir()
	half := write(t, filepath.Join(dir, "half.toml"), "overlay = true\n[pay.rule.\"*\".curve.\"*\"]\neach = \"times 0.5\"")
	least := write(t, filepath.Join(dir, "least.toml"), "overlay = true\n[pay.rule.\"*\".curve.\"*\"]\neach = \"at least EUR 8\"")
	each := func(reference string, sets ...string) float64 {
		s, err := scenarios.Load(reference, sets)
		require.NoError(t, err)
		return float64(s.Spec.Pay.Rules["commission"].Curve[0].Each)
	}
	assert.Equal(t, 8.0, each("testdata/small.toml+"+half+"+"+least), "half of 12 is 6, at least 8 is 8")
	assert.Equal(t, 6.0, each("testdata/small.toml+"+least+"+"+half), "12 is at least 8, half of it is 6")
	assert.Equal(t, 18.0, each("testdata/small.toml+"+half, "pay.rule.*.curve.*.each=times 3"), "assignments come last")
	s, err := scenarios.Load("interlock+"+half, []string{"organisation.shared-record=at least 40 %"})
	require.NoError(t, err)
	assert.EqualValues(t, 0.8, s.Spec.Organisation.Record, "what is more already stays")
	assert.Equal(t, "interlock + "+half, s.Source, "what is built in is named as on a command line")
}

func TestAScenarioWithOverlaysSaysSo(t *testing.T) {
	s, err := scenarios.Load("silo+low-skill+clear-territories", nil)
	require.NoError(t, err)
	assert.Equal(t, "silo+low-skill+clear-territories", s.Name)
	assert.Equal(t, "Silo + low skill + clear territories", s.Spec.Title)
	assert.Contains(t, s.Spec.Summary, "The baseline. Sellers start")
	assert.Contains(t, scenarios.Resolved(s), `title = "Silo + low skill + clear territories"`)
	again, err := scenarios.LoadText("resolved.toml", scenarios.Resolved(s), nil)
	require.NoError(t, err)
	assert.Equal(t, s.Model, again.Model, "the scenario in full is the same model")

	dir := t.TempDir()
	mine := write(t, filepath.Join(dir, "mine.toml"), "base = \"silo\"")
	with := write(t, filepath.Join(dir, "with.toml"), "overlay = true\ntitle = \"IT desk\"\nsources = [\"assumed\"]")
	s, err = scenarios.Load(mine+"+low-skill", nil)
	require.NoError(t, err)
	assert.Equal(t, []string{"mine+low-skill", "mine+low-skill"}, []string{s.Name, s.Spec.Title}, "a variant without a title has its name")
	plain, err := scenarios.Load("silo", nil)
	require.NoError(t, err)
	s, err = scenarios.Load("silo+"+with, nil)
	require.NoError(t, err)
	assert.Equal(t, "Silo + IT desk", s.Spec.Title, "an abbreviation keeps its capitals")
	assert.Equal(t, append(plain.Spec.Sources, "assumed"), s.Spec.Sources)
}

func TestAFileMayBeBuiltOnAScenarioWithOverlays(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "own.toml"), "overlay = true\n[organisation.unit.\"*\"]\nhours = \"times 0.5\"")
	mine := write(t, filepath.Join(dir, "mine.toml"), "base = \"silo+own.toml\"\n[organisation.unit.life]\nhours = \"20 hours per week\"")
	s, err := scenarios.Load(mine, nil)
	require.NoError(t, err)
	assert.EqualValues(t, 15, s.Spec.Organisation.Units["bank"].Hours, "the overlay is looked for beside the file and changes its base")
	assert.EqualValues(t, 20, s.Spec.Organisation.Units["life"].Hours, "the file itself has the last word")
	assert.Equal(t, `A variant of "silo+own".`, s.Spec.Summary)
	_, err = scenarios.Load(mine+"+"+filepath.Join(dir, "own.toml"), nil)
	assert.EqualError(t, err, mine+`:1:1: base: the overlay "own" is already laid over it (`+mine+` -> library/silo.toml)`)
}

func TestAPlusInAFileNameIsNoOverlay(t *testing.T) {
	dir := t.TempDir()
	odd := write(t, filepath.Join(dir, "a+b", "mine+low-skill.toml"), "base = \"silo\"")
	s, err := scenarios.Load(odd, nil)
	require.NoError(t, err)
	assert.Equal(t, "mine+low-skill", s.Name)
	s, err = scenarios.Load(odd+"+low-skill", nil)
	require.NoError(t, err)
	assert.EqualValues(t, 0.3, s.Spec.Organisation.Units["bank"].Skill)
}

func TestOverlaysThatCannotBeAreExplained(t *testing.T) {
	dir := t.TempDir()
	file := func(name, text string) string { return write(t, filepath.Join(dir, name), text) }
	world := file("world.toml", "overlay = true\nbase = \"silo\"\n[run]\nmarkets = 3\n[controls]\naudit = 2")
	plain := file("plain.toml", "[controls]\naudit = 1")
	on := file("on.toml", "base = \""+filepath.Base(world)+"\"")
	for _, row := range []struct{ reference, help string }{
		{"silo+low-skil", `silo+low-skil: no built-in overlay "low-skil"; did you mean "low-skill"?`},
		{"silo+interlock", `silo+interlock: "interlock" is a scenario and not an overlay; name it first, as in interlock+low-skill`},
		{"low-skill", `low-skill: "low-skill" is an overlay and not a scenario; lay it over one, as in silo+low-skill`},
		{"silo+low-skill+low-skill", `silo+low-skill+low-skill: the overlay "low-skill" is named twice`},
		{"slio+low-skill", `slio+low-skill: no built-in scenario "slio"; did you mean "silo"?`},
		{"base+low-skill", `base: it is not to be run by itself: start from silo, or use it as a base, with base = "base"`},
		{world, world + `:1:1: overlay: an overlay is no scenario; lay it over one, as in silo+` + world},
		{on, world + `:1:1: overlay: an overlay is no scenario; lay it over one, as in silo+` + world},
		{"silo+" + plain, plain + `:1:1: it is laid over a scenario but is no overlay itself; an overlay says so, with overlay = true`},
		{"silo+" + world, world + `:2:1: base: an overlay has no base; the scenario is named before it, as in silo+low-skill
` + world + `:3:2: run: an overlay changes levers only; run is the scenario's it is laid over
` + world + `:6:1: controls.audit: found 2, which is 200 %, must be between 0 % and 100 %`},
	} {
		_, err := scenarios.Load(row.reference, nil)
		assert.EqualError(t, err, row.help)
	}
	assert.Len(t, scenarios.Check(world), 3, "an overlay alone is checked over silo")
	assert.Empty(t, scenarios.Check("low-skill"))
}

func TestADatedChangeSpeaksOfWhatIsThereAtItsDate(t *testing.T) {
	m := model(t, `
[timeline.first]
at = "10 weeks"
set.organisation.handoff.leads.delay = "times 2"
[timeline.second]
at = "20 weeks"
set.organisation.handoff."*".delay = "times 2"
set.organisation.unit."*".starting-skill = 0.2`)
	assert.Equal(t, 4, m.Under(sim.InForce{}.With(0)).Org.Handoffs[0].Delay)
	assert.Equal(t, 8, m.Under(sim.InForce{}.With(0).With(1)).Org.Handoffs[0].Delay, "the second change builds on the first")
	unknown := complaints(t, "[timeline.first]\nat = \"1 week\"\nset.organisation."+`unit."*".skil = 1`)
	require.Len(t, unknown, 1)
	assert.Contains(t, unknown[0], `my.toml:4:27: organisation.unit."*".skil: after the change first: unknown key "skil"; valid: hours, house, owns-customers`)
	assert.Equal(t, []string{`my.toml:4:27: timeline.first.set.organisation.unit."*".seats: cannot change at a date; a run is built on it`},
		complaints(t, "[timeline.first]\nat = \"1 week\"\nset.organisation."+`unit."*".seats = "times 1"`))
}

func TestTheTextOfAScenarioWithOverlaysIsItsParts(t *testing.T) {
	silo, err := scenarios.Text("silo")
	require.NoError(t, err)
	skill, err := scenarios.Text("low-skill")
	require.NoError(t, err)
	both, err := scenarios.Text("silo+low-skill")
	require.NoError(t, err)
	assert.Equal(t, "# ---- scenario silo\n\n"+silo+"\n# ---- overlay low-skill\n\n"+skill, both)
	_, err = scenarios.Text("silo+low-skil")
	assert.EqualError(t, err, `silo+low-skil: no built-in overlay "low-skil"; did you mean "low-skill"?`)
}
