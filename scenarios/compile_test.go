package scenarios_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"

	"xsell/agents"
	"xsell/sim"
)

// Rows are in the order of names: products account 0, card 1, life 2; lines bank 0, life 1; units agents 0, branch 1;
// segments old 0, young 1; channels branch 0, online 1.

func TestRatesPerYearBecomeRatesPerWeek(t *testing.T) {
	m := model(t, "").Market
	for _, row := range []struct {
		what      string
		got, want float64
	}{
		{"joining: 0.52 a year", m.Joining, 0.01},
		{"the competitor: 1.04 a year", m.Compete, 0.02},
		{"fading in 20 weeks", m.Fade, 0.05},
		{"ending elsewhere: 0.104 a year", m.Cancel, 0.002},
		{"leaving: 0.156 a year", m.Exit, 0.003},
		{"the account's margin: EUR 104 a year", m.Products[0].Margin, 2},
		{"the account's requests: 5.2 a year", float64(m.Products[0].Requests), 0.1},
		{"the card's need: 0.52 a year", float64(m.Products[1].Need), 0.01},
		{"the account's lapse: 0.052 a year", float64(m.Products[0].Rates.Lapse), 0.001},
		{"10 % returned over 2 weeks: 1-0.9^(1/2)", float64(m.Products[0].Rates.Return), 1 - math.Sqrt(0.9)},
		{"no return without a cooling-off time", float64(m.Products[1].Rates.Return), 0},
		{"5 % returned over 4 weeks: 1-0.95^(1/4)", float64(m.Products[2].Rates.Return), 1 - math.Pow(0.95, 0.25)},
		{"a youth of 520 weeks", m.Segments[1].Move, 1.0 / 520},
		{"nobody leaves the last stage of life", m.Segments[0].Move, 0},
	} {
		assert.InDelta(t, row.want, row.got, 1e-8, row.what) // columns are 32 bits wide: 1e-7 of a value below 0.1
	}
}

func TestRowsAreInTheOrderOfTheirNames(t *testing.T) {
	m := model(t, "")
	assert.Equal(t, []string{"bank", "life"}, m.Market.Lines)
	assert.Equal(t, "account", m.Market.Products[0].Name)
	assert.Equal(t, "Current account", m.Market.Products[0].Title)
	assert.Equal(t, "card", m.Market.Products[1].Title, "without a title the name stands in reports")
	assert.Equal(t, agents.LineID(1), m.Market.Products[2].Line)
	assert.Equal(t, [][]float32{{1, 1, 1}, {1.5, 1, 0.5}, {1, 1, 1}}, m.Market.Follows)
	assert.Equal(t, []float64{0.75, 0, 0.25}, []float64{m.Market.Products[0].First, m.Market.Products[1].First, m.Market.Products[2].First})
	assert.Equal(t, []float32{1, 1, 3}, m.Market.Segments[1].Need, "life is needed three times as often by the young")
	assert.Equal(t, 0, m.Market.Segments[1].Next, "the young become old")
	assert.Equal(t, 0, m.Market.Segments[0].Next, "the old stay old")
	assert.Equal(t, [4]float64{0.08, 0.06, 0.05, 0.09}, m.Market.Traits)
	assert.Equal(t, "agents", m.Org.Units[0].Name)
	assert.Equal(t, "online", m.Market.Channels[1].Name)
}

func TestGrantsSayWhoSellsAndServes(t *testing.T) {
	o := model(t, "").Org
	assert.Equal(t, agents.Products(0b100), o.Units[0].May, "agents may sell life")
	assert.Equal(t, agents.Products(0b111), o.Units[1].May, "the branch may sell everything")
	assert.Equal(t, []float32{0, 0, 0.9}, o.Units[0].Skill, "the higher of two grants counts")
	assert.Equal(t, []float32{0.8, 0.8, 0.1}, o.Units[1].Skill)
	assert.Equal(t, [][]agents.UnitID{{1}, {1}, {0, 1}}, o.Sellers)
	// life: agents 0.9 × 20 % = 0.18 skilled seats, the branch 0.1 × 80 % = 0.08
	assert.Equal(t, []agents.UnitID{1, 1, 0}, o.Server, "the unit with most skilled seats serves")
}

