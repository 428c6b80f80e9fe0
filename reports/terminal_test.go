package reports

import (
	"fmt"
	"math"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/scenarios/results"
)

func shortOf(t *testing.T, set *results.Set, at Terminal) string {
	t.Helper()
	var out strings.Builder
	require.NoError(t, Short(&out, set, at))
	return out.String()
}

// TestWhatATerminalShows holds the answer at usual widths, with and without colours, and without Unicode.
func TestWhatATerminalShows(t *testing.T) {
	for _, width := range []int{60, 80, 120} {
		golden(t, fmt.Sprintf("terminal-decided-%d.txt", width), shortOf(t, decidedSet(), Terminal{Width: width}))
		golden(t, fmt.Sprintf("terminal-decided-%d-colour.txt", width), shortOf(t, decidedSet(), Terminal{Width: width, Colour: true}))
	}
	golden(t, "terminal-decided-80-ascii.txt", shortOf(t, decidedSet(), Terminal{Width: 80, ASCII: true}))
	golden(t, "terminal-alone-80.txt", shortOf(t, synthetic(corners["alone"]), Terminal{Width: 80}))
	golden(t, "terminal-tried-80.txt", shortOf(t, tried(), Terminal{Width: 80}))
	var whole strings.Builder
	require.NoError(t, Whole(&whole, synthetic(usual), Terminal{Width: 80}))
	golden(t, "terminal-whole-80.txt", whole.String())
}

var escapes = regexp.MustCompile("\x1b\\[[0-9]+m")

// sets of every kind, with words that are wide, long and foreign.
func sets() map[string]*results.Set {
	all := map[string]*results.Set{"decided": decidedSet(), "tried": tried()}
	for name, s := range corners {
		all[name] = synthetic(s)
	}
	wide := synthetic(shape{scenarios: []string{"銀行と保険の一体化", "Filialgeschäft-mit-Überweisungen-an-alle-anderen-Einheiten"}, replications: 5, frames: 9})
	wide.Dictionary[0].Title = "一顧客あたりの商品数 reported"
	all["wide"] = wide
	return all
}

func TestNoLineIsWiderThanTheTerminal(t *testing.T) {
	for name, set := range sets() {
		for _, width := range []int{40, 60, 80, 97, 131} {
			for _, at := range []Terminal{{Width: width, Colour: true}, {Width: width, ASCII: true}} {
				var out strings.Builder
				require.NoError(t, Short(&out, set, at))
				require.NoError(t, Whole(&out, set, at))
				for line := range strings.SplitSeq(out.String(), "\n") {
					plain := escapes.ReplaceAllString(line, "")
					assert.LessOrEqual(t, displayWidth(plain), width, "%s at %d columns: %q", name, width, plain)
					assert.NotContains(t, plain, "\x1b")
				}
			}
		}
	}
}

func TestColoursAddNothingButColours(t *testing.T) {
	for name, set := range sets() {
		coloured := shortOf(t, set, Terminal{Width: 80, Colour: true})
		assert.Contains(t, coloured, "\x1b[1m", name)
		assert.Equal(t, shortOf(t, set, Terminal{Width: 80}), escapes.ReplaceAllString(coloured, ""), name)
	}
}

func TestWithoutUnicodeThereIsNone(t *testing.T) {
	for name, set := range sets() {
		for _, r := range shortOf(t, set, Terminal{Width: 80, ASCII: true}) {
			if r > 127 {
				t.Fatalf("%s has %q, which a terminal without Unicode cannot show", name, r)
			}
		}
	}
}

func TestTheAnswerIsRepeatedWhereItsFirstLinesAreOutOfSight(t *testing.T) {
	set := synthetic(usual)
	assert.Equal(t, 1, strings.Count(shortOf(t, set, Terminal{Width: 200, Height: 200}), Answer(set)[:60]))
	assert.Equal(t, 2, strings.Count(shortOf(t, set, Terminal{Width: 400, Height: 24}), Answer(set)[:60]))
	assert.Equal(t, 1, strings.Count(shortOf(t, set, Terminal{Width: 400}), Answer(set)[:60]), "a file does not scroll")
}

