package sim

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"xsell/agents"
	"xsell/agents/customer"
	"xsell/agents/num"
	"xsell/sim/draw"
	"xsell/sim/metric"
)

// lively is one market of many customers in which everything that is thinned happens often.
func lively(customers int) *Model {
	model := smallModel()
	model.Size = Size{Markets: 1, Customers: customers, Sellers: 6, Weeks: 52, Close: 13}
	model.Controls.Audit = 0.4
	t := model.Market
	t.Exit, t.Joining, t.Cancel = 0.02, 0.04, 0.01
	for p := range t.Products {
		t.Products[p].CoolingOff = 6
		t.Products[p].Rates = customer.Rates{Return: 0.01, Lapse: 0.008, Dormancy: 0.01, Default: 0.002}
		t.Products[p].Need *= 2
	}
	model.Mind.Regret.Revive, model.Mind.Regret.Clean, model.Mind.Conduct.Found = 1, 1, 2
	return model
}

// scramble gives every customer random accounts: any age, any flag, used or asleep.
func scramble(m *Market, r *rand.Rand) {
	cs, n := &m.Customers, m.Model.Products()
	for c := range cs.seats() {
		m.strip(c)
		for p := range n {
			if !cs.Here[c] || r.IntN(3) == 0 {
				continue
			}
			q, flags := agents.ProductID(p), Holding(r.IntN(32))<<2
			h := opened(m.Week-int32(r.IntN(12)), agents.SellerID(r.IntN(6)), flags)
			if r.IntN(3) == 0 {
				h |= asleep
			}
			cs.put(c, q, h)
		}
		m.refresh(c)
	}
}

// restless is the exact sum of the hazards of all accounts of c in a week.
func restless(m *Market, c agents.CustomerID, week int) (sum float32) {
	for p := range m.Model.Products() {
		q := agents.ProductID(p)
		if m.Customers.held(c).Has(q) {
			f := m.fates(c, q, m.Customers.holding(c, q), week)
			sum += f.sum()
		}
	}
	return sum
}

// restlessBound is the sum of the bounds that refresh keeps for the accounts of c.
func restlessBound(m *Market, c agents.CustomerID) (sum float32) {
	for p := range m.Model.Products() {
		if q := agents.ProductID(p); m.Customers.held(c).Has(q) {
			sum += m.bound(c, q, m.Customers.holding(c, q))
		}
	}
	return sum
}

func TestTheBoundOfAccountHazardsHoldsForSixtyWeeks(t *testing.T) {
	r := rand.New(rand.NewPCG(8, 1))
	for trial := range 12 {
		model := lively(300)
		for p := range model.Market.Products {
			x := &model.Market.Products[p]
			x.CoolingOff = r.IntN(8)
			x.Rates = customer.Rates{Return: r.Float32() * 0.02, Lapse: r.Float32() * 0.02, Dormancy: r.Float32() * 0.02, Default: r.Float32() * 0.01}
		}
		model.Controls.Audit = r.Float64()
		m := Build(model, smallWorld, 0)
		scramble(m, r)
		for c := range m.Customers.seats() {
			for later := range 60 {
				// Two sums of at most three products in 32 bits differ by rounding, at most 3 × 2^-24 each.
				exact, bound := restless(m, c, int(m.Week)+later), restlessBound(m, c)
				require.LessOrEqual(t, exact, float32(bound*(1+1e-6)), "trial %d, household %d, %d weeks on", trial, c, later)
			}
		}
	}
}

func TestTheEarlyBoostNeverExceedsItsBound(t *testing.T) {
	mind := smallMind().Need
	for tenure := range 2000 {
		require.LessOrEqual(t, customer.Early(float64(tenure), mind.FirstBoost, mind.FirstWeeks), 1+mind.FirstBoost)
	}
}

func TestCandidatesAreNeverMissed(t *testing.T) {
	r := rand.New(rand.NewPCG(8, 2))
	s, hits := smallWorld.Stream(draw.AccountFine, 0, 0), 0
	for i := range uint64(2_000_000) {
		bound, lane := float32(math.Exp(-12*r.Float64())), uint32(r.IntN(256))
		if i%2 == 0 { // near the edge, where a miss would be
			lane = min(uint32(bound*256)+uint32(r.IntN(2)), 255)
		}
		if u := s.Refine(lane, i); u < float64(bound) {
			hits++
			require.True(t, draw.Candidate(lane, bound), "luck %v is below %v", u, bound)
		}
	}
	require.Greater(t, hits, 200_000)
}

// tally of events against the sum of their exact chances.
type against struct{ events, expected, variance float64 }

func (x *against) add(chance float64) {
	x.expected += chance
	x.variance += chance * (1 - chance)
}

