package pay

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"xsell/agents"
)

// rising takes three windows in a row at 110 % of the target.
var rising = Promotion{Tally: 0, Window: 13, Line: 1.1, Hits: 3}

func TestAPromotionIsWorthThePrizeTimesTheChangeOfItsChance(t *testing.T) {
	want := 3000 * (refAbove((18+1+4-22)/2.0) - refAbove((18+4-22)/2.0)) // 22 of 20 needed, four weeks of 1±1 to come
	assert.InDelta(t, want, rising.Gain(late(18), 1, 2, 3000, 0.5), 3000*2*normalError, "at the last hit")
	assert.InDelta(t, want/4, rising.Gain(late(18), 1, 0, 3000, 0.5), 3000*2*normalError, "two hits before it")
	next := 3000 * (reach((1+13-22)/math.Sqrt(13)) - reach((13-22)/math.Sqrt(13)))
	assert.InDelta(t, next, rising.NextGain(late(18), 1, 2, 3000, 0.5), 1e-6, "in the next window")
}

func TestHitsInARowBringThePromotion(t *testing.T) {
	hits := 0
	for window, sum := range []float64{22, 21.9, 22, 30, 22} {
		want := []int{1, 0, 1, 2, 3}[window]
		hits = rising.Row(sum, 20, hits)
		assert.Equal(t, want, hits, "window %d ended at %v of 22", window+1, sum)
		assert.Equal(t, want == 3, rising.Earned(hits), "%d hits of 3", hits)
	}
	assert.Zero(t, rising.Row(30, 0, 2), "without a target there is nothing to reach")
	assert.False(t, Promotion{}.Earned(9), "no rule promotes nobody")
	assert.Zero(t, Promotion{}.Gain(late(18), 1, 0, 3000, 0.5))
}

func TestDeferredPayWeighsLess(t *testing.T) {
	mind := &agents.EffortMind{Deferred: 0.8}
	assert.InDelta(t, 0.64, Patience(mind, 104, 0), 1e-12, "two years at 0.8 a year")
	assert.InDelta(t, 0.64*math.Exp(-0.28), Patience(mind, 104, 0.14/52), 1e-12, "and the chance to be here still, at 14 % a year")
	assert.InDelta(t, 1, Patience(mind, 0, 0.1), 1e-12, "no wait, no discount")
	d := Deferral{Deferred: 0.4, Vests: 104, Weight: 0.5}
	assert.InDelta(t, 0.8, d.Felt(), 1e-12, "60 % now and 40 % at half")
	assert.Equal(t, 1.0, Deferral{}.Felt(), "nothing deferred weighs in full")
	now, later := d.Split(1000)
	assert.InDelta(t, 600, now, 1e-9)
	assert.InDelta(t, 400, later, 1e-9)
	now, later = d.Split(-1000)
	assert.Equal(t, -1000.0, now, "a deduction is taken at once")
	assert.Zero(t, later)
}

func TestDeferralWeakensEffortInProportion(t *testing.T) {
	plan := tariff()
	deferred := Plan{Tallies: plan.Tallies, Rules: append([]Rule(nil), plan.Rules...)}
	for r := range deferred.Rules {
		deferred.Rules[r].Deferral = Deferral{Deferred: 0.5, Vests: 52, Weight: 0.6}
	}
	whole, part := make([]float64, len(plan.Tallies)), make([]float64, len(plan.Tallies))
	plan.Marginal(midway(), whole)
	deferred.Marginal(midway(), part)
	for k := range whole {
		assert.InDelta(t, 0.8*whole[k], part[k], 1e-9*math.Abs(whole[k]), "one more on %s", plan.Tallies[k].Name)
	}
	assert.Equal(t, plan.Pays(0, []float64{12, 4, 6}, midway().Target), deferred.Pays(0, []float64{12, 4, 6}, midway().Target), "what is paid in the end is the same")
}
