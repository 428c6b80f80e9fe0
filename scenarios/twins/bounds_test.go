package twins

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"pgregory.net/rapid"
)

func TestLeadOfKnownDistributions(t *testing.T) {
	assert.Equal(t, 0, lead([]float64{1, 2, 3}, []float64{1, 2, 3}, 0), "of the same distribution nobody need gain")
	assert.Equal(t, 3, lead([]float64{1, 2, 3}, []float64{7, 8, 9}, 0), "where all are above all, everybody gains")
	assert.Equal(t, 1, lead([]float64{0, 0, 0, 0}, []float64{0, 0, 0, 1}, 0.5), "one more met need is one who gains")
	assert.Equal(t, 0, lead([]float64{0}, []float64{0.4}, 0.5), "less than what counts is no gain")
}

// TestNoCouplingHasFewerGainers: however the two lists are paired, at least as many gain as the bound says.
func TestNoCouplingHasFewerGainers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 8).Draw(t, "n")
		eighths := rapid.Map(rapid.IntRange(-24, 24), func(n int) float64 { return float64(n) / 8 }) // so that sums are exact
		numbers := rapid.SliceOfN(eighths, n, n)
		first, second := numbers.Draw(t, "first"), numbers.Draw(t, "second")
		d := float64(rapid.IntRange(0, 8).Draw(t, "d")) / 8
		paired := rapid.Permutation(second).Draw(t, "paired")
		gain := 0
		for i := range first {
			if paired[i]-first[i] > d {
				gain++
			}
		}
		assert.GreaterOrEqual(t, gain, lead(sorted(first), sorted(second), d))
	})
}
