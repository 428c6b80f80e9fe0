package sim

import "xsell/sim/draw"

// inhabited is a word of which bit i tells whether the i-th of a stretch of seats is taken. This one looks at sixteen at a time.
//
//go:noescape
func inhabited(here *[draw.Stretch]bool) uint64

// filledOnes is a word of which bit i tells whether the i-th number is another than 0.
//
//go:noescape
func filledOnes(part *[64]uint8) uint64

// filledTwos does the same for longer numbers.
//
//go:noescape
func filledTwos(part *[64]uint16) uint64
