package bench

import (
	"cmp"
	"context"
	"fmt"
	"runtime"

	"xsell/scenarios"
	"xsell/sim"
	"xsell/sim/draw"
)

// Histories that every machine must live alike: small, but with everything in them.
const (
	DigestWorlds    = 2
	DigestCustomers = 800
	DigestWeeks     = 78 // measured, after the scenario's own warm-up
)

// digestSets give every scenario the same small size, whatever its own is.
var digestSets = []string{
	fmt.Sprintf("run.customers=%d", DigestCustomers), "run.markets=4", "run.sellers=40",
	fmt.Sprintf("run.weeks=%d weeks", DigestWeeks), "run.warm-up=26 weeks", "run.close=13 weeks",
}

// Fingerprint is the digest of what a scenario's histories came to.
type Fingerprint struct{ Scenario, Digest string }

// Fingerprints lives small histories of every scenario of the library that can be run, and returns their digests and that
// of all together. workers are goroutines, 0 for one per processor.
func Fingerprints(ctx context.Context, workers int) (each []Fingerprint, whole string, err error) {
	workers = cmp.Or(workers, runtime.GOMAXPROCS(0))
	var all []*sim.Record
	for _, entry := range scenarios.Library() {
		if entry.Partial {
			continue
		}
		s, err := scenarios.Load(entry.Name, digestSets)
		if err != nil {
			return nil, "", err
		}
		var worlds []*sim.Record
		for replication := range uint64(DigestWorlds) {
			r, err := sim.Run(ctx, s.Model, draw.World{Seed: seed, Replication: replication}, workers)
			if err != nil {
				return nil, "", fmt.Errorf("interrupted: %w", err)
			}
			worlds = append(worlds, r)
		}
		each = append(each, Fingerprint{entry.Name, sim.Digest(worlds...)})
		all = append(all, worlds...)
	}
	return each, sim.Digest(all...), nil
}
