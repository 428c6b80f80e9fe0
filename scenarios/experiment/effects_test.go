package experiment

import (
	"fmt"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/scenarios"
	"xsell/scenarios/results"
	"xsell/scenarios/stats"
)

// triedPlan is three worlds of silo with a change for half of the sellers, one under a condition and one too late.
func triedPlan(t *testing.T) Plan {
	p := tinyPlan(t)
	p.Scenarios = []*scenarios.Scenario{load(t, "silo", "timeline.fee.at=13 weeks", "timeline.fee.sellers=50 %",
		"timeline.fee.title=A fee for half", `timeline.fee.set.targets.pressure="90 %"`,
		`timeline.panic.when="customers > 0"`, "timeline.panic.set.controls.audit=10 %",
		`timeline.calm.when="churn > 1000"`, "timeline.calm.set.controls.audit=20 %",
		"timeline.late.at=26 weeks", "timeline.late.plant=1")}
	return p
}

func TestTreatedAndUntreatedAreCompared(t *testing.T) {
	set := done(t, triedPlan(t))
	require.NotEmpty(t, set.Effects)
	for _, e := range set.Effects {
		assert.Equal(t, []string{"silo", "fee", "sellers"}, []string{e.Scenario, e.Change, e.Of})
		assert.InDelta(t, 8, e.NTreated+e.NUntreated, 1e-9, "every seat is on one side")
		assert.InDelta(t, e.Treated-e.Untreated, e.Difference, 1e-9, e.Measure)
		assert.True(t, e.Low <= e.Difference && e.Difference <= e.High || e.Worlds < 2 || e.Words == stats.Unseen, "%s: %v", e.Measure, e)
		item, found := set.EffectItem(e.Of, e.Measure)
		assert.True(t, found && item.Definition != "", "%s is explained", e.Measure)
	}
	dir := filepath.Join(t.TempDir(), "out")
	require.NoError(t, results.Write(dir, set))
	back, err := results.Read(dir)
	require.NoError(t, err)
	assert.Equal(t, fmt.Sprint(set.Effects), fmt.Sprint(back.Effects), "in words, as an interval that is not there equals nothing")
	assert.Equal(t, set.EffectsDictionary, back.EffectsDictionary)
	assert.Equal(t, set.Manifest.Scenarios[0].Changes, back.Manifest.Scenarios[0].Changes)
	assert.NotContains(t, written(t, done(t, tinyPlan(t))), "effects.csv", "without a comparison there is no table of them")
}

func TestChangesThatWereNotMadeAreCounted(t *testing.T) {
	changes := done(t, triedPlan(t)).Manifest.Scenarios[0].Changes
	assert.Equal(t, []results.Change{
		{Name: "calm", When: "churn > 1000"},
		{Name: "panic", When: "customers > 0", Worlds: 3, MeanWeek: 13}, // a run without warm-up has its first close there
		{Name: "fee", Title: "A fee for half", Of: "sellers", At: 13, Worlds: 3, MeanWeek: 13},
		{Name: "late", At: 26},
	}, changes)
}
