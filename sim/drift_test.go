package sim

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
)

// Moods of all sizes, the smallest there are, none, and what is no number; columns of any length: moved four at a time they
// are to the last bit what they are one by one.
func TestMoodsMoveFourAtATimeAsOneByOne(t *testing.T) {
	luck := rand.New(rand.NewPCG(3, 1))
	odd := []float32{0, float32(math.Copysign(0, -1)), 1, 0.5, math.SmallestNonzeroFloat32, 1e-40, math.MaxFloat32, float32(math.Inf(1)), float32(math.NaN())}
	for n := range 70 {
		for range 50 {
			moods := make([]float32, n)
			for i := range moods {
				if moods[i] = luck.Float32(); luck.IntN(4) == 0 {
					moods[i] = odd[luck.IntN(len(odd))]
				}
			}
			goal, share := luck.Float32(), luck.Float32()
			moved, faded := append([]float32(nil), moods...), append([]float32(nil), moods...)
			approach(moved, goal, share)
			fade(faded, share)
			for i, mood := range moods {
				one, kept := mood+float32(share*(goal-mood)), mood*share
				require.Equal(t, math.Float32bits(one), math.Float32bits(moved[i]), "mood %v moved %v of the way to %v", mood, share, goal)
				require.Equal(t, math.Float32bits(kept), math.Float32bits(faded[i]), "%v kept of mood %v", share, mood)
			}
		}
	}
}
