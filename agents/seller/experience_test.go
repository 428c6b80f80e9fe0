package seller

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestABeliefMovesByTheWeightOfEachEndedLead(t *testing.T) {
	one := Experience{Chance: 0.4, Ended: 1}
	one.Learn(0.1)
	assert.InDelta(t, 0.36, one.Chance, 1e-12, "one lead that failed, weight 0.1: 0.4 − 0.1 · 0.4")
	assert.Zero(t, one.Ended, "a new week has heard of nothing yet")

	both := Experience{Chance: 0.4, Ended: 2, Signed: 1}
	both.Learn(0.5)
	assert.InDelta(t, 0.4+0.75*0.1, both.Chance, 1e-12, "two leads of weight 1/2 leave a quarter of the old belief")
}

func TestAStringOfFailuresEndsNearZeroAndOneOfSignaturesNearOne(t *testing.T) {
	sad, glad := Experience{Chance: 0.4}, Experience{Chance: 0.4}
	for range 100 {
		sad.Ended, glad.Ended, glad.Signed = 1, 1, 1
		sad.Learn(0.1)
		glad.Learn(0.1)
	}
	assert.InDelta(t, 0, sad.Chance, 1e-4, "0.9^100 is less than a ten-thousandth")
	assert.InDelta(t, 1, glad.Chance, 1e-4, "0.9^100 is less than a ten-thousandth")
}

func TestWithoutNewsOrWeightNothingIsLearnt(t *testing.T) {
	quiet, deaf := Experience{Chance: 0.4}, Experience{Chance: 0.4, Ended: 7, Signed: 7}
	quiet.Learn(0.1)
	deaf.Learn(0)
	assert.Equal(t, 0.4, quiet.Chance, "nothing was heard")
	assert.Equal(t, 0.4, deaf.Chance, "news of weight 0 move nothing, to the last bit")
}
