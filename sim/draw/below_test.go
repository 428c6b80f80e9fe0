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

func TestCellsTellWhichUniformsAreBelowAChance(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := Stream{rapid.Uint64().Draw(t, "first key"), rapid.Uint64().Draw(t, "second key")}
		id := rapid.Uint64().Draw(t, "id")
		u := s.Uniform(id)
		p := rapid.OneOf(rapid.Float64Range(-1, 2), rapid.Float64Range(0, 1e-12), rapid.SampledFrom([]float64{0, 0.5, 1, u,
			math.Nextafter(u, 0), math.Nextafter(u, 1), math.NaN(), math.Inf(1)})).Draw(t, "chance")
		assert.Equal(t, u < p, s.BelowAt(s.K0+Way(id), Cells(p)) == 1, "%v against a chance of %v", u, p)
	})
}

// The first and the last cell, and those around a quarter, a half and three quarters.
func TestCellsAreCountedToTheLast(t *testing.T) {
	const all = 1 << 52
	for _, k := range []uint64{0, 1, 2, all/4 - 1, all / 4, all/2 - 1, all / 2, all/2 + 1, 3 * (all / 4), all - 2, all - 1} {
		middle := float64((float64(k) + 0.5) * 0x1p-52)
		assert.Equal(t, k, Cells(middle), "none but those before cell %d lie below its middle", k)
		assert.Equal(t, k+1, Cells(math.Nextafter(middle, 2)), "cell %d lies below what is a little more than its middle", k)
	}
	assert.EqualValues(t, all, Cells(1), "all lie below 1")
}
