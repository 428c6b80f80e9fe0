package experiment

import (
	"context"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/assert"

	"xsell/scenarios"
)

func TestPoolDoesEveryJobOnce(t *testing.T) {
	var times [100]atomic.Int32
	finished := 0
	pool(t.Context(), len(times), 7, func(job int) { times[job].Add(1) }, func() { finished++ })
	assert.Equal(t, len(times), finished)
	for job := range times {
		assert.Equal(t, int32(1), times[job].Load(), "job %d", job)
	}
}

func TestPoolStartsNothingAfterTheInterrupt(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	var started atomic.Int32
	pool(ctx, 1000, 2, func(int) {
		started.Add(1)
		cancel()
	}, func() {})
	assert.LessOrEqual(t, started.Load(), int32(2), "each worker may finish the job it has")
}

func TestPanicOfAJobReachesTheCaller(t *testing.T) {
	assert.PanicsWithValue(t, "as it should", func() {
		defer func() {
			cause := recover()
			assert.Contains(t, cause, "the accounts are upside down", "the sentence must survive")
			assert.Contains(t, cause, "pool_test.go", "the place must survive")
			panic("as it should")
		}()
		pool(t.Context(), 10, 3, func(int) { panic("the accounts are upside down") }, func() {})
	})
}

func TestSpareWorkersGoInside(t *testing.T) {
	for _, c := range []struct{ workers, replications, want int }{{1, 3, 1}, {3, 3, 1}, {4, 3, 2}, {8, 1, 8}} {
		p := Plan{Scenarios: make([]*scenarios.Scenario, 1), Replications: c.replications, Workers: c.workers}
		assert.Equal(t, c.want, p.spare(), "%d workers for %d histories", c.workers, c.replications)
	}
}
