package scenarios_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/scenarios"
	"xsell/scenarios/tree"
)

// write puts a file into a folder of its own test and returns its path.
func write(t *testing.T, path, text string) string {
	t.Helper()
	require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
	require.NoError(t, os.WriteFile(path, []byte(text), 0o644))
	return path
}

func TestAFileIsLoadedByItsPath(t *testing.T) {
	s, err := scenarios.Load("testdata/small.toml", []string{"run.markets=4", "organisation.handoff.leads.delay=3 weeks"})
	require.NoError(t, err)
	assert.Equal(t, "small", s.Name)
	assert.Equal(t, filepath.FromSlash("testdata/small.toml"), s.Source)
	assert.Equal(t, 4, s.Model.Size.Markets)
	assert.Equal(t, 3, s.Model.Org.Handoffs[0].Delay)
	assert.Len(t, s.Sets, 2)
}

func TestABaseIsLookedForBesideItsFile(t *testing.T) {
	dir := t.TempDir()
	text, err := os.ReadFile("testdata/small.toml")
	require.NoError(t, err)
	write(t, filepath.Join(dir, "banks", "small.toml"), string(text))
	write(t, filepath.Join(dir, "mine", "middle.toml"), "base = \"../banks/small.toml\"\n[run]\nmarkets = 5\nsellers = 20\n")
	s, err := scenarios.Load(write(t, filepath.Join(dir, "mine", "top.toml"), "base = \"middle.toml\"\n[run]\nmarkets = 8\n"), nil)
	require.NoError(t, err)
	assert.Equal(t, 8, s.Model.Size.Markets, "the file itself has the last word")
	assert.Equal(t, 20, s.Model.Size.Sellers, "then its base")
	assert.Equal(t, 1000, s.Model.Size.Customers, "then the base of that")
}

func TestABaseThatIsMissingOrLeadsBack(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	write(t, at("a.toml"), "base = \"b.toml\"\n")
	write(t, at("b.toml"), "\nbase = \"./a.toml\"\n")
	write(t, at("self.toml"), "base = \"self.toml\"\n")
	for _, row := range []struct{ text, help string }{
		{"base = \"b.toml\"\n", at("a.toml") + ":1:1: base: a base must not lead back to itself (" +
			strings.Join([]string{at("top.toml"), at("b.toml"), at("a.toml"), at("b.toml")}, " -> ") + ")"},
		{"base = \"self.toml\"\n", at("self.toml") + ":1:1: base: a base must not lead back to itself (" +
			strings.Join([]string{at("top.toml"), at("self.toml"), at("self.toml")}, " -> ") + ")"},
		{"base = \"selfe.toml\"\n", at("top.toml") + `:1:1: base: there is no file "` + at("selfe.toml") + `"; did you mean "` + at("self.toml") + `"?`},
		{"base = \"slio\"\n", at("top.toml") + `:1:1: base: no built-in scenario "slio"; did you mean "silo"?`},
		{"base = 7\n", at("top.toml") + `:1:1: base: found 7, want text in quotes`},
	} {
		_, err := scenarios.Load(write(t, at("top.toml"), row.text), nil)
		assert.EqualError(t, err, row.help)
	}
}

func TestAMissingFileIsNotMistakenForAnother(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a-folder-with-a-name-far-longer-than-the-files-in-it")
	write(t, filepath.Join(dir, "pilot.toml"), "base = \"silo\"\n")
	_, err := scenarios.Load(write(t, filepath.Join(dir, "mine.toml"), "base = \"budget.toml\"\n"), nil)
	assert.ErrorContains(t, err, "there is no file")
	assert.NotContains(t, err.Error(), "did you mean")
	_, err = scenarios.Load(filepath.Join(dir, "pilto.toml"), nil)
	assert.ErrorContains(t, err, `did you mean "`+filepath.Join(dir, "pilot.toml")+`"?`)
}

func TestAVariantDoesNotBearTheTitleOfItsBase(t *testing.T) {
	dir := t.TempDir()
	s, err := scenarios.Load(write(t, filepath.Join(dir, "pilot.toml"), "base = \"silo\"\n"), nil)
	require.NoError(t, err)
	assert.Equal(t, []string{"pilot", `A variant of "silo".`}, []string{s.Spec.Title, s.Spec.Summary})
	assert.Contains(t, scenarios.Resolved(s), "title = \"Silo\"", "the words as laid over each other stay")
	s, err = scenarios.Load(write(t, filepath.Join(dir, "second.toml"), "base = \"pilot.toml\"\ntitle = \"Second\"\n"), []string{"summary=Mine."})
	require.NoError(t, err)
	assert.Equal(t, []string{"Second", "Mine."}, []string{s.Spec.Title, s.Spec.Summary})
	s, err = scenarios.Load("interlock", nil)
	require.NoError(t, err)
	assert.Equal(t, "Interlock", s.Spec.Title)
}

