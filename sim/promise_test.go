package sim

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/agents"
	"xsell/agents/pay"
	"xsell/sim/metric"
)

// deferring is busy with 60 % of the bank's pay deferred by half a year, retention money, and sellers who come and go.
func deferring() *Model {
	model := busy()
	model.Size.Customers, model.Size.Sellers = 4*model.Size.Customers, 4*model.Size.Sellers
	model.Around.Quits *= 5
	model.Mind.Career.Vesting = 4
	for r := range model.Plans[smallBank].Rules {
		model.Plans[smallBank].Rules[r].Deferral = pay.Deferral{Deferred: 0.6, Vests: 26, Weight: 0.8}
	}
	model.Changes = append(model.Changes, Change{Name: "retention", Week: 20, Markets: 1, Give: -1, Retain: agents.EUR(900), Vests: 39})
	return model
}

func TestWhatIsPromisedIsPaidOrLostOrStillToCome(t *testing.T) {
	x := newStepper(deferring())
	x.toEnd(func(m *Market) {
		var sum int64
		for s, list := range m.Sellers.Promised {
			for _, p := range list {
				sum += int64(p.Amount)
				require.True(t, m.Sellers.Seated[s], "an empty seat is promised nothing")
				require.GreaterOrEqual(t, p.Due, m.Week, "what is due has been paid")
			}
		}
		require.Equal(t, sum, m.Books[metric.PayOutstanding], "market %d, week %d", m.Index, m.Week-1)
	})
	require.Empty(t, Verify(&x.record))
	var all metric.Books
	for i := range x.record.Frames {
		all.Merge(&x.record.Frames[i].Books)
	}
	assert.Positive(t, all[metric.PayVested])
	assert.Positive(t, all[metric.PayForfeited])
	assert.GreaterOrEqual(t, all[metric.CostVariablePay], all[metric.PayVested], "what vests is a cost when it is paid")
}

func TestADeferredEuroIsPaidWhenItVests(t *testing.T) {
	m := Build(smallModel(), smallWorld, 0)
	rule := &pay.Rule{Deferral: pay.Deferral{Deferred: 0.4, Vests: 10, Weight: 0.5}}
	m.handBy(0, rule, 1000, m.Week)
	assert.Equal(t, int64(600*agents.Euro), m.Books[metric.CostVariablePay], "60 % at once")
	assert.Equal(t, int64(400*agents.Euro), m.Books[metric.PayOutstanding])
	assert.InDelta(t, 600+0.5*400, m.Sellers.Earned[0], 1e-9, "the year's pay counts what is promised as it feels")
	m.Week += 9
	m.payVested(0)
	assert.Equal(t, int64(600*agents.Euro), m.Books[metric.CostVariablePay], "a week early nothing is paid")
	m.Week++
	m.payVested(0)
	assert.Equal(t, int64(1000*agents.Euro), m.Books[metric.CostVariablePay], "the rest ten weeks later")
	assert.Zero(t, m.Books[metric.PayOutstanding])
	m.payVested(0)
	assert.Equal(t, int64(400*agents.Euro), m.Books[metric.PayVested], "and only once")
}

func TestPromisesAreLostByLeavingAndByConviction(t *testing.T) {
	for name, lose := range map[string]func(*Market){
		"quitting":   func(m *Market) { m.vacate(0, metric.Quit) },
		"dismissal":  func(m *Market) { m.vacate(0, metric.DismissedForMisses) },
		"conviction": func(m *Market) { m.convict(0) },
	} {
		model := smallModel()
		model.Controls.Dismissal = 0
		m := Build(model, smallWorld, 0)
		m.retain(&Change{Retain: agents.EUR(500), Vests: 26})
		sellers := int64(len(m.Sellers.Unit))
		require.Equal(t, sellers*500_000, m.Books[metric.PayOutstanding])
		lose(m)
		assert.Equal(t, int64(500_000), m.Books[metric.PayForfeited], name)
		assert.Equal(t, (sellers-1)*500_000, m.Books[metric.PayOutstanding], "the others keep theirs after %s", name)
		assert.Zero(t, m.unvested(0), name)
	}
}

func TestRetentionMoneyHoldsUntilItIsPaid(t *testing.T) {
	model := twoHouses(false)
	m := Build(model, smallWorld, 0)
	free := m.quitChance(0)
	m.retain(&Change{Retain: agents.EUR(2000), Vests: 26})
	assert.InDelta(t, 52*2000/(26+4.0), m.stake(0), 1e-9, "26 weeks to be stayed, and 4")
	first := m.quitChance(0)
	assert.Less(t, first, free, "who would lose EUR 2,000 stays rather")
	m.Week += 25
	assert.Less(t, m.quitChance(0), first, "the more the nearer the day")
	m.payVested(0)
	assert.Zero(t, m.stake(0))
	assert.Equal(t, int64(2000*agents.Euro), m.Books[metric.CostVariablePay], "paid at the end of the 26th week")
	assert.InEpsilon(t, free, m.quitChance(0), 1e-9, "and then nothing holds")
}

func TestWhatIsPromisedIsAtStakeWhenCaught(t *testing.T) {
	model := smallModel()
	threat := model.Plans[smallBank].Threats[0]
	model.Plans[smallBank].Threats = nil // for a threat makes opening accounts worth more, the more there is to lose
	m := Build(model, smallWorld, 0)
	now := m.situation(0)
	worth := func() float64 { x := m.temptation(0, 0); return m.worthOf(0, smallAccount, 1, &now, &x) }
	loss := func() float64 { return m.loss(0, &threat) }
	before, job := worth(), loss()
	m.promise(0, promise{m.Week + 50, agents.EUR(1000)})
	assert.InDelta(t, m.believedCaught(0)*1000/m.weekPay(0), before-worth(), 1e-9, "the believed chance to be caught, times EUR 1,000 in weeks of pay")
	dismissed, pressed := 0.2, 1+0.4 // of smallModel's threat; of its pressure, at conduct.fear 1
	assert.InDelta(t, dismissed*pressed*1000, loss()-job, 1e-9, "and it goes with the job")
}
