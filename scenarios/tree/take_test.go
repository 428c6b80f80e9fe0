package tree_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"xsell/scenarios/tree"
)

// treeOf reads a text that must be sound.
func treeOf(t require.TestingT, name, text string) *tree.Tree {
	read, problems := tree.Parse(tree.Source{Name: name, Text: []byte(text)})
	require.Empty(t, problems)
	return read
}

func TestTakingEveryDifferenceMakesTheOtherTree(t *testing.T) {
	a := treeOf(t, "a.toml", "x = 1\nlist = [1, 2]\n[pay.rule.old]\ngoal = \"g\"\n[keep]\nk = 1\n[was.empty]\n[shape]\ny = 1\n")
	b := treeOf(t, "b.toml", "x = 2\nlist = [1, 3]\n[pay.rule.new]\ngoal = \"h\"\n[pay.rule.new.\"odd name\"]\n\"*\" = 1\n[keep]\nk = 1\n[shape.y]\nz = 1\n[is.empty]\n")
	for _, pair := range [][2]*tree.Tree{{a, b}, {b, a}} {
		paths := tree.Differing(pair[0], pair[1])
		assert.Equal(t, pair[1].Text(), pair[0].Take(pair[1], paths).Text())
		slices.Reverse(paths)
		assert.Equal(t, pair[1].Text(), pair[0].Take(pair[1], paths).Text(), "whatever the order of the paths")
		assert.Empty(t, tree.Diff(pair[0], pair[0].Take(pair[1], nil)), "nothing taken changes nothing")
	}
}

func TestWhatIsTakenAwayLeavesNoEmptyTable(t *testing.T) {
	a := treeOf(t, "a.toml", "[pay.rule.old]\ngoal = \"g\"\nwindow = 1\n")
	b := treeOf(t, "b.toml", "x = 1\n")
	one := a.Take(b, [][]string{{"pay", "rule", "old", "goal"}})
	assert.Equal(t, []string{"window"}, one.Keys("pay", "rule", "old"), "what is left stays")
	assert.Equal(t, []string{"goal", "window"}, a.Keys("pay", "rule", "old"), "the tree itself is not changed")
	assert.Empty(t, a.Take(b, [][]string{{"pay", "rule", "old", "goal"}, {"pay", "rule", "old", "window"}}).Keys(), "an entry without keys is no entry")
}

func TestWhatIsTakenKeepsItsPlace(t *testing.T) {
	a, b := treeOf(t, "a.toml", "x = 1\n[t]\ny = 1\n"), treeOf(t, "b.toml", "\nx = 2\n\n[t.u]\n\nz = 3\n")
	mixed := a.Take(b, [][]string{{"x"}, {"t", "u", "z"}})
	at := func(path ...string) string { return mixed.Problem(path, "here").String() }
	assert.Equal(t, "b.toml:2:1: x: here", at("x"))
	assert.Equal(t, "b.toml:6:1: t.u.z: here", at("t", "u", "z"))
	assert.Equal(t, "b.toml:4:4: t.u: here", at("t", "u"))
	assert.Equal(t, "a.toml:3:1: t.y: here", at("t", "y"))
}

// Whatever is taken one after the other is the same as taken at once: levers can be laid in any order.
func TestTakingInPartsIsTakingAtOnce(t *testing.T) {
	keys := []string{"a", "b", "c.d", "c.e", "c.f.g", "c.f.h", "i.j"}
	rapid.Check(t, func(t *rapid.T) {
		side := func(label string) *tree.Tree {
			values := map[string]any{}
			for _, key := range keys {
				if rapid.Bool().Draw(t, label+key) {
					put(values, key, int64(rapid.IntRange(0, 1).Draw(t, "value")))
				}
			}
			return tree.FromMap(label, values)
		}
		a, b := side("left"), side("right")
		paths := rapid.Permutation(tree.Differing(a, b)).Draw(t, "order")
		cut := rapid.IntRange(0, len(paths)).Draw(t, "cut")
		require.Equal(t, b.Text(), a.Take(b, paths[:cut]).Take(b, paths[cut:]).Text())
		require.Equal(t, a.Take(b, paths[:cut]).Text(), b.Take(a, paths[cut:]).Text(), "B without some edits is A with the others")
	})
}

// put sets a dotted key in nested tables.
func put(values map[string]any, key string, value any) {
	first, rest, nested := strings.Cut(key, ".")
	if !nested {
		values[first] = value
		return
	}
	inner, ok := values[first].(map[string]any)
	if !ok {
		inner = map[string]any{}
		values[first] = inner
	}
	put(inner, rest, value)
}
