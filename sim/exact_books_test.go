package sim

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"xsell/agents"
	"xsell/agents/seller"
)

func TestANewHouseholdHasASellerInEveryUnit(t *testing.T) {
	model := crowded()
	model.Market.Exit, model.Market.Joining = 0.02, 0.05
	x := newStepper(model)
	before := [][]uint8{slices.Clone(x.Markets[0].Customers.Gen), slices.Clone(x.Markets[1].Customers.Gen)}
	given := [][]agents.SellerID{books(x.Markets[0]), books(x.Markets[1])}
	moved, came := 0, 0
	x.toEnd(func(m *Market) {
		n, now := len(m.Customers.Here), books(m)
		for c, gen := range m.Customers.Gen {
			for u := range m.Model.Org.Units {
				if now[u*n+c] != given[m.Index][u*n+c] {
					moved++
					require.Equal(t, before[m.Index][c], gen, "week %d: the household that came to seat %d inherits that the last one was handed over",
						m.Week-1, c)
				}
			}
			came += int(gen - before[m.Index][c])
		}
		copy(before[m.Index], m.Customers.Gen)
	})
	require.Positive(t, moved, "some customers were handed over")
	require.Positive(t, came, "some households came")
}

// books are the sellers who look after the households, unit by unit.
func books(m *Market) (list []agents.SellerID) {
	for u := range m.Model.Org.Units {
		for c := range m.Customers.seats() {
			list = append(list, m.book(agents.UnitID(u), c))
		}
	}
	return list
}

func TestTheFinderGivesTimeOnlyToMeetingsThatAreHeld(t *testing.T) {
	model := smallModel()
	model.Org.Handoffs[0].Joint = true
	for hours, charged := range map[float64]bool{0: false, 10: true} {
		m := Build(model, smallWorld, 0)
		insurer := agents.SellerID(slices.Index(m.Sellers.Unit, smallInsurer))
		m.add(lead{Customer: 0, Product: smallMotor, Seller: insurer, Finder: 0, Handoff: 0, Source: Referred, Due: m.Week})
		m.dealLeads()
		m.Sellers.Hours[insurer] = seller.Values{seller.Advise: hours}
		m.workLeads(insurer)
		want := 0.0
		if charged {
			want = m.meetingTime(insurer, smallMotor)
		}
		require.Equal(t, want, m.Sellers.Extra[0].Refer, "hours of the finder when the receiver has %v hours for advice", hours)
	}
}
