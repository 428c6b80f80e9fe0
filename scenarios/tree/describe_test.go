package tree_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/scenarios/tree"
	"xsell/scenarios/words"
)

func TestHouseIsFullyDocumented(t *testing.T) {
	assert.NoError(t, tree.CheckDocs(house{}))
	assert.NoError(t, tree.CheckDocs(&house{}), "a pointer describes the same file")
}

func TestTagsThatMeanNothingAreFound(t *testing.T) {
	type inner struct {
		Share words.Share `toml:"share" doc:"d"`
	}
	type sloppy struct {
		Name   string           `toml:"name"`
		Loud   string           `doc:"d"`
		Text   string           `toml:"text" doc:"d" range:"0..1"`
		Number int              `toml:"number" doc:"d" enum:"a|b" ref:"plans"`
		Ref    string           `toml:"ref" doc:"d" ref:"plan|name.first"`
		Sum    []words.Share    `toml:"sum" doc:"d" sum:"1" refkeys:"plans"`
		Plans  map[string]inner `toml:"plans" doc:"d" sum:"1" sumfield:"shares"`
	}
	assert.EqualError(t, tree.CheckDocs(sloppy{}), `name (string): has no doc
Loud (string): has no toml name, or one with capitals
text (string): a range needs a number
number (int): an enum needs a text
number (int): a ref needs a text
ref (string): refers to plan, which is no table of names
ref (string): refers to name.first, which is no table of names
sum ([]words.Share): refkeys needs a map
sum ([]words.Share): a sum needs a map
plans (map[string]tree_test.inner): there is no number "shares" to sum`)
}

func TestTagsThatCannotBeReadPanic(t *testing.T) {
	type badRange struct {
		N int `toml:"n" doc:"d" range:"1-2"`
	}
	assert.PanicsWithValue(t, `tree: tree_test.badRange.N: the tag range:"1-2" is not a range such as 0..1, 0.. or ..1`,
		func() { _ = tree.CheckDocs(badRange{}) })
	type badSum struct {
		N map[string]int `toml:"n" doc:"d" sum:"all"`
	}
	assert.PanicsWithValue(t, `tree: tree_test.badSum.N: the tag sum:"all" is not a number`,
		func() { _ = tree.CheckDocs(badSum{}) })
	type badRequired struct {
		N int `toml:"n" doc:"d" required:"yes"`
	}
	assert.PanicsWithValue(t, `tree: tree_test.badRequired.N: the tag required:"yes" is not "true"`,
		func() { _ = tree.CheckDocs(badRequired{}) })
}

// loop contains itself.
type loop struct {
	Inner map[string]loop `toml:"inner" doc:"d"`
}

func TestTypeThatContainsItselfIsRefused(t *testing.T) {
	const want = "the type tree_test.loop contains itself and cannot describe a file"
	assert.EqualError(t, tree.CheckDocs(loop{}), want)
	_, err := tree.Schema("loop", loop{})
	assert.EqualError(t, err, want)
	assert.PanicsWithValue(t, "tree: "+want, func() { tree.Reference(loop{}) })
}

func TestSchemaSaysWhatEditorsNeed(t *testing.T) {
	text, err := tree.Schema("scenario", house{})
	require.NoError(t, err)
	again, err := tree.Schema("scenario", house{})
	require.NoError(t, err)
	assert.Equal(t, string(text), string(again), "the same type must give the same bytes")

	var schema map[string]any
	require.NoError(t, json.Unmarshal(text, &schema))
	assert.Equal(t, "scenario", schema["title"])
	assert.Equal(t, false, schema["additionalProperties"], "unknown keys must be marked")
	leads := at(schema, "properties", "organisation", "properties", "handoff", "additionalProperties", "properties")
	assert.Equal(t, "weeks until the receiver sees the lead; weeks; between 0 weeks and 260 weeks",
		at(leads, "delay")["description"])
	assert.Equal(t, []any{"13 weeks", "6 months", "2 years"}, at(leads, "delay")["examples"])
	assert.Equal(t, "who signs; text; must be set, here or in the base; a name in organisation.unit or organisation.partner",
		at(leads, "to")["description"])
	market := at(schema, "properties", "market", "properties")
	assert.Equal(t, map[string]any{"type": "number", "minimum": 0.0, "maximum": 1.0},
		at(market, "loyal")["anyOf"].([]any)[0], "a share may be a plain number")
	assert.Equal(t, map[string]any{"type": "integer", "minimum": 1.0, "maximum": 1e6},
		at(market, "customers")["anyOf"].([]any)[0])
	assert.Equal(t, map[string]any{"type": "string", "pattern": "^(times|at least|at most) (\\S.*)$"},
		at(market, "customers")["anyOf"].([]any)[1], "an overlay may change the number below")
	unit := at(schema, "properties", "organisation", "properties", "unit", "additionalProperties", "properties")
	assert.Equal(t, []any{"branch", "desk", "team"}, at(unit, "kind")["enum"])
	assert.Equal(t, []any{"advise", "serve", "win"}, at(unit, "duties", "items")["enum"])
}

// at follows keys through nested objects.
func at(object map[string]any, keys ...string) map[string]any {
	for _, key := range keys {
		object = object[key].(map[string]any)
	}
	return object
}

func TestReferenceListsEveryKey(t *testing.T) {
	page := tree.Reference(house{})
	for _, line := range []string{
		"| `title` | text: `\"name\"` | must be set, here or in the base | one line |",
		"## organisation\nwhat we can; must be set, here or in the base\n",
		"## pay\npay plans; the values of share sum to 1\n",
		"| `market.segment` | by name, each share: `{ name = \"25 %\" }` | between 0 % and 100 %; the values sum to 1 | shares of the segments |",
		"| `organisation.handoff.<name>.delay` | weeks: `\"13 weeks\"` | between 0 weeks and 260 weeks | weeks until the receiver sees the lead |",
		"| `organisation.unit.<name>.duties` | list, each text: `[\"name\"]` | one of advise, serve, win | what it does |",
		"| `organisation.partner` | by name, each number: `{ name = 0.5 }` | its keys are names in organisation.unit | partners by unit |",
		"| `lot[].quota` | list, each whole number: `[12]` | between 0 and 9 | sold in each quarter |",
		"| `timeline.<name>.set` | by name, each anything: `{ name = ... }` |  | what is set from then on |",
	} {
		assert.Contains(t, page, line)
	}
}

func TestNearestNameIsTheOneThatWasMeant(t *testing.T) {
	names := []string{"delay", "finder", "from", "products", "to", "shared-record"}
	for word, want := range map[string]string{
		"delya": "delay", "Delay": "delay", "prodcts": "products", "form": "from", "shared_record": "shared-record",
		"t": "", "x": "", "": "", "colour": "", "deferral": "",
	} {
		got, ok := tree.Nearest(word, names)
		assert.Equal(t, want, got, "nearest to %q", word)
		assert.Equal(t, want != "", ok, "nearest to %q", word)
	}
	_, ok := tree.Nearest("delay", nil)
	assert.False(t, ok, "nothing is near to nothing")
}
