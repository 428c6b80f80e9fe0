package sim

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"xsell/sim/metric"
)

// shuffle deals the rows of leads anew.
func (l *Leads) shuffle(r *rand.Rand) {
	r.Shuffle(len(l.Customer), func(i, j int) {
		l.Customer[i], l.Customer[j] = l.Customer[j], l.Customer[i]
		l.Product[i], l.Product[j] = l.Product[j], l.Product[i]
		l.Seller[i], l.Seller[j] = l.Seller[j], l.Seller[i]
		l.Finder[i], l.Finder[j] = l.Finder[j], l.Finder[i]
		l.Handoff[i], l.Handoff[j] = l.Handoff[j], l.Handoff[i]
		l.Source[i], l.Source[j] = l.Source[j], l.Source[i]
		l.Stage[i], l.Stage[j] = l.Stage[j], l.Stage[i]
		l.Flags[i], l.Flags[j] = l.Flags[j], l.Flags[i]
		l.Born[i], l.Born[j] = l.Born[j], l.Born[i]
		l.Due[i], l.Due[j] = l.Due[j], l.Due[i]
	})
}

// crowded is smallModel with so many needs that every seller has a choice of leads, which are worth unlike amounts.
func crowded() *Model {
	model := smallModel()
	for p := range model.Market.Products {
		model.Market.Products[p].Need *= 10
		model.Market.Products[p].Decision += 4
	}
	model.Mind.Seek.Weekly *= 4
	model.Org.Handoffs[0].Moves = true
	model.Plans[0].Tallies[0].Weight = []float64{1.1, 0.7, 0}
	return model
}

func TestLeadsMayStandInAnyOrder(t *testing.T) {
	model, r, most := crowded(), rand.New(rand.NewPCG(1, 2)), 0
	a, b := newStepper(model), newStepper(model)
	for !a.over() {
		a.week(nothing)
		b.week(func(m *Market) {
			most = max(most, len(m.Leads.Customer))
			m.Leads.shuffle(r)
		})
		for i := range a.Markets {
			was, is := portrait(a.Markets[i], model, 37), portrait(b.Markets[i], model, 37)
			if at := firstDifference(was, is); at >= 0 {
				require.Equal(t, lineOf(was, at), lineOf(is, at), "week %d: the rows of leads decided something", a.Week)
			}
		}
	}
	require.Equal(t, a.record, b.record)
	require.Greater(t, most, 10, "there were leads to shuffle")
	sold := int64(0)
	for _, f := range a.record.Frames {
		sold += f.Books[metric.OpeningsSold]
	}
	require.Greater(t, sold, int64(50), "and something came of them")
}

// TestFloatsFollowTheLeadsNotTheirRows looks for the smallest trace of an order of summation: worth and hours to the
// last bit, in one week from one state, under fifty orders of the rows.
func TestFloatsFollowTheLeadsNotTheirRows(t *testing.T) {
	model, r := crowded(), rand.New(rand.NewPCG(3, 4))
	next := func(shuffled bool) []string {
		x := newStepper(model)
		for x.Week < 40 {
			x.week(nothing)
		}
		if shuffled {
			x.Markets[0].Leads.shuffle(r)
		}
		x.week(nothing)
		return portrait(x.Markets[0], model, 37)
	}
	want := next(false)
	for range 50 {
		is := next(true)
		if at := firstDifference(want, is); at >= 0 {
			require.Equal(t, lineOf(want, at), lineOf(is, at), "the rows of leads decided something")
		}
	}
}
