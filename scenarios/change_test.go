package scenarios_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/sim"
	"xsell/sim/metric"
)

func TestAChangeIsForWhomItSays(t *testing.T) {
	m := model(t, `
[timeline.a]
at = "10 weeks"
sellers = "50 %"
set.pay.salary.branch = "EUR 90000 per year"
set.controls.audit = "20 %"
set.organisation.training.hours = "3 hours per week"
[timeline.b]
at = "10 weeks"
until = "20 weeks"
customers = "25 %"
set.organisation.campaign.reach = "10 per year"
set.market.exit = "0.3 per year"
[timeline.c]
when = "complaints > 3"
move = "10 %"
plant = 2`)
	a, b, c := m.Changes[1], m.Changes[2], m.Changes[0]
	assert.Equal(t, "c", c.Name, "without a date a condition is asked from the start")
	assert.Equal(t, []any{sim.AmongSellers, 0.5, 1.0}, []any{a.Of, a.Part, a.Markets})
	assert.Equal(t, []any{sim.AmongCustomers, 0.25, int32(20)}, []any{b.Of, b.Part, b.Until})
	assert.Equal(t, []any{sim.AmongMarkets, 0.1, 2, false}, []any{c.Of, c.Move, c.Plant, c.Levers})
	require.Len(t, m.Regimes, 3, "both changes of levers may or may not be in force for somebody")
	assert.Equal(t, 0.2, m.Under(sim.InForce{}.With(1)).Controls.Audit)
	assert.Equal(t, 0.2, m.Under(sim.InForce{}.With(1).With(2)).Controls.Audit)
	assert.Equal(t, 0.0, m.Under(sim.InForce{}.With(2)).Controls.Audit)
}

func TestEverySetOfChangesThatCanBeInForceHasItsLevers(t *testing.T) {
	var text strings.Builder
	for i := range 4 {
		fmt.Fprintf(&text, "[timeline.part-%d]\nat = \"%d weeks\"\nmarkets = \"50 %%\"\nset.targets.pressure = 0.%d\n", i, 10*i, i+1)
	}
	text.WriteString("[timeline.whole]\nat = \"15 weeks\"\nuntil = \"25 weeks\"\nset.controls.audit = 0.5\n")
	m := model(t, text.String())
	// From weeks 0 and 10: 1 and 3 sets; from 15, with the whole one: 4; from 20, a third part: 4 more; from 25, without
	// the whole one: those 4 without it; from 30, a fourth part: 8 more.
	assert.Len(t, m.Regimes, 1+2+4+4+4+8)
	assert.Contains(t, complaints(t, text.String()+"[timeline.one-more]\nwhen = \"churn > 1\"\nset.controls.audit = 1"),
		`my.toml:2:2: timeline: has 5 changes of levers that are for a share only or hang on a condition, at most 4 are possible: every combination of them needs levers of its own`)
}

func TestConditionsThatCannotBeAskedAreExplained(t *testing.T) {
	for when, help := range map[string]string{
		"chrun > 12":                     `no published measure "chrun"; did you mean "churn"?`,
		"trust < 0.5":                    `management does not see trust (trust); it sees week, products_reported, `,
		"products_real > 2":              `management does not see products_real (products per customer, real); it sees week, `,
		"churn + 1":                      `"churn + 1" is no condition: expected bool, but got float64; want a comparison such as churn > 12`,
		"churn >":                        `"churn >" cannot be read: unexpected token EOF`,
		"max(churn, 2) > 1":              `a function has no place in a condition; it is made of published measures, week, numbers and + - * / < `,
		"churn > 1 ? true : false":       `a choice has no place in a condition; `,
		"week % 2 == 0":                  `"%" has no place in a condition; there are + - * / `,
		"churn in [1, 2]":                `a list has no place in a condition; `,
		`churn > 1 and "x" == "y"`:       `a text has no place in a condition; `,
		"unauthorised_per_1000_openings": `management does not see unauthorised_per_1000_openings (accounts without consent); `,
	} {
		found := complaints(t, fmt.Sprintf("[timeline.x]\nwhen = '%s'\nplant = 1", when))
		require.Len(t, found, 1, when)
		assert.Contains(t, found[0], "my.toml:3:1: timeline.x.when: "+help)
	}
}

func TestAConditionSeesTheLastCloseAlone(t *testing.T) {
	m := model(t, "[timeline.x]\nwhen = 'week >= 26 and (churn > 12 or not (customers > 90)) and joiners < 1'\nplant = 1")
	holds := func(week int, customers, left int64) bool {
		frame := metric.Frame{Week: week - 1, Weeks: 13}
		frame.Books[metric.Customers], frame.Books[metric.Left] = customers, left
		return m.Changes[0].When.Holds(&frame)
	}
	assert.True(t, holds(26, 100, 4), "4 of 100 in a quarter are 16 % a year")
	assert.False(t, holds(25, 100, 4), "too early")
	assert.False(t, holds(26, 100, 3), "12 %")
	assert.True(t, holds(39, 90, 0), "too few customers")
	assert.False(t, holds(39, 0, 0), "without customers there is no churn, and a rate of joining that is not defined is not below 1")
}

func TestWhomAChangeCannotBeForIsSaid(t *testing.T) {
	const at = "[timeline.x]\nat = \"4 weeks\"\n"
	for _, row := range [][2]string{
		{"sellers = 0.5\nset.organisation.culture.sharing = 1", `my.toml:5:26: timeline.x.set.organisation.culture.sharing: organisation.culture.sharing cannot differ between sellers of one market; use markets = ..., or set only pay, targets, controls, organisation.training, organisation.coordination`},
		{"customers = 0.5\nset.pay.salary.branch = 1", `timeline.x.set.pay.salary.branch: pay.salary.branch cannot differ between customers of one market; use markets = ..., or set only organisation.campaign`},
		{"sellers = 0.5\nmarkets = 0.5\nset.controls.audit = 1", `my.toml:4:1: timeline.x.sellers: markets is set too; a change is for a share of one of them, or for all`},
		{"sellers = 1\nset.controls.audit = 1", `my.toml:4:1: timeline.x.sellers: found 100 %, which leaves no others to compare with; leave the key out for a change for all`},
		{"customers = 0\nset.market.exit = 1", `timeline.x.customers: found 0 %, which is a change for nobody`},
		{"markets = 0\ndisclose = true", `timeline.x.markets: found 0 %, which is a change for nobody`},
		{"title = \"nothing\"", `timeline.x: changes nothing; give it one of set, move, plant, give`},
		{"sellers = 0.5\nplant = 1", `timeline.x.sellers: is for levers only, and the change sets none`},
		{"sellers = 0.5\nset.controls.audit = 1\nplant = 1", `timeline.x.plant: cannot be for a share of sellers; put it into a change of its own`},
		{"customers = 0.5\nset.market.exit = 1\ndisclose = true", `timeline.x.disclose: cannot be for a share of customers; put it into a change of its own`},
		{"markets = 0.5\nmove = 0.1", `timeline.x.move: sellers change places between markets, so it cannot be for a share of markets`},
		{"until = \"9 weeks\"\nplant = 1", `timeline.x.until: takes levers back, but the change sets none`},
		{"until = \"4 weeks\"\nset.controls.audit = 1", `timeline.x.until: found 4 weeks, must be later than at, 4 weeks`},
	} {
		assert.Contains(t, strings.Join(complaints(t, at+row[0]), "\n"), row[1])
	}
}
