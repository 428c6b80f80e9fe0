package results

import (
	"math"
	"path/filepath"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestADecisionIsReadAsItWasWritten(t *testing.T) {
	set := sample()
	set.Manifest.Decision = &Decision{Measure: "profit", Better: More, Smallest: "EUR 5", Confidence: 0.95, Budget: 200,
		Looks: []int{50, 100, 200}, Look: 2, Settled: true, Worlds: 99, Dropped: 1, Method: "max-t",
		Guards: []Boundary{{Name: "churn", Measure: "churn", Statistic: "p95", Kind: "up at most", Limit: "0.5"}}}
	set.Verdicts = []Verdict{{Scenario: "a", Against: "b", Measure: "profit", Difference: 1.0 / 3, Low: math.Inf(-1), High: math.Inf(1),
		Seen: 3, Seen80: 4, Smallest: 5, Words: "undecided", Note: "better, but", More: math.Inf(1)}}
	set.Standings = []Standing{{Scenario: "a", Measure: "profit", Mean: 2, Low: -1, High: 3, Words: PossiblyBest, Contender: true}}
	set.Guards = []Guard{{Scenario: "a", Guardrail: "churn", Measure: "churn", Statistic: "p95", Kind: "up at most", Limit: 0.5,
		Value: 0.4, Low: 0.3, High: 0.6, Words: "undecided", More: 12, Worlds: 99, Dropped: 1}}
	dir := filepath.Join(t.TempDir(), "out")
	require.NoError(t, Write(dir, set))
	back, err := Read(dir)
	require.NoError(t, err)
	assert.Equal(t, set.Manifest.Decision, back.Manifest.Decision)
	assert.Equal(t, set.Verdicts, back.Verdicts)
	assert.Equal(t, set.Standings, back.Standings)
	assert.Equal(t, set.Guards, back.Guards)
}

func TestEveryColumnOfADecisionIsExplained(t *testing.T) {
	explained := func(file string, columns []string) {
		for _, c := range columns {
			assert.True(t, slices.ContainsFunc(decisionWords, func(e Explained) bool { return e.File == file && e.Column == c && e.Meaning != "" }),
				"%s: %s", file, c)
		}
	}
	explained(verdictsTable.file, verdictsTable.header())
	explained(standingsTable.file, standingsTable.header())
	explained(guardsTable.file, guardsTable.header())
	columns := len(verdictsTable.columns) + len(standingsTable.columns) + len(guardsTable.columns)
	assert.Len(t, decisionWords, columns, "nothing is explained that is not there")
}
