package cli

import (
	"runtime/debug"

	"xsell/scenarios/experiment"
)

const (
	bigRun     = gib / 4 // [bytes] of histories at a time from which on memory is spared
	sparingPct = 5       // garbage kept, in percent of what is used; 100 is usual
)

// spareMemory lets a big run keep little garbage, which otherwise may come to as much as the tables themselves: these
// are hardly ever thrown away and cost little to go through, as they hold no pointers. It returns what undoes it.
func spareMemory(p experiment.Plan) (undo func()) {
	if runMemory(p) < bigRun {
		return func() {}
	}
	before := debug.SetGCPercent(sparingPct)
	return func() { debug.SetGCPercent(before) }
}
