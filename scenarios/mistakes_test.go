package scenarios_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// Every row is a mistake a modeller may make, and the help that must come back. Line 1 names the base.
var mistakes = []struct{ name, text, help string }{
	{"unknown key", "[run]\ncustomer = 5",
		`my.toml:3:1: run.customer: unknown key "customer"; did you mean "customers"?`},
	{"unknown table", "[organization]\nteams = true",
		`my.toml:2:2: organization: unknown key "organization"; did you mean "organisation"?`},
	{"wrong type", "[organisation]\nteams = \"yes\"",
		`my.toml:3:1: organisation.teams: found "yes", want true or false`},
	{"no unit", "[run]\nclose = 13",
		`my.toml:3:1: run.close: found 13 without a unit, write "13 weeks"`},
	{"wrong unit", "[run]\nclose = \"13 days\"",
		`my.toml:3:1: run.close: found "13 days", want a whole number of weeks such as "13 weeks"`},
	{"out of range", "[controls]\naudit = \"120 %\"",
		`my.toml:3:1: controls.audit: found "120 %", must be between 0 % and 100 %`},
	{"negative size", "[run]\nmarkets = -1",
		`my.toml:3:1: run.markets: found -1, must be between 1 and 100000`},
	{"not a number", "[controls]\ndetector = nan",
		`my.toml:3:1: controls.detector: found nan, want a plain number such as 0.5`},
	{"infinite", "[controls]\ndetector = inf",
		`my.toml:3:1: controls.detector: found inf, want a plain number such as 0.5`},
	{"shares of segments", "[customers.segment.old]\nshare = \"70 %\"",
		`my.toml:2:12: customers.segment: the values of share sum to 0.95, must sum to 1`},
	{"shares of seats", "[organisation.unit.agents]\nseats = \"30 %\"",
		`my.toml:2:15: organisation.unit: the values of seats sum to 1.1, must sum to 1`},
	{"shares of first products", "[customers]\nfirst-product = { card = 0.5 }",
		`my.toml:3:1: customers.first-product: the values sum to 1.5, must sum to 1`},
	{"no such unit", "[organisation.handoff.leads]\nto = \"agent\"",
		`my.toml:3:1: organisation.handoff.leads.to: no unit "agent"; did you mean "agents"?`},
	{"no such product", "[organisation.grant.agents]\nproducts = [\"cart\"]",
		`my.toml:3:13: organisation.grant.agents.products[1]: no products "cart"; did you mean "card"?`},
	{"no such line", "[organisation.grant.agents]\nlines = [\"life\", \"bnak\"]",
		`my.toml:3:18: organisation.grant.agents.lines[2]: no line "bnak"; did you mean "bank"?`},
	{"no such line in a handoff", "[organisation.handoff.leads]\nlines = [\"lives\"]",
		`my.toml:3:10: organisation.handoff.leads.lines[1]: no line "lives"; valid: bank, life`},
	{"no such goal", "[pay.rule.commission]\ngoal = \"sale\"",
		`my.toml:3:1: pay.rule.commission.goal: no goal "sale"; did you mean "sales"?`},
	{"no such measure", "[targets.goal.sales]\nmeasure = \"opening\"",
		`my.toml:3:1: targets.goal.sales.measure: no choice "opening"; did you mean "openings"?`},
	{"grant of nothing", "[organisation.grant.more]\nunit = \"agents\"\nskill = 0.5",
		`my.toml:2:21: organisation.grant.more: names neither lines nor products to sell`},
	{"handoff of nothing", "[organisation.handoff.leads]\nlines = [\"bank\"]",
		`my.toml:3:1: organisation.handoff.leads.lines: unit "agents" may sell nothing of it; give it a grant or another handoff`},
	{"handoff to oneself", "[organisation.handoff.leads]\nto = \"branch\"",
		`my.toml:3:1: organisation.handoff.leads.to: a handoff leads from one unit to another, here both are "branch"`},
	{"channels tested without a test", "[organisation.targeting]\nchannel = \"tested\"",
		`my.toml:2:15: organisation.targeting.test: missing; say which share of contacts tries a channel`},
	{"a test of nothing", "[organisation.targeting]\nchannel = \"mass\"\ntest = \"10 %\"",
		`my.toml:4:1: organisation.targeting.test: found where nothing is tested; set channel = "tested" with it`},
	{"a channel that is not chosen", "[organisation.targeting]\nthrough = \"online\"",
		`my.toml:3:1: organisation.targeting.through: found where no channel is chosen; set channel = "mass" or another with it`},
	{"messages to nobody", "[organisation.nurture]\nmessages = \"6 per year\"",
		`my.toml:2:15: organisation.nurture.wait: missing; messages go to new customers for so long`},
	{"no such line to disclose", "[controls]\ndisclosure-lines = [\"bnak\"]",
		`my.toml:3:21: controls.disclosure-lines[1]: no line "bnak"; did you mean "bank"?`},
	{"goal without a size", "[targets.goal.more]\nmeasure = \"points\"\nwindow = \"13 weeks\"",
		`my.toml:2:15: targets.goal.more: sets neither times-demand nor count; one of them must say how much is asked`},
	{"goal with two sizes", "[targets.goal.sales]\ncount = 5",
		`my.toml:3:1: targets.goal.sales.count: times-demand is set too; only one of the two can be, set the other to 0`},
	{"row without a measure", "[pay.rule.more]\nwindow = \"4 weeks\"\ncurve = [{ each = \"EUR 1\" }]",
		`my.toml:2:11: pay.rule.more.measure: missing; say what is counted, or name a goal`},
	{"row without a window", "[pay.rule.more]\nmeasure = \"points\"\ncurve = [{ each = \"EUR 1\" }]",
		`my.toml:2:11: pay.rule.more.window: missing; say over how many weeks is counted, or name a goal`},
	{"curve that goes back", "[pay.rule.commission]\ncurve = [{ from = 5, each = \"EUR 1\" }, { from = 5, each = \"EUR 2\" }]",
		`my.toml:2:11: pay.rule.commission: piece 2 of the curve starts at 5, not above the one before it, 5`},
	{"firm's count between closes", "[pay.rule.commission]\nof = \"firm\"",
		`testdata/small.toml:149:1: pay.rule.commission.window: found 4 weeks; what the whole firm sold is known at closes only, so it must be a multiple of run.close, 13 weeks`},
	{"row on a goal of others", "[targets.goal.sales]\nunits = [\"branch\"]\n[pay.rule.commission]\ngoal = \"sales\"\nunits = [\"agents\"]",
		`my.toml:5:1: pay.rule.commission.goal: unit "agents" does not have the goal "sales"; add it to targets.goal.sales.units or leave the unit out here`},
	{"gate of another window", "[pay.rule.commission]\ngate.half = { goal = \"sales\", at-least = 0.5 }",
		`my.toml:3:15: pay.rule.commission.gate.half.goal: the goal "sales" runs over 13 weeks but the row over 4 weeks; give them the same window`},
	{"threat on a goal of others", "[targets.goal.sales]\nunits = [\"branch\"]\n[targets.threat.fired]\ngoal = \"sales\"\nfloor = 0.5\nmisses = 2\ndismissal = 1\nunits = [\"agents\"]",
		`my.toml:5:1: targets.threat.fired.goal: unit "agents" does not have the goal "sales"; add it to targets.goal.sales.units or leave the unit out here`},
	{"two gates on one goal", "[pay.rule.bonus]\ngoal = \"sales\"\ncurve = [{ from = 1, jump = \"EUR 9\" }]\ngate.a = { goal = \"sales\", at-least = 0.5 }\ngate.b = { goal = \"sales\", at-least = 0.7 }",
		`my.toml:2:11: pay.rule.bonus: gate 2 is a second one on tally "sales"; keep the stricter`},
	{"more markets than customers", "[run]\nmarkets = 2000",
		`my.toml:3:1: run.markets: found 2000 markets for 1000 customers; every market needs one`},
	{"too many sellers in a market", "[run]\nsellers = 10_000",
		`my.toml:3:1: run.sellers: 5000 sellers in a market, at most 4095 can be told apart; use more markets`},
	{"too many households in a market", "[run]\ncustomers = 60_000_000",
		`my.toml:3:1: run.customers: 45000000 households in a market, at most 16777215 can be told apart; use more markets`},
	{"certain return", "[products.life]\nreturn = 1",
		`my.toml:3:1: products.life.return: found 1, which is 100 %, must be between 0 % and 99 %`},
	{"empty table where a name belongs", "[organisation.unit.\"\"]\nseats = 0\nhours = \"30 hours per week\"",
		`my.toml:2:20: organisation.unit."": a name must not be empty`},
	{"not TOML", "[run]\nmarkets = four",
		`my.toml:3:11: run.markets: not TOML: found four where a value belongs; text needs quotes, such as "13 weeks"`},
}

