package sim

import (
	"testing"

	"github.com/stretchr/testify/require"

	"xsell/sim/draw"
	"xsell/sim/metric"
)

// sold is the number of consented openings in a world.
func sold(t *testing.T, model *Model, replication uint64) (sum float64) {
	r := livedIn(t, model, draw.World{Seed: 5, Replication: replication}, 1)
	for i := range r.Frames {
		sum += float64(r.Frames[i].Books[metric.OpeningsSold])
	}
	return sum
}

func variance(x []float64) float64 {
	mean, squares := 0.0, 0.0
	for _, v := range x {
		mean += v / float64(len(x))
	}
	for _, v := range x {
		squares += (v - mean) * (v - mean)
	}
	return squares / float64(len(x)-1)
}

// TestSharedLuckMakesComparisonsSharper compares a firm with one whose commission is a tenth higher: in shared worlds
// against worlds of their own. The worlds are fixed, so the ratio is a number, not an estimate; it guards against losing
// the coupling. Measured when written: 55.
func TestSharedLuckMakesComparisonsSharper(t *testing.T) {
	higher := func() *Model {
		model := smallModel()
		model.Plans[0].Rules[0].Curve[0].Slope *= 1.1
		return model
	}
	const worlds = 60
	shared, own := make([]float64, worlds), make([]float64, worlds)
	for r := range uint64(worlds) {
		base := sold(t, smallModel(), r)
		shared[r] = sold(t, higher(), r) - base
		own[r] = sold(t, higher(), r+1000) - base
	}
	ratio := variance(own) / variance(shared)
	require.Greater(t, ratio, 20.0, "shared luck divides the variance of the difference by so much; it has been 55")
}
