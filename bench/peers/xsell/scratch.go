package main

// room is how many a list holds, at most two for each customer of a market.
const room = 4096

// candidates are customers whom a chance may concern, each with the lane that says so in the lowest byte.
type candidates struct {
	who [room]uint32
	n   int
}

// candidate is customer c with a lane.
func candidate(c, lane uint32) uint32 { return c<<8 | lane }

// add lists c if may is 1, and not if it is 0. It writes in any case: no branch to guess.
func (l *candidates) add(c, lane uint32, may int) {
	l.who[l.n%room] = candidate(c, lane)
	l.n += may
}

// all are those on the list.
func (l *candidates) all() []uint32 { return l.who[:l.n] }

// leavers are customers who may leave, each with the uniform that decides.
type leavers struct {
	who  [room]uint32
	luck [room]float32
	n    int
}

// may lists c if uniform u is below the largest chance to leave.
func (l *leavers) may(c uint32, u float64) {
	if u < exit {
		l.who[l.n%room], l.luck[l.n%room] = c, float32(u)
		l.n++
	}
}

// scratch is a worker's room for one week of a market.
type scratch struct {
	luck              [8]uint64 // lanes of 64 customers
	want, serve, meet candidates
	leave             leavers
	before            [marketSize / 2]uint64 // trust before the meeting
	sold              [marketSize / bookSize]int32
}
