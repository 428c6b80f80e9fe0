package seller

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"pgregory.net/rapid"
)

// ample caps leave the logit alone.
var ample = Values{1e3, 1e3, 1e3, 1e3, 0}

func TestActivitiesOfEqualWorthGetEqualHours(t *testing.T) {
	for _, worth := range []float64{0, 1, -3, 1e6, -1e6} {
		v := Values{worth, worth, worth, worth, worth}
		for a, hours := range Split(&v, &ample, 40, 0.5) {
			assert.InDelta(t, 8, hours, 1e-12, "hours of activity %d when all five are worth %v", a, worth)
		}
	}
}

func TestHoursFollowTheLogitOfWorth(t *testing.T) {
	v := Values{Serve: 2 * math.Ln2, Advise: math.Ln2, Push: 0, Learn: -math.Inf(1), Rest: 0}
	got := Split(&v, &ample, 40, 1)
	for a, want := range (Values{20, 10, 5, 0, 5}) {
		assert.InDelta(t, want, got[a], 1e-12, "hours of activity %d at odds 4 : 2 : 1 : 0 : 1", a)
	}
	wide := Split(&v, &ample, 40, 2)
	assert.InDelta(t, math.Sqrt2, wide[Serve]/wide[Advise], 1e-12, "twice the noise halves the log odds")
}

func TestWhatACapLeavesOverGoesToTheOthers(t *testing.T) {
	caps := Values{Serve: 2, Advise: 1e3, Push: 0, Learn: 1e3}
	v := Values{Serve: 5, Advise: 0, Push: 5, Learn: 0, Rest: 0}
	got := Split(&v, &caps, 38, 1)
	for a, want := range (Values{2, 12, 0, 12, 12}) {
		assert.InDelta(t, want, got[a], 1e-12, "hours of activity %d with 2 hours to serve and nobody to call", a)
	}
}

func TestAThirdPassMayHitACapToo(t *testing.T) {
	caps := Values{Serve: 1, Advise: 10, Push: 1e3, Learn: 1e3}
	v := Values{Serve: 6, Advise: 0, Push: 0, Learn: 0, Rest: 0}
	got := Split(&v, &caps, 41.5, 1)
	for a, want := range (Values{1, 10, 10.1666666667, 10.1666666667, 10.1666666667}) {
		assert.InDelta(t, want, got[a], 1e-9, "advising meets its cap only once serving has met its own: activity %d", a)
	}
}

func TestWithNothingToDoTheWholeWeekIsRest(t *testing.T) {
	v := Values{9, 9, 9, 9, -9}
	assert.Equal(t, Values{Rest: 38}, Split(&v, &Values{}, 38, 0.35), "all caps 0")
	assert.Equal(t, Values{}, Split(&v, &ample, 0, 0.35), "no hours, nothing to divide")
	assert.Equal(t, Values{}, Split(&v, &Values{}, 0, 0.35), "no hours and nothing to do")
}

func TestHoursAddUpAndStayBelowTheirCaps(t *testing.T) {
	worth := rapid.OneOf(rapid.Float64Range(-3, 3), rapid.SampledFrom([]float64{0, 1e9, -1e9, 1e300, -1e300}))
	room := rapid.OneOf(rapid.Float64Range(0, 50), rapid.SampledFrom([]float64{0, 1e-12, 1e12, math.Inf(1)}))
	rapid.Check(t, func(t *rapid.T) {
		var v, caps Values
		for a := range v {
			v[a], caps[a] = worth.Draw(t, "worth"), room.Draw(t, "cap")
		}
		hours := rapid.OneOf(rapid.Just(0.0), rapid.Float64Range(0.01, 80)).Draw(t, "hours")
		got := Split(&v, &caps, hours, rapid.SampledFrom([]float64{0.02, 0.35, 5}).Draw(t, "noise"))
		sum := 0.0
		for a, h := range got {
			if !(h >= 0) || (Activity(a) != Rest && h > caps[a]*(1+1e-12)) {
				t.Fatalf("activity %d gets %v of %v hours with a cap of %v", a, h, hours, caps[a])
			}
			sum += h
		}
		// five additions of at most 80 hours: 5 × 80 × 2^-53 = 4.4e-14
		assert.InDelta(t, hours, sum, 1e-12, "divided hours must add up to the week")
	})
}

func TestMoreWorthNeverMeansFewerHours(t *testing.T) {
	worth, room := rapid.Float64Range(-3, 3), rapid.Float64Range(0, 50)
	rapid.Check(t, func(t *rapid.T) {
		var v, caps Values
		for a := range v {
			v[a], caps[a] = worth.Draw(t, "worth"), room.Draw(t, "cap")
		}
		a := rapid.IntRange(0, int(Activities)-1).Draw(t, "activity")
		before := Split(&v, &caps, 38, 0.35)[a]
		v[a] += rapid.Float64Range(0, 3).Draw(t, "more")
		assert.GreaterOrEqual(t, Split(&v, &caps, 38, 0.35)[a], before-1e-9, "activity %d has become worth more", a)
	})
}

func TestCapsAHairBelowTheSharesStillMakeAWholeWeek(t *testing.T) {
	v := Values{Serve: 40, Advise: 40, Push: 40, Learn: 40, Rest: 0}
	for hours := 1.0; hours < 60; hours += 0.37 {
		share := Split(&v, &ample, hours, 1)[Serve]
		under := math.Nextafter(share, 0)
		caps := Values{under, under, math.Nextafter(under, 0), under, 0}
		got := Split(&v, &caps, hours, 1)
		assert.InDelta(t, hours, got.sum(), 1e-12, "hours of a week of %v that its caps just fill", hours)
		for a := range got {
			assert.GreaterOrEqual(t, got[a], 0.0, "hours of activity %d in a week of %v", a, hours)
		}
	}
}
