package main

// room is how many a list holds, at most two for each customer of a market.
const room = 2 * seats

// candidates are customers whom a chance may concern, each with the lane that says so.
type candidates struct {
	who [room]candidate
	n   uint32
}

// candidate is a customer and, in the lowest byte, a lane.
type candidate uint32

func candidateAt(c, lane uint32) candidate { return candidate(c<<8 | lane) }

func (c candidate) seat() uint32 { return uint32(c) >> 8 % seats }
func (c candidate) lane() uint32 { return uint32(c) % lanes }

// all are those on the list.
func (l *candidates) all() []candidate { return l.who[:l.n] }

// leavers are customers who may leave, each with the uniform that decides, in units of 2^-32.
type leavers struct {
	who, luck [room]uint32
	n         uint32
}

// scratch is a worker's room for one week of a market.
type scratch struct {
	shocks            [seats / 2]uint64
	chances           [seats / perDraw]uint64
	offers            [sellers * perBook]uint64
	want, serve, meet candidates
	leave             leavers
	before            [seats / 2]uint64 // trust before the meeting
	sold              [sellers]int32
}
