package sim

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"xsell/agents"
	"xsell/sim/metric"
)

// passedOn is a market in which seller 0 passed a lead on to seller 1.
func passedOn(t *testing.T) *Market {
	t.Helper()
	model := smallModel()
	model.Mind.Refer.Learn = 0.1
	m := Build(model, smallWorld, 0)
	require.Equal(t, 0.4, m.Sellers.Heard[0].Chance, "the first belief is effort.chance")
	m.add(lead{Customer: 3, Product: smallSavings, Seller: 1, Finder: 0, Handoff: -1, Source: Referred, Due: m.Week})
	return m
}

func TestWhoPassedALeadOnLearnsWhatBecameOfIt(t *testing.T) {
	for cause, want := range map[metric.Counter]float64{metric.LeadsLost: 0.36, metric.LeadsDeclined: 0.36, metric.LeadsSigned: 0.46} {
		m := passedOn(t)
		m.endLead(int32(len(m.Leads.Customer)-1), cause)
		slip(m)
		require.InDelta(t, want, m.Sellers.Heard[0].Chance, 1e-12, "a tenth of the way to 0 or 1")
		require.Equal(t, 0.4, m.Sellers.Heard[1].Chance, "the receiver learns nothing about own leads")
	}
}

func TestWhoComesToASeatLearnsNothingFromLeadsOfTheOnesBefore(t *testing.T) {
	m := passedOn(t)
	m.Sellers.Heard[0].Chance = 0.1
	m.Week++
	m.takeSeat(0, false)
	require.Equal(t, 0.4, m.Sellers.Heard[0].Chance, "a new occupant starts afresh")
	m.endLead(int32(len(m.Leads.Customer)-1), metric.LeadsLost)
	slip(m)
	require.Equal(t, 0.4, m.Sellers.Heard[0].Chance, "the lead was passed on before")
}

// Each of 400 occasions is decided by itself, at odds that 20 hours of pay times 0.4 at noise 0.35 move by 23 in log.
func TestSellersWhoseLeadsFailPassOnFewer(t *testing.T) {
	referrals := func(chance float64) int64 {
		model := smallModel()
		model.Mind.Refer.Doubt = 20
		m := Build(model, smallWorld, 0)
		h := &model.Org.Handoffs[0]
		h.WorthMin = 0
		s := slices.Index(m.Sellers.Unit, h.From)
		m.Sellers.Heard[s].Chance = chance
		for occasion := range uint64(400) {
			m.mayRefer(agents.SellerID(s), agents.CustomerID(occasion%uint64(len(m.Customers.Here))), nth(h.Products, 0.5), true, occasion)
		}
		return m.Books[metric.Referrals]
	}
	hopeful := referrals(0.4)
	require.Positive(t, hopeful, "who expects what all expect at first passes some on")
	require.Less(t, referrals(0), hopeful, "whose leads all failed passes on fewer")
	require.Greater(t, referrals(1), hopeful, "whose leads all signed passes on more")
}
