package draw

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

type block struct{ a, b, c, d uint64 }

func blockOf(k0, k1, a, b, c, d uint64) block {
	a, b, c, d = philox(k0, k1, a, b, c, d)
	return block{a, b, c, d}
}

func TestPhiloxMatchesTheRandom123Vectors(t *testing.T) {
	const ones = ^uint64(0)
	assert.Equal(t,
		block{0x16554d9eca36314c, 0xdb20fe9d672d0fdc, 0xd7e772cee186176b, 0x7e68b68aec7ba23b},
		blockOf(0, 0, 0, 0, 0, 0), "all zeros")
	assert.Equal(t,
		block{0x87b092c3013fe90b, 0x438c3c67be8d0224, 0x9cc7d7c69cd777b6, 0xa09caebf594f0ba0},
		blockOf(ones, ones, ones, ones, ones, ones), "all ones")
	assert.Equal(t,
		block{0xa528f45403e61d95, 0x38c72dbd566e9788, 0xa5a1610e72fd18b5, 0x57bd43b5e52b7fe6},
		blockOf(0x452821e638d01377, 0xbe5466cf34e90c6c,
			0x243f6a8885a308d3, 0x13198a2e03707344, 0xa4093822299f31d0, 0x082efa98ec4e6c89),
		"digits of pi")
}

func TestWithoutASecondKeyBitsAreSplitMix64(t *testing.T) {
	s := Stream{K0: 1234567}
	for i, want := range []uint64{
		6457827717110365317, 3203168211198807973, 9817491932198370423,
		4593380528125082431, 16408922859458223821,
	} {
		assert.Equal(t, want, s.Bits(uint64(i)+1), "number %d of the published sequence", i+1)
	}
}

func TestLuckNeverChanges(t *testing.T) {
	w := World{Seed: 20260101, Replication: 7}
	s := w.Stream(NeedFine, 42, -3)
	assert.Equal(t, Stream{K0: 0x63183463ea8607bd, K1: 0x6a251652f95a4a4a}, s)
	assert.Equal(t, uint64(0x9ed6934475c2900d), s.Bits(0))
	assert.Equal(t, uint64(0x71cab6cb53718468), s.Bits(Pair(3, 9)))
	assert.Equal(t, 0.4678627703688446, s.Uniform(5))
	assert.Equal(t, float32(0.46786273), s.Uniform32(5))
	assert.Equal(t, (123+s.Uniform(5))/256, s.Refine(123, 5), "a lane of 123, refined")
	assert.Equal(t, 0.06383319092516869, Normal(s.Uniform(6)))
	assert.Equal(t, 9, s.Seat(Person(77, 1), 12))
}

func TestAskingTwiceOrInAnotherOrderChangesNothing(t *testing.T) {
	w := World{Seed: 1, Replication: 2}
	forward, backward := make([]uint64, 1000), make([]uint64, 1000)
	for i := range forward {
		forward[i] = w.Stream(Seek, uint32(i%7), int32(i%5)).Bits(uint64(i))
	}
	for i := len(backward) - 1; i >= 0; i-- {
		backward[i] = w.Stream(Seek, uint32(i%7), int32(i%5)).Bits(uint64(i))
	}
	assert.Equal(t, forward, backward)
}

func TestEveryPartOfTheKeyMatters(t *testing.T) {
	base := World{1, 1}.Stream(Seek, 1, 1)
	for name, other := range map[string]Stream{
		"seed":             World{2, 1}.Stream(Seek, 1, 1),
		"replication":      World{1, 2}.Stream(Seek, 1, 1),
		"swapped key":      World{1, 0}.Stream(Seek, 1, 1),
		"purpose":          World{1, 1}.Stream(Channel, 1, 1),
		"market":           World{1, 1}.Stream(Seek, 2, 1),
		"no market":        World{1, 1}.Stream(Seek, Firm, 1),
		"week":             World{1, 1}.Stream(Seek, 1, 2),
		"a week before us": World{1, 1}.Stream(Seek, 1, -1),
	} {
		assert.NotEqual(t, base.K0, other.K0, "the %s must change the stream", name)
		assert.NotEqual(t, base.K1, other.K1, "the %s must change the stream", name)
	}
}
