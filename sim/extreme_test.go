package sim

import (
	"testing"

	"github.com/stretchr/testify/require"

	"xsell/agents"
	"xsell/agents/market"
	"xsell/agents/org"
	"xsell/agents/pay"
	"xsell/sim/metric"
)

// extreme is a corner of the world: what is set, and the answer that is known there.
type extreme struct {
	set   func(m *Model)
	known func(t *testing.T, sum *metric.Books, end *metric.Books)
}

func nothingKnown(*testing.T, *metric.Books, *metric.Books) {}

// never says that nothing of these kinds happens.
func never(counters ...metric.Counter) func(*testing.T, *metric.Books, *metric.Books) {
	return func(t *testing.T, sum, _ *metric.Books) {
		for _, c := range counters {
			require.Zero(t, sum[c], metric.Items[c].Title)
		}
	}
}

// quota gives the bank a fixed goal.
func quota(m *Model, goal float64) {
	m.Plans[0].Tallies[0].Setter = pay.Setter{Base: goal}
}

// shameless removes all that keeps sellers from opening accounts nobody asked for.
func shameless(m *Model) {
	m.Mind.Conduct.Conscience, m.Mind.Conduct.Caught, m.Controls.Penalty, m.Controls.Audit = 0, 0, 0, 0
}

