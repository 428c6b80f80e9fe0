//go:build !amd64

package sim

import "xsell/sim/draw"

// inhabited is a word of which bit i tells whether the i-th of a stretch of seats is taken.
func inhabited(here *[draw.Stretch]bool) (word uint64) {
	for i, taken := range here {
		bit := uint64(0)
		if taken {
			bit = 1
		}
		word |= bit << i
	}
	return word
}

func filledOnes(part *[64]uint8) uint64 { return filled(part[:]) }

func filledTwos(part *[64]uint16) uint64 { return filled(part[:]) }

// filled is a word of which bit i tells whether the i-th number is another than 0.
func filled[T uint8 | uint16](part []T) (word uint64) {
	for i, n := range part {
		word |= (uint64(n) | -uint64(n)) >> 63 << i
	}
	return word
}
