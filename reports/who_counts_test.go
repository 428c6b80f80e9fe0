package reports

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/scenarios/results"
)

// From which difference on somebody counts as better or worse off stands beside the shares, and not only in the method.
func TestWhatCountsIsNamedBesideTheShares(t *testing.T) {
	set := twinSet()
	set.Outcomes[2].Least = 900
	v := newWhoView(set)
	plain := func(s string) string { return strings.ReplaceAll(s, "\u00a0", " ") }
	assert.Contains(t, plain(v.heads()[1].Against), "worse off; pay counts from EUR 900 on")
	assert.NotContains(t, v.heads()[0].Against, "counts", "needs count from one on, as all would expect")
	assert.Equal(t, "EUR; counts from EUR 900 on", plain(v.crowd("sellers").Rows[1].Unit))
	var out bytes.Buffer
	require.NoError(t, Twins(&out, set, Terminal{Width: 300}))
	assert.Contains(t, plain(out.String()), "What counts as better or worse: pay of sellers from EUR 900 on; all else from one on.")
	page, err := v.page(nil)
	require.NoError(t, err)
	assert.Contains(t, plain(string(page)), "pay of sellers from EUR 900 on")
}

func TestAmountsThatCountAreWrittenAsTheyAre(t *testing.T) {
	for want, o := range map[string]results.TwinOutcome{"0.01": {Least: 0.01, Unit: "0 to 1"}, "EUR 30": {Least: 30, Unit: "EUR"}, "EUR 1,000": {Least: 1000, Unit: "EUR"},
		"1 hour": {Least: 1, Unit: "hours"}, "2.5 hours": {Least: 2.5, Unit: "hours"}, "": {Least: 0.5, Unit: "needs"}} {
		assert.Equal(t, want, strings.ReplaceAll(countsFrom(o), "\u00a0", " "))
	}
}

// Pairs lose and the firm pays more: that stands under the answer, before the tables, and once.
func TestPairsThatAreNotTheFirmAreSaidUnderTheAnswer(t *testing.T) {
	set := twinSet()
	set.Sums = append(set.Sums, results.TwinSum{Crowd: "sellers", Outcome: "pay", Both: -400, SecondOnly: 500})
	set.Alone = append(set.Alone, results.TwinAlone{Crowd: "sellers", Scenario: "new", Persons: 2})
	var out bytes.Buffer
	require.NoError(t, Twins(&out, set, Terminal{Width: 300}))
	const words = "Pairs are not the whole firm."
	at := strings.Index(out.String(), words)
	assert.True(t, at > 0 && at < strings.Index(out.String(), "CUSTOMERS"), "it stands under the answer")
	assert.Equal(t, 1, strings.Count(out.String(), words))
	page, err := newWhoView(set).page(nil)
	require.NoError(t, err)
	at = strings.Index(string(page), words)
	assert.True(t, at > strings.Index(string(page), `class="sentence"`) && at < strings.Index(string(page), `id="outcomes"`))
	assert.Equal(t, 1, strings.Count(string(page), words))
	assert.Contains(t, newWhoView(set).answer()[0], words, "other programs read it first, too")
	assert.Empty(t, newWhoView(twinSet()).turnedWords())
}
