package tree_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/scenarios/tree"
)

const base = `title = "base"
list = [1, 2, 3]
[unit.branch]
seats = 10
hours = 30
[unit.desk]
seats = 2
`

const variant = `title = "variant"
list = [9]
[unit.branch]
seats = 12
[unit.team]
seats = 1
`

func TestTablesMergeAndListsAreReplaced(t *testing.T) {
	got := parse(t, "base.toml", base).Overlay(parse(t, "variant.toml", variant))
	assert.Equal(t, `list = [9]
title = "variant"

[unit]
[unit.branch]
hours = 30
seats = 12
[unit.desk]
seats = 2
[unit.team]
seats = 1
`, got.Text())
}

func TestKeysRememberWhoSetThemLast(t *testing.T) {
	got := parse(t, "base.toml", base).Overlay(parse(t, "variant.toml", variant))
	got, problems := got.Set("unit.branch.hours=35")
	require.Empty(t, problems)
	for _, row := range []struct {
		path []string
		want string
	}{
		{[]string{"unit", "desk", "seats"}, "base.toml:7:1: unit.desk.seats: here"},
		{[]string{"unit", "branch", "seats"}, "variant.toml:4:1: unit.branch.seats: here"},
		{[]string{"unit", "branch", "hours"}, "--set: unit.branch.hours: here"},
		{[]string{"unit", "branch"}, "variant.toml:3:7: unit.branch: here"},
		{[]string{"list"}, "variant.toml:2:1: list: here"},
	} {
		assert.Equal(t, row.want, got.Problem(row.path, "here").String())
	}
}

func TestOverlayChangesNeitherTree(t *testing.T) {
	below, above := parse(t, "base.toml", base), parse(t, "variant.toml", variant)
	textBelow, textAbove := below.Text(), above.Text()
	below.Overlay(above).Without("unit", "branch")
	assert.Equal(t, textBelow, below.Text(), "the lower tree must stay as it was")
	assert.Equal(t, textAbove, above.Text(), "the upper tree must stay as it was")
}

func TestAssignments(t *testing.T) {
	for _, row := range []struct{ assignment, want string }{
		{"title=two weeks", "title = \"two weeks\"\n"},
		{"title=\"13 weeks\"", "title = \"13 weeks\"\n"},
		{"a = 3", "a = 3\n"},
		{"a=0.5", "a = 0.5\n"},
		{"a=70_000", "a = 70000\n"},
		{"a=true", "a = true\n"},
		{"a=[1, 2]", "a = [1, 2]\n"},
		{"a=[1, 2", "a = \"[1, 2\"\n"},
		{"a=25 %", "a = \"25 %\"\n"},
		{"a=EUR 1,200", "a = \"EUR 1,200\"\n"},
		{"a=x=y", "a = \"x=y\"\n"},
		{"a=''", "a = \"\"\n"},
		{`"a=b" = 1`, "\"a=b\" = 1\n"},
		{"a.b.c=1", "[a]\n[a.b]\nc = 1\n"},
		{`a."b.c d"=1`, "[a]\n\"b.c d\" = 1\n"},
		{"a={b = 1}", "[a]\nb = 1\n"},
	} {
		got, problems := tree.FromMap("empty", nil).Set(row.assignment)
		require.Empty(t, problems, row.assignment)
		assert.Equal(t, row.want, got.Text(), row.assignment)
	}
}

func TestAssignmentsThatCannotBeRead(t *testing.T) {
	for _, row := range []struct{ assignment, want string }{
		{"", `--set: found "", write it like organisation.handoff.leads.delay=2 weeks`},
		{"pay.plan", `--set: found "pay.plan", write it like organisation.handoff.leads.delay=2 weeks`},
		{"pay plan=3", `--set: "pay plan" is not a key path, write it like organisation.handoff.leads.delay=2 weeks`},
		{"=3", `--set: "" is not a key path, write it like organisation.handoff.leads.delay=2 weeks`},
		{"a.b=", `--set: a.b has no value; write a.b="" for an empty text`},
	} {
		got, problems := tree.FromMap("empty", nil).Set(row.assignment)
		assert.Nil(t, got, row.assignment)
		assert.Equal(t, row.want, problems.Error(), row.assignment)
	}
}

func TestDatedChangeIsLaidOverItsOwnTree(t *testing.T) {
	read := parse(t, "my.toml", good)
	later := read.Overlay(read.Sub("timeline", "merger", "set"))
	var got house
	require.Empty(t, later.Decode(&got))
	assert.EqualValues(t, 4, got.Organisation.Handoffs["leads"].Delay, "the change must reach the handoff")
	_, line, _ := later.Where("organisation", "handoff", "leads", "delay")
	assert.Equal(t, 35, line, "a mistake in the change must be shown where the change is written")
}

func TestSubTreesAndRemovals(t *testing.T) {
	read := parse(t, "base.toml", base)
	assert.Equal(t, []string{"branch", "desk"}, read.Keys("unit"))
	assert.Nil(t, read.Keys("unit", "branch", "seats"), "a number has no keys")
	assert.Nil(t, read.Keys("nowhere"))
	assert.Equal(t, "seats = 2\n", read.Sub("unit", "desk").Text())
	assert.Equal(t, "", read.Sub("nowhere").Text())
	assert.Equal(t, []string{"desk"}, read.Without("unit", "branch").Keys("unit"))
	assert.Equal(t, read.Text(), read.Without("unit", "nowhere", "x").Text(), "what is not there cannot be removed")
	assert.Equal(t, read.Text(), read.Without("title", "x").Text(), "a text holds no keys")
	assert.Equal(t, "", read.Without().Text())
}

func TestDiffListsWhatChanged(t *testing.T) {
	below := parse(t, "base.toml", base)
	above := below.Overlay(parse(t, "variant.toml", variant)).Without("unit", "desk", "seats")
	assert.Equal(t, []tree.Change{
		{"list", "[1, 2, 3]", "[9]"},
		{"title", `"base"`, `"variant"`},
		{"unit.branch.seats", "10", "12"},
		{"unit.desk", "", "{}"},
		{"unit.desk.seats", "2", ""},
		{"unit.team.seats", "", "1"},
	}, tree.Diff(below, above))
	assert.Empty(t, tree.Diff(above, above), "a tree does not differ from itself")
}

func TestProgramValuesBecomeATree(t *testing.T) {
	got := tree.FromMap("sweep", map[string]any{
		"a": 3, "b": []string{"x"}, "c": map[string]int{"d": 1}, "e": []map[string]any{{"f": float32(0.5)}}, "g": uint8(1),
	})
	assert.Equal(t, "a = 3\nb = [\"x\"]\ng = 1\n\n[c]\nd = 1\n\n[[e]]\nf = 0.5\n", got.Text())
	assert.Equal(t, "sweep: c.d: odd", got.Problem([]string{"c", "d"}, "odd").String())
	assert.PanicsWithValue(t, "tree: a func() has no form in TOML",
		func() { tree.FromMap("sweep", map[string]any{"a": func() {}}) })
}