var corners = map[string]extreme{
	"one customer": {func(m *Model) { m.Size.Markets, m.Size.Customers, m.Size.Sellers = 1, 1, 3 }, nothingKnown},
	"nobody": {func(m *Model) { m.Size.Customers = 0 }, func(t *testing.T, sum, end *metric.Books) {
		never(metric.Joined, metric.Left, metric.NeedsArrived, metric.OpeningsSold, metric.OpeningsUnauthorised, metric.Requests, metric.EarnMargin)(t, sum, end)
		require.Positive(t, sum[metric.CostSalaries], "sellers are paid for waiting")
	}},
	"one seller": {func(m *Model) { m.Size.Markets, m.Size.Sellers = 1, 1 }, func(t *testing.T, sum, end *metric.Books) {
		require.LessOrEqual(t, end[metric.SellersSeated], int64(1))
		require.Positive(t, sum[metric.Meetings], "one seller of the bank meets customers")
	}},
	"no sellers": {func(m *Model) { m.Size.Sellers = 0 }, func(t *testing.T, sum, end *metric.Books) {
		never(metric.OpeningsSold, metric.OpeningsUnauthorised, metric.LeadsWalkIn, metric.Pushes, metric.Served, metric.Referrals, metric.HoursAvailable,
			metric.CostSalaries, metric.CostVariablePay, metric.Hired, metric.Quit)(t, sum, end)
		require.Positive(t, sum[metric.Dropped], "every request waits until it is given up")
		require.Positive(t, sum[metric.Joined], "people still come")
	}},
	"one product": {func(m *Model) { oneProduct(m) }, func(t *testing.T, sum, end *metric.Books) {
		require.Equal(t, end[metric.AccountsActive]+end[metric.AccountsDormant], end[metric.Customers], "whoever is a customer has the one account")
		require.Zero(t, end[metric.With2Reported])
	}},
	"quota zero": {func(m *Model) { quota(m, 0) }, func(t *testing.T, sum, _ *metric.Books) {
		require.Zero(t, sum[metric.GoalWindows], "without a target there is no goal to reach")
		require.Zero(t, sum[metric.DismissedForMisses], "and nothing to miss")
	}},
	"quota of a million": {func(m *Model) { quota(m, 1e6) }, func(t *testing.T, sum, _ *metric.Books) {
		require.Positive(t, sum[metric.GoalWindows])
		require.Zero(t, sum[metric.GoalReached], "nobody reaches a million")
	}},
	"hardly an hour": {func(m *Model) { m.Org.Units[0].Hours, m.Org.Units[1].Hours = 1, 1 }, func(t *testing.T, sum, end *metric.Books) {
		require.LessOrEqual(t, sum[metric.HoursAvailable], int64(6*1000*104), "six sellers, 104 weeks, one hour")
	}},
	"no hours": {func(m *Model) { shameless(m); m.Org.Units[0].Hours, m.Org.Units[1].Hours = 0, 0 }, func(t *testing.T, sum, end *metric.Books) {
		never(metric.HoursAvailable, metric.Meetings, metric.Pushes, metric.Served, metric.Referrals, metric.OpeningsSold,
			metric.OpeningsUnauthorised)(t, sum, end)
		require.Positive(t, sum[metric.CostSalaries], "who has no hours is paid all the same")
	}},
	"all hours bound":                 {func(m *Model) { m.Org.Coordination = 100 }, never(metric.Meetings, metric.Pushes, metric.Served, metric.OpeningsSold)},
	"nobody has a trait":              {func(m *Model) { m.Market.Traits = [4]float64{} }, nothingKnown},
	"everybody has every trait":       {func(m *Model) { m.Market.Traits = [4]float64{1, 1, 1, 1} }, nothingKnown},
	"everybody works for an employer": {func(m *Model) { m.Market.Employed, m.Market.Employers = 1, 2 }, nothingKnown},
	"no employers":                    {func(m *Model) { m.Market.Employed, m.Market.Employers = 1, 0 }, nothingKnown},
	"everything is held elsewhere": {func(m *Model) {
		for p := range m.Market.Products {
			m.Market.Products[p].Held, m.Market.Products[p].Here = 1, 0
		}
		m.Market.Cancel, m.Mind.Need.Switch = 0, 0
	}, nothingKnown},
	"everything is held here": {func(m *Model) {
		for p := range m.Market.Products {
			m.Market.Products[p].Held, m.Market.Products[p].Here = 1, 1
		}
		m.Market.Joining = 0
	}, nothingKnown},
	"no regulator": {func(m *Model) { shameless(m); m.Around.Regulator = 0 }, never(metric.Disclosures, metric.ConductBill)},
	"a strict regulator": {func(m *Model) { shameless(m); m.Around.Regulator = 100; m.Mind.Public.Hazard = 10 }, func(t *testing.T, sum, _ *metric.Books) {
		require.Positive(t, sum[metric.Disclosures], "hidden accounts do not stay hidden")
	}},
	"everything is audited": {func(m *Model) { m.Controls.Audit, m.Controls.Warning = 52, 0 }, nothingKnown},
	"every opening is confirmed": {func(m *Model) { shameless(m); m.Controls.Validation = 1 }, func(t *testing.T, sum, end *metric.Books) {
		never(metric.OpeningsUnauthorised, metric.OffendersEver, metric.FeesOnUnauthorised)(t, sum, end)
		require.Zero(t, end[metric.AccountsUnauthorised])
	}},
	"nothing can be opened silently": {func(m *Model) {
		shameless(m)
		for p := range m.Market.Products {
			m.Market.Products[p].Silent = 0
		}
	}, never(metric.OpeningsUnauthorised, metric.AttemptsBlocked)},
	"saints": {func(m *Model) { m.Mind.Conduct.Conscience = 1e6; m.Mind.Conduct.Skew = 1e-3 }, never(metric.OpeningsUnauthorised)},
	"who is caught is dismissed": {func(m *Model) {
		shameless(m)
		m.Controls.Dismissal, m.Controls.Whistle, m.Mind.Conduct.Report = 1, 1, 1
	},
		func(t *testing.T, sum, _ *metric.Books) {
			require.Positive(t, sum[metric.Caught])
			require.Equal(t, sum[metric.Caught], sum[metric.Dismissed], "every conviction is a dismissal")
		}},
	"nobody is dismissed": {func(m *Model) { shameless(m); m.Controls.Dismissal = 0; m.Plans[0].Threats = nil },
		never(metric.Dismissed, metric.DismissedForMisses)},
	"customers die out": {func(m *Model) { m.Market.Joining, m.Market.Exit, m.Mind.Stay.Cap = 0, 10, 0.9 }, func(t *testing.T, sum, end *metric.Books) {
		require.Zero(t, end[metric.Customers], "at 90 % a week nobody is left after two years")
		require.Zero(t, end[metric.AccountsActive]+end[metric.AccountsDormant]+end[metric.NeedsOpen]+end[metric.LeadsOpen]+end[metric.HeldElsewhere])
		require.Zero(t, sum[metric.Joined])
	}},
	"nobody leaves while accounts last": {func(m *Model) {
		m.Market.Exit = 0
		for p := range m.Market.Products {
			m.Market.Products[p].Rates.Return, m.Market.Products[p].Rates.Lapse = 0, 0
			m.Market.Products[p].Rates.Default, m.Market.Products[p].Rates.Dormancy = 0, 0
		}
		m.Mind.Regret.Clean = 0
	}, never(metric.Left, metric.ClosedWithCustomer)},
	"nobody quits":                {func(m *Model) { m.Around.Quits = 0 }, never(metric.Quit)},
	"everybody quits":             {func(m *Model) { m.Around.Quits = 100; m.Around.Vacancy = 0 }, nothingKnown},
	"one week":                    {func(m *Model) { m.Size.Weeks, m.Size.WarmUp = 1, 0 }, nothingKnown},
	"a close every week":          {func(m *Model) { m.Size.Close = 1 }, nothingKnown},
	"no warm-up":                  {func(m *Model) { m.Size.WarmUp = 0 }, nothingKnown},
	"a crooked calendar":          {func(m *Model) { m.Size.Weeks, m.Size.WarmUp, m.Size.Close = 37, 5, 4 }, nothingKnown},
	"one market":                  {func(m *Model) { m.Size.Markets = 1 }, nothingKnown},
	"a market a customer":         {func(m *Model) { m.Size.Markets = 60 }, nothingKnown},
	"more markets than customers": {func(m *Model) { m.Size.Markets = 70 }, nothingKnown},
	"no needs": {func(m *Model) {
		for p := range m.Market.Products {
			m.Market.Products[p].Need = 0
		}
	}, func(t *testing.T, sum, end *metric.Books) {
		never(metric.NeedsArrived, metric.LeadsWalkIn, metric.Pushes)(t, sum, end)
		require.Equal(t, sum[metric.OpeningsSold], sum[metric.OpeningsUnneeded], "whatever is sold was thought of by a seller")
	}},
	"nothing fades":          {func(m *Model) { m.Market.Fade, m.Market.Compete = 0, 0 }, never(metric.NeedsFaded, metric.NeedsToCompetitor)},
	"free channels":          {func(m *Model) { m.Market.Channels = []market.Channel{{Share: 1, Speed: 1}} }, never(metric.Abandoned, metric.LeadsCalledBack)},
	"everybody gives up":     {func(m *Model) { m.Market.Channels[0].Abandon, m.Market.Channels[1].Abandon, m.Org.Record = 1, 1, 0 }, never(metric.LeadsWalkIn, metric.LeadsCalledBack)},
	"no handoffs":            {func(m *Model) { m.Org.Handoffs, m.Org.From = nil, [][]int{nil, nil} }, never(metric.Referrals, metric.LeadsReferred)},
	"no pay but salaries":    {func(m *Model) { m.Plans[0], m.Plans[1] = Plan{Salary: 7200}, Plan{Salary: 8000} }, never(metric.CostVariablePay, metric.OpeningsUnauthorised, metric.GoalWindows)},
	"no salaries":            {func(m *Model) { m.Plans[0].Salary, m.Plans[1].Salary = 0, 0 }, never(metric.CostSalaries)},
	"nobody can wait":        {func(m *Model) { m.Mind.Trust.Patience, m.Mind.Trust.LongWait = 0, 0 }, nothingKnown},
	"nothing is ever served": {func(m *Model) { m.Mind.Effort.Serve = -100 }, nothingKnown},
	"all timing is free":     {func(m *Model) { m.Targets.Timing, m.Targets.Pressure = 1, 1 }, nothingKnown},
	"no timing":              {func(m *Model) { m.Targets.Timing = 0 }, never(metric.PulledForward, metric.HeldBack, metric.CostDiscounts, metric.OpeningsPulled, metric.HoursTiming)},
}

