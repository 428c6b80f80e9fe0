package draw

import "math/bits"

const philoxRounds = 10

// philox returns one block of Philox4x64-10 for the key (k0, k1) and the
// counter (a, b, c, d). Every key permutes the counters, so two counters never
// share a block.
//
// Source: Salmon, Moraes, Dror, Shaw (2011), "Parallel random numbers: as easy
// as 1, 2, 3"; the constants are those of Random123.
func philox(k0, k1, a, b, c, d uint64) (uint64, uint64, uint64, uint64) {
	const (
		multiplier0, multiplier1 = 0xD2E7470EE14C6C93, 0xCA5A826395121157
		weyl0, weyl1             = 0x9E3779B97F4A7C15, 0xBB67AE8584CAA73B
	)
	for range philoxRounds {
		highA, lowA := bits.Mul64(multiplier0, a)
		highC, lowC := bits.Mul64(multiplier1, c)
		a, b, c, d = highC^b^k0, lowC, highA^d^k1, lowA
		k0 += weyl0
		k1 += weyl1
	}
	return a, b, c, d
}
