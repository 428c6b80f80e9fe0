package seller

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestTheBetterOfTwoActivitiesWinsHoweverFarBothAreAboveRest(t *testing.T) {
	v := Values{Serve: 0, Advise: 40, Push: 20, Learn: 0, Rest: 0} // in hours of own pay: a bonus one sale away
	got := Split(&v, &ample, 38, 0.35)
	assert.InDelta(t, 38, got[Advise], 1e-9, "advice worth twice as much as pitching, 57 noises apart, gets the week")
}
