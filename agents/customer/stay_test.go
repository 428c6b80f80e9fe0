package customer

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"pgregory.net/rapid"
	"xsell/agents"
)

// staying has all its effects switched on, in round numbers.
var staying = agents.StayMind{Affinity: 1, Products: math.Ln2, Trust: 2, Relation: 0.5, Unhappy: 1.5, First: 3, FirstWeeks: 10,
	Empty: 5, Cap: 0.5, SayBase: -1, Say: 4}

// settled is the reference: one used product, long here, nothing special.
var settled = Staying{Trust: 0.5, Satisfaction: 0.5, Used: 1, Tenure: math.Inf(1)}

const base = 0.001 // [1/week]

func TestEarlyStartsAtOnePlusFirstAndFallsToOne(t *testing.T) {
	assert.Equal(t, 4.0, Early(0, 3, 10), "in the first week the whole extra counts")
	assert.InDelta(t, 1+3/math.E, Early(10, 3, 10), 1e-12, "after so many weeks 1/e of it is left")
	assert.Equal(t, 1.0, Early(math.Inf(1), 3, 10), "in the end nothing of it is left")
	assert.Equal(t, 1.0, Early(5, 0, 10), "no extra, no effect")
	rapid.Check(t, func(t *rapid.T) {
		tenure, later := rapid.Float64Range(0, 500).Draw(t, "tenure"), rapid.Float64Range(0, 500).Draw(t, "later")
		assert.GreaterOrEqual(t, Early(tenure, 3, 10), Early(tenure+later, 3, 10), "the extra never grows with tenure")
	})
}

func TestASettledCustomerLeavesAtTheMarketsRate(t *testing.T) {
	assert.Equal(t, base, settled.Leaves(&staying, base), "the reference customer leaves at the base rate")
	assert.Zero(t, settled.Leaves(&staying, 0), "where nobody leaves, this customer does not")
}

func TestEachTieChangesLeavingByItsOwnFactor(t *testing.T) {
	for _, c := range []struct {
		what   string
		change func(*Staying)
		factor float64
	}{
		{"one standard deviation of affinity", func(s *Staying) { s.Affinity = 1 }, math.Exp(-1)},
		{"full trust", func(s *Staying) { s.Trust = 1 }, math.Exp(-1)},
		{"no trust", func(s *Staying) { s.Trust = 0 }, math.E},
		{"a full relationship", func(s *Staying) { s.Relation = 1 }, math.Exp(-0.5)},
		{"no satisfaction", func(s *Staying) { s.Satisfaction = 0 }, math.Exp(0.75)},
		{"a second product in use", func(s *Staying) { s.Used = 2 }, 0.5},
		{"a third product in use", func(s *Staying) { s.Used = 3 }, 0.25},
		{"no product in use", func(s *Staying) { s.Used = 0 }, 5},
		{"the first week", func(s *Staying) { s.Tenure = 0 }, 4},
	} {
		who := settled
		c.change(&who)
		assert.InEpsilon(t, base*c.factor, who.Leaves(&staying, base), 1e-12, "hazard of leaving with %s", c.what)
	}
}

func TestNobodyLeavesFasterThanTheCap(t *testing.T) {
	desperate := Staying{Affinity: -9, Used: 0}
	assert.Equal(t, 0.5, desperate.Leaves(&staying, 0.1), "the hazard stops at the cap")
	assert.Equal(t, 0.5, settled.Leaves(&staying, 0.5), "a base rate at the cap is left alone")
}

func TestWhatHoldsACustomerNeverMakesThemLeave(t *testing.T) {
	part := rapid.Float32Range(0, 1)
	rapid.Check(t, func(t *rapid.T) {
		who := Staying{Affinity: rapid.Float32Range(-4, 4).Draw(t, "affinity"), Trust: part.Draw(t, "trust"),
			Relation: part.Draw(t, "relation"), Satisfaction: part.Draw(t, "satisfaction"),
			Used: rapid.IntRange(0, 8).Draw(t, "used"), Tenure: rapid.Float64Range(0, 1000).Draw(t, "tenure")}
		rate := rapid.Float64Range(0, 0.2).Draw(t, "base")
		more := part.Draw(t, "more")
		was := who.Leaves(&staying, rate)
		assert.True(t, was >= 0 && was <= staying.Cap, "a hazard lies between 0 and the cap, not at %v", was)
		for what, change := range map[string]func(*Staying){
			"affinity":     func(s *Staying) { s.Affinity += more },
			"trust":        func(s *Staying) { s.Trust += more },
			"relation":     func(s *Staying) { s.Relation += more },
			"satisfaction": func(s *Staying) { s.Satisfaction += more },
			"products":     func(s *Staying) { s.Used++ },
			"tenure":       func(s *Staying) { s.Tenure += float64(more) * 100 },
		} {
			held := who
			change(&held)
			assert.LessOrEqual(t, held.Leaves(&staying, rate), was*(1+1e-12), "more %s must not raise the hazard", what)
		}
		assert.LessOrEqual(t, was, who.Leaves(&staying, rate+float64(more)), "a higher base rate must not lower the hazard")
	})
}

