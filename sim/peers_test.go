package sim

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// beside is a seller of full integrity on seat 0 of a branch with eight seats, beside so many colleagues who offended this
// week and so many who never did; the other seats are empty.
func beside(offenders, honest int) *Market {
	model := smallModel()
	model.Size = Size{Markets: 1, Customers: 60, Sellers: 8, Weeks: 1, Close: 1}
	model.Org.Units[0].Seats, model.Org.Units[1].Seats = 1, 0
	m := Build(model, smallWorld, 0)
	m.Week = 100
	for s := range m.Sellers.Seated {
		m.Sellers.Seated[s] = s <= offenders+honest
		m.Sellers.LastOffence[s] = -1000
		if s > 0 && s <= offenders {
			m.Sellers.LastOffence[s] = m.Week
		}
	}
	m.Sellers.Seated[0], m.Sellers.Integrity[0] = true, 1
	return m
}

// worthToFirst is what the most tempting offence is worth to the seller on seat 0.
func (m *Market) worthToFirst(t *testing.T) float64 {
	bad, _ := m.peers(0)
	m.outlook(0)
	x := m.bait(0)
	require.True(t, x.found, "the branch has a product that can be opened silently")
	m.weigh(0, &x, bad)
	return x.worth
}

func TestHonestColleaguesDoNotUndoWhatOffendersSpread(t *testing.T) {
	mixed := beside(2, 0).worthToFirst(t)
	assert.Equal(t, mixed, beside(2, 4).worthToFirst(t), "four honest colleagues beside two offenders change nothing")
	assert.Greater(t, beside(3, 4).worthToFirst(t), mixed, "a third offender makes offending easier, however many are honest")
	assert.Equal(t, beside(0, 0).worthToFirst(t), beside(0, 6).worthToFirst(t), "honest colleagues by themselves change nothing")
	assert.Greater(t, mixed, beside(0, 6).worthToFirst(t), "offenders weaken conscience")
}

func TestColleaguesOffendForAYearAndOneselfIsNone(t *testing.T) {
	m := beside(3, 2)
	m.Sellers.LastOffence[0] = m.Week
	count := func() [2]int {
		bad, all := m.peers(0)
		return [2]int{bad, all}
	}
	assert.Equal(t, [2]int{3, 5}, count(), "three of five colleagues offend, oneself left out")
	m.Sellers.LastOffence[1] = m.Week - 51
	assert.Equal(t, [2]int{3, 5}, count(), "51 weeks ago is within the last year")
	m.Sellers.LastOffence[1] = m.Week - 52
	assert.Equal(t, [2]int{2, 5}, count(), "52 weeks ago is not")
	m.Sellers.Seated[2] = false
	assert.Equal(t, [2]int{1, 4}, count(), "who has left sets no example")
}

func TestWhoSpeaksUpIsTheShareOfHonestColleagues(t *testing.T) {
	assert.Equal(t, 0.6, beside(2, 3).honest(0), "three of five colleagues may speak up")
	assert.Equal(t, 1.0, beside(0, 3).honest(0), "all of them where none offends")
	assert.Equal(t, 0.0, beside(3, 0).honest(0), "none where all offend")
}
