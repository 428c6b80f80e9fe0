package main

import (
	"math"

	"xsell/sim/draw"
)

// candidates are customers whom a chance may concern, in order of their seats, each with the lane that says so.
type candidates struct {
	who  []uint32
	lane []uint32
	n    int
}

// leavers are customers who may leave, each with the uniform that decides.
type leavers struct {
	who  []uint32
	luck []float32
	n    int
}

const tops = 0x8000_8000_8000_8000 // the highest bit of every lane

// bounds holds, in the lane of each chance, the first number above its largest value; 0 in the lanes of the shocks. All
// are below half.
var bounds = bound(laneWant, arise) | bound(laneServe, ask+(1-ask)*exit)

func bound(lane uint, most float64) uint64 {
	return uint64(math.Ceil(most*(1<<16))) << (16 * lane)
}

// pick gives each chance its own list of those whom it may concern.
func pick(m *Market) {
	x := m.scratch
	x.want.n, x.serve.n = 0, 0
	for _, c := range x.any[:x.touched] {
		x.want.may(c, x.lanes[c], laneWant)
		x.serve.may(c, x.lanes[c], laneServe)
	}
}

// touched is 1 if any lane is below its bound, else 0. A lane with its top bit set keeps that bit when the bound is
// taken off, unless the rest of it is below.
func touched(lanes, bounds uint64) int {
	below := ^((lanes | tops) - bounds) &^ lanes & tops
	return int((below | -below) >> 63)
}

// may lists c if its lane is below the bound. It writes in any case and moves on only then: no branch to guess.
func (l *candidates) may(c uint32, lanes uint64, lane uint) {
	mine := draw.Lane(lanes, lane)
	l.who[l.n], l.lane[l.n] = c, mine
	l.n += int((uint64(mine) - uint64(draw.Lane(bounds, lane))) >> 63)
}

// may lists c if uniform u is below the largest chance to leave.
func (l *leavers) may(c uint32, u float64) {
	if u < exit {
		l.who[l.n], l.luck[l.n] = c, float32(u)
		l.n++
	}
}

// scratch is a worker's room for one week of a market.
type scratch struct {
	lanes       []uint64 // the week's luck of each customer
	any         []uint32 // the first so many are customers whom any chance may concern
	touched     int      // how many
	want, serve candidates
	leave       leavers
}

func newScratch() *scratch {
	list := func() candidates {
		return candidates{who: make([]uint32, marketSize), lane: make([]uint32, marketSize)}
	}
	return &scratch{lanes: make([]uint64, marketSize), any: make([]uint32, marketSize), want: list(), serve: list(),
		leave: leavers{who: make([]uint32, marketSize), luck: make([]float32, marketSize)}}
}