func TestNobodyLeavesFasterThanTheirMost(t *testing.T) {
	part, weight := rapid.Float32Range(0, 1), rapid.Float64Range(-2, 2)
	rapid.Check(t, func(t *rapid.T) {
		mind := agents.StayMind{Affinity: weight.Draw(t, "affinity's weight"), Trust: weight.Draw(t, "trust's"),
			Relation: weight.Draw(t, "relation's"), Unhappy: weight.Draw(t, "unhappiness'"), Products: weight.Draw(t, "products'"),
			First: rapid.Float64Range(-0.9, 3).Draw(t, "first"), FirstWeeks: 10, Empty: rapid.Float64Range(0, 5).Draw(t, "empty"),
			Cap: rapid.Float64Range(0.01, 1).Draw(t, "cap")}
		who := Staying{Affinity: rapid.Float32Range(-4, 4).Draw(t, "affinity"), Trust: part.Draw(t, "trust"),
			Relation: part.Draw(t, "relation"), Satisfaction: part.Draw(t, "satisfaction"),
			Used: rapid.IntRange(0, 8).Draw(t, "used"), Tenure: rapid.Float64Range(0, 1000).Draw(t, "tenure")}
		base := rapid.Float64Range(0, 0.2).Draw(t, "base")
		assert.LessOrEqual(t, who.Leaves(&mind, base), MostLeaves(&mind, base, who.Affinity), "a hazard above its bound is never drawn")
	})
	worst := Staying{Affinity: 1, Used: 0}
	empty := staying
	empty.Empty = 1
	assert.InEpsilon(t, worst.Leaves(&empty, base), MostLeaves(&empty, base, 1), 1e-5, "without trust, satisfaction and products, in the first week, the bound is the hazard")
}

func TestWhoSaysTheyLeaveFollowsSatisfactionAlone(t *testing.T) {
	assert.InDelta(t, 1/(1+math.E), SaysLeave(&staying, 0.5), 1e-12, "at satisfaction one half the base alone counts")
	assert.InDelta(t, 1/(1+math.Exp(3)), SaysLeave(&staying, 1), 1e-12, "the satisfied seldom say so")
	assert.InDelta(t, 1/(1+math.Exp(-1)), SaysLeave(&staying, 0), 1e-12, "the unhappy mostly do")
	assert.Greater(t, SaysLeave(&staying, 0.5), settled.Leaves(&staying, base), "many more say they leave than do")
}

func TestTowardGoesTheShareOfTheWay(t *testing.T) {
	assert.Equal(t, float32(0.25), Toward(0.25, 1, 0), "no share, no step")
	assert.Equal(t, float32(1), Toward(0.25, 1, 1), "the whole way ends at the goal")
	assert.Equal(t, float32(0.5), Toward(0.25, 0.75, 0.5), "half of the way up")
	assert.Equal(t, float32(0.5), Toward(0.75, 0.25, 0.5), "half of the way down")
	part := rapid.Float32Range(0, 1)
	rapid.Check(t, func(t *rapid.T) {
		x, goal, share := part.Draw(t, "x"), part.Draw(t, "goal"), part.Draw(t, "share")
		got := Toward(x, goal, share)
		assert.True(t, got >= 0 && got <= 1, "trust and its like stay in [0, 1]: from %v towards %v gives %v", x, goal, got)
	})
}

// TestWhoIsToldToStayWouldNotHaveLeft: in any mood and under any luck, half of it near the hazard itself, whoever is told to
// stay without an exponential does so by the formula too.
func TestWhoIsToldToStayWouldNotHaveLeft(t *testing.T) {
	told, all := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		mind, unit := staying, rapid.Float32Range(0, 1)
		mind.First, mind.Empty = rapid.Float64Range(-1, 4).Draw(t, "first"), rapid.Float64Range(0, 9).Draw(t, "empty")
		who := Staying{Affinity: rapid.Float32Range(-9, 9).Draw(t, "affinity"), Trust: unit.Draw(t, "trust"),
			Relation: unit.Draw(t, "relation"), Satisfaction: unit.Draw(t, "satisfaction"),
			Used: rapid.IntRange(0, 6).Draw(t, "used"), Tenure: rapid.Float64Range(0, 90).Draw(t, "tenure")}
		hazard := who.Leaves(&mind, base)
		for _, u := range []float64{rapid.Float64Range(0x1p-53, 1).Draw(t, "luck"), hazard * (1 - 1e-10), hazard, hazard * (1 + 1e-10)} {
			if who.Stays(&mind, base, u) {
				assert.GreaterOrEqual(t, u, hazard, "%+v under luck %v", who, u)
			}
		}
		who.Affinity, all = who.Affinity/9, all+1
		if who.Stays(&mind, base, 0.2) {
			told++
		}
	})
	assert.Greater(t, told, all*3/4, "a shortcut that tells few saves little")
}
