package sim

import (
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// TestTheMostProfitableAreThoseOfASortedList: the sums of the largest numbers are those that sorting them all would give,
// whatever the numbers, equal ones and the widest range included.
func TestTheMostProfitableAreThoseOfASortedList(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		number := rapid.OneOf(rapid.Int64Range(-3, 3), rapid.Int64Range(-1e6, 1e8), rapid.Int64Range(math.MinInt64/512, math.MaxInt64/512))
		numbers := rapid.SliceOfN(number, 0, 300).Draw(t, "numbers")
		ranks := rapid.SliceOfN(rapid.IntRange(0, len(numbers)), 1, 20).Draw(t, "ranks")
		slices.Sort(ranks)
		sorted := slices.Clone(numbers)
		slices.Sort(sorted)
		slices.Reverse(sorted)
		many, few := topSums(slices.Values(numbers), ranks), sortedSums(slices.Values(numbers), ranks)
		for i, rank := range ranks {
			want := int64(0)
			for _, x := range sorted[:rank] {
				want += x
			}
			require.Equal(t, want, many[i], "the %d largest of %d numbers, without sorting them", rank, len(numbers))
			require.Equal(t, want, few[i], "the %d largest of %d numbers, sorted", rank, len(numbers))
		}
	})
}
