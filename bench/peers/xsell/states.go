package main

import "math"

// A state in [0, 1] is kept by how far it is from calm, as a fraction of 32 bits: four states fill a register of 128 bits, and
// its upper half is a number of 16 bits that one instruction multiplies and adds for all four.

// whole is the state 1. It is a little less than 2^32, so that a cell of a shock is a whole number, see drift.go.
const whole = 65500 << 16

// States is a column of states, each less calm.
type States [seats]int32

// of is the state of customer c.
func (x *States) of(c uint64) uint64 { return uint64(int64(x[c%seats]) + calm*whole) }

// add moves the state of customer c, which must stay between 0 and whole; by may be negative.
func (x *States) add(c, by uint64) { x[c%seats] += int32(uint32(by)) }

// set gives customer c a state.
func (x *States) set(c, state uint64) { x[c%seats] = int32(int64(state) - calm*whole) }

// real is a state as a number in [0, 1].
func real(x uint64) float64 { return float64(int64(x)) / whole }

// part is a number in units of 2^-32, such as a part of a whole for [times].
func part(x float64) uint64 { return uint64(math.Round(x * (1 << 32))) }

// times is that part of x, rounded down.
func times(part, x uint64) uint64 { return part * x >> 32 }

// below is 1 if x is below y and 0 if not, without a branch; both are below 2^63.
func below(x, y uint64) uint64 { return (x - y) >> 63 }
