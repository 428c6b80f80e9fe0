package experiment

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/sim"
)

func TestWorldsInBatchesAreTheWorldsOfOneRun(t *testing.T) {
	whole := tinyPlan(t)
	batches, asked, seen := whole, []int{}, map[int]bool{}
	var last [2]int
	ledgers := 0
	batches.Ledger = func(string, []sim.Line) { ledgers++ }
	batches.Progress = func(done, total int) { last = [2]int{done, total} }
	batches.Workers = 1
	batches.Watch = func(h History) *sim.Watch { seen[h.Block] = true; return nil }
	set, err := RunLooks(context.Background(), batches, []int{1, 2, 3}, func(y Outcomes) bool {
		asked = append(asked, len(y("churn")))
		assert.Len(t, y("churn")[0], 2)
		return false
	})
	require.NoError(t, err)
	assert.Equal(t, []int{1, 2}, asked, "nothing is asked at the last look")
	assert.Equal(t, written(t, done(t, whole)), written(t, set))
	assert.Equal(t, [2]int{6, 6}, last)
	assert.Equal(t, map[int]bool{0: true, 1: true, 2: true}, seen, "who looks on counts worlds from the first batch")
	assert.Equal(t, 2, ledgers, "the books are handed over once a scenario, not once a batch")
}

func TestARunStopsAtTheLookThatIsEnough(t *testing.T) {
	plan := tinyPlan(t)
	set, err := RunLooks(context.Background(), plan, []int{2, 3}, func(Outcomes) bool { return true })
	require.NoError(t, err)
	assert.Equal(t, []int{2, 2}, []int{set.Manifest.Asked, set.Manifest.Finished})
	plan.Replications = 2
	assert.Equal(t, written(t, done(t, plan)), written(t, set), "results are those of a plan with so many replications")
}

func TestARunThatIsCutKeepsEarlierBatches(t *testing.T) {
	plan := tinyPlan(t)
	ctx, cancel := context.WithCancel(context.Background())
	set, err := RunLooks(ctx, plan, []int{2, 3}, func(Outcomes) bool { cancel(); return false })
	var cut *Interrupted
	require.ErrorAs(t, err, &cut)
	assert.Equal(t, Interrupted{Finished: 2, Asked: 3}, *cut)
	assert.Equal(t, []int{3, 2}, []int{set.Manifest.Asked, set.Manifest.Finished})
	set, err = RunLooks(ctx, plan, []int{2, 3}, nil)
	assert.Nil(t, set)
	assert.ErrorContains(t, err, "interrupted before the first of 2 worlds")
}
