package main

import "xsell/sim/draw"

// room is how many a list holds, a power of two that leaves some beyond all customers.
const room = 2 * seats

// candidate is a customer whom a chance may concern: a seat, in the lowest byte the lane that says so, and a draw of whoever
// sits there.
type candidate struct{ who, luck uint64 }

func (x candidate) seat() uint64 { return x.who >> 8 % seats }

// uniform is that of a candidate, in lanes of 2^32, counted from the first of its kind: the lane and the upper 32 bits of the
// draw.
func (x candidate) uniform(first uint64) uint64 { return (x.who%lanes-first)<<32 | x.luck>>32 }

// rest is what uniform leaves of the draw, 32 bits.
func (x candidate) rest() uint64 { return uint64(uint32(x.luck)) }

// lists are candidates by what their lanes are for, and where each list ends, in bytes from the first on: in one word, so that
// there is no wait for an end that has just been written.
type lists struct {
	met  [kinds][seats]candidate
	ends uint64
}

const (
	candidateSize = 16 // bytes
	endBits       = 21 // of an end
	endMask       = 1<<endBits - 1
)

// clear begins the lists.
func (x *lists) clear() {
	x.ends = seats*candidateSize<<(forServe*endBits) | 2*seats*candidateSize<<(forExit*endBits)
}

// end of a list.
func (x *lists) end(kind uint64) uint64 {
	return x.ends >> (kind * endBits) & endMask / candidateSize % seats
}

// of a kind.
func (x *lists) of(kind uint64) []candidate { return x.met[kind][:x.end(kind)] }

// add lists a candidate.
func (x *lists) add(kind uint64, c candidate) {
	x.met[kind][x.end(kind)] = c
	x.ends += candidateSize << (kind * endBits)
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
	met          [room]uint16              // whom luck may meet
	lists        lists                     // and what for
	leave        leavers
	before       States       // trust before the offer, of those who got one
	open         [room]uint16 // who got one that their lane does not decide
	opens        int
	sold         [sellers]uint64
}
