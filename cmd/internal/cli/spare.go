package cli

import (
	"runtime/debug"

	"xsell/scenarios/experiment"
)

const (
	bigRun     = gib / 4 // [bytes] of histories at a time from which on memory is spared
	sparingPct = 5       // garbage kept, in percent of what is used; 100 is usual
	slack      = 1.05    // memory asked of the system, over what the tables are expected to take
)

// spareMemory lets a big run keep little garbage, which otherwise may come to as much as the tables themselves: these
// are hardly ever thrown away and cost little to go through, as they hold no pointers where no change is for some
// customers alone. The limit, which refuses nothing, makes the runtime give back to the system what grown tables leave
// behind. It returns what undoes it.
func spareMemory(p experiment.Plan) (undo func()) {
	if runMemory(p) < bigRun {
		return func() {}
	}
	garbage, limit := debug.SetGCPercent(sparingPct), debug.SetMemoryLimit(int64(runMemory(p)*slack))
	return func() {
		debug.SetGCPercent(garbage)
		debug.SetMemoryLimit(limit)
	}
}
