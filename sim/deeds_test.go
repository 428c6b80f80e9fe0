package sim

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/agents"
	"xsell/sim/metric"
)

// turnover is busy with sellers who come and go.
func turnover() *Model {
	model := busy()
	model.Around.Quits, model.Around.Vacancy, model.Controls.Dismissal = 0.02, 3, 0.5
	return model
}

// deedsIn adds up what the deeds of a market hold, under the counters of the books.
func deedsIn(m *Market) (sum metric.Books) {
	all := make([]Deeds, 0, len(m.Sellers.Deeds))
	all = append(all, m.Sellers.Deeds...)
	for _, g := range m.Gone {
		all = append(all, g.Deeds)
	}
	for _, d := range all {
		sum.Add(metric.OpeningsSold, int64(d.Sold))
		sum.Add(metric.OpeningsUnneeded, int64(d.Unneeded))
		sum.Add(metric.OpeningsPulled, int64(d.Pulled))
		sum.Add(metric.OpeningsUnauthorised, int64(d.Silent))
		sum.Add(metric.Referrals, int64(d.Referred))
		sum.Add(metric.ReferralsSigned, int64(d.Signed))
		sum.Add(metric.CostVariablePay, int64(d.Pay))
		for h, thousandths := range d.Hours {
			sum.Add(metric.HoursServe+metric.Counter(h), int64(thousandths))
		}
	}
	return sum
}

func TestDeedsOfSellersAddUpToTheBooks(t *testing.T) {
	x := newStepper(turnover())
	for _, m := range x.Markets {
		m.observed = true
	}
	var deeds metric.Books
	x.toEnd(func(*Market) {})
	for _, m := range x.Markets {
		part := deedsIn(m)
		deeds.Merge(&part)
	}
	counters := []metric.Counter{metric.OpeningsSold, metric.OpeningsUnneeded, metric.OpeningsPulled, metric.OpeningsUnauthorised,
		metric.Referrals, metric.ReferralsSigned, metric.CostVariablePay}
	for c := metric.HoursServe; c <= metric.HoursAvailable; c++ {
		counters = append(counters, c)
	}
	for _, c := range counters {
		var books int64
		for i := range x.record.Frames {
			books += x.record.Frames[i].Books[c]
		}
		if c == metric.ReferralsSigned { // nobody is thanked for what was passed on by who has left
			assert.LessOrEqual(t, deeds[c], books)
			continue
		}
		assert.Equal(t, books, deeds[c], "%s: what sellers did and what the books say must be the same", metric.Items[c].Title)
		if c != metric.OpeningsPulled && c != metric.HoursTiming && c != metric.ReferralsSigned {
			assert.NotZero(t, books, "%s must happen for the test to mean anything", metric.Items[c].Title)
		}
	}
}

func TestWhoTakesASeatStartsWithoutDeeds(t *testing.T) {
	m := Build(smallModel(), smallWorld, 0)
	m.measuring, m.observed = true, true
	m.Sellers.Deeds[0].Sold, m.Sellers.Past[0].Goal = 3, "goal"
	m.Sellers.Joined[0] = -7
	m.Sellers.Gen[0]++
	m.takeSeat(0, false)
	assert.Equal(t, Deeds{}, m.Sellers.Deeds[0])
	assert.Equal(t, Window{}, m.Sellers.Past[0])
	require.Equal(t, []Gone{{Seat: 0, Gen: 0, Joined: -7, Deeds: Deeds{Sold: 3}}}, m.Gone, "what the leaver did must not be lost")
	m.ClearDeeds()
	assert.Empty(t, m.Gone)
}

func TestOwnOpeningsThatDoNotLastAreCountedByTheirEnd(t *testing.T) {
	m := Build(smallModel(), smallWorld, 0)
	m.Week = 5
	for p, cause := range []metric.Counter{metric.Returned, metric.Cancelled} {
		m.end(7, agents.ProductID(p), metric.ClosedByFirm) // whatever is there
		m.hold(7, agents.ProductID(p), opened(3, 0, 0), true)
		m.end(7, agents.ProductID(p), cause)
	}
	assert.Equal(t, []int32{1, 1}, []int32{m.Sellers.Deeds[0].Returned, m.Sellers.Deeds[0].Cancelled})
}
