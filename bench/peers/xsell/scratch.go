package main

// room is how many a list holds, at most two for each customer of a market.
const room = 4096

// candidates are customers whom a chance may concern, each with the lane that says so in the lowest byte.
type candidates struct {
	who [room]uint32
	n   uint32
}

// candidate is customer c with a lane.
func candidate(c, lane uint32) uint32 { return c<<8 | lane }

// all are those on the list.
func (l *candidates) all() []uint32 { return l.who[:l.n] }

// leavers are customers who may leave, each with the uniform that decides.
type leavers struct {
	who, luck [room]uint32
	n         uint32
}

// scratch is a worker's room for one week of a market.
type scratch struct {
	shocks            [marketSize / 2]uint64
	chances           [(marketSize + word - 1) / word * word]uint8
	offers            [marketSize / bookSize * perBook * perDraw]uint8
	want, serve, meet candidates
	leave             leavers
	before            [marketSize / 2]uint64 // trust before the meeting
	sold              [marketSize / bookSize]int32
}
