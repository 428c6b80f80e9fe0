package main

import "xsell/sim/draw"

// A week of drift keeps a share of the distance x to calm and adds a cell of luck: with 16 bits of luck, a number l from -32768
// on, and u = (l + 32768 + 1/2) / 65,536, rule 1 says
//
//	x - pull x + noise whole (l + 1/2) / 32768
//
// A cell counts whole units, which is why the whole is 65500 << 16. The pull acts on the upper 16 bits of a distance, rounded
// down, with a factor of 16 bits. What is rounded off by that and half a cell are nearly the same on average: a week's error is
// less than 3.9e-6 of the whole, and less than a ten-millionth on average.
const (
	needPull16  = 6554 // 0.1 of 65,536
	needCell    = needNoise * whole / (1 << 15)
	trustPull16 = 3277 // 0.05 of 65,536
	trustCell   = trustNoise * whole / (1 << 15)
)

// drift moves need and trust towards calm, with a shock. Two neighbours share a draw.
func drift(m *Market) { driftAll(&m.Need, &m.Trust, m.Customers/4, m.scratch.coarse) }

// driftPlainly moves so many times four customers, one pair after the other: of the 32 bits of a customer's luck the lower 16
// are need's, the upper 16 trust's.
func driftPlainly(need, trust *States, fours int, luck draw.Stream) {
	for pair := range 2 * fours {
		drawn := luck.Bits(uint64(pair))
		for c := 2 * pair; c < 2*pair+2; c++ {
			need[c%seats] = drifted(need[c%seats], int16(drawn), needPull16, needCell)
			trust[c%seats] = drifted(trust[c%seats], int16(drawn>>16), trustPull16, trustCell)
			drawn >>= 32
		}
	}
}

// drifted is where a week takes a distance x to calm, with 16 bits of luck.
func drifted(x int32, luck int16, pull, cell int32) int32 { return x + cell*int32(luck) - pull*(x>>16) }