// oneProduct leaves the account alone, sold by the bank.
func oneProduct(m *Model) {
	t := m.Market
	t.Products, t.Lines, t.Follows = t.Products[:1], t.Lines[:1], [][]float32{{1}}
	t.Products[0].First = 1
	for s := range t.Segments {
		t.Segments[s].Need = t.Segments[s].Need[:1]
	}
	m.Org = &org.Network{Units: m.Org.Units[:1], Server: m.Org.Server[:1], Sellers: m.Org.Sellers[:1], From: [][]int{nil}, Clear: 1}
	m.Org.Units[0].Seats, m.Org.Units[0].May, m.Org.Units[0].Skill = 1, agents.Products(1), []float32{0.8}
	m.Plans = m.Plans[:1]
	m.Plans[0].Tallies[0].Weight, m.Plans[0].Tallies[1].Weight = []float64{1}, []float64{0}
	t.Seal()
	m.Org.Seal()
}

func TestCornersOfTheWorld(t *testing.T) {
	for name, x := range corners {
		t.Run(name, func(t *testing.T) {
			model := smallModel()
			x.set(model)
			s := newStepper(model)
			s.toEnd(func(m *Market) { soundRows(t, m, name) })
			require.Equal(t, lived(t, model), &s.record, "the same history on two workers")
			require.Empty(t, Verify(&s.record))
			var sum metric.Books
			for i := range s.record.Frames {
				sum.Merge(&s.record.Frames[i].Books)
			}
			x.known(t, &sum, &s.record.Frames[len(s.record.Frames)-1].Books)
		})
	}
}
