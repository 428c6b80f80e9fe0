package experiment

import (
	"context"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.uber.org/goleak"

	"xsell/scenarios"
	"xsell/scenarios/results"
	"xsell/scenarios/stats"
	"xsell/sim/metric"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

func TestAnyNumberOfWorkersGivesTheSameBytes(t *testing.T) {
	p := tinyPlan(t)
	p.Workers = 1
	alone := written(t, done(t, p))
	for _, workers := range []int{2, 5, 20} { // 20 are more than the six histories
		p.Workers = workers
		together := written(t, done(t, p))
		for name, text := range alone {
			assert.True(t, text == together[name], "%s differs between 1 and %d workers", name, workers)
		}
	}
}

func TestTheManifestKnowsTheHistoriesAgain(t *testing.T) {
	p := tinyPlan(t)
	digest := done(t, p).Manifest.Histories
	p.Workers = 1
	assert.Equal(t, digest, done(t, p).Manifest.Histories, "workers change no history")
	p.Seed++
	assert.NotEqual(t, digest, done(t, p).Manifest.Histories, "other luck is another history")
}

func TestScenarioAgainstItselfDiffersByExactlyZero(t *testing.T) {
	p := tinyPlan(t)
	p.Scenarios = []*scenarios.Scenario{load(t, "silo"), load(t, "silo")}
	set := done(t, p)
	undefined := make(map[string]bool)
	for _, o := range set.Outcomes {
		undefined[o.Measure] = undefined[o.Measure] || math.IsNaN(o.Value)
	}
	for _, row := range set.Summary {
		if row.Scenario == "silo" || math.IsNaN(row.Difference) {
			continue
		}
		assert.Zero(t, row.Difference, "%s", row.Measure)
		want := stats.Identical
		measure, known := metric.ByID(row.Measure)
		require.True(t, known, row.Measure)
		if undefined[row.Measure] || measure.Kind == metric.Tail { // in some world; or what no world showed may still happen
			want = stats.Unclear
		}
		assert.Equal(t, want, row.Words, "%s", row.Measure)
	}
	first, second := split(set, "silo"), split(set, "silo-2")
	assert.Equal(t, first, second, "the books of the same scenario in the same worlds must be the same")
}

// split returns the books of one scenario without its name.
func split(set *results.Set, name string) (rows []results.Book) {
	for _, b := range set.Books {
		if b.Scenario == name {
			b.Scenario = ""
			rows = append(rows, b)
		}
	}
	return rows
}

func TestFewerReplicationsAreTheFirstOfMore(t *testing.T) {
	p := tinyPlan(t)
	three := done(t, p)
	p.Replications = 2
	two := done(t, p)
	assert.True(t, equal(two.Outcomes, first(2, three.Outcomes, func(o results.Outcome) int { return o.Replication })))
	assert.Equal(t, two.Books, first(2, three.Books, func(b results.Book) int { return b.Replication }))
	assert.Equal(t, two.Histograms, first(2, three.Histograms, func(h results.Histogram) int { return h.Replication }))
}

func TestLaterReplicationsCanBeRunAlone(t *testing.T) {
	p := tinyPlan(t)
	three := done(t, p)
	p.FirstReplication, p.Replications = 2, 1
	last := done(t, p)
	var want []results.Book
	for _, b := range three.Books {
		if b.Replication == 2 {
			want = append(want, b)
		}
	}
	assert.Equal(t, want, last.Books)
}

// first keeps the rows of the first n replications.
func first[T any](n int, rows []T, replication func(T) int) (kept []T) {
	for _, row := range rows {
		if replication(row) < n {
			kept = append(kept, row)
		}
	}
	return kept
}

// equal compares outcomes to the last bit, undefined ones included.
func equal(a, b []results.Outcome) bool {
	for i := range a {
		if len(a) != len(b) || math.Float64bits(a[i].Value) != math.Float64bits(b[i].Value) {
			return false
		}
	}
	return len(a) == len(b) && len(a) > 0
}

func TestInterruptKeepsTheCompleteWorlds(t *testing.T) {
	p := tinyPlan(t)
	p.Scenarios = append(p.Scenarios, load(t, "silo", "run.sellers=4"))
	p.Workers, p.Replications = 1, 2
	want := done(t, p)
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	p.Replications = 3
	p.Progress = func(done, _ int) {
		if done == 7 { // two worlds of three scenarios, and a third of a world; the worker may be in the eighth history
			cancel()
		}
	}
	set, err := Run(ctx, p)
	var interrupted *Interrupted
	require.ErrorAs(t, err, &interrupted)
	assert.Equal(t, Interrupted{Finished: 2, Asked: 3}, *interrupted)
	assert.EqualError(t, err, "interrupted: the results hold the first 2 of 3 worlds")
	assert.Equal(t, want.Hash(), set.Hash(), "what is kept must be what two replications give")
	assert.Equal(t, 3, set.Manifest.Asked)
	assert.Equal(t, 2, set.Manifest.Finished)
}

func TestInterruptBeforeTheFirstWorldLeavesNothing(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	set, err := Run(ctx, tinyPlan(t))
	assert.Nil(t, set)
	assert.EqualError(t, err, "interrupted before the first of 3 worlds was complete: there are no results")
}

func TestProgressCountsEveryHistory(t *testing.T) {
	p := tinyPlan(t)
	var seen []int
	p.Progress = func(done, total int) {
		assert.Equal(t, 6, total)
		seen = append(seen, done)
	}
	done(t, p)
	assert.Equal(t, []int{1, 2, 3, 4, 5, 6}, seen)
}
