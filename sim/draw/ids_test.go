package draw

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"pgregory.net/rapid"
)

func TestIdsOfDifferentThingsDiffer(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.Uint32()
		small := rapid.Uint32Range(0, 1<<24-1)
		short := rapid.Uint8()
		a, b, c, d := word.Draw(t, "a"), word.Draw(t, "b"), word.Draw(t, "c"), word.Draw(t, "d")
		m, n := small.Draw(t, "m"), small.Draw(t, "n")
		j, k := short.Draw(t, "j"), short.Draw(t, "k")
		assert.Equal(t, a == c && b == d, Pair(a, b) == Pair(c, d), "pairs")
		assert.Equal(t, m == n && j == k, Person(m, j) == Person(n, k), "persons")
		assert.Equal(t, a == b && m == n && j == k, Nth(a, m, j) == Nth(b, n, k), "nth draws")
		assert.Equal(t, Unordered(a, b), Unordered(b, a), "unordered pairs")
	})
}

func TestAPairKnowsWhoAsks(t *testing.T) {
	assert.NotEqual(t, Pair(1, 2), Pair(2, 1))
	assert.Equal(t, uint64(1)<<32|2, Unordered(2, 1))
	assert.Equal(t, uint32(0x00000501), Person(5, 1))
	assert.Equal(t, uint64(0x0000000700000902), Nth(7, 9, 2))
}

// The function permutes 64-bit numbers, so it can be run backwards.
func TestBitsAreAPermutation(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := Stream{rapid.Uint64().Draw(t, "first key"), rapid.Uint64().Draw(t, "second key")}
		id := rapid.Uint64().Draw(t, "id")
		assert.Equal(t, id, idOf(s, s.Bits(id)), "the bits must lead back to their id")
	})
}

func idOf(s Stream, bits uint64) uint64 {
	z := unshift(bits, 31) * inverse(0x94d049bb133111eb)
	z = unshift(z, 27) ^ s.K1
	z = unshift(z*inverse(0xbf58476d1ce4e5b9), 30)
	return (z - s.K0) * inverse(0x9e3779b97f4a7c15)
}

// unshift undoes z ^ z>>by.
func unshift(z uint64, by uint) uint64 {
	out := z
	for range 64/by + 1 {
		out = z ^ out>>by
	}
	return out
}

// inverse returns the number that undoes multiplication by an odd x, by Newton.
func inverse(x uint64) uint64 {
	y := x
	for range 6 {
		y *= 2 - x*y
	}
	return y
}
