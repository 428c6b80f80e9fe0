package scenarios_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"xsell/agents"
	"xsell/agents/org"
	"xsell/scenarios"
	"xsell/sim"
)

// apart makes the small bank two houses: the branch sells accounts and cards, the agents, who are taken over, life.
const apart = `
[organisation]
house = { buyer = { share = "75 %" }, bought = { share = "25 %", acquired = true } }
culture.distance = "50 %"
[organisation.unit.branch]
house = "buyer"
[organisation.unit.agents]
house = "bought"
[organisation.grant.branch-life]
products = ["card"]
[timeline.merger]
at = "26 weeks"
set.organisation.merged = true
`

func TestHousesSayWhoSellsToWhom(t *testing.T) {
	m := model(t, apart)
	o, after := m.Org, m.Under(sim.InForce{}.With(0)).Org
	bought, buyer := o.Houses[0], o.Houses[1] // in the order of names
	assert.True(t, bought.Acquired)
	assert.Equal(t, 0.75, buyer.Share)
	assert.Equal(t, agents.Products(0b011), buyer.Sells)
	assert.Equal(t, agents.Products(0b100), bought.Sells)
	assert.InDelta(t, 0.75, buyer.First, 1e-12, "accounts are what three in four start with")
	assert.Equal(t, org.HouseID(1), o.Units[0].House, "the agents are of the first house by name")
	assert.False(t, o.Merged)
	assert.Equal(t, 0.5, o.Distance)
	assert.Equal(t, [][]agents.UnitID{{1}, {1}, {}}, buyer.Sellers, "nobody in the house sells life")
	assert.True(t, after.Merged)
	assert.Equal(t, [][]agents.UnitID{{1}, {1}, {0}}, after.Houses[1].Sellers, "after the merger the agents do")
	assert.Equal(t, [][]agents.UnitID{{1}, {1}, {0}}, after.Houses[0].Sellers, "and the branch sells cards to their customers")
	assert.Equal(t, []agents.UnitID{1, 1, 0}, after.Houses[0].Server)
	assert.Equal(t, []agents.UnitID{0, 0, 0}, bought.Server, "until then the agents serve all that their customers have")
}

func TestAHouseBringsItsOwnDemand(t *testing.T) {
	m := model(t, apart)
	usual := m.Plans[1].Tallies[0].Usual
	// Needs of a customer in a week, as in TestAGoalInMultiplesOfDemand: account 0.003, card 0.01, life 0.0027.
	want := 0.75 * (0.003 + 0.01) * 125 * 13 * m.Mind.Seek.FreeChance
	assert.InEpsilon(t, want, usual, 1e-6, "three customers in four are the branch's")
	assert.InEpsilon(t, 0.25*0.0027*500*13*m.Mind.Seek.FreeChance, m.Plans[0].Tallies[0].Usual, 1e-6)
	after := m.Under(sim.InForce{}.With(0))
	assert.InEpsilon(t, 0.0027*500*13*m.Mind.Seek.FreeChance, after.Plans[0].Tallies[0].Usual, 1e-6, "after the merger all who need life come")
}

func TestPayThatVestsAndRaises(t *testing.T) {
	m := model(t, `
pay.rule.commission.deferred = "40 %"
pay.rule.commission.vests = "104 weeks"
[targets.promotion.up]
goal = "sales"
at-least = 1.2
hits = 4
raise = "8 %"
[timeline.stay]
at = "10 weeks"
retention = "EUR 5000"
vests = "52 weeks"`)
	rule := m.Plans[1].Rules[0]
	assert.Equal(t, 0.4, rule.Deferred)
	assert.Equal(t, 104, rule.Vests)
	d := m.Mind.Effort.Deferred
	assert.InEpsilon(t, d*d*0.5945205479, rule.Weight, 1e-3, "two years, at 0.26 quits a year: e^-0.52 = 0.5945")
	up := m.Plans[1].Promotions[0]
	assert.Equal(t, []any{0, 13, 1.2, 4, 0.08}, []any{up.Tally, up.Window, up.Line, up.Hits, up.Raise})
	assert.Equal(t, 1, m.Strides.Promotions)
	assert.Equal(t, agents.EUR(5000), m.Changes[0].Retain)
	assert.Equal(t, 52, m.Changes[0].Vests)
}

func TestMistakesOfMergersAndCareersAreExplained(t *testing.T) {
	const later = "[timeline.later]\nat = \"4 weeks\"\n"
	for _, row := range []struct{ text, help string }{
		{"[organisation.unit.branch]\nhouse = \"buyr\"", `my.toml:3:1: organisation.unit.branch.house: no house "buyr"`},
		{"[organisation]\nhouse = { a = { share = 0.5 }, b = { share = 0.4 } }", `organisation.house: the values of share sum to 0.9, must sum to 1`},
		{"[organisation]\nhouse.a = { share = 1 }\nunit.branch.house = \"a\"\n" + later + "set.organisation.house.b.share = 0.5",
			`my.toml:7:24: timeline.later.set.organisation.house.b: a new house cannot start at a date; let it be there from the start`},
		{apart + later + "set.organisation.unit.branch.house = \"bought\"",
			`timeline.later.set.organisation.unit.branch.house: cannot change at a date; a run is built on it`},
		{"[organisation]\nhouse = { a = { share = 0.5 }, b = { share = 0.5 } }\nunit = { branch = { house = \"a\" }, agents = { house = \"a\" } }",
			`my.toml:3:32: organisation.house.b: its units may sell none of the products of customers.first-product, so nobody could become its customer`},
		{"[pay.rule.commission]\ndeferred = 0.3", `my.toml:2:11: pay.rule.commission.vests: missing; say after how many weeks the deferred share is paid`},
		{later + "retention = \"EUR 9\"", `my.toml:2:11: timeline.later.vests: missing; say how many weeks a seller must stay for the retention money`},
		{"[targets.promotion.up]\ngoal = \"sale\"\nat-least = 1\nhits = 2", `my.toml:3:1: targets.promotion.up.goal: no goal "sale"; did you mean "sales"?`},
		{"[targets.goal.leads]\nmeasure = \"referrals\"\nwindow = \"13 weeks\"\ncount = 1\n[targets.promotion.up]\ngoal = \"leads\"\nat-least = 1\nhits = 2\nraise = 0.1\nunits = [\"agents\"]",
			`targets.promotion.up.goal: unit "agents" does not have the goal "leads"`},
	} {
		found := complaints(t, row.text)
		has := false
		for _, line := range found {
			has = has || strings.Contains(line, row.help)
		}
		assert.True(t, has, "want %s\nfound %q", row.help, found)
	}
}

func TestTheMergersOfTheLibraryStartApart(t *testing.T) {
	for _, name := range []string{"merger-alike", "merger-clash", "merger-unrelated"} {
		s, err := scenarios.Load(name, nil)
		if !assert.NoError(t, err) {
			continue
		}
		assert.False(t, s.Model.Org.Merged, "%s starts with two firms", name)
		assert.Len(t, s.Model.Org.Houses, 2, name)
		merged := false
		for i, x := range s.Model.Changes {
			merged = merged || x.Levers && x.Week == 52 && s.Model.Under(sim.InForce{}.With(i)).Org.Merged
		}
		assert.True(t, merged, "%s merges after a year", name)
	}
}
