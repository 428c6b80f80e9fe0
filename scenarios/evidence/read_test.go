package evidence

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

// town makes a firm small enough for a test: two markets over a year.
const town = `set = ["run.markets=2", "run.customers=400", "run.sellers=20", "run.weeks=52 weeks", "run.warm-up=13 weeks", "run.close=13 weeks"]
`

// fact is a file with one fact about a small silo.
func fact(value, more string) string {
	return "[fact.F]\nrole = \"CHK\"\ntitle = \"it\"\ntext = \"It.\"\nscenario = \"silo\"\n" + town +
		"value = '" + value + "'\n" + more
}

// parsed reads claims that must be sound.
func parsed(t *testing.T, text string) *Book {
	t.Helper()
	book, problems := read(tree.Source{Name: "claims.toml", Text: []byte(text)}, "")
	require.Empty(t, problems)
	return book
}

func TestUnknownNamesAreRefusedWithTheNearest(t *testing.T) {
	for _, c := range []struct{ value, more, want string }{
		{`firm.measure("chrun")`, "low = 1", `no measure "chrun"; did you mean "churn"?`},
		{`firm.count("joind")`, "low = 1", `no flow of the books "joind"; did you mean "joined"?`},
		{`firm.count("left + joind")`, "low = 1", `no flow of the books "joind"; did you mean "joined"?`},
		{`firm.count("customers")`, "low = 1", `no flow of the books "customers"`},
		{`firm.stock("custommers")`, "low = 1", `no stock of the books "custommers"; did you mean "customers"?`},
		{`firm.hist("attainmnt", 1, 2)`, "low = 1", `no distribution "attainmnt"; did you mean "attainment"?`},
		{`sum(firm.markets("joined", "lefd"))`, "low = 1", `no item of the books "lefd"; did you mean "left"?`},
		{`firm.mesure("churn")`, "low = 1", `an arm has no "mesure"; did you mean "measure"?`},
		{`frm.measure("churn")`, "low = 1", `no arm or function "frm"; did you mean "firm"?`},
		{`lag(firm.measure("churn"))`, "low = 1", `no arm or function "lag"; did you mean "log"?`},
		{`let x = firm.measure("churn"); x * y`, "low = 1", `no arm or function "y"`},
		{`firm.measure(firm.measure("churn"))`, "low = 1", `write the measure as a name in quotes`},
		{`firm.measure("churn")`, "low = 1\nmind = { \"conduct.feer\" = 1 }", `no behavioural constant "conduct.feer"; did you mean "conduct.fear"?`},
		{`firm.measure("churn")`, "low = 1\nmind = { \"conduct.fear\" = 99 }", `found 99, must be between`},
		{`firm.measure("churn")`, "lo = 1", `unknown key "lo"; did you mean "low"?`},
	} {
		_, problems := read(tree.Source{Name: "claims.toml", Text: []byte(fact(c.value, c.more))}, "")
		assert.ErrorContains(t, problems.Err(), c.want, c.value)
		assert.ErrorContains(t, problems.Err(), "claims.toml:", "the place in the file is named")
	}
}

func TestClaimsThatCannotBeMeantAreRefused(t *testing.T) {
	sound := `firm.measure("churn")`
	for _, c := range []struct{ value, more, want string }{
		{sound, "", "set low, high or both"},
		{sound, "low = 2\nhigh = 1", "found 2, which is more than high = 1"},
		{sound, "low = 1\nworlds = 1", "must be between 2 and 1000"},
		{sound + " > 3", "low = 1", "expected float64, but got bool"},
		{sound + " (", "low = 1", "not an expression"},
		{`firm.hist("attainment", "one")`, "low = 1", "not an expression"},
		{`now().Year() + ` + sound, "low = 1", "not an expression"},
		{sound, "low = 1\n[fact.F.arm.log]", "an arm needs a name"},
		{sound, "low = 1\n[fact.F.arm.first]", "an arm needs a name"},
		{sound, "low = 1\n[fact.F.arm.firm]\nscenario = \"silo\"\nwith = \"base = 'silo'\"", "not both"},
	} {
		_, problems := read(tree.Source{Name: "claims.toml", Text: []byte(fact(c.value, c.more))}, "")
		assert.ErrorContains(t, problems.Err(), c.want, "%s, %s", c.value, c.more)
	}
}

func TestPathsOfAUsersClaimsStartFromTheirFile(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "below")
	require.NoError(t, os.MkdirAll(dir, 0o700))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "mine.toml"), []byte("base = \"silo\"\n[run]\ncustomers = 300\n"), 0o600))
	claims := filepath.Join(dir, "claims.toml")
	text := strings.ReplaceAll(fact(`firm.stock("customers")`, "low = 1"), `"silo"`, `"mine.toml"`)
	require.NoError(t, os.WriteFile(claims, []byte(strings.Replace(text, `"run.customers=400", `, "", 1)), 0o600))
	book, err := ReadFile(claims)
	require.NoError(t, err)
	s, err := book.Facts[0].arms[0].load()
	require.NoError(t, err)
	assert.Equal(t, 300, s.Model.Size.Customers)
}

func TestAScenarioCanBeWrittenOutInAClaim(t *testing.T) {
	book := parsed(t, fact(`a.stock("customers")`, "low = 1\n[fact.F.arm.a]\nwith = '''\nbase = \"interlock\"\nrun.weeks = \"26 weeks\"\n'''\n"+
		"[fact.F.arm.b]\nscenario=\"silo\"\n"))
	s, err := book.Facts[0].arms[0].load()
	require.NoError(t, err)
	assert.True(t, s.Spec.Organisation.Teams, "it is an interlock")
	assert.Equal(t, 52, s.Model.Size.Weeks, "assignments of the claim are laid over it")
}

func TestFirmsOfClaimsDoNotHideBuiltInScenarios(t *testing.T) {
	for _, name := range scenarios.Names() {
		_, hidden := firmText(name)
		assert.False(t, hidden, "a firm of the claims has the name of the built-in scenario %s", name)
	}
}

func TestClaimsAreChosenByIdNumberOrBeginning(t *testing.T) {
	facts, unknown := Builtin().ChooseFacts([]string{"r1", "O2", "D99", "elephants"}, "")
	assert.Equal(t, []string{`no fact "D99"; did you mean "D9"?`, `no fact "elephants"; --list shows all`}, unknown)
	var ids []string
	for _, f := range facts {
		ids = append(ids, f.ID)
	}
	assert.Equal(t, []string{"O2", "R1-three", "R1-two"}, ids)
	laws, unknown := Builtin().ChooseLaws([]string{"5", "bunching"})
	assert.Empty(t, unknown)
	assert.Len(t, laws, 2)
	assert.Equal(t, -1, natural("R6", "R12"), "numbers in ids are ordered as numbers")
}

func TestAUsersClaimTakesThePlaceOfOneWithItsId(t *testing.T) {
	own := parsed(t, strings.Replace(fact(`firm.measure("churn")`, "low = 1"), "fact.F", "fact.O2", 1))
	all := Builtin().With(own)
	assert.Len(t, all.Facts, len(Builtin().Facts))
	facts, _ := all.ChooseFacts([]string{"O2"}, "")
	assert.Equal(t, "CHK", facts[0].Role)
}