func TestMistakesAreExplained(t *testing.T) {
	for _, row := range mistakes {
		t.Run(row.name, func(t *testing.T) {
			found := complaints(t, row.text)
			assert.Contains(t, found, row.help)
		})
	}
}

func TestEveryUnitNeedsASalary(t *testing.T) {
	found := complaints(t, "[organisation.unit.agents]\nseats = 0\n[organisation.unit.desk]\nseats = \"20 %\"\nhours = \"30 hours per week\"")
	assert.Equal(t, []string{`testdata/small.toml:136:6: pay.salary.desk: missing; unit "desk" needs one, if only "EUR 0 per year"`}, found)
}

func TestAllMistakesAreShownAtOnce(t *testing.T) {
	assert.Equal(t, []string{
		`my.toml:3:1: run.close: found 13 without a unit, write "13 weeks"`,
		`my.toml:5:1: controls.audit: found 2, which is 200 %, must be between 0 % and 100 %`,
		`my.toml:8:14: controls.adit: after the change later: unknown key "adit"; did you mean "audit"?`,
	}, complaints(t, "[run]\nclose = 13\n[controls]\naudit = 2\n[timeline.later]\nat = \"4 weeks\"\nset.controls.adit = 1"))
	assert.Equal(t, []string{
		`my.toml:3:10: organisation.grant.agents.lines[1]: no line "lfe"; did you mean "life"?`,
		`my.toml:5:1: organisation.handoff.leads.lines: unit "agents" may sell nothing of it; give it a grant or another handoff`,
		`my.toml:7:1: targets.goal.sales.count: times-demand is set too; only one of the two can be, set the other to 0`,
	}, complaints(t, "[organisation.grant.agents]\nlines = [\"lfe\"]\n[organisation.handoff.leads]\nlines = [\"bank\"]\n[targets.goal.sales]\ncount = 1"))
}
