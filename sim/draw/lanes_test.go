package draw

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"pgregory.net/rapid"
)

func TestPassingLanesAreTheCandidates(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		bits, thresholds := rapid.Uint64().Draw(t, "draw"), uint64(0)
		var bounds [8]float32
		for lane := range uint(8) {
			bounds[lane] = rapid.OneOf(rapid.Float32Range(0, 1.2), rapid.Float32Range(0, 0.001),
				rapid.Map(rapid.Uint32Range(0, lanes), func(k uint32) float32 { return float32(k) / lanes }),
				rapid.Just((float32(Lane(bits, lane))+1)/lanes)).Draw(t, "bound")
			thresholds |= At(Threshold(bounds[lane]), lane)
		}
		passing := Passing(bits, thresholds)
		for lane := range uint(8) {
			l := Lane(bits, lane)
			want := Candidate(l, bounds[lane]) || l == 0
			assert.Equal(t, want, Passed(passing, lane) == 1, "lane %d of %x against bound %v", lane, bits, bounds[lane])
		}
		assert.Zero(t, passing&^uint64(0x8080808080808080), "only the highest bit of a lane is set")
	})
}

func TestNoLaneOfTheWholeRangeIsMissed(t *testing.T) {
	for lane := range uint64(lanes) {
		at, next := float32(lane)/lanes, float32(lane+1)/lanes
		assert.Equal(t, max(lane, 1)-1, Threshold(at), "lanes below %d are candidates of %v", lane, at)
		assert.Equal(t, lane, Threshold(next), "lanes up to %d are candidates of %v", lane, next)
	}
	for threshold := range uint32(lanes - 1) {
		most := Bound(threshold)
		assert.Equal(t, uint64(threshold), Threshold(most), "%v has the threshold of which it is the largest bound", most)
		assert.Less(t, uint64(threshold), Threshold(math.Nextafter32(most, 1)), "any more than %v has a higher one", most)
	}
	assert.True(t, math.IsInf(float64(Bound(lanes-1)), 1), "any bound can have the last threshold")
	assert.Equal(t, uint64(lanes-1), Threshold(1.5), "a sure thing lets every lane pass")
	assert.Zero(t, Threshold(-1), "a bound below 0 lets none pass but lane 0")
}
