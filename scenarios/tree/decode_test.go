package tree_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/scenarios/tree"
	"xsell/scenarios/words"
)

func TestGoodFileDecodesCompletely(t *testing.T) {
	var got house
	require.Empty(t, parse(t, "my.toml", good).Decode(&got), "a file without mistakes must pass")
	boost := words.Factor(1)
	assert.Equal(t, market{
		Customers: 70_000, Loyal: 0.25, Open: true, Seed: 18e15, Boost: &boost,
		Segments: map[string]words.Share{"young": 0.4, "old": 0.6},
		Weights:  [3]float64{1, 0.5, 0},
	}, got.Market)
	assert.Equal(t, handoff{From: "branch", To: "insurer", Delay: 2, Segments: []string{"young", "old"}},
		got.Organisation.Handoffs["leads"])
	assert.Equal(t, payPlan{Share: 1, Salary: 38000, Bonus: 1200.5, Visits: 12, Talk: 1.5}, got.Pay["base"])
	assert.Equal(t, []lot{{"north", []int{1, 2}}, {"south", nil}}, got.Lots)
	assert.Equal(t, words.Weeks(52), got.Timeline["merger"].Week)
	assert.Contains(t, got.Timeline["merger"].Set, "organisation", "a free fragment is handed over as it is")
}

func TestEachMistakeIsExplained(t *testing.T) {
	const org = "title = \"x\"\n[organisation.unit.branch]\n[organisation.unit.insurer]\n"
	for _, row := range []struct{ name, text, want string }{
		{"misspelled key", org + "[organisation.handoff.leads]\nto = \"branch\"\n  delya = \"2 weeks\"",
			`my.toml:6:3: organisation.handoff.leads.delya: unknown key "delya"; did you mean "delay"?`},
		{"key in capitals", org + "[market]\nLoyal = 0.5",
			`my.toml:5:1: market.Loyal: unknown key "Loyal"; did you mean "loyal"?`},
		{"foreign key", org + "[organisation.handoff.leads]\nto = \"branch\"\ncolour = 3",
			`my.toml:6:1: organisation.handoff.leads.colour: unknown key "colour"; valid: delay, finder, from, segments, to`},
		{"misspelled table", org + "[markt]\ncustomers = 3",
			`my.toml:4:2: markt: unknown key "markt"; did you mean "market"?`},
		{"reference to nothing", org + "[organisation.handoff.leads]\nto = \"insurrer\"",
			`my.toml:5:1: organisation.handoff.leads.to: no unit or partner "insurrer"; did you mean "insurer"?`},
		{"reference far from everything", org + "[organisation.handoff.leads]\nto = \"branch\"\nfrom = \"x\"",
			`my.toml:6:1: organisation.handoff.leads.from: no unit "x"; valid: branch, insurer`},
		{"reference into an empty table", org + "[organisation.handoff.leads]\nto = \"branch\"\nsegments = [\"young\"]",
			`my.toml:6:13: organisation.handoff.leads.segments[1]: no segment "young"; there are no entries in market.segment`},
		{"name of a table that must exist", org + "[organisation.partner]\nbrench = 1",
			`my.toml:5:1: organisation.partner.brench: no unit "brench"; did you mean "branch"?`},
		{"missing key", org + "[organisation.handoff.leads]\ndelay = \"2 weeks\"",
			`my.toml:4:23: organisation.handoff.leads.to: missing; it must be set: who signs`},
		{"empty required text", org + "[organisation.handoff.leads]\nto = \"\"",
			`my.toml:5:1: organisation.handoff.leads.to: must not be empty`},
		{"wrong unit", org + "[organisation.handoff.leads]\nto = \"branch\"\ndelay = \"13 days\"",
			`my.toml:6:1: organisation.handoff.leads.delay: found "13 days", want a whole number of weeks such as "13 weeks"`},
		{"no unit", org + "[organisation.handoff.leads]\nto = \"branch\"\ndelay = 13",
			`my.toml:6:1: organisation.handoff.leads.delay: found 13 without a unit, write "13 weeks"`},
		{"duration out of range", org + "[organisation.handoff.leads]\nto = \"branch\"\ndelay = \"6 years\"",
			`my.toml:6:1: organisation.handoff.leads.delay: found "6 years", which is 312 weeks, must be between 0 weeks and 260 weeks`},
		{"share out of range", org + "[market]\nloyal = 25",
			`my.toml:5:1: market.loyal: found 25, which is 2500 %, must be between 0 % and 100 %`},
		{"below an open range", org + "[market]\nweights = [1, -1, 1]",
			`my.toml:5:15: market.weights[2]: found -1, must be at least 0`},
		{"above an open range", org + "[market]\nsmall = 120",
			`my.toml:5:1: market.small: found 120, must be at most 100`},
		{"element out of range", org + "[[lot]]\nname = \"a\"\nquota = [\n  1,\n  12,\n]",
			`my.toml:8:3: lot[1].quota[2]: found 12, must be between 0 and 9`},
		{"optional number out of range", org + "[market]\nboost = 3",
			`my.toml:5:1: market.boost: found 3, must be between 0 and 2`},
		{"number too big for its type", org + "[market]\nsmall = 300",
			`my.toml:5:1: market.small: found 300, which does not fit this number's type int8`},
		{"negative where none can be", org + "[market]\nseed = -1",
			`my.toml:5:1: market.seed: found -1, which does not fit this number's type uint64`},
		{"wrong choice", org + "[organisation.unit.desk]\nkind = \"tem\"",
			`my.toml:5:1: organisation.unit.desk.kind: no choice "tem"; did you mean "team"?`},
		{"wrong choice in a list", org + "[organisation.unit.desk]\nduties = [\"advise\", \"golf\"]",
			`my.toml:5:21: organisation.unit.desk.duties[2]: no choice "golf"; valid: advise, serve, win`},
		{"shares that do not sum up", org + "[market]\nsegment = { young = 0.4, old = 0.5 }",
			`my.toml:5:1: market.segment: the values sum to 0.9, must sum to 1`},
		{"plans that do not sum up", org + "[pay.a]\nshare = 0.7\n[pay.b]\nshare = \"40 %\"\n[pay.c]",
			`my.toml:4:2: pay: the values of share sum to 1.1, must sum to 1`},
		{"text for a number", org + "[market]\ncustomers = \"70000\"",
			`my.toml:5:1: market.customers: found "70000" in quotes, write 70000`},
		{"fraction for a whole number", org + "[[lot]]\nname = \"a\"\nquota = [1.5]",
			`my.toml:6:10: lot[1].quota[1]: found 1.5, want a whole number such as 12`},
		{"infinity", org + "[market]\nweights = [inf, 1, 1]",
			`my.toml:5:12: market.weights[1]: found inf, want a plain number such as 0.5`},
		{"date", org + "[market]\nloyal = 2026-01-31",
			`my.toml:5:1: market.loyal: found a date or time, want a share such as 0.25 or "25 %"`},
		{"number for text", org + "[organisation.unit.desk]\nkind = 3",
			`my.toml:5:1: organisation.unit.desk.kind: found 3, want text in quotes`},
		{"text for a switch", org + "[market]\nopen = \"yes\"",
			`my.toml:5:1: market.open: found "yes", want true or false`},
		{"text for a list", org + "[organisation.unit.desk]\nduties = \"advise\"",
			`my.toml:5:1: organisation.unit.desk.duties: found "advise", want a list such as ["name"]`},
		{"number for a table", org + "[organisation.handoff]\nleads = 3",
			`my.toml:5:1: organisation.handoff.leads: found 3, want a table`},
		{"list for named tables", "pay = []\n" + org,
			`my.toml:1:1: pay: found a list, want a table of named entries`},
		{"table for a list", org + "[lot]\nname = \"a\"",
			`my.toml:4:2: lot: found a table, want a list such as [{ ... }]`},
		{"list of the wrong length", org + "[market]\nweights = [1, 2]",
			`my.toml:5:1: market.weights: found 2 elements, want 3`},
		{"empty name", org + "[organisation.unit.\"\"]\nkind = \"desk\"",
			`my.toml:4:20: organisation.unit."": a name must not be empty`},
		{"missing table", "title = \"x\"",
			`my.toml:1:1: organisation: missing; it must be set: what we can`},
	} {
		assert.Equal(t, []string{row.want}, complaints(t, row.text), row.name)
	}
}

