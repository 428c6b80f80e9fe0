package sim

import "xsell/sim/draw"

// inhabited is a word of which bit i tells whether the i-th of a stretch of seats is taken. This one looks at sixteen at a time.
//
//go:noescape
func inhabited(here *[draw.Stretch]bool) uint64
