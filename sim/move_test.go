package sim

import (
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/agents"
	"xsell/sim/metric"
)

// acted is a smallModel of six markets with one change that is not of levers.
func acted(x Change) *Model {
	model := tried(x, smallModel())
	model.Regimes, model.Changes[0].Levers = nil, false
	return model
}

func TestMovingNobodyIsNoChangeAtAll(t *testing.T) {
	plain := acted(Change{Week: 26, Markets: 1})
	plain.Changes = nil
	want := onlyLives(lived(t, plain))
	for _, share := range []float64{0, 1e-12} {
		got := lived(t, acted(Change{Week: 26, Markets: 1, Move: share}))
		assert.Equal(t, want, onlyLives(got), "a share of %v moves nobody", share)
	}
}

// people of a firm: what belongs to a seller as a person, by unit, in order.
func people(f *Firm) (all []string) {
	for _, m := range f.Markets {
		for s, seated := range m.Sellers.Seated {
			ss := &m.Sellers
			if seated {
				all = append(all, fmt.Sprint(ss.Unit[s], ss.Integrity[s], ss.Speed[s], ss.Tie[s], ss.Morale[s], ss.Joined[s], ss.Earned[s],
					ss.Warned[s], m.tallies(agents.SellerID(s), m.plan(agents.SellerID(s)))))
			}
		}
	}
	slices.Sort(all)
	return all
}

func TestMoversStayThePeopleTheyAreAndCostRelationships(t *testing.T) {
	model := acted(Change{Week: 26, Markets: 1, Move: 0.6})
	step := newStepper(model)
	for step.Week < 26 {
		step.week(nothing)
	}
	before, relation, seats := people(step.Firm), 0.0, [][]float32{}
	for _, m := range step.Markets {
		seats = append(seats, slices.Clone(m.Sellers.Integrity))
		relation += sumOf(m.Customers.Relation)
	}
	step.begin()
	moved, now := 0, 0.0
	for i, m := range step.Markets {
		now += sumOf(m.Customers.Relation)
		moved += int(m.Books[metric.SellersMoved])
		for s, integrity := range m.Sellers.Integrity {
			if integrity != seats[i][s] {
				moved--
				assert.Equal(t, int32(26), m.Sellers.Placed[s], "who sits somewhere new is there since today")
			}
		}
	}
	assert.Equal(t, before, people(step.Firm), "moving neither makes nor loses nor changes people")
	assert.Zero(t, moved, "each that moved is counted once, and nobody else is elsewhere")
	assert.Less(t, now, relation, "customers of movers lose part of the relationship")
	_, broken, err := RunVerified(t.Context(), model, smallWorld, 2)
	require.NoError(t, err)
	assert.Empty(t, broken)
}

func sumOf(values []float32) (sum float64) {
	for _, x := range values {
		sum += float64(x)
	}
	return sum
}

func TestAPlantedSellerHasARecordAndNoConscience(t *testing.T) {
	model := acted(Change{Week: 26, Markets: 0.5, Plant: 2})
	step := newStepper(model)
	for step.Week < 26 {
		step.week(nothing)
	}
	step.begin()
	for _, m := range step.Markets {
		planted := 0
		for s := range m.Sellers.Integrity {
			if m.Sellers.Integrity[s] == 0 && m.Sellers.Warned[s] && m.Sellers.Joined[s] == 26 && m.Sellers.Seated[s] {
				planted++
			}
		}
		require.EqualValues(t, planted, m.Books[metric.Replaced])
		require.Contains(t, []int{0, 2}, planted, "two in each treated market, none elsewhere")
	}
	r, broken, err := RunVerified(t.Context(), model, smallWorld, 2)
	require.NoError(t, err)
	assert.Empty(t, broken, "who is replaced and who comes are both booked")
	assert.Len(t, r.Trials, 1, "markets with and without are compared")
}

// from is a condition that holds from a frame's week on.
type from int

func (x from) String() string { return fmt.Sprintf("from week %d on", int(x)) }

func (x from) Holds(frame *metric.Frame) bool { return frame.Week >= int(x) }

func TestAConditionIsAskedAtClosesAndOnce(t *testing.T) {
	for _, row := range []struct {
		week, until int32
		when        Condition
		made        int32
	}{
		{0, 0, from(-99), 0}, {14, 0, from(-99), 26}, {0, 0, from(30), 39}, {0, 0, from(38), 39}, {0, 0, from(999), Never},
		{0, 39, from(38), Never}, {0, 0, from(103), Never},
	} {
		model := acted(Change{Week: row.week, Until: row.until, When: row.when, Markets: 1, Plant: 1})
		r := lived(t, model)
		assert.Equal(t, row.made, r.Happened[0], "from week %d and frame %v on", row.week, row.when)
		planted := int64(0)
		for i := range r.Frames {
			planted += r.Frames[i].Books[metric.Replaced]
		}
		want := int64(model.Size.Markets)
		if row.made == Never {
			want = 0
		}
		assert.Equal(t, want, planted, "a change is made once or not at all")
	}
}

func TestAMoverTakesWhatIsPromisedAlong(t *testing.T) {
	model := acted(Change{Week: 26, Markets: 1, Move: 0.8})
	model.Changes = append(model.Changes, Change{Name: "retention", Week: 20, Markets: 0.5, Give: -1, Retain: agents.EUR(900), Vests: 52})
	step := newStepper(model)
	for step.Week < 26 {
		step.week(nothing)
	}
	promised := func() (list [][]promise) {
		for _, m := range step.Markets {
			for s := range m.Sellers.Promised {
				if len(m.Sellers.Promised[s]) > 0 {
					list = append(list, slices.Clone(m.Sellers.Promised[s]))
				}
			}
		}
		return list
	}
	before := promised()
	require.NotEmpty(t, before)
	step.begin()
	assert.ElementsMatch(t, before, promised(), "nobody gains or loses a promise by moving")
	for _, m := range step.Markets {
		sum := int64(0)
		for s := range m.Sellers.Promised {
			sum += outstanding(m.Sellers.Promised[s])
		}
		assert.Equal(t, sum, m.Books[metric.PayOutstanding], "a market's books hold what its own sellers are promised")
	}
	_, broken, err := RunVerified(t.Context(), model, smallWorld, 2)
	require.NoError(t, err)
	assert.Empty(t, broken)
}
