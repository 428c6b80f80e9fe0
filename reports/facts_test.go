package reports

import (
	"bytes"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/scenarios/results"
)

// someFacts holds a fact of every kind: met, with an interval over the edge, missed, far away, undefined, open on one
// side, with a band that ends at zero.
func someFacts() *results.FactSet {
	nan := math.NaN()
	set := &results.FactSet{Manifest: results.FactManifest{Tool: "test", Command: []string{"xsell", "facts"}, Seed: "7"}}
	for i, f := range []results.Fact{
		{Role: "CAL", Value: 2.7, Low: 2.6, High: 2.8, TargetLow: 2, TargetHigh: 3.4, Verdict: "met"},
		{Role: "CAL", Value: 0.144, Low: 0.139, High: 0.152, TargetLow: nan, TargetHigh: 0.15, Verdict: "met"},
		{Role: "CHK", Value: 12, Low: 11, High: 13, TargetLow: 5, TargetHigh: 10, Verdict: "missed"},
		{Role: "CHK", Value: 9000, Low: 100, High: 17900, TargetLow: 5, TargetHigh: 10, Verdict: "missed"},
		{Role: "CHK", Value: nan, Low: nan, High: nan, TargetLow: 1, TargetHigh: nan, Verdict: "undefined"},
		{Role: "CHK", Value: 3, Low: 1, High: 5, TargetLow: 0, TargetHigh: nan, Verdict: "met"},
		{Role: "CHK", Value: -2, Low: -3, High: -1, TargetLow: nan, TargetHigh: 0, Verdict: "met"},
	} {
		f.ID = fmt.Sprintf("F%d", i+1)
		set.Facts = append(set.Facts, f)
		set.Entries = append(set.Entries, results.FactEntry{ID: f.ID, Title: "something <measured>", Unit: "%", Text: "It is so.",
			Source: "Somebody 1999", Firms: "firm: silo", Expression: `firm.measure("churn")`, Worlds: 8, Interval: "inside"})
	}
	set.Entries[1].Interval, set.Entries[2].Explanation = "overlaps", "There is no such thing here."
	return set
}

func TestFactsAreDrawnFromDiskAlone(t *testing.T) {
	dir := lasting(t, "facts")
	require.NoError(t, results.WriteFacts(dir, someFacts()))
	require.NoError(t, RenderFacts(dir))
	for _, name := range []string{"facts.svg", "facts.png", "facts.html", "facts.csv", "facts_dictionary.csv", "manifest.toml"} {
		assert.FileExists(t, filepath.Join(dir, name))
	}
	page, err := os.ReadFile(filepath.Join(dir, "facts.html"))
	require.NoError(t, err)
	for _, want := range []string{"CAL 2 of 2 within tolerance, 1 of them with their whole interval", "CHK 2 of 5 within tolerance, 2 of them with their whole interval", "There is no such thing here.",
		"No explanation is given.", "something &lt;measured&gt;", "met, interval overlaps", "xsell facts"} {
		assert.Contains(t, string(page), want)
	}
	read, err := results.ReadFacts(dir)
	require.NoError(t, err)
	assert.Equal(t, results.FactsCSV(someFacts().Facts), results.FactsCSV(read.Facts))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "facts.csv"), results.FactsCSV(read.Facts[1:]), 0o600))
	assert.ErrorContains(t, RenderFacts(dir), "a file was changed after the run")
}

func TestTheTableOfFactsCountsAndExplains(t *testing.T) {
	var out bytes.Buffer
	require.NoError(t, FactsTable(&out, someFacts(), Terminal{}))
	for _, want := range []string{"F1  something <measured> [%]  2.70 [2.60, 2.80]", "at most 0.15", "5 to 10", "missed",
		"CAL 2 of 2 within tolerance, 1 of them with their whole interval; CHK 2 of 5 within tolerance, 2 of them with their whole interval", "F3 missed. It is so. Why not here: There is no such thing here.",
		"F5 undefined. It is so. Why not here: no explanation is given"} {
		assert.Contains(t, out.String(), want)
	}
}

func TestEveryBandRunsFromMinusOneToOne(t *testing.T) {
	for _, f := range someFacts().Facts {
		s := factScaleOf(f)
		if !math.IsNaN(f.TargetLow) {
			assert.InDelta(t, -1, s.of(f.TargetLow), 1e-12, "low end of %v", f)
		}
		if !math.IsNaN(f.TargetHigh) {
			assert.InDelta(t, 1, s.of(f.TargetHigh), 1e-12, "high end of %v", f)
		}
	}
}

func TestLongWordsStandAlone(t *testing.T) {
	assert.Equal(t, []string{"a bc", "defghijk", "l"}, Wrapped(" a bc  defghijk l", 4))
	assert.Equal(t, []string{""}, Wrapped("", 4))
}
