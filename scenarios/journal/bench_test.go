package journal

import (
	"path/filepath"
	"testing"

	"xsell/scenarios"
	"xsell/scenarios/experiment"
	"xsell/sim"
)

// BenchmarkKeeping adds the history of a scenario of the usual size to a journal; to live it takes some half a second.
func BenchmarkKeeping(b *testing.B) {
	s, err := scenarios.Load("silo", nil)
	if err != nil {
		b.Fatal(err)
	}
	p := experiment.Plan{Scenarios: []*scenarios.Scenario{s}, Replications: 1, Seed: 1, Workers: 1, Verify: true}
	leg := p.Legs()[0]
	r, broken, err := sim.Live(b.Context(), leg.Model, leg.World, 1, leg.Journey)
	if err != nil || len(broken) > 0 {
		b.Fatal(err, broken)
	}
	about, err := Of(p, "test", nil)
	if err != nil {
		b.Fatal(err)
	}
	j, err := Open(filepath.Join(b.TempDir(), "out"), about, func(text string) { b.Error(text) })
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		j.add(leg, &sim.Finished{Record: r, Verified: true})
	}
	b.SetBytes(j.length / int64(max(b.N, 1)))
	if err := j.Drop(); err != nil {
		b.Fatal(err)
	}
}
