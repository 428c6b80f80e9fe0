package sim

import (
	"testing"

	"github.com/stretchr/testify/require"

	"xsell/agents/pay"
)

// What one more unit adds may be looked up only under a plan that pays the same whatever becomes of its windows: a commission
// alone does. Every other case adds one thing that hangs on how the window stands, and what it adds must be felt.
func TestOnlyACommissionAloneIsWorthTheSameWhateverBecomesOfTheWindow(t *testing.T) {
	worth := func(more func(plan *Plan)) (first float64, steady bool) {
		model := promoting()
		plan := &model.Plans[smallBank]
		plan.Rules, plan.Threats = plan.Rules[:1], nil
		more(plan)
		m := Build(model, smallWorld, 0)
		m.outlook(0)
		x := m.foresight(0).steady[smallBank]
		now, want := m.situation(0), make([]float64, len(plan.Tallies))
		plan.Marginal(&now, want)
		m.fear(0, &now, want)
		m.hope(0, &now, want)
		m.dilute(0, want)
		require.InDeltaSlice(t, want, m.Sellers.Worth[m.tally(0, 0):][:len(want)], 1e-12, "the outlook is what pay, threats and promotions add")
		return m.Sellers.Worth[m.tally(0, 0)], x.worth != nil
	}
	commission, steady := worth(func(*Plan) {})
	require.True(t, steady, "a commission alone hangs on nothing")
	require.Equal(t, 12.0, commission, "it is EUR 12 for each opening")
	for what, more := range map[string]func(plan *Plan){
		"a promotion": func(plan *Plan) {
			plan.Promotions = []Promotion{{Promotion: pay.Promotion{Tally: 0, Window: 4, Line: 1, Hits: 2}, Key: 1, Raise: 0.1}}
		},
		"a threat":        func(plan *Plan) { plan.Threats = bankPlan().Threats },
		"a bonus at goal": func(plan *Plan) { plan.Rules = bankPlan().Rules[:2] },
		"a common tally":  func(plan *Plan) { plan.Tallies[0].Pool = OfFirm },
	} {
		felt, steady := worth(more)
		require.False(t, steady, "with %s one more opening is worth more or less as the window stands", what)
		require.NotEqual(t, commission, felt, "%s is felt", what)
	}
}
