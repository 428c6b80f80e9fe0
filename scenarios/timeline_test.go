package scenarios_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/sim"
)

func TestChangesBuildOnEachOtherInTheOrderOfTheirDates(t *testing.T) {
	m := model(t, `
[timeline.a-last]
at = "30 weeks"
set.controls.audit = "50 %"
[timeline.b-first]
at = "10 weeks"
set.organisation.handoff.leads.delay = "5 weeks"
set.pay.rule.bonus = { goal = "sales", curve = [{ from = 1, jump = "EUR 100" }], of = "team" }
markets = "50 %"
[timeline.c-never]
at = "20 weeks"
disclose = true
reputation-shock = "30 %"`)
	require.Len(t, m.Changes, 3)
	first, second, last := m.Changes[0], m.Changes[1], m.Changes[2]
	assert.Equal(t, "b-first", first.Name)
	assert.EqualValues(t, 10, first.Week)
	assert.Equal(t, 0.5, first.Markets)
	assert.Equal(t, -1, first.Give)
	after := m.Under(sim.InForce{}.With(0))
	assert.Equal(t, 5, after.Org.Handoffs[0].Delay)
	assert.Zero(t, after.Controls.Audit)
	assert.Empty(t, after.Changes, "a model after a change has no changes of its own")
	assert.False(t, second.Levers, "a change without levers keeps those there are")
	assert.True(t, second.Disclose)
	assert.Equal(t, 0.3, second.Shock)
	assert.Equal(t, 1.0, last.Markets, "without a share a change is for all")
	alone, both := m.Under(sim.InForce{}.With(2)), m.Under(sim.InForce{}.With(0).With(2))
	assert.Equal(t, 0.5, both.Controls.Audit)
	assert.Equal(t, 5, both.Org.Handoffs[0].Delay, "a later change keeps what an earlier one changed")
	assert.Equal(t, 0.5, alone.Controls.Audit)
	assert.Equal(t, 2, alone.Org.Handoffs[0].Delay, "where the earlier one was not made, the later does not bring it")
	assert.Equal(t, 2, m.Org.Handoffs[0].Delay, "the start is not touched")
	assert.Len(t, m.Plans[1].Tallies, 2)
	assert.Equal(t, 3, m.Strides.Tallies, "rows are as long as the longest of all plans")
	assert.Equal(t, m.Strides, both.Strides)
	assert.Equal(t, m.Size, both.Size)
	assert.Same(t, m.Mind, both.Mind)
}

func TestAProductIsGivenToAShare(t *testing.T) {
	m := model(t, "[timeline.gift]\nat = \"4 weeks\"\ngive = \"life\"\nshare = \"20 %\"")
	assert.Equal(t, 2, m.Changes[0].Give)
	assert.Equal(t, 0.2, m.Changes[0].Share)
}

func TestAChangeMustNotTouchWhatARunIsBuiltOn(t *testing.T) {
	const at = "[timeline.later]\nat = \"4 weeks\"\n"
	for _, row := range []struct{ text, help string }{
		{at + "set.run.weeks = \"9 weeks\"", `my.toml:4:5: timeline.later.set.run: cannot change at a date; a run is built on it`},
		{at + "set.customers.wealth-spread = 1", `my.toml:4:5: timeline.later.set.customers: cannot change at a date; a run is built on it`},
		{at + "set.products.life.points = 1", `my.toml:4:5: timeline.later.set.products: cannot change at a date; a run is built on it`},
		{at + "set.market.vacant-households = 1", `my.toml:4:12: timeline.later.set.market.vacant-households: cannot change at a date; a run is built on it`},
		{at + "set.organisation.teams = true", `my.toml:4:18: timeline.later.set.organisation.teams: cannot change at a date; a run is built on it`},
		{at + "set.organisation.unit.agents.seats = 0.2",
			`my.toml:4:30: timeline.later.set.organisation.unit.agents.seats: cannot change at a date; a run is built on it`},
		{at + "set.organisation.unit.agent.hours = \"20 hours per week\"",
			`my.toml:4:23: timeline.later.set.organisation.unit.agent: a new unit cannot start at a date; let it be there from the start; did you mean "agents"?`},
		{at + "set.organisation.contract.works.unit = \"agents\"",
			`my.toml:4:27: timeline.later.set.organisation.contract.works: a new contract cannot start at a date; let it be there from the start`},
		{at + "set.organisation.handoff.leads.to = \"nobody\"",
			`my.toml:4:32: organisation.handoff.leads.to: after the change later: no unit "nobody"; valid: agents, branch`},
		{at + "set.pay.rule.commission.of = \"firm\"",
			`testdata/small.toml:149:1: pay.rule.commission.window: after the change later: found 4 weeks; what the whole firm sold is known at closes only, so it must be a multiple of run.close, 13 weeks`},
		{at + "give = \"life\"", `my.toml:2:11: timeline.later.share: missing; say which share of the customers without "life" is given it`},
		{at + "share = 0.5", `my.toml:2:11: timeline.later.give: missing; say which product is given to the share of customers`},
		{"[timeline.later]\ntitle = \"x\"", `my.toml:2:11: timeline.later.at: missing; it must be set: weeks after the end of the warm-up`},
	} {
		assert.Contains(t, complaints(t, row.text), row.help)
	}
}

func TestTheFirstWrongChangeIsBlamedOnce(t *testing.T) {
	found := complaints(t, `
[timeline.first]
at = "4 weeks"
set.pay.rule.commission.of = "firm"
[timeline.second]
at = "8 weeks"
set.controls.audit = 1`)
	require.Len(t, found, 1)
	assert.Contains(t, found[0], "after the change first:")
}
