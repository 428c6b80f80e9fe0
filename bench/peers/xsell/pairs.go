package main

import "math"

// A state in [0, 1] is kept as a fraction of 32 bits, and two neighbours share a word, so that one multiplication moves both:
// an even seat has the lower half, the odd one after it the upper half. Arithmetic on words is right for both halves as long
// as neither leaves its 32 bits in the end; borrows on the way cancel.

// whole is the state 1. It is a little less than 2^32, so that a cell of a shock is a whole number, see drift.go.
const whole = 65500 << 16

const both = 1<<32 + 1 // times a number of 32 bits: that number in both halves

// Pairs is a column of states.
type Pairs [seats / 2]uint64

// of is the state of customer c.
func (p *Pairs) of(c uint32) uint64 { return uint64(uint32(p[c/2%(seats/2)] >> (c & 1 * 32))) }

// add moves the state of customer c, which must stay between 0 and whole; by may be negative.
func (p *Pairs) add(c uint32, by uint64) { p[c/2%(seats/2)] += by << (c & 1 * 32) }

// set gives customer c a state.
func (p *Pairs) set(c uint32, x uint64) { p.add(c, x-p.of(c)) }

// real is a state as a number in [0, 1].
func real(x uint64) float64 { return float64(int64(x)) / whole }

// part is a number in units of 2^-32, such as a part of a whole for [times].
func part(x float64) uint64 { return uint64(math.Round(x * (1 << 32))) }

// times is that part of x, rounded down.
func times(part, x uint64) uint64 { return part * x >> 32 }

// below is 1 if x is below y and 0 if not, without a branch; both are below 2^63.
func below(x, y uint64) uint64 { return (x - y) >> 63 }
