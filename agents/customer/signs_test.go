package customer

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"pgregory.net/rapid"
	"xsell/agents"
)

// deciding has a different power of two for each weight, so that each shows in a sum of its own and float32 is exact.
var deciding = agents.DecisionMind{Base: -4, Need: 2, Trust: 8, Relation: 0.5, Skill: 16, Aware: 0.25, Fatigue: 32,
	Affinity: 0.125, Push: 64, Joint: 128, Wait: 0.0625, Bundle: 256, Walkin: 512}

// plain is an offer at which nothing but the base counts.
var plain = Offer{Trust: 0.5, Skill: 0.5, Complexity: 0.5}

func TestEachCircumstanceMovesTheOddsByItsOwnWeight(t *testing.T) {
	for _, c := range []struct {
		what   string
		change func(*Offer)
		moves  float32
	}{
		{"nothing", func(*Offer) {}, 0},
		{"an open need", func(o *Offer) { o.Need = true }, 2},
		{"knowing the line", func(o *Offer) { o.Aware = true }, 0.25},
		{"a push", func(o *Offer) { o.Pushed = true }, 64},
		{"finder and receiver at one table", func(o *Offer) { o.Joint = true }, 128},
		{"walking in", func(o *Offer) { o.WalkIn = true }, 512},
		{"full trust", func(o *Offer) { o.Trust = 1 }, 4},
		{"no trust", func(o *Offer) { o.Trust = 0 }, -4},
		{"a full relationship", func(o *Offer) { o.Relation = 1 }, 0.5},
		{"a seller above the product's complexity", func(o *Offer) { o.Skill = 0.75 }, 4},
		{"a product above the seller's skill", func(o *Offer) { o.Complexity = 1 }, -8},
		{"affinity of two standard deviations", func(o *Offer) { o.Affinity = 2 }, 0.25},
		{"three other lines here", func(o *Offer) { o.Lines = 3 }, 768},
		{"fatigue of one half", func(o *Offer) { o.Fatigue = 0.5 }, -16},
		{"four weeks of waiting", func(o *Offer) { o.Waited = 4 }, -0.25},
	} {
		offer := plain
		c.change(&offer)
		assert.Equal(t, -4+c.moves, offer.Odds(&deciding), "%s must move the odds by its weight alone", c.what)
	}
}

func TestCircumstancesAddUp(t *testing.T) {
	o := Offer{Need: true, Aware: true, Pushed: true, Joint: true, WalkIn: true, Trust: 1, Relation: 1, Fatigue: 1,
		Affinity: 1, Skill: 1, Complexity: 0, Lines: 1, Waited: 1}
	var want float32 = -4 + 2 + 0.25 + 64 + 128 + 512 + 4 + 0.5 - 32 + 0.125 + 16 + 256 - 0.0625
	assert.Equal(t, want, o.Odds(&deciding), "weights add up: none multiplies another")
}

func TestBetterOddsNeverTurnAYesIntoANo(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		odds := rapid.Float32Range(-200, 200).Draw(t, "odds")
		better := odds + rapid.Float32Range(0, 50).Draw(t, "better by")
		luck := rapid.Float32Range(1e-7, 1-1e-7).Draw(t, "luck")
		if Signs(odds, luck) && !Signs(better, luck) {
			t.Fatalf("with luck %v a customer says yes at odds %v and no at better odds %v", luck, odds, better)
		}
	})
}

func TestEvenOddsAreAnEvenChance(t *testing.T) {
	assert.True(t, Signs(0, 0.4999), "at log odds 0 luck below one half says yes")
	assert.False(t, Signs(0, 0.5001), "at log odds 0 luck above one half says no")
	assert.True(t, Signs(1000, 0.999999), "overwhelming odds convince everybody")
	assert.False(t, Signs(-1000, 1e-9), "hopeless odds convince nobody")
	assert.True(t, Signs(float32(math.Log(3)), 0.749), "odds of 3 to 1 are a chance of three quarters")
	assert.False(t, Signs(float32(math.Log(3)), 0.751), "odds of 3 to 1 are a chance of three quarters")
}
