package sim

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/agents/pay"
	"xsell/sim/draw"
	"xsell/sim/metric"
)

// promoting is smallModel with a raise of 10 % for the bank's sellers who twice in a row reach their goal.
func promoting(keys ...uint32) *Model {
	model := smallModel()
	model.Mind.Career.Promise, model.Mind.Career.Step = 1, 0.5
	for _, key := range keys {
		model.Plans[smallBank].Promotions = append(model.Plans[smallBank].Promotions,
			Promotion{Promotion: pay.Promotion{Tally: 0, Window: 4, Line: 1, Hits: 2}, Key: key, Raise: 0.1})
	}
	model.Strides.Promotions = 2
	return model
}

func TestAPromotionRaisesTheSalaryOnceTheHitsAreThere(t *testing.T) {
	m := Build(promoting(1), smallWorld, 0)
	m.Week = 3 // the last week of a window of four
	window := func(sum float64) {
		m.Sellers.Sum[0] = sum * m.Sellers.Target[0]
		m.applyPromotions(0)
	}
	before := m.weekPay(0)
	window(1.2)
	assert.Equal(t, before, m.weekPay(0), "one window is not enough")
	window(0.9)
	window(1)
	assert.Equal(t, before, m.weekPay(0), "they must stand in a row")
	window(1)
	assert.InEpsilon(t, 1.1*before, m.weekPay(0), 1e-6)
	assert.Equal(t, int64(1), m.Books[metric.Promoted])
	window(1)
	assert.Equal(t, int64(1), m.Books[metric.Promoted], "the count starts again")
	m.Week++
	window(1)
	assert.Equal(t, uint8(1), m.hits(0)[0], "inside a window nothing counts")
}

func TestAPromotionAheadIsWorthYearsOfTheRaise(t *testing.T) {
	plain, hopeful := Build(promoting(), smallWorld, 0), Build(promoting(1), smallWorld, 0)
	plain.outlook(0)
	hopeful.outlook(0)
	now := hopeful.situation(0)
	prize := 0.1 * 7200 // a year of the raise
	rule := hopeful.plan(0).Promotions[0]
	want := rule.Gain(&now, 1, 0, prize, 0.5)
	require.Positive(t, want)
	assert.InDelta(t, want, hopeful.Sellers.Worth[0]-plain.Sellers.Worth[0], 1e-9, "one more sale is worth more now")
	next := rule.NextGain(&now, 1, 0, prize, 0.5)
	assert.InDelta(t, next, hopeful.later(0)[0]-plain.later(0)[0], 1e-9, "and in the next window")
	all := func(m *Market) float64 {
		s := m.situation(0)
		return m.gain(0, &s, smallAccount, 1, func(int) float64 { return 1 })
	}
	assert.InDelta(t, want, all(hopeful)-all(plain), 1e-9, "and so is one that nobody asked for")
}

func TestHitsStayWithTheirPromotion(t *testing.T) {
	m := Build(promoting(1), draw.World{Seed: 1}, 0)
	m.hits(0)[0] = 1
	m.adopt(promoting(2, 1))
	assert.Equal(t, []uint8{0, 1}, m.hits(0), "the old rule keeps its hits in its new place")
	m.adopt(promoting(2))
	assert.Equal(t, []uint8{0, 0}, m.hits(0), "a rule that is gone leaves none to another")
}

func TestAHistoryWithPromotionsBalances(t *testing.T) {
	model := promoting(1)
	quota(model, 0.5)
	r := lived(t, model)
	require.Empty(t, Verify(r))
	assert.Positive(t, func() (n int64) {
		for i := range r.Frames {
			n += r.Frames[i].Books[metric.Promoted]
		}
		return n
	}(), "somebody is promoted")
}
