package fit

import "math/rand/v2"

// points spreads points around the start: a Latin hypercube (McKay, Beckman and Conover 1979), in which each slice of
// each coordinate holds one point.
func (s Screen) points(start []float64) [][]float64 {
	luck := rand.New(rand.NewPCG(s.Seed, uint64(s.Points)))
	out := make([][]float64, s.Points)
	for i := range out {
		out[i] = make([]float64, len(start))
	}
	for j, z := range start {
		low, high := clamped(z-s.Spread), clamped(z+s.Spread)
		for i, slice := range luck.Perm(s.Points) {
			share := (float64(slice) + float64(luck.Float64())) / float64(s.Points)
			out[i][j] = low + float64(share*(high-low))
		}
	}
	return out
}
