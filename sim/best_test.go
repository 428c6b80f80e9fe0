package sim

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/agents"
	"xsell/agents/seller"
	"xsell/sim/metric"
)

// calling is a market of one seller with 200 names on the list, of which the best share is called. Everybody lacks all
// products and nobody says yes, so that only hours and the list say how many are called.
func calling(best float64) *Market {
	m := ready(0.45, 200)
	m.Model.Org.Targeting.Best, m.Model.Mind.Decision.Base = best, -100
	m.Model.Mind.Trust.OptOut = 0
	for c := range m.Customers.seats() {
		m.Customers.empty(c)
	}
	return m
}

// callWeek lets the seller pitch for so many hours and returns how many pitches were made.
func (m *Market) callWeek(hours float64) int64 {
	before := m.Books[metric.Pushes]
	m.Sellers.Hours[0][seller.Push] = hours
	m.pitchList(0)
	m.Week++
	return m.Books[metric.Pushes] - before
}

func TestOnlyTheBestOfAListAreCalledAndEachOnce(t *testing.T) {
	m := calling(0.1)
	time := m.Model.Mind.Effort.PitchTime
	require.InDelta(t, 20*time, m.listHours(0), 1e-9, "a tenth of 200 names is there to call")
	first := m.callWeek(12 * time)
	require.Equal(t, int64(12), first, "hours for twelve calls, and names enough")
	require.InDelta(t, 8*time, m.listHours(0), 1e-9, "hours are planned for the eight names that are left")
	assert.Equal(t, int64(8), m.callWeek(100*time), "then the list is at its end, whatever hours are left")
	assert.Zero(t, m.callWeek(100*time), "nobody is called twice from one list")
	assert.Zero(t, m.listHours(0), "no hours are planned for a list that is at its end")
	for place := range int32(200) {
		c := m.listed(place)
		assert.Equal(t, place < 20, m.Customers.Contacts[c] == 1, "called: place %d of the list", place)
	}
	m.refreshLists()
	assert.Equal(t, int64(20), m.callWeek(100*time), "the next list is called from its top")
}

func TestWithoutALimitTheListIsCalledOverAndOver(t *testing.T) {
	m := calling(0)
	time := m.Model.Mind.Effort.PitchTime
	require.Equal(t, int64(200), m.callWeek(1000*time), "each name at most once a week")
	require.Equal(t, int64(50), m.callWeek(50*time), "and from the top again the next week")
	for place := range int32(200) {
		c := m.listed(place)
		assert.Equal(t, place < 50, m.Customers.Contacts[c] == 2, "called a second time: place %d of the list", place)
	}
}

// empty takes all accounts from c.
func (cs *Customers) empty(c agents.CustomerID) {
	for p := range cs.held(c).All {
		cs.take(c, p)
	}
}