func TestAFileWithoutABaseIsToldOfOne(t *testing.T) {
	const advice = `mine.toml: no base: write base = "silo" to change a built-in scenario, or base = "base" to build an organisation of your own on the base bank`
	_, err := scenarios.LoadText("mine.toml", "[run]\nmarkets = 3\n", nil)
	require.Error(t, err)
	first, _, more := strings.Cut(err.Error(), "\n")
	assert.Equal(t, advice, first)
	assert.True(t, more, "what is missing is still listed")
	_, err = scenarios.LoadText("mine.toml", "base = \"base\"\n", nil)
	assert.NotContains(t, err.Error(), "no base:")
}

func TestTheBaseBankIsNotRunByItself(t *testing.T) {
	_, err := scenarios.Load("base", nil)
	assert.EqualError(t, err, `base: it is not to be run by itself: start from silo, or use it as a base, with base = "base"`)
	assert.Len(t, scenarios.Check("base"), 1)
}

func TestAnEndlessChainOfBasesEnds(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.Symlink(".", filepath.Join(dir, "deeper")))
	_, err := scenarios.Load(write(t, filepath.Join(dir, "a.toml"), "base = \"deeper/a.toml\"\n"), nil)
	assert.ErrorContains(t, err, "more than 20 bases in a row")
}

func TestWhatIsNoScenarioIsRefused(t *testing.T) {
	dir := t.TempDir()
	huge := filepath.Join(dir, "huge.toml")
	require.NoError(t, os.WriteFile(huge, nil, 0o644))
	require.NoError(t, os.Truncate(huge, 100<<20)) // takes no room on the disk
	for _, row := range []struct{ name, help string }{
		{write(t, filepath.Join(dir, "empty.toml"), ""), "the file is empty"},
		{write(t, filepath.Join(dir, "blank.toml"), " \n\t\n"), "the file is empty"},
		{write(t, filepath.Join(dir, "program.toml"), "\x7fELF\x00\x01"), "looks like a binary file"},
		{write(t, filepath.Join(dir, "latin.toml"), "title = \"\xe4\""), "looks like a binary file, or its letters are not in UTF-8"},
		{huge, `has 100 MiB, the limit is 4 MiB`},
		{dir + string(filepath.Separator), "is not a plain file"},
		{filepath.Join(dir, "none.toml"), "there is no file"},
		{"referal-fee", `no built-in scenario "referal-fee"; did you mean "referral-fee"?`},
		{"", `no built-in scenario ""; there are bancassurance, `},
	} {
		_, err := scenarios.Load(row.name, nil)
		assert.ErrorContains(t, err, row.help)
		assert.NotEmpty(t, scenarios.Check(row.name), "Check must find what Load finds: %s", row.help)
	}
}

func TestAssignmentsThatCannotBe(t *testing.T) {
	for _, row := range []struct{ set, help string }{
		{"run.markets", `--set: found "run.markets", write it like organisation.handoff.leads.delay=2 weeks`},
		{"run.markets=two", `--set: run.markets: found "two", want a whole number such as 12`},
		{"run.market=2", `--set: run.market: unknown key "market"; did you mean "markets"?`},
		{"base=silo", `--set: base: a base is named in a file; name another scenario to run instead`},
	} {
		_, err := scenarios.Load("testdata/small.toml", []string{row.set})
		assert.EqualError(t, err, row.help)
	}
}

func TestCheckFindsNothingInAGoodFile(t *testing.T) {
	assert.Empty(t, scenarios.Check("testdata/small.toml"))
}

func TestEveryKeyIsDescribed(t *testing.T) {
	assert.NoError(t, tree.CheckDocs(scenarios.Spec{}))
	assert.Contains(t, scenarios.Reference(), "`organisation.handoff.<name>.delay`")
}

func TestTheSchemaIsTheSameEachTime(t *testing.T) {
	first, err := scenarios.Schema()
	require.NoError(t, err)
	second, err := scenarios.Schema()
	require.NoError(t, err)
	assert.Equal(t, string(first), string(second))
	assert.Contains(t, string(first), `"finder-credit"`)
}
