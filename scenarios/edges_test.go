package scenarios_test

import (
	"context"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/scenarios"
	"xsell/sim"
	"xsell/sim/draw"
)

// edges are values at the ends of their ranges, where divisions and logarithms break first.
var edges = []string{
	"run.sellers=0", "run.sellers=1", "run.sellers=400", "run.customers=2", "run.warm-up=0 weeks", "run.warm-up=7 weeks",
	"run.close=1 week", "run.close=5 weeks", "run.weeks=1 week",
	"market.vacant-households=0", "market.joining=50 per year", "market.competitor=0 per year", "market.fading=1 week",
	"market.cancelling-elsewhere=5 per year", "market.exit=5 per year",
	"customers.wealth-spread=3", "customers.with-large-employer=1", "customers.employers-per-market=0",
	"customers.employers-per-market=200", "customers.mean-tenure=1 week", "customers.segment.young.wealth=0",
	"customers.segment.young.stays=1 week", "customers.segment.old.next=young", "customers.channel.branch.abandon=1",
	"customers.channel.online.speed=0", "customers.channel.online.speed=10", "customers.traits.service-demanders=1",
	"customers.traits.revenue-reversers=1", "customers.traits.promotion-maximisers=1", "customers.traits.spending-limiters=1",
	"products.account.margin=EUR -100000 per year", "products.account.wealth-power=2", "products.card.gift=EUR 100000",
	"products.account.requests=1000 per year", "products.account.request-time=40 hours", "products.life.meeting=0.05 hours",
	"products.life.meeting=40 hours", "products.card.decision=52 weeks", "products.account.return=0.99",
	"products.account.lapse=20 per year", "products.account.dormancy=20 per year", "products.card.default=20 per year",
	"products.card.loss=EUR 10 million", "products.card.need=100 per year", "products.account.held=0", "products.account.held=1",
	"products.account.here=0", "products.account.here=1", "products.card.opened-silently=1", "products.card.silent-fee=1",
	"products.card.points=1000", "products.card.points=0", "products.card.follows.account=100",
	"environment.reputation=0", "environment.reputation=1", "environment.regulator=100", "environment.fine=EUR 1 billion",
	"environment.bill-delay=0 weeks", "environment.quits=20 per year", "environment.outside-pay=0.1",
	"environment.outside-pay=10", "environment.vacancy=0 weeks", "environment.vacancy=104 weeks",
	"organisation.unit.agents.hours=1 hour per week", "organisation.unit.branch.starting-skill=0",
	"organisation.unit.branch.serves=false", "organisation.unit.agents.serves=false", "organisation.grant.branch.skill=0",
	"organisation.handoff.leads.ease=1", "organisation.handoff.leads.delay=104 weeks", "organisation.handoff.leads.joint=true",
	"organisation.handoff.leads.moves-customer=true", "organisation.handoff.leads.worth-at-least=EUR 0 per year",
	"organisation.teams=true", "organisation.shared-record=1", "organisation.score-quality=1",
	"organisation.coordination=80 hours per week", "organisation.clear-territories=0", "organisation.culture.pace=1 week",
	"organisation.culture.start=1", "organisation.training.hours=40 hours per week", "organisation.campaign.reach=52 per year",
	"organisation.product-information=0", "organisation.product-information=5", "organisation.leadership-attention=1",
	"organisation.event-leads=1", "organisation.targeting.bundles=1", "organisation.targeting.best=1", "organisation.targeting.newcomers=true",
	`organisation.targeting={ channel = "tested", test = 1 }`, `organisation.targeting={ channel = "habit", through = "online" }`,
	`organisation.nurture={ wait = "520 weeks", messages = "52 per year", cost = "EUR 100" }`, "organisation.filter.problem=1",
	"organisation.filter.unhappy=1", "controls.disclosure=1", "products.account.keeping=EUR 100000 per year",
	`organisation.contract.works={ unit = "branch", employers = 1, joining = 100, staff-data = 1, awareness = 1, exclusive = 1, lost = "20 per year" }`,
	"pay.salary.branch=EUR 0 per year", "pay.rule.commission.of=team", "pay.rule.commission.of=unit",
	"pay.rule.commission.measure=margin", "pay.rule.commission.measure=kept-openings", "pay.rule.commission.measure=referrals",
	"pay.rule.commission.window=1 week", "pay.rule.commission.clawback=520 weeks",
	`pay.rule.commission.curve=[{ from = 0, each = "EUR -1000000000" }]`,
	`pay.rule.bonus={ goal = "sales", of = "firm", curve = [{ from = 0.5, jump = "EUR 1000000000" }] }`,
	`pay.rule.ladder={ goal = "sales", curve = [{ from = 1, jump = "EUR 500" }], gate.all = { goal = "sales", at-least = 0.75 } }`,
	"targets.goal.sales.times-demand=0", "targets.goal.sales.times-demand=1000000", "targets.goal.sales.growth=-1",
	"targets.goal.sales.growth=10", "targets.goal.sales.ratchet=1", "targets.pressure=1", "targets.timing-control=1",
	"targets.discount=EUR 100000",
	`targets.threat.fired={ goal = "sales", floor = 10, misses = 1, dismissal = 1, pay-cut = 1 }`,
	"controls.audit=1", "controls.warning=1", "controls.detector=0.01", "controls.validation-call=1",
	"controls.whistleblowing=1", "controls.dismissal=1", "controls.penalty=1000", "controls.suitability-review=1",
	`timeline.x={ at = "1 week", set.targets.pressure = 1, give = "life", share = 1, disclose = true, reputation-shock = 1 }`,
	`timeline.y={ at = "0 weeks", markets = 0.5, set.pay.rule.more = { measure = "points", window = "2 weeks", curve = [{ each = "EUR 9" }] } }`,
}

// runs lives a short history, whose books must balance.
func runs(t *testing.T, s *scenarios.Scenario, what any) {
	t.Helper()
	var broken []string
	var err error
	require.NotPanics(t, func() {
		_, broken, err = sim.RunVerified(context.Background(), s.Model, draw.World{Seed: 1}, 1)
	}, "what compiles must run: %q", what)
	require.NoError(t, err)
	assert.Empty(t, broken, "the books must balance: %q", what)
}

// TestWhatCompilesRuns holds the promise of compile: after it nothing panics. Each case draws twelve edges at once.
func TestWhatCompilesRuns(t *testing.T) {
	const cases, together = 60, 12
	luck := rand.New(rand.NewPCG(1, 2))
	ran := 0
	for range cases {
		sets := []string{"run.customers=60", "run.weeks=17 weeks"}
		for _, i := range luck.Perm(len(edges))[:together] {
			sets = append(sets, edges[i])
		}
		s, err := scenarios.Load("testdata/small.toml", sets)
		if err != nil {
			continue
		}
		ran++
		runs(t, s, sets)
	}
	assert.Greater(t, ran, cases/2, "most edges must be allowed together")
}

func TestEveryEdgeAloneRuns(t *testing.T) {
	for _, edge := range edges {
		s, err := scenarios.Load("testdata/small.toml", []string{"run.customers=60", "run.weeks=17 weeks", "run.sellers=6", edge})
		if !assert.NoError(t, err) {
			continue
		}
		runs(t, s, edge)
	}
}
