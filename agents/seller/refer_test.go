package seller

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"pgregory.net/rapid"
	"xsell/agents"
)

// referring has weights by which each reason shows. Noise 0.5 doubles every value.
var referring = agents.ReferMind{Effort: 0.25, Trouble: 1, Culture: 2, Tie: 4, Fear: 8, Shame: 16, Noise: 0.5, Signal: 3, Base: -1, Doubt: 32}

const believedChance = 0.5 // that a lead signs

func TestEachReasonMovesAReferralByItsOwnWeight(t *testing.T) {
	for _, c := range []struct {
		what  string
		hint  Hint
		value float64 // [hours of own pay]
	}{
		{"a sure need and nothing else", Hint{Belief: 1, Ease: 1, HourlyPay: 20}, -0.25},
		{"a handoff that is all trouble", Hint{Belief: 1, Ease: 0, HourlyPay: 20}, -1.25},
		{"a full habit of sharing", Hint{Belief: 1, Ease: 1, HourlyPay: 20, Culture: 1}, 1.75},
		{"a full tie to the receiver", Hint{Belief: 1, Ease: 1, HourlyPay: 20, Tie: 1}, 3.75},
		{"own leads of which a quarter fewer sign than was thought", Hint{Belief: 1, Ease: 1, HourlyPay: 20, Doubt: 0.25}, -8.25},
		{"a customer of the own file", Hint{Belief: 1, Ease: 1, HourlyPay: 20, OwnFile: true}, -8.25},
		{"an own customer where sharing is the habit", Hint{Belief: 1, Ease: 1, HourlyPay: 20, OwnFile: true, Culture: 1}, 1.75},
		{"a customer who needs nothing", Hint{Belief: 0, Ease: 1, HourlyPay: 20}, -16.25},
		{"habit and tie without a need", Hint{Belief: 0, Ease: 1, HourlyPay: 20, Culture: 1, Tie: 1}, -16.25},
		{"an hour's pay for a lead", Hint{Belief: 1, Ease: 1, HourlyPay: 20, ForLead: 20}, 0.75},
		{"an hour's pay for a lead without a need", Hint{Belief: 0, Ease: 1, HourlyPay: 20, ForLead: 20}, -15.25},
		{"an hour's pay for a signature", Hint{Belief: 1, Ease: 1, HourlyPay: 20, ForSigned: 20}, 0.25},
		{"an hour's pay for an unlikely signature", Hint{Belief: 0.5, Ease: 1, HourlyPay: 20, ForSigned: 20}, -8},
		{"a signature of nobody in need", Hint{Belief: 0, Ease: 1, HourlyPay: 20, ForSigned: 1e6}, -16.25},
	} {
		assert.InDelta(t, c.value/0.5, c.hint.Odds(&referring, believedChance), 1e-12, "log odds of passing on: %s", c.what)
	}
}

func TestTheSameFeeMovesASellerOnTwiceThePayHalfAsMuch(t *testing.T) {
	money := func(pay float64) float64 {
		with := Hint{Belief: 0.7, ForLead: 15, ForSigned: 60, HourlyPay: pay, Ease: 0.5, Culture: 0.3, Tie: 0.2, OwnFile: true}
		without := with
		without.ForLead, without.ForSigned = 0, 0
		return with.Odds(&referring, believedChance) - without.Odds(&referring, believedChance)
	}
	assert.InDelta(t, money(20)/2, money(40), 1e-12, "money counts in hours of own pay")
	assert.InDelta(t, (15+0.7*0.5*60)/20/0.5, money(20), 1e-12, "a fee for the lead is sure, one for the signature is not")
}

func TestTheMoreANeedIsBelievedInTheMoreALeadIsPassedOn(t *testing.T) {
	part := rapid.Float64Range(0, 1)
	rapid.Check(t, func(t *rapid.T) {
		h := Hint{Belief: part.Draw(t, "belief"), ForLead: part.Draw(t, "lead") * 100, ForSigned: part.Draw(t, "signed") * 100,
			HourlyPay: 10 + part.Draw(t, "pay")*50, Ease: part.Draw(t, "ease"), Culture: part.Draw(t, "culture"), Tie: part.Draw(t, "tie")}
		surer := h
		surer.Belief = min(1, h.Belief+part.Draw(t, "surer"))
		assert.GreaterOrEqual(t, surer.Odds(&referring, believedChance), h.Odds(&referring, believedChance)-1e-9)
	})
}

func TestANeedRaisesWhatASellerBelieves(t *testing.T) {
	assert.InDelta(t, 1/(1+math.Exp(-2)), Belief(&referring, 1, true, 0.5), 1e-12, "base -1 and a signal of 3 for a need")
	assert.InDelta(t, 1/(1+math.Exp(4)), Belief(&referring, 1, false, 0.5), 1e-12, "base -1 and a signal of 3 against one")
	assert.InDelta(t, 1/(1+math.Exp(-0.5)), Belief(&referring, 0.5, true, 0.5), 1e-12, "half the skill, half the signal")
}

func TestASellerWithoutSkillCannotTellANeedFromNone(t *testing.T) {
	for _, luck := range []float64{0.001, 0.3, 0.5, 0.9, 0.999} {
		assert.Equal(t, Belief(&referring, 0, true, luck), Belief(&referring, 0, false, luck), "at luck %v", luck)
	}
	assert.InDelta(t, 1/(1+math.E), Belief(&referring, 0, true, 0.5), 1e-12, "without skill or noise the base is all there is")
}

func TestBeliefRisesWithLuckAndSkillAndStaysAChance(t *testing.T) {
	open, part := rapid.Float64Range(1e-9, 1-1e-9), rapid.Float64Range(0, 1)
	rapid.Check(t, func(t *rapid.T) {
		skill, u := part.Draw(t, "skill"), open.Draw(t, "luck")
		luckier, skilled := max(u, open.Draw(t, "luckier")), max(skill, part.Draw(t, "skilled"))
		with, without := Belief(&referring, skill, true, u), Belief(&referring, skill, false, u)
		assert.True(t, without >= 0 && with <= 1 && without <= with, "beliefs %v without and %v with a need", without, with)
		assert.GreaterOrEqual(t, Belief(&referring, skill, true, luckier), with-1e-12, "better luck, higher belief")
		assert.GreaterOrEqual(t, Belief(&referring, skilled, true, u), with-1e-12, "skill helps to see a need")
		assert.LessOrEqual(t, Belief(&referring, skilled, false, u), without+1e-12, "skill helps to see that there is none")
	})
}
