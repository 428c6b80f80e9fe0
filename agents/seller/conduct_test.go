package seller

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"pgregory.net/rapid"
	"xsell/agents"
)

// tempted is a mind in round numbers: conscience grows with the square root of the number of accounts.
var tempted = agents.ConductMind{Conscience: 2, Scale: 0.5, Noise: 0.25, Peers: 0.5, Pressure: 0.25, Ethics: 1}

func TestAnOffenceIsWorthItsGainLessConscienceLessFear(t *testing.T) {
	for _, c := range []struct {
		what  string
		t     Temptation
		worth float64 // [weeks of base pay]
	}{
		{"two weeks' pay for the unscrupulous", Temptation{Gain: 2000, Accounts: 1, Week: 1000}, 2},
		{"the same on twice the pay", Temptation{Gain: 2000, Accounts: 1, Week: 2000}, 1},
		{"one account against full integrity", Temptation{Accounts: 1, Week: 1000, Integrity: 1}, -2},
		{"one account against half of it", Temptation{Accounts: 1, Week: 1000, Integrity: 0.5}, -1},
		{"four accounts against full integrity", Temptation{Accounts: 4, Week: 1000, Integrity: 1}, -4},
		{"beside one offending colleague", Temptation{Accounts: 1, Week: 1000, Integrity: 1, Peers: 1}, -1},
		{"beside two", Temptation{Accounts: 1, Week: 1000, Integrity: 1, Peers: 2}, -0.5},
		{"under full pressure", Temptation{Accounts: 1, Week: 1000, Integrity: 1, Pressure: 1}, -1.5},
		{"under both", Temptation{Accounts: 1, Week: 1000, Integrity: 1, Peers: 1, Pressure: 1}, -0.75},
		{"after full ethics training", Temptation{Accounts: 1, Week: 1000, Integrity: 1, Ethics: 1}, -4},
		{"ethics training of the unscrupulous", Temptation{Accounts: 1, Week: 1000, Ethics: 1}, 0},
		{"one chance in two to lose eight weeks", Temptation{Accounts: 1, Week: 1000, Caught: 0.5, Penalty: 8}, -4},
		{"two such chances", Temptation{Accounts: 2, Week: 1000, Caught: 0.5, Penalty: 8}, -6},
		{"no penalty", Temptation{Accounts: 2, Week: 1000, Caught: 0.5}, 0},
		{"certainty counts as 99 in 100", Temptation{Accounts: 1, Week: 1000, Caught: 1, Penalty: 100}, -99},
		{"no account at all", Temptation{Week: 1000, Integrity: 1, Caught: 1, Penalty: 100}, 0},
	} {
		assert.InDelta(t, c.worth, c.t.Worth(&tempted), 1e-12, "worth of an offence: %s", c.what)
	}
}

func TestTheFirstOffenceIsTheHardest(t *testing.T) {
	cost := func(accounts float64) float64 {
		x := Temptation{Accounts: accounts, Week: 1000, Integrity: 0.8}
		return -x.Worth(&tempted)
	}
	for n := 1.0; n < 40; n++ {
		further, before := cost(n+1)-cost(n), cost(n)-cost(n-1)
		assert.Less(t, further, before, "account %v must weigh less on the conscience than the one before", n+1)
		assert.Positive(t, further, "account %v must still weigh on the conscience", n+1)
	}
}

func TestTemptationMovesWithItsReasons(t *testing.T) {
	part := rapid.Float64Range(0, 1)
	rapid.Check(t, func(t *rapid.T) {
		x := Temptation{Gain: part.Draw(t, "gain") * 3000, Accounts: float64(rapid.IntRange(1, 20).Draw(t, "accounts")), Week: 900,
			Integrity: part.Draw(t, "integrity"), Peers: float64(rapid.IntRange(0, 20).Draw(t, "peers")), Pressure: part.Draw(t, "pressure"),
			Ethics: part.Draw(t, "ethics"), Caught: part.Draw(t, "caught"), Penalty: part.Draw(t, "penalty") * 100}
		more := part.Draw(t, "more")
		for _, c := range []struct {
			what   string
			change func(*Temptation)
			sign   float64
		}{
			{"gain", func(x *Temptation) { x.Gain += more * 1000 }, 1},
			{"pressure", func(x *Temptation) { x.Pressure = min(1, x.Pressure+more) }, 1},
			{"offending peers", func(x *Temptation) { x.Peers += math.Round(10 * more) }, 1},
			{"integrity", func(x *Temptation) { x.Integrity = min(1, x.Integrity+more) }, -1},
			{"ethics training", func(x *Temptation) { x.Ethics = min(1, x.Ethics+more) }, -1},
			{"fear of being caught", func(x *Temptation) { x.Caught = min(1, x.Caught+more) }, -1},
			{"penalty", func(x *Temptation) { x.Penalty += more * 50 }, -1},
		} {
			changed := x
			c.change(&changed)
			gain := c.sign * (changed.Worth(&tempted) - x.Worth(&tempted))
			assert.GreaterOrEqual(t, gain, -1e-9, "more %s moves temptation the wrong way", c.what)
		}
	})
}

