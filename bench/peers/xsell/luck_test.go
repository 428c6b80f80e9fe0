package main

import (
	"math/rand/v2"
	"testing"

	"xsell/sim/draw"
)

func TestDrawsInARowAreThoseOfTheirIds(t *testing.T) {
	luck := rand.New(rand.NewPCG(11, 2))
	for n := range 70 {
		for range 20 {
			s, first, into := draw.Stream{K0: luck.Uint64(), K1: luck.Uint64()}, luck.Uint64(), make([]uint64, n+1)
			fill(into[:n], s, first)
			for i, drawn := range into[:n] {
				if want := s.Bits(first + uint64(i)); drawn != want {
					t.Fatalf("draw %d of %d from id %d on is %x, not %x", i, n, first, drawn, want)
				}
			}
			if into[n] != 0 {
				t.Fatalf("what lies behind %d draws is written to", n)
			}
		}
	}
}
