package sim

import (
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestPanicOfAWorkerReachesTheCaller: otherwise it would end the program past whoever wants to report it.
func TestPanicOfAWorkerReachesTheCaller(t *testing.T) {
	var calls atomic.Int32
	defer func() {
		report, isText := recover().(string)
		require.True(t, isText, "the panic got lost")
		assert.Contains(t, report, "market 3 is broken")
		assert.Contains(t, report, "workers_test.go", "the report names the place")
		assert.EqualValues(t, 10, calls.Load(), "the other calls are still made")
	}()
	Parallel(10, 4, func(i int) {
		calls.Add(1)
		if i == 3 {
			panic("market 3 is broken")
		}
	})
}
