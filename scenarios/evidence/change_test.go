package evidence

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/scenarios/tree"
)

// factOf reads one fact of a text.
func factOf(t *testing.T, text string) *Fact {
	t.Helper()
	book, problems := read(tree.Source{Name: "facts.toml", Text: []byte(text)}, "")
	require.Empty(t, problems)
	require.Len(t, book.Facts, 1)
	return book.Facts[0]
}

const twoFirms = `
[fact.change]
role = "CHK"
title = "churn of a firm over that of another"
text = "They are alike."
scenario = "silo"
set = ["run.customers=200", "run.markets=2", "run.sellers=8", "run.weeks=26 weeks", "run.warm-up=0 weeks", "run.close=13 weeks"]
worlds = 2
value = 'plain.measure("churn") - own.measure("churn")'
low = 0
arm.plain = {}
arm.own = { mind = { "stay.affinity" = 0.5 }, set = ["market.exit=0.3 per year"] }
`

func TestAFirmsOwnChangesOutrankThoseOfAll(t *testing.T) {
	fact := factOf(t, twoFirms)
	changed := fact.Under(Change{Mind: map[string]float64{"stay.affinity": 0.1, "stay.trust": 1},
		Set: []string{"market.exit=0.2 per year"}, Size: []string{"run.customers=100"}})
	for _, c := range []struct {
		arm                   int
		affinity, trust, exit float64
	}{{0, 0.5, 1, 0.3}, {1, 0.1, 1, 0.2}} { // arms are in the order of their names: own, plain
		a := changed.arms[c.arm]
		mind, err := a.people()
		require.NoError(t, err)
		assert.Equal(t, c.affinity, mind.Stay.Affinity, a.name)
		assert.Equal(t, c.trust, mind.Stay.Trust, a.name)
		s, err := a.load()
		require.NoError(t, err)
		assert.Equal(t, c.exit, s.Spec.Market.Exit.Base(), a.name)
		assert.Equal(t, 100, s.Spec.Run.Customers, "a size is laid over everything")
	}
	assert.Empty(t, fact.arms[1].mind, "the fact itself must stay as it is")
}

func TestFactsAreCheckedWithoutLivingThem(t *testing.T) {
	fact := factOf(t, twoFirms)
	require.NoError(t, CheckFacts([]*Fact{fact}))
	err := CheckFacts([]*Fact{fact.Under(Change{Set: []string{"market.exi=1 per year"}})})
	require.ErrorContains(t, err, `did you mean "exit"?`)
}

func TestAnEstimateShowsWhatItsErrorIsMadeOf(t *testing.T) {
	x := estimated(2, []float64{1, 2, 3})
	// (n-1)/n times the sum of squares: 2/3 times 2.
	assert.InDelta(t, 1.1547005, x.SE(), 1e-6)
	assert.Equal(t, []float64{1, 2, 3}, x.Without())
}
