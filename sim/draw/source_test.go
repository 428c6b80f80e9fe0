package draw

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestASourceReadsItsStreamInOrder(t *testing.T) {
	var source rand.Source = NewSource(home)
	assert.Equal(t, home.Bits(0), source.Uint64())
	assert.Equal(t, home.Bits(1), source.Uint64())
}

func TestSeedMovesASourceToADraw(t *testing.T) {
	source := NewSource(home)
	source.Uint64()
	source.Seed(0)
	assert.Equal(t, home.Bits(0), source.Uint64(), "Seed(0) starts again")
	source.Seed(40)
	assert.Equal(t, home.Bits(40), source.Uint64())
}
