package main

import "math"

// A state in [0, 1] is kept as a fraction of 32 bits, and two neighbours share a word, so that one multiplication moves both:
// an even seat has the lower half, the odd one after it the upper half. Arithmetic on words is right for both halves as long
// as neither leaves its 32 bits in the end; borrows on the way cancel.

// whole is the state 1. It is a little less than 2^32, so that a cell of a shock is a whole number, see drift.go.
const whole = 65500 << 16

const both = 1<<32 + 1 // times a number of 32 bits: that number in both halves

// Pair is the states of two neighbours.
type Pair struct{ Need, Trust uint64 }

// half is the state of customer c in the word of a pair.
func half(word uint64, c uint32) uint64 { return word >> (c & 1 * 32) & math.MaxUint32 }

// at is what to add to the word of a pair to move the state of customer c, which must stay between 0 and whole; by may be
// negative.
func at(by uint64, c uint32) uint64 { return by << (c & 1 * 32) }

// real is a state as a number in [0, 1].
func real(x uint64) float64 { return float64(int64(x)) / whole }

// share is a share of a state in units of 2^-32, for [of].
func share(x float64) uint64 { return uint64(math.Round(x * (1 << 32))) }

// of is that share of x, rounded down.
func of(share, x uint64) uint64 { return share * x >> 32 }
