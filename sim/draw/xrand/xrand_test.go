package xrand

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"xsell/sim/draw"
)

func TestTheGeneratorReadsTheStream(t *testing.T) {
	s := draw.World{Seed: 1}.Stream(draw.Bootstrap, 0, 0)
	r := New(s)
	assert.Equal(t, s.Bits(0), r.Uint64())
	assert.Equal(t, s.Bits(1), r.Uint64())
	assert.Equal(t, New(s).Perm(9), New(s).Perm(9), "the same stream shuffles the same way")
}
