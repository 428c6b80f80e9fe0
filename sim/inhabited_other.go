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
