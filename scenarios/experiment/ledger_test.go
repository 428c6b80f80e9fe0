package experiment

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/sim"
)

func TestTheLedgerOfAScenarioIsTheSumOverItsWorlds(t *testing.T) {
	kept := map[string][]sim.Line{}
	add := func(name string, lines []sim.Line) {
		for i, line := range lines {
			if i < len(kept[name]) {
				kept[name][i] = kept[name][i].Plus(line)
				continue
			}
			kept[name] = append(kept[name], line)
		}
	}
	p := tinyPlan(t)
	p.Ledger, p.Replications = add, 1
	for world := range 3 {
		p.FirstReplication = world
		done(t, p)
	}
	p.FirstReplication, p.Replications = 0, 3
	calls := 0
	p.Ledger = func(name string, lines []sim.Line) {
		calls++
		assert.Equal(t, kept[name], lines, "the books of %s over three worlds", name)
	}
	done(t, p)
	require.Equal(t, 2, calls, "one ledger for each scenario")
	p.Verify = false
	done(t, p)
	require.Equal(t, 2, calls, "nobody asked for the books")
}
