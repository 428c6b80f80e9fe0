package seller

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"pgregory.net/rapid"

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

func TestNobodyQuitsMoreOftenThanTheBound(t *testing.T) {
	weight := rapid.Float64Range(-3, 3)
	rapid.Check(t, func(t *rapid.T) {
		mind := agents.CareerMind{Morale: weight.Draw(t, "morale"), Pay: weight.Draw(t, "pay"), Pressure: weight.Draw(t, "pressure"),
			Novice: weight.Draw(t, "novice"), Clash: weight.Draw(t, "clash")}
		share := rapid.Float64Range(0, 1)
		l := Leaving{Morale: share.Draw(t, "of morale"), Pressure: share.Draw(t, "of pressure"), Distance: share.Draw(t, "of distance"),
			Pay: rapid.Float64Range(0.01, 5).Draw(t, "outside pay"), Novice: rapid.Bool().Draw(t, "is a novice")}
		if quits, most := l.Quits(&mind), l.QuitsAtMost(&mind); quits > most {
			t.Fatalf("the rate of quits is multiplied by %v, its bound is %v", quits, most)
		}
	})
	usual := Leaving{Morale: 0.5, Pay: 1, Pressure: 0.2}
	assert.Less(t, usual.QuitsAtMost(&agents.CareerMind{Morale: 1, Pay: 1.5, Pressure: 0.4}), 1.1, "8 % more are at most 10 % more")
}
