package main

import "xsell/sim/draw"

// room is how many a list holds, a power of two that leaves some beyond all customers.
const room = 2 * seats

// candidate is a customer whom a chance may concern and, in the lowest byte, a lane.
type candidate uint32

func candidateOf(c, lane uint64) candidate { return candidate(c<<8 | lane&255) }

func (c candidate) seat() uint64 { return uint64(c) >> 8 % seats }
func (c candidate) lane() uint64 { return uint64(c) % lanes }

// list is candidates. Where luck decides who comes next one writes in any case and moves n on by 0 or 1: no branch to guess.
type list struct {
	who [room]candidate
	n   uint64
}

// all are those on the list.
func (l *list) all() []candidate { return l.who[:l.n] }

// leavers are customers who may leave, each with the uniform that decides, in units of 2^-32.
type leavers struct {
	who, luck [room]uint32
	n         uint32
}

// may lists c.
func (l *leavers) may(c, luck uint64) {
	l.who[l.n%room], l.luck[l.n%room] = uint32(c), uint32(luck)
	l.n++
}

// scratch is a worker's room for one week of a market.
type scratch struct {
	fine              draw.Stream
	shocks            [seats / 2]uint64         // of pairs: for each of the two 16 bits for need and 16 for trust
	chances           [seats / perDraw]uint64   // a lane for each customer
	offers            [sellers * perBook]uint64 // of each seller
	met               [room]uint16              // customers whom luck may meet, then those who may say yes to an offer
	heard             int                       // how many the latter are
	want, serve, exit list                      // by what the lane is for; lanes of serve and exit are counted from their first
	leave             leavers
	before            States // trust before the offer, of those who got one
	sold              [sellers]uint64
}