func TestAUnitServesWhatNobodyWhoServesMaySell(t *testing.T) {
	o := model(t, "[organisation.unit.agents]\nserves = false\n[organisation.grant.branch-life]\nproducts = [\"card\"]").Org
	assert.Equal(t, []agents.UnitID{1, 1, 1}, o.Server, "the serving unit with most seats serves life, which it may not sell")
	o = model(t, "[organisation.unit.agents]\nserves = false\n[organisation.unit.branch]\nserves = false").Org
	assert.Equal(t, []agents.UnitID{0, 0, 0}, o.Server, "without any serving unit the first one stands in")
}

func TestHandoffsCoverWhatTheReceiverMaySell(t *testing.T) {
	o := model(t, "").Org
	assert.Equal(t, agents.Products(0b100), o.Handoffs[0].Products)
	assert.Equal(t, 10*agents.Euro, o.Handoffs[0].WorthMin)
	assert.Equal(t, [][]int{nil, {0}}, o.From)
	assert.InDelta(t, 1-math.Exp(-1.0/26), o.SharingPace, 1e-15, "1-1/e of the way is gone in 26 weeks")
	assert.Equal(t, 10*agents.Euro, o.TrainingCost, "EUR 520 a year are EUR 10 a week")
}

func TestAGoalInMultiplesOfDemand(t *testing.T) {
	m := model(t, "")
	goal := m.Plans[1].Tallies[0]
	assert.Equal(t, "sales", goal.Name)
	// Needs of a customer of the branch in a week:
	// account 0.005 × (1-0.8×0.5) = 0.003; card 0.01; life 0.002 × (0.75+0.25×3) × (1-0.4×0.25) = 0.0027, of which
	// 0.08/(0.08+0.18) = 4/13 come to the branch. 1000 customers share 8 sellers; half of the needs count; 13 weeks.
	usual := (0.003 + 0.01 + 0.0027*4/13) * 125 * 13 * m.Mind.Seek.FreeChance
	assert.InEpsilon(t, usual, goal.Usual, 1e-6, "what the customers of a branch seller bring unpushed")
	assert.InEpsilon(t, 2*usual, goal.Setter.Base, 1e-6, "the quota is twice that")
	assert.InDelta(t, 0.01, goal.Setter.Growth, 1e-15, "4 % a year are 1 % in 13 weeks")
	assert.Equal(t, 0.5, goal.Setter.Ratchet)
	agents := m.Plans[0].Tallies[0]
	assert.InEpsilon(t, 0.0027*9/13*500*13*m.Mind.Seek.FreeChance, agents.Usual, 1e-6, "1000 customers share 2 agents")
}

func TestARowCountsWhatItSays(t *testing.T) {
	m := model(t, "")
	plan := m.Plans[1]
	assert.Len(t, plan.Tallies, 2)
	assert.Len(t, plan.Plan.Tallies, 2, "both lists of tallies are parallel")
	points := plan.Tallies[1]
	assert.Equal(t, "points in 4 weeks: all products", points.Name)
	assert.Equal(t, []float64{1, 2, 4}, points.Weight)
	assert.Equal(t, 26, points.Clawback)
	assert.Equal(t, []float64{1, 1, 1}, plan.Tallies[0].Weight)
	assert.Equal(t, 31200.0, plan.Salary)
	assert.Equal(t, sim.Strides{Tallies: 2}, m.Strides)
	rule := plan.Rules[0]
	assert.Equal(t, 1, rule.Tally)
	assert.Equal(t, 4, rule.Window)
	assert.False(t, rule.Quota)
	assert.Equal(t, 24.0, rule.Curve.At(2), "two points at EUR 12")
}

