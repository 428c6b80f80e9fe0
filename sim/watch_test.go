package sim

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/agents"
)

// watched lives a model with somebody looking on who asks for everything there is to ask.
func watched(t *testing.T, model *Model, every int) (digested string, weeks []int32) {
	t.Helper()
	asked := 0.0
	watch := &Watch{Every: every, See: func(f *Firm) {
		weeks = append(weeks, f.Week-1)
		for _, m := range f.Markets {
			asked += questioned(m)
		}
	}}
	r, err := RunObserved(t.Context(), model, smallWorld, 2, watch)
	require.NoError(t, err)
	return digest(t, r), weeks
}

// questioned reads what a market says of its sellers and customers.
func questioned(m *Market) (sum float64) {
	for s := range m.Sellers.Unit {
		who := agents.SellerID(s)
		sum += m.ShortOfLine(who) + m.FirstGoal(who).Tally + m.Salary(who) + m.Training(who) + float64(m.Strikes(who)+m.Team(who))
	}
	for c := range m.Customers.Here {
		who := agents.CustomerID(c)
		sum += m.ProfitOf(who)
		for p := range m.Model.Market.Products {
			if a, held := m.AccountOf(who, agents.ProductID(p)); held {
				sum += float64(a.Opened)
			}
		}
	}
	return sum
}

func TestLookingOnChangesNothing(t *testing.T) {
	for name, model := range map[string]*Model{"small": smallModel(), "busy": busy(), "turnover": turnover()} {
		alone := digest(t, lived(t, model))
		for _, every := range []int{0, 1, 4} {
			seen, _ := watched(t, model, every)
			assert.Equal(t, alone, seen, "%s, looked at every %d weeks: the history must be the same to the last bit", name, every)
		}
	}
}

func TestLooksAreAtClosesOrEverySoManyWeeks(t *testing.T) {
	model := smallModel()
	model.Size.Weeks, model.Size.Close = 30, 13
	_, closes := watched(t, model, 0)
	assert.Equal(t, []int32{12, 25, 29}, closes, "at every close and at the end")
	_, weeks := watched(t, model, 1)
	assert.Len(t, weeks, 30, "every week of the measured time")
	_, months := watched(t, model, 4)
	assert.Equal(t, []int32{3, 7, 11, 15, 19, 23, 27, 29}, months, "every four weeks, and at the end")
}

func TestDeedsAreThoseSinceTheLastLook(t *testing.T) {
	var weekly, whole int64
	watch := func(every int, sum *int64) *Watch {
		return &Watch{Every: every, See: func(f *Firm) {
			for _, m := range f.Markets {
				part := deedsIn(m)
				for _, n := range part {
					*sum += n
				}
			}
		}}
	}
	for every, sum := range map[int]*int64{1: &weekly, 1000: &whole} {
		_, err := RunObserved(t.Context(), turnover(), smallWorld, 1, watch(every, sum))
		require.NoError(t, err)
	}
	assert.NotZero(t, whole)
	assert.Equal(t, whole, weekly, "weekly deeds must add up to those of the whole time")
}
