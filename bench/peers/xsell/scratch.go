package main

import "xsell/sim/draw"

// room is how many a list holds, a power of two that leaves some beyond all customers.
const room = 2 * seats

// lists are whom luck may meet, by what for, each in the order of seats.
type lists struct {
	want, serve, exit    [room]uint16
	wants, serves, exits uint64 // how many
}

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
	coarse, fine draw.Stream
	chances      [seats / perDraw]uint64   // a lane for each customer
	offers       [sellers * perBook]uint64 // of each seller
	met          lists
	leave        leavers
	before       States       // trust before the offer, of those who got one
	open         [room]uint16 // who got one that their lane does not decide
	opens        int
	sold         [sellers]uint64
}