// holds checks the events: given the past, each is a draw with its chance, so the sum of differences is a martingale and
// nearly normal. |z| < 4.9 fails a right model once in a million. A bias of 7.3 standard deviations (4.9 + 2.33, at least
// 1 in sqrt(expected)/7.3) is found with 99 %.
func (x *against) holds(t *testing.T, what string) {
	t.Helper()
	z := (x.events - x.expected) / math.Sqrt(x.variance)
	require.Greater(t, x.expected, 500.0, "%s: too few to tell", what)
	require.Less(t, math.Abs(z), 4.9, "%s: %v happened, %.1f were to be expected, z %.2f", what, x.events, x.expected, z)
}

func TestAccountsMeetTheirFatesAsOftenAsTheirHazardsSay(t *testing.T) {
	m := Build(lively(8000), smallWorld, 0)
	r := rand.New(rand.NewPCG(8, 3))
	causes := []metric.Counter{metric.Returned, metric.Cancelled, metric.WentDormant, metric.Defaulted, metric.Reactivated,
		metric.DiscoveredByCustomer, metric.Audited}
	sums := make([]against, len(causes))
	m.Model.Mind.Conduct.Report, m.Model.Controls.Warning, m.Model.Mind.Conduct.Conceal = 0, 1, 1 // nobody is convicted
	for range 40 {
		scramble(m, r)
		for c := range m.Customers.seats() {
			for p := range m.Model.Products() {
				if q := agents.ProductID(p); m.Customers.held(c).Has(q) {
					f := m.fates(c, q, m.Customers.holding(c, q), int(m.Week))
					for i, hazard := range []float32{f.Return, f.Lapse + f.clean, f.Dormancy, f.Default, f.revive, f.found, f.audit} {
						sums[i].add(float64(hazard))
					}
				}
			}
		}
		luck(m)
		age(m)
		m.Week++
	}
	for i, cause := range causes {
		sums[i].events = float64(m.Books[cause])
		sums[i].holds(t, metric.Items[cause].Title)
	}
}

func TestNeedsRequestsExitsAndJoinersComeAsOftenAsTheirChancesSay(t *testing.T) {
	m := Build(lively(8000), smallWorld, 0)
	var needs, requests, exits, joiners against
	mind := m.Model.Mind
	for range 40 {
		before := m.Books
		base := float64(m.Model.Market.Joining * num.Exp(float64(mind.Public.Join*(m.reputation()-m.Model.Around.Reputation))))
		for c := range m.Customers.Here {
			if !m.Customers.Here[c] {
				joiners.add(base)
			}
		}
		luck(m)
		join(m)
		expectNeeds(m, &needs)
		want(m)
		for c := range m.Customers.seats() {
			requests.add(float64(min(m.asks(c), 1)))
		}
		ask(m)
		gone := expectExits(m, &exits)
		leave(m)
		lose(m)
		for u := range m.Queues {
			m.Queues[u].Rows = m.Queues[u].Rows[:0]
		}
		m.Week++
		needs.events += float64(m.Books[metric.NeedsArrived] - before[metric.NeedsArrived])
		requests.events += float64(m.Books[metric.Requests] - before[metric.Requests])
		joiners.events += float64(m.Books[metric.Joined] - before[metric.Joined])
		exits.events += float64(m.Books[metric.Left] - before[metric.Left] - gone)
	}
	needs.holds(t, "needs")
	requests.holds(t, "service requests")
	exits.holds(t, "exits")
	joiners.holds(t, "joiners")
}

func TestNeedsFadeAndGoToCompetitorsAsOftenAsTheirRatesSay(t *testing.T) {
	m := Build(lively(8000), smallWorld, 0)
	var fade, compete, cancel against
	for range 60 {
		before := m.Books
		luck(m)
		want(m)
		held := make([]agents.Products, len(m.Customers.Here))
		for c := range m.Customers.seats() {
			if held[c] = m.Customers.Elsewhere.Of(c); !m.Customers.Here[c] {
				continue
			}
			needs, open := float64(size(m.Customers.Need.Of(c))), m.openToCompetitor(c)
			fade.add(needs * m.Model.Market.Fade)
			compete.add(needs * m.Model.Market.Compete * open)
			cancel.add(float64(size(m.Customers.Elsewhere.Of(c))) * m.Model.Market.Cancel)
		}
		lose(m)
		fade.events += float64(m.Books[metric.NeedsFaded] - before[metric.NeedsFaded])
		compete.events += float64(m.Books[metric.NeedsToCompetitor] - before[metric.NeedsToCompetitor])
		for c := range m.Customers.seats() {
			cancel.events += float64(size(held[c] &^ m.Customers.Elsewhere.Of(c)))
		}
		m.Week++
	}
	fade.holds(t, "needs that faded")
	compete.holds(t, "needs met by a competitor")
	cancel.holds(t, "products that ended elsewhere")
}
