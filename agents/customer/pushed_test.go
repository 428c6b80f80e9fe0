package customer

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"xsell/agents"
)

// No pitch without a need has better odds than the bound, whatever the weights, be they small, large or of the other sign
// than usual, and whatever the offer.
func TestNoPitchWithoutANeedHasBetterOddsThanItsBound(t *testing.T) {
	dice := rand.New(rand.NewPCG(5, 6))
	for range 300_000 {
		size := [...]float64{0.1, 1, 10, 1000}[dice.IntN(4)]
		w := func() float64 { return dice.NormFloat64() * size }
		mind := agents.DecisionMind{Base: w(), Need: w(), Trust: w(), Relation: w(), Skill: w(), Aware: w(), Fatigue: w(), Affinity: w(),
			Push: w(), Joint: w(), Wait: w(), Bundle: w(), Walkin: w(), Price: w(), Channel: w(), Disclosed: w(), Fit: w()}
		lines, most := 1+dice.IntN(8), dice.Float32()
		o := Offer{Pushed: true, Aware: dice.IntN(2) == 0, Trust: dice.Float32(), Relation: dice.Float32(), Fatigue: dice.Float32() * 20,
			Affinity: float32(dice.NormFloat64() * 2), Skill: dice.Float32(), Complexity: dice.Float32(), Lines: dice.IntN(lines),
			Discount: most * float32(dice.IntN(2)), Channel: Fit(dice.IntN(3) - 1), Disclosed: dice.IntN(2) == 0,
			Propensity: (2*dice.Float32() - 1) * MostPropensity}
		if dice.IntN(3) == 0 { // at the bound itself
			o.Aware, o.Disclosed, o.Lines, o.Discount, o.Propensity = true, false, lines, most, MostPropensity
			o.Channel = OwnChannel
		}
		bound := MostPushed(&mind, lines, float64(most)) + Disposed(&mind, o.Skill, o.Complexity, o.Trust, o.Relation, o.Affinity, o.Fatigue)
		require.LessOrEqual(t, float64(o.Odds(&mind)), bound, "odds of %+v with weights %+v", o, mind)
	}
}

func TestTheBoundOfAPitchIsReachedByTheBestOffer(t *testing.T) {
	mind := agents.DecisionMind{Base: -5, Trust: 1.5, Relation: 0.8, Skill: 1.2, Aware: 0.2, Fatigue: 0.5, Affinity: 0.6, Push: 0.5,
		Bundle: 0.1, Price: 3, Channel: 0.6, Disclosed: 0.8, Fit: 1}
	o := Offer{Pushed: true, Aware: true, Trust: 0.7, Relation: 0.3, Fatigue: 2, Affinity: 1, Skill: 0.9, Complexity: 0.4, Lines: 4,
		Discount: 0.1, Channel: OwnChannel, Propensity: MostPropensity}
	bound := MostPushed(&mind, 4, 0.1) + Disposed(&mind, o.Skill, o.Complexity, o.Trust, o.Relation, o.Affinity, o.Fatigue)
	assert.InDelta(t, o.Odds(&mind), bound, 1e-3, "a bound far above the odds would rule out nobody")
}