func TestAllMistakesAreReportedAtOnceInTheirOrder(t *testing.T) {
	assert.Equal(t, []string{
		`my.toml:1:1: title: found 1, want text in quotes`,
		`my.toml:3:1: market.loyal: found "much", want a share such as 0.25 or "25 %"`,
		`my.toml:4:1: market.custommers: unknown key "custommers"; did you mean "customers"?`,
		`my.toml:6:1: organisation.handoff.leads.to: no unit or partner "desk"; there are no entries in organisation.unit or organisation.partner`,
	}, complaints(t, "title = 1\n[market]\nloyal = \"much\"\ncustommers = 3\n[organisation.handoff.leads]\nto = \"desk\""))
}

func TestTableLeftOutIsMissedForWhatItMustHold(t *testing.T) {
	type inner struct {
		Size int `toml:"size" required:"true" doc:"how large"`
	}
	type outer struct {
		Always    inner            `toml:"always" doc:"always there"`
		Sometimes *inner           `toml:"sometimes" doc:"left out for none"`
		Named     map[string]inner `toml:"named" doc:"any number"`
	}
	read := parse(t, "my.toml", "# nothing")
	assert.EqualError(t, read.Decode(&outer{}), "my.toml:1:1: always.size: missing; it must be set: how large")
	read = parse(t, "my.toml", "always.size = 1\n[sometimes]\n[named.x]")
	assert.EqualError(t, read.Decode(&outer{}), "my.toml:2:2: sometimes.size: missing; it must be set: how large\n"+
		"my.toml:3:8: named.x.size: missing; it must be set: how large")
}

func TestRefusedTreeLeavesTheStructAlone(t *testing.T) {
	kept := house{Title: "kept"}
	require.NotEmpty(t, parse(t, "my.toml", "title = 3").Decode(&kept))
	assert.Equal(t, house{Title: "kept"}, kept, "a file with mistakes must not be half decoded")
}

func TestNothingLeaksFromAnEarlierDecode(t *testing.T) {
	got := house{Market: market{Open: true}, Pay: map[string]payPlan{"old": {}}}
	require.Empty(t, parse(t, "my.toml", "title = \"x\"\n[organisation]").Decode(&got))
	assert.Equal(t, house{Title: "x"}, got, "decoding must replace what the struct held before")
}

func TestProblemFallsBackToTheNearestTable(t *testing.T) {
	read := parse(t, "my.toml", good)
	for _, row := range []struct {
		path []string
		want string
	}{
		{[]string{"organisation", "handoff", "leads", "delay"}, "my.toml:20:1: organisation.handoff.leads.delay: too slow"},
		{[]string{"organisation", "handoff", "leads", "fee"}, "my.toml:17:23: organisation.handoff.leads.fee: too slow"},
		{[]string{"nothing", "at all"}, `my.toml:1:1: nothing."at all": too slow`},
		{nil, "my.toml:1:1: too slow"},
	} {
		assert.Equal(t, row.want, read.Problem(row.path, "too %s", "slow").String())
	}
	assert.Equal(t, tree.Problems(nil).Err(), nil, "no problems are no error")
}