func TestRowsShareATally(t *testing.T) {
	plan := model(t, `
[pay.rule.extra]
measure = "points"
window = "4 weeks"
clawback = "52 weeks"
curve = [{ from = 5, jump = "EUR 100" }]
[pay.rule.team]
measure = "points"
window = "4 weeks"
of = "team"
curve = [{ from = 5, jump = "EUR 100" }]`).Plans[1]
	assert.Equal(t, []int{1, 1, 2}, []int{plan.Rules[0].Tally, plan.Rules[1].Tally, plan.Rules[2].Tally})
	assert.Equal(t, 52, plan.Tallies[1].Clawback, "the longest clawback holds")
	assert.Equal(t, sim.OfTeam, plan.Tallies[2].Pool)
	assert.Equal(t, "points in 4 weeks of the team: all products", plan.Tallies[2].Name)
}

func TestARowOnAGoalPaysAttainment(t *testing.T) {
	plan := model(t, `
[targets.goal.leads]
measure = "referrals"
window = "13 weeks"
count = 6
[targets.threat.fired]
goal = "sales"
floor = 0.5
misses = 2
dismissal = "80 %"
[pay.rule.bonus]
goal = "sales"
curve = [{ from = 1, jump = "EUR 500", each = "EUR 300" }]
gate.leads = { goal = "leads", at-least = 0.75, else = 0.5 }
units = ["branch"]`).Plans[1]
	assert.Equal(t, "leads", plan.Tallies[0].Name)
	assert.Equal(t, []float64{0, 0, 1}, plan.Tallies[0].Weight, "the branch can pass on life only")
	assert.InEpsilon(t, 0.02*125/4, plan.Tallies[0].Usual, 1e-12, "0.02 leads per customer and year, 125 customers, a quarter")
	assert.Equal(t, 6.0, plan.Tallies[0].Setter.Base)
	bonus := plan.Rules[0]
	assert.Equal(t, "bonus", bonus.Name)
	assert.True(t, bonus.Quota)
	assert.Equal(t, 1, bonus.Tally)
	assert.Equal(t, 13, bonus.Window)
	assert.Equal(t, 0, bonus.Gates[0].Tally)
	assert.Equal(t, 0.5, bonus.Gates[0].Soft)
	assert.Equal(t, 1, plan.Threats[0].Tally)
	assert.Equal(t, 13, plan.Threats[0].Window)
	assert.Equal(t, 0.8, plan.Threats[0].Dismissal)
}

func TestAGoalOfLeadsIsForThoseWhoCanPassThemOn(t *testing.T) {
	m := model(t, "[targets.goal.leads]\nmeasure = \"referrals\"\nwindow = \"13 weeks\"\ncount = 6")
	assert.Len(t, m.Plans[1].Tallies, 3, "the branch has a handoff")
	assert.Len(t, m.Plans[0].Tallies, 2, "the agents have none")
}

func TestARowThatPaysNothingIsTakenAway(t *testing.T) {
	plan := model(t, "pay.rule.commission.curve = [{ from = 0, each = \"EUR 0\" }]").Plans[1]
	assert.Empty(t, plan.Rules)
	assert.Len(t, plan.Tallies, 1, "only the goal is counted")
}

func TestAFirmwideCountIsTheMeanOverTheSeats(t *testing.T) {
	m := model(t, "pay.rule.commission.of = \"firm\"\npay.rule.commission.window = \"13 weeks\"\npay.rule.commission.measure = \"openings\"")
	all := 0.8*m.Plans[1].Tallies[0].Usual + 0.2*m.Plans[0].Tallies[0].Usual
	assert.InEpsilon(t, all, m.Plans[0].Tallies[1].Usual, 1e-12)
	assert.InEpsilon(t, all, m.Plans[1].Tallies[1].Usual, 1e-12)
}