func TestWhatMattersIsOfTheDecisionItsGuardrailsAndTheHeadline(t *testing.T) {
	set := decidedSet()
	set.Manifest.Decision.Measure = "revenue"
	set.Manifest.Decision.Guards = []results.Boundary{{Measure: "conduct_cost"}, {Measure: "churn"}}
	var ids []string
	for _, m := range newView(set).matter() {
		ids = append(ids, m.ID)
	}
	assert.Equal(t, []string{"revenue", "conduct_cost", "churn", "profit_per_customer", "products_real", "products_reported", "trust",
		"unauthorised_per_1000_openings"}, ids)
}

func TestACourseIsDrawnOnTheScaleItShares(t *testing.T) {
	nan := math.NaN()
	lines := sparks([]course{{0, 1, 2, nan, 7}, {7, 7, 7, 7, 0}, {nan, nan, nan, nan, nan}}, 9, blocks)
	assert.Equal(t, []string{"▁▂▃ █", "████▁", "     "}, lines, "what is undefined is a gap")
	assert.Equal(t, []string{"▅▅▅"}, sparks([]course{{3, 3, 3}}, 9, blocks), "what does not vary is in the middle")
	assert.Equal(t, []string{"▁▁▁"}, sparks([]course{{0, 0, 0}}, 9, blocks), "nothing is drawn as nothing")
	assert.Equal(t, []string{"_#"}, sparks([]course{{0, 2, 6, 8, nan, nan}}, 2, plainBlocks), "a letter is the mean of what it stands for")
	assert.Equal(t, []string{"▁ █"}, sparks([]course{{1, nan, 3}}, 3, blocks))
}

func TestWidthsAreThoseOfTheTerminal(t *testing.T) {
	for text, want := range map[string]int{"silo": 4, "±−▲": 3, "銀行": 4, "e\u0301": 1, "Ü": 1, "▁█": 2, "한국": 4, "": 0, "👍": 2, "a\u200bb": 2} {
		assert.Equal(t, want, displayWidth(text), "%q", text)
	}
	assert.Equal(t, []string{"銀行", "と保"}, wrapColumns("銀行と保", 4), "a word that is too long is cut")
	assert.Equal(t, []string{"one two", "three"}, wrapColumns("one two three", 8))
	assert.Equal(t, []string{"a\u00a0b", "c"}, wrapColumns("a\u00a0b c", 3), "what must not break does not")
	assert.Equal(t, []string{""}, wrapColumns("", 8))
	assert.Equal(t, []string{"it is 3", "[1,\u00a05]", "12\u00a0%"}, wrapColumns("it is 3 [1, 5] 12 %", 9), "an interval and a percentage stay whole")
}

func TestAListFitsATerminalAndIsALineARowElsewhere(t *testing.T) {
	l := Listing{Head: true, Wraps: []int{1}, Spare: []int{2}, Rows: [][]string{{"name", "what it is", "from"}, {"GROUP"},
		{"silo", "Four units own their customers and are paid on their own line.", "base"}, {"übung", "Another.", "silo"}}}
	shown := func(at Terminal) string {
		var out strings.Builder
		require.NoError(t, List(&out, l, at))
		return out.String()
	}
	assert.Equal(t, "name   what it is                                                      from\nGROUP\n"+
		"silo   Four units own their customers and are paid on their own line.  base\n"+
		"übung  Another.                                                        silo\n", shown(Terminal{Width: 40}))
	assert.Equal(t, "name   what it is                   from\nGROUP\n"+
		"silo   Four units own their         base\n       customers and are paid on\n       their own line.\n"+
		"übung  Another.                     silo\n", shown(Terminal{Width: 40, Height: 24}))
	l.Rows[2][2] = "a scenario with a name that has no room"
	assert.NotContains(t, shown(Terminal{Width: 40, Height: 24}), "room", "a column to spare is left out")
	assert.Contains(t, shown(Terminal{Width: 40, ASCII: true}), "uebung")
	assert.Equal(t, strings.Repeat("word ", 20)+"end", Say(strings.Repeat("word ", 20)+"end", Terminal{Width: 40}))
	assert.Equal(t, 3, len(strings.Split(Say(strings.Repeat("word ", 20)+"end", Terminal{Width: 40, Height: 24}), "\n")))
}
