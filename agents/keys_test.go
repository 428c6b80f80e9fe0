package agents

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func TestANameHasTheSameKeyInAnyCompany(t *testing.T) {
	names := []string{"current", "deposit", "life", "mortgage"}
	keys := Keys(names, 24)
	for i, name := range names {
		assert.Equal(t, keys[i], Keys([]string{name}, 24)[0], "%q alone and among others", name)
	}
	more := Keys([]string{"aaa", "current", "deposit", "home", "life", "mortgage"}, 24)
	assert.Equal(t, keys, []uint32{more[1], more[2], more[4], more[5]}, "products added before and between move no key")
	turned := Keys([]string{"mortgage", "life", "deposit", "current"}, 24)
	slices.Reverse(turned)
	assert.Equal(t, keys, turned, "the order of names moves no key")
}

func TestKeysStayTheSameFromReleaseToRelease(t *testing.T) {
	assert.Equal(t, uint32(2166136261), fnv(""), "FNV-1a of nothing is its offset basis")
	assert.Equal(t, uint32(0xe40c292c), fnv("a"), "FNV-1a of a, as published")
	assert.Equal(t, uint32(0xbf9cf968), fnv("foobar"), "FNV-1a of foobar, as published")
	hash := uint32(0xbf9cf968)
	assert.Equal(t, []uint32{hash}, Keys([]string{"foobar"}, 32), "32 bits keep the whole hash")
	assert.Equal(t, []uint32{(hash ^ hash>>24) & 0xffffff}, Keys([]string{"foobar"}, 24), "24 bits fold its top into it")
}

func TestNamesThatMeetGetDifferentKeys(t *testing.T) {
	twice := Keys([]string{"agent", "agent"}, 24)
	assert.Equal(t, twice[0]+1, twice[1], "the later of two names that meet takes the next number")
	full := Keys([]string{"a", "b", "c", "d", "e", "f", "g", "h"}, 3)
	slices.Sort(full)
	assert.Equal(t, []uint32{0, 1, 2, 3, 4, 5, 6, 7}, full, "eight names fill three bits without a repeat")
}

func TestTheNextNumberAfterTheLastIsTheFirst(t *testing.T) {
	last := 0
	for _, name := range []string{"a", "b", "c", "d", "e", "f"} {
		keys := Keys([]string{name, name}, 1)
		assert.ElementsMatch(t, []uint32{0, 1}, keys, "two names fit into one bit")
		last += int(keys[0])
	}
	assert.Positive(t, last, "none of these names has the last number: the test shows nothing")
}

func TestKeysDifferAndFitIntoTheirBits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		bits := uint(rapid.IntRange(6, 32).Draw(t, "bits"))
		names := rapid.SliceOfN(rapid.String(), 0, 64).Draw(t, "names")
		seen := map[uint32]string{}
		for i, key := range Keys(names, bits) {
			require.LessOrEqual(t, uint64(key), uint64(1)<<bits-1, "the key of %q needs more than %d bits", names[i], bits)
			require.NotContains(t, seen, key, "%q and %q share key %d", names[i], seen[key], key)
			seen[key] = names[i]
		}
	})
}

func TestNoNamesNoKeys(t *testing.T) {
	assert.Empty(t, Keys(nil, 24))
}
