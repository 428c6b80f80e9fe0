package cli

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/agents/market"
	"xsell/scenarios"
	"xsell/scenarios/experiment"
	"xsell/sim"
)

func TestMemoryCountsTrialsLongRangesAndProcessors(t *testing.T) {
	s, err := scenarios.Load("silo", []string{"run.customers=1_000_000", "run.markets=20"})
	require.NoError(t, err)
	m := *s.Model
	households := 1e6 * (1 + m.Market.Vacant)
	usual := historyMemory(&m)
	m.Changes = append(m.Changes, sim.Change{Of: sim.AmongSellers})
	assert.InDelta(t, usual, historyMemory(&m), 1, "a change for some sellers has no column of households")
	m.Changes = append(m.Changes, sim.Change{Of: sim.AmongCustomers}, sim.Change{Of: sim.AmongCustomers})
	assert.InDelta(t, usual+25*households, historyMemory(&m), 1, "changes for some customers share three columns")
	around := *m.Market
	around.Products = make([]market.Product, 16)
	m.Market = &around
	short := historyMemory(&m)
	around.Products = make([]market.Product, 17)
	assert.InDelta(t, short+2*4*households, historyMemory(&m), 1, "four sets of more than 16 products take two bytes more each")
	one := experiment.Plan{Scenarios: []*scenarios.Scenario{s}, Replications: 1, Workers: 1}
	four := one
	four.Workers = 4
	assert.InDelta(t, 3*57*households/20, runMemory(four)-runMemory(one), 100, "each processor has room for a market")
}
