package draw

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
)

// Sequences along which neighbours must look unrelated. Each index moves one
// part of the key and leaves the others alone.
var walks = map[string]func(i uint64) uint64{
	"ids":                func(i uint64) uint64 { return home.Bits(i) },
	"seats":              func(i uint64) uint64 { return home.Bits(uint64(Person(uint32(i), 0))) },
	"generations":        func(i uint64) uint64 { return home.Bits(uint64(Person(uint32(i>>1), uint8(i&1)))) },
	"askers of pairs":    func(i uint64) uint64 { return home.Bits(Pair(uint32(i), 5)) },
	"a pair, both ways":  func(i uint64) uint64 { return home.Bits(turned(uint32(i))) },
	"seeds":              func(i uint64) uint64 { return World{i, 3}.Stream(Seek, 1, 2).Bits(9) },
	"replications":       func(i uint64) uint64 { return World{3, i}.Stream(Seek, 1, 2).Bits(9) },
	"weeks":              func(i uint64) uint64 { return World{3, 4}.Stream(Seek, 1, int32(i)).Bits(9) },
	"markets":            func(i uint64) uint64 { return World{3, 4}.Stream(Seek, uint32(i), 2).Bits(9) },
	"purposes of a week": func(i uint64) uint64 { return World{3, 4}.Stream(Purpose(i&63), 1, int32(i>>6)).Bits(9) },
	"two purposes, ids":  func(i uint64) uint64 { return twoPurposes[i&1].Bits(i >> 1) },
	"two weeks, ids":     func(i uint64) uint64 { return twoWeeks[i&1].Bits(i >> 1) },
	"two worlds, ids":    func(i uint64) uint64 { return twoWorlds[i&1].Bits(i >> 1) },
}

var (
	home        = World{Seed: 11, Replication: 12}.Stream(CustomerLuck, 13, 14)
	twoPurposes = [2]Stream{home, World{Seed: 11, Replication: 12}.Stream(NeedFine, 13, 14)}
	twoWeeks    = [2]Stream{home, World{Seed: 11, Replication: 12}.Stream(CustomerLuck, 13, 15)}
	twoWorlds   = [2]Stream{home, World{Seed: 11, Replication: 13}.Stream(CustomerLuck, 13, 14)}
)

func turned(i uint32) uint64 {
	if i&1 == 0 {
		return Pair(i, i+1)
	}
	return Pair(i, i-1)
}

const (
	steps = 1 << 18
	// 13 walks with 8 tests each at |z| < 5.5 (two-sided 3.8e-8) would alarm
	// falsely once in 250,000 keys; the keys above are fixed. A pair table of
	// 4,096 cells with 131,072 pairs sees a correlation of 0.03 in 99 of 100.
	farOut = 5.5
)

func TestNeighboursAreIndependent(t *testing.T) {
	for name, walk := range walks {
		luck := make([]uint64, steps)
		for i := range luck {
			luck[i] = walk(uint64(i))
		}
		for _, shift := range []uint{58, 29, 0} {
			assert.Less(t, math.Abs(frequency(luck, shift)), farOut,
				"%s: the six bits from %d on are not even", name, shift)
			assert.Less(t, math.Abs(pairs(luck, shift)), farOut,
				"%s: neighbours share their six bits from %d on", name, shift)
		}
		for lag := 1; lag <= 2; lag++ {
			assert.Less(t, math.Abs(correlation(luck, lag)), farOut,
				"%s: correlated at lag %d", name, lag)
		}
	}
}

// frequency tests that six bits are even over their 64 values.
func frequency(luck []uint64, shift uint) float64 {
	counts := make([]float64, 64)
	for _, bits := range luck {
		counts[bits>>shift&63]++
	}
	return chiSquareZ(counts)
}

// pairs tests that disjoint neighbours fill a table of 64 by 64 evenly.
func pairs(luck []uint64, shift uint) float64 {
	counts := make([]float64, 64*64)
	for i := 0; i < len(luck); i += 2 {
		counts[luck[i]>>shift&63<<6|luck[i+1]>>shift&63]++
	}
	return chiSquareZ(counts)
}

// chiSquareZ returns the normal score of a chi-square test of even counts, by
// Wilson and Hilferty's cube root, good to a few percent out to 5.
func chiSquareZ(counts []float64) float64 {
	total := 0.0
	for _, c := range counts {
		total += c
	}
	expected, chi2, df := total/float64(len(counts)), 0.0, float64(len(counts)-1)
	for _, c := range counts {
		chi2 += (c - expected) * (c - expected) / expected
	}
	v := 2 / (9 * df)
	return (math.Cbrt(chi2/df) - (1 - v)) / math.Sqrt(v)
}

// correlation returns the lag correlation of the uniforms times sqrt(n), which
// is standard normal when there is none.
func correlation(luck []uint64, lag int) float64 {
	sum := 0.0
	for i := lag; i < len(luck); i++ {
		a := float64(luck[i]>>12)*0x1p-52 - 0.5
		b := float64(luck[i-lag]>>12)*0x1p-52 - 0.5
		sum += 12 * a * b
	}
	return sum / math.Sqrt(float64(len(luck)-lag))
}

func TestTheIndependenceTestSeesABadGenerator(t *testing.T) {
	luck := make([]uint64, steps)
	for i := range luck {
		luck[i] = home.Bits(uint64(i))
		if i > 0 && i%20 == 0 {
			luck[i] = luck[i-1] // one draw in twenty is used twice
		}
	}
	assert.Greater(t, correlation(luck, 1), farOut, "5 %% of repeated luck must be seen")
}

func TestTheLanesOfADrawAreIndependent(t *testing.T) {
	luck := make([]uint64, 0, steps)
	for i := range uint64(steps / 8) {
		for lane := range uint(8) {
			luck = append(luck, uint64(Lane(home.Bits(i), lane))<<56)
		}
	}
	assert.Less(t, math.Abs(frequency(luck, 58)), farOut)
	assert.Less(t, math.Abs(pairs(luck, 58)), farOut, "neighbouring lanes")
	for lag := 1; lag < 8; lag++ {
		assert.Less(t, math.Abs(correlation(luck, lag)), farOut, "lanes %d apart", lag)
	}
}
