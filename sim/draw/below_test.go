package draw

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"pgregory.net/rapid"
)

// TestBelowIsTheUniformComparedWithTheChance: at any chance, and at those right at, above and below any uniform.
func TestBelowIsTheUniformComparedWithTheChance(t *testing.T) {
	requireAlike := func(t assert.TestingT, bits uint64, chance float64) {
		s, id := withBits(bits)
		want := uint64(0)
		if s.Uniform(id) < chance {
			want = 1
		}
		assert.Equal(t, want, Below(bits, Cells(chance)), "bits %x against the chance %v", bits, chance)
	}
	ends := []uint64{0, 1 << 12, 2 << 12, 1 << 63, 1<<63 - 1, ^uint64(0) - 1<<12, ^uint64(0)}
	for _, bits := range ends {
		for _, chance := range []float64{0, math.Copysign(0, -1), -1, 1, 2, math.Inf(1), math.Inf(-1), math.NaN(), 5e-324, 0x1p-53,
			math.Nextafter(0x1p-53, 1), 0x1.8p-52, 0.5, math.Nextafter(1, 0), math.Nextafter(1, 2)} {
			requireAlike(t, bits, chance)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		bits := rapid.Uint64().Draw(t, "bits")
		requireAlike(t, bits, rapid.Float64Range(-0.5, 1.5).Draw(t, "chance"))
		s, id := withBits(bits)
		u := s.Uniform(id)
		for _, near := range []float64{u, math.Nextafter(u, 0), math.Nextafter(u, 1)} {
			requireAlike(t, bits, near)
		}
	})
}
