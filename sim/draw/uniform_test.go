package draw

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"pgregory.net/rapid"
)

// withBits returns a stream and id whose bits are as wanted.
func withBits(bits uint64) (Stream, uint64) {
	s := Stream{K0: 1, K1: 2}
	return s, idOf(s, bits)
}

func TestUniformsStayInsideTheirOpenInterval(t *testing.T) {
	for _, bits := range []uint64{0, 1, 1 << 11, 1 << 40, 1<<63 - 1, 1 << 63, ^uint64(0) - 1<<11, ^uint64(0)} {
		s, id := withBits(bits)
		u, u32 := s.Uniform(id), s.Uniform32(id)
		assert.True(t, 0 < u && u < 1, "bits %x gave %v", bits, u)
		assert.True(t, 0 < u32 && u32 < 1, "bits %x gave %v", bits, u32)
		for _, lane := range []uint32{0, 1, 127, 128, 255} {
			r := s.Refine(lane, id)
			assert.True(t, 0 < r && r < 1, "lane %d and bits %x gave %v", lane, bits, r)
		}
	}
}

func TestUniformAndItsMirrorAreExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, id := withBits(rapid.Uint64().Draw(t, "bits"))
		u := s.Uniform(id)
		assert.Equal(t, u, 1-(1-u))
		assert.Equal(t, 1.0, math.Mod(u*0x1p53, 2), "the middle of a cell")
	})
}

func TestLanesAreTheEightPartsOfADraw(t *testing.T) {
	const bits = 0x1122_3344_5566_7788
	for lane, want := range []uint32{0x88, 0x77, 0x66, 0x55, 0x44, 0x33, 0x22, 0x11} {
		assert.Equal(t, want, Lane(bits, uint(lane)))
	}
}

func TestARefinedUniformStartsWithItsLane(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, id := withBits(rapid.Uint64().Draw(t, "bits"))
		lane := rapid.Uint32Range(0, 255).Draw(t, "lane")
		u := s.Refine(lane, id)
		assert.Equal(t, lane, uint32(math.Floor(u*256)), "the top 8 bits of %v", u)
		fine := u*256 - float64(lane)
		assert.InDelta(t, s.Uniform(id), fine, 1e-10, "the rest is the stream's own uniform")
	})
}

func TestNoCandidateIsMissed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, id := withBits(rapid.Uint64().Draw(t, "bits"))
		lane := rapid.Uint32Range(0, 255).Draw(t, "lane")
		near := (float64(lane) + rapid.Float64Range(-2, 3).Draw(t, "cells away")) / 256
		bound := float32(near)
		if s.Refine(lane, id) < float64(bound) {
			assert.True(t, Candidate(lane, bound), "lane %d, bound %v", lane, bound)
		}
		wanted := math.Ceil(float64(bound)*256) > float64(lane)
		assert.Equal(t, wanted, Candidate(lane, bound), "lane %d, bound %v", lane, bound)
	})
}

func TestCandidateAtItsEdges(t *testing.T) {
	assert.False(t, Candidate(0, 0), "a bound of 0 lets nobody in")
	assert.True(t, Candidate(0, 1e-30), "the first lane may hold the smallest uniform")
	assert.True(t, Candidate(255, 1), "a bound of 1 lets everybody in")
	assert.False(t, Candidate(255, 255.0/256))
	assert.False(t, Candidate(0, float32(math.NaN())))
}
