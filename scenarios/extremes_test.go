package scenarios_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"xsell/scenarios"
	"xsell/sim"
	"xsell/sim/metric"
)

// extreme is a scenario at the end of what can be written, and the answer that is known there.
type extreme struct {
	name  string // of the scenario it changes
	sets  []string
	known func(t *testing.T, r *sim.Record)
}

// never says that nothing of these kinds happens.
func never(counters ...metric.Counter) func(*testing.T, *sim.Record) {
	return func(t *testing.T, r *sim.Record) {
		t.Helper()
		for _, c := range counters {
			require.Zero(t, sum(r, c), metric.Items[c].Title)
		}
	}
}

// inEveryFrame says that something holds of the books of every frame.
func inEveryFrame(holds func(b *metric.Books) bool, claim string) func(*testing.T, *sim.Record) {
	return func(t *testing.T, r *sim.Record) {
		t.Helper()
		for i := range r.Frames {
			require.True(t, holds(&r.Frames[i].Books), "week %d: %s", r.Frames[i].Week, claim)
		}
	}
}

// all says that every one of the claims holds.
func all(claims ...func(*testing.T, *sim.Record)) func(*testing.T, *sim.Record) {
	return func(t *testing.T, r *sim.Record) {
		t.Helper()
		for _, claim := range claims {
			claim(t, r)
		}
	}
}

// some says that something of these kinds happens.
func some(counters ...metric.Counter) func(*testing.T, *sim.Record) {
	return func(t *testing.T, r *sim.Record) {
		t.Helper()
		for _, c := range counters {
			require.Positive(t, sum(r, c), metric.Items[c].Title)
		}
	}
}

// noBars says that a distribution is empty, and another is not.
func noBars(empty, filled metric.Hist) func(*testing.T, *sim.Record) {
	return func(t *testing.T, r *sim.Record) {
		t.Helper()
		none, any := int64(0), int64(0)
		for _, n := range r.Hists.Bins(empty) {
			none += n
		}
		for _, n := range r.Hists.Bins(filled) {
			any += n
		}
		require.Zero(t, none, metric.Shapes[empty].Title)
		require.Positive(t, any, metric.Shapes[filled].Title)
	}
}

var noHours = []string{"organisation.unit.bank.hours=0 hours per week", "organisation.unit.investment.hours=0 hours per week",
	"organisation.unit.life.hours=0 hours per week", "organisation.unit.non-life.hours=0 hours per week"}

// traits sets the shares of all four traits.
func traits(share string) (sets []string) {
	for _, trait := range []string{"service-demanders", "revenue-reversers", "promotion-maximisers", "spending-limiters"} {
		sets = append(sets, "customers.traits."+trait+"="+share)
	}
	return sets
}

var extremes = map[string]extreme{
	"one customer": {"sales-quota", []string{"run.markets=1", "run.customers=1", "market.vacant-households=0"},
		all(some(metric.CostSalaries), inEveryFrame(func(b *metric.Books) bool { return b[metric.Customers] <= 1 }, "one household has one seat"))},
	"one seller": {"sales-quota", []string{"run.markets=1", "run.sellers=1"},
		all(some(metric.Meetings, metric.Pushes), never(metric.Referrals),
			inEveryFrame(func(b *metric.Books) bool { return b[metric.SellersSeated] <= 1 }, "one seat for one seller"))},
	"no seller": {"sales-quota", []string{"run.sellers=0"}, all(some(metric.Dropped, metric.Joined),
		never(metric.HoursAvailable, metric.OpeningsSold, metric.OpeningsUnauthorised, metric.CostSalaries, metric.CostVariablePay, metric.GoalWindows))},
	"no hours": {"sales-quota", noHours, all(some(metric.Dropped, metric.CostSalaries, metric.DismissedForMisses),
		never(metric.HoursAvailable, metric.Meetings, metric.Pushes, metric.Served, metric.OpeningsSold, metric.OpeningsUnauthorised,
			metric.Referrals, metric.GoalReached))},
	"one product": {"testdata/one-product.toml", nil, all(some(metric.Joined, metric.Requests, metric.Served),
		never(metric.NeedsArrived, metric.OpeningsSold, metric.Referrals, metric.OpeningsUnauthorised),
		inEveryFrame(func(b *metric.Books) bool {
			return b[metric.AccountsActive]+b[metric.AccountsDormant] == b[metric.Customers]
		},
			"whoever is a customer has the one account"),
		inEveryFrame(func(b *metric.Books) bool {
			return b[metric.With2Reported] == 0 && b[metric.LinesHeld] == b[metric.AccountsReal]
		},
			"one product is one line"))},
	"a quota of zero": {"sales-quota", []string{"targets.goal.*.times-demand=0"},
		all(some(metric.OpeningsSold), never(metric.GoalWindows, metric.GoalReached, metric.DismissedForMisses))},
	"a quota of a million": {"sales-quota", []string{"targets.goal.*.times-demand=0", "targets.goal.*.count=1000000"},
		all(some(metric.GoalWindows, metric.DismissedForMisses), never(metric.GoalReached))},
	"nobody has a trait":        {"sales-quota", traits("0 %"), noBars(metric.TraitByProducts, metric.PlainByProducts)},
	"everybody has every trait": {"sales-quota", traits("100 %"), noBars(metric.PlainByProducts, metric.TraitByProducts)},
	"gifts of nothing": {"silo", append(traits("100 %"), "products.credit-card.gift=EUR 0", "products.brokerage.gift=EUR 0"),
		never(metric.CostGifts)},
}

func TestExtremeScenariosHaveTheirKnownAnswers(t *testing.T) {
	for what, x := range extremes {
		t.Run(what, func(t *testing.T) {
			sets := x.sets
			if x.name != "testdata/one-product.toml" {
				sets = append(append([]string{}, town...), x.sets...)
			}
			s, err := scenarios.Load(x.name, sets)
			require.NoError(t, err)
			r := lived(t, s.Model, 2)
			x.known(t, r)
			sound(t, r, what)
		})
	}
}
