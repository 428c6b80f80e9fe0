package sim

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// keysOf makes keys with rising lower halves and upper halves out of so many.
func keysOf(n int, upper uint64) []uint64 {
	luck, keys := rand.New(rand.NewPCG(uint64(n), upper)), make([]uint64, n)
	for i := range keys {
		keys[i] = luck.Uint64N(upper)<<32 | uint64(i)
	}
	return keys
}

func TestKeysAreSortedAndEqualOnesKeepTheirOrder(t *testing.T) {
	for _, n := range []int{1, 2, few - 1, few, few + 1, 300, 5000} {
		for _, upper := range []uint64{1, 3, 256, 1 << 17, 1 << 32} {
			keys := keysOf(n, upper)
			want := slices.Sorted(slices.Values(keys))
			require.Equal(t, want, sortUpper(keys, make([]uint64, n)), "%d keys with upper halves out of %d", n, upper)
		}
	}
}
