package main

import "math"

// A state in [0, 1] is kept as a fraction of 32 bits, and two neighbours share a word, so that one multiplication moves both:
// an even seat has the lower half, the odd one after it the upper half. Arithmetic on words is right for both halves as long
// as neither leaves its 32 bits in the end; borrows on the way cancel.

// whole is the state 1. It is a little less than 2^32, so that a cell of a shock is a whole number, see drift.go.
const whole = 65500 << 16

const (
	both   = 1<<32 + 1          // times a number of 32 bits: that number in both halves
	digits = both * (1<<16 - 1) // the lower 16 bits of both halves
)

// Pairs is a column of states, two in a word.
type Pairs []uint64

// newPairs makes room for n customers, an even number, all with the same state.
func newPairs(n int, x uint64) Pairs {
	p := make(Pairs, n/2)
	for k := range p {
		p[k] = x * both
	}
	return p
}

// at is the state of customer c.
func (p Pairs) at(c uint32) uint64 { return p[c>>1] >> (c & 1 * 32) & math.MaxUint32 }

// add moves the state of customer c, which must stay between 0 and whole; by may be negative.
func (p Pairs) add(c uint32, by uint64) { p[c>>1] += by << (c & 1 * 32) }

// set gives customer c a state.
func (p Pairs) set(c uint32, x uint64) { p.add(c, x-p.at(c)) }

// real is a state as a number in [0, 1].
func real(x uint64) float64 { return float64(int64(x)) / whole }

// share is a share of a state in units of 2^-32, for [of].
func share(x float64) uint64 { return uint64(math.Round(x * (1 << 32))) }

// of is that share of x, rounded down.
func of(share, x uint64) uint64 { return share * x >> 32 }