func TestATemptationIsWorthNoMoreThanItsBound(t *testing.T) {
	part, wide := rapid.Float64Range(0, 1), rapid.Float64Range(-2, 2)
	rapid.Check(t, func(t *rapid.T) {
		mind := tempted
		mind.Conscience, mind.Scale, mind.Pressure = wide.Draw(t, "conscience")*5, wide.Draw(t, "scale"), wide.Draw(t, "weight of pressure")
		x := Temptation{Gain: part.Draw(t, "gain") * 3000, Accounts: float64(rapid.IntRange(1, 100).Draw(t, "accounts")), Week: 900,
			Integrity: part.Draw(t, "integrity"), Peers: float64(rapid.IntRange(0, 20).Draw(t, "peers")), Pressure: part.Draw(t, "pressure"),
			Ethics: part.Draw(t, "ethics"), Caught: part.Draw(t, "caught"), Penalty: wide.Draw(t, "penalty") * 100}
		assert.GreaterOrEqual(t, x.WorthAtMost(&mind), x.Worth(&mind)-1e-9, "of at most 200 weeks of pay, 1e-9 is far more than rounding")
		x.Accounts = 1
		if mind.Conscience >= 0 && mind.Scale >= 0 && x.Penalty >= 0 {
			assert.InDelta(t, x.Worth(&mind), x.WorthAtMost(&mind), 1e-9, "one account is worth its bound")
		}
	})
}

func TestWhoGivesInFollowsTheWorth(t *testing.T) {
	assert.Equal(t, 0.5, Yields(&tempted, 0), "worth nothing either way: an even chance")
	assert.InDelta(t, 0.75, Yields(&tempted, 0.25*math.Log(3)), 1e-12, "worth log 3 of the noise: three in four")
	assert.Equal(t, 1.0, Yields(&tempted, math.Inf(1)), "boundless worth is not resisted")
	assert.Zero(t, Yields(&tempted, math.Inf(-1)), "boundless loss tempts nobody")
	assert.Less(t, Yields(&tempted, -2), Yields(&tempted, -1), "the more it costs the fewer give in")
}

func TestEachReasonMovesQuittingByItsOwnFactor(t *testing.T) {
	mind := agents.CareerMind{Morale: 2, Pay: 1, Pressure: 0.5, Novice: math.Ln2}
	for _, c := range []struct {
		what   string
		l      Leaving
		factor float64
	}{
		{"morale one half at the market's pay", Leaving{Morale: 0.5, Pay: 1}, 1},
		{"no morale", Leaving{Morale: 0, Pay: 1}, math.E},
		{"full morale", Leaving{Morale: 1, Pay: 1}, 1 / math.E},
		{"full pressure", Leaving{Morale: 0.5, Pressure: 1, Pay: 1}, math.Exp(0.5)},
		{"twice the pay elsewhere", Leaving{Morale: 0.5, Pay: 2}, 2},
		{"half the pay elsewhere", Leaving{Morale: 0.5, Pay: 0.5}, 0.5},
		{"the first year", Leaving{Morale: 0.5, Pay: 1, Novice: true}, 2},
		{"all of it", Leaving{Morale: 0, Pressure: 1, Pay: 2, Novice: true}, 4 * math.Exp(1.5)},
	} {
		assert.InEpsilon(t, c.factor, c.l.Quits(&mind), 1e-12, "factor on the quit rate: %s", c.what)
	}
}

func TestWhoResistsIsWhoseLuckIsNotBelowTheChanceToYield(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		mind := agents.ConductMind{Noise: rapid.Float64Range(0.02, 2).Draw(t, "noise")}
		worth, u := rapid.Float64Range(-30, 5).Draw(t, "worth"), rapid.Float64Range(1e-9, 1-1e-9).Draw(t, "luck")
		if near := Yields(&mind, worth); rapid.Bool().Draw(t, "close") && near > 1e-300 && near < 1 {
			u = math.Nextafter(near, rapid.SampledFrom([]float64{0, near, 1}).Draw(t, "side"))
		}
		assert.Equal(t, u >= Yields(&mind, worth), Resists(&mind, worth, u), "luck %v at worth %v", u, worth)
	})
}
