package seller

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"xsell/agents"
)

func TestUnvestedPayHoldsMoreTheNearerItIs(t *testing.T) {
	mind := &agents.CareerMind{Vesting: 4}
	assert.InDelta(t, 52000.0/56, Stake(mind, 1000, 52), 1e-9, "EUR 1,000 in a year, 4 weeks added")
	assert.InDelta(t, 52000.0/5, Stake(mind, 1000, 1), 1e-9, "in the last week")
	assert.Greater(t, Stake(mind, 1000, 3), Stake(mind, 1000, 4))
	assert.Zero(t, Stake(mind, 0, 10), "nothing promised, nothing lost")
}

func TestDistanceBetweenCulturesActsByItsOwnWeight(t *testing.T) {
	hint := Hint{Belief: 1, Ease: 1, HourlyPay: 20}
	far := hint
	far.Distance = 0.5
	mind := referring
	mind.Distance = 3
	assert.InDelta(t, -1.5/0.5, far.Odds(&mind, believedChance)-hint.Odds(&mind, believedChance), 1e-12, "half of 3 hours, at noise 0.5")
	leaving := Leaving{Morale: 0.5, Pay: 1, Distance: 0.5}
	assert.InDelta(t, math.E, leaving.Quits(&agents.CareerMind{Clash: 2}), 1e-12, "half of 2 in the log")
	assert.InDelta(t, 1, leaving.Quits(&agents.CareerMind{}), 1e-12, "no clash, no matter")
}
