package reports

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/scenarios/results"
)

// hanging is an explanation whose edits are all one lever.
func hanging() *results.ExplainSet {
	set := whyOf(132.25, 10, inventedShare{"units + pay + contracts", 7, 1, 7, 7})
	for i := range set.Levers {
		set.Levers[i].Note = "units cannot be changed without pay, as a value that must be set would be missing"
	}
	set.Notes = []results.LeverNote{{Note: results.ChecksSay + "units without pay: pay.salary.site: missing; unit \"site\" needs one"}}
	return set
}

// Where all edits are one lever there is nothing to share out: no waterfall of one bar, no table of one row, but the reason.
func TestOneLeverIsNotDividedButSaid(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "why")
	require.NoError(t, results.WriteExplain(dir, hanging()))
	require.NoError(t, RenderWhy(dir))
	data, err := os.ReadFile(filepath.Join(dir, "report.html"))
	require.NoError(t, err)
	page := string(data)
	want := "All changes hang together (units, pay, contracts), so none has a share of its own: interlock without one of them is no firm that could be run."
	assert.Contains(t, page, want)
	for _, not := range []string{"<svg", "Shares of ", "longest step", "most from", "Not drawn"} {
		assert.NotContains(t, page, not)
	}
	body, fold, found := strings.Cut(page, "<details><summary>What the checks of a scenario say")
	require.True(t, found, "the checks' own words are folded away")
	assert.NotContains(t, body, "pay.salary.site")
	assert.Contains(t, fold, "pay.salary.site: missing")

	var out bytes.Buffer
	require.NoError(t, Why(&out, hanging(), Terminal{Width: 400}))
	text := out.String()
	assert.Equal(t, 1, strings.Count(text, want[:60]))
	for _, not := range []string{"pay.salary.site", "alone", "in all", "comes from"} {
		assert.NotContains(t, text, not)
	}
	assert.Contains(t, newWhyView(hanging()).answer(), "interlock raises profit per customer by 7.0")
}

func TestALoneLeverIsNamedForWhatItIs(t *testing.T) {
	one := whyOf(132.25, 10, inventedShare{"call lists", 7, 1, 7, 7})
	assert.Contains(t, newWhyView(one).wholeWords(), "All changes are of one kind (call lists) and laid together")
	one.Levers = one.Levers[:1]
	assert.Contains(t, newWhyView(one).wholeWords(), "interlock changes one thing only (call lists)")
	one.Levers[0].Inert = true
	assert.Equal(t, "What interlock changes (call lists) changes nothing in any history.", newWhyView(one).wholeWords())
	assert.Contains(t, newWhyView(hanging()).most("interlock"), "interlock raises profit per customer by 7.0 [5.0, 9.0] EUR a year from 132.3 (better). Its changes are laid together")
	assert.Empty(t, newWhyView(whyOf(132.25, 10, cancelling...)).wholeWords())
}
