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

// All shelves there are, one for all, and one too few to keep apart what is near: the same order.
func TestKeysAreSortedAndEqualOnesKeepTheirOrder(t *testing.T) {
	var x sorter
	x.fit(5000)
	for _, n := range []int{1, 2, few - 1, few, few + 1, 300, 5000} {
		for _, upper := range []uint64{1, 3, 256, 1 << 17, 1 << 32} {
			keys := keysOf(n, upper)
			want := slices.Sorted(slices.Values(keys))
			for _, end := range []uint64{1, 7, 1 << shelfBits(n), most} {
				for _, key := range keys {
					x.add(key, uint16((key>>32)*end/upper))
				}
				require.Equal(t, want, append([]uint64(nil), x.sorted(int(end))...), "%d keys with upper halves out of %d on %d shelves", n, upper, end)
			}
			require.Equal(t, want, sortUpper(keys, make([]uint64, n)), "%d keys with upper halves out of %d", n, upper)
		}
	}
}

// Scores far beyond those of a normal spread stand on the outermost shelves, and none on a shelf before that of a better one.
func TestScoresLieOnShelvesInTheirOrder(t *testing.T) {
	for _, shelves := range []int{1, 2, 819, most} {
		over, last := spreadOver(shelves), 0
		for i := range 20000 {
			score := float32(110 - 0.01*float32(i))
			now := over.shelf(score)
			require.GreaterOrEqual(t, now, last, "score %v", score)
			last = now
		}
		require.Equal(t, shelves-1, last, "all shelves are used")
	}
}

// Groups of keys on shelves of their own, some of them jammed: each is ranked for itself.
func TestKeysAreRankedGroupByGroup(t *testing.T) {
	const groups = 3
	var x sorter
	x.fit(5000)
	for _, n := range []int{0, 1, 40, 5000} {
		for _, each := range []int{1, 50, most / groups} {
			var want [groups][]uint64
			for i, key := range keysOf(n, 1<<20) {
				g := i % 5 % groups
				want[g] = append(want[g], key)
				x.add(key, uint16(g*each+int((key>>32)*uint64(each)>>20)))
			}
			x.shelve(groups * each)
			for g := range want {
				slices.Sort(want[g])
				require.Equal(t, want[g], append([]uint64(nil), x.ranked(g*each, each)...), "group %d of %d keys on %d shelves each", g, n, each)
			}
		}
	}
}
