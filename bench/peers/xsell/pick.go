package main

import "xsell/sim/draw"

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

// thresholds holds, in the lane of each chance, the last number of a candidate for its largest value; 0 in the lanes of the
// shocks, which nobody asks.
var thresholds = threshold(laneWant, arise) | threshold(laneServe, ask+(1-ask)*exit)

func threshold(lane uint, most float32) uint64 { return draw.At(draw.Threshold(most), lane) }

// pick gives each chance its own list of those whom it may concern.
func pick(m *Market) {
	x := m.scratch
	x.want.n, x.serve.n = 0, 0
	for _, c := range x.any[:x.touched] {
		luck := x.lanes[c]
		passing := draw.Passing(luck, thresholds)
		x.want.may(c, luck, passing, laneWant)
		x.serve.may(c, luck, passing, laneServe)
	}
}

// touched is 1 if any chance may concern who has this luck, else 0.
func touched(luck, thresholds uint64) int {
	passing := draw.Passing(luck, thresholds)
	return int(draw.Passed(passing, laneWant) | draw.Passed(passing, laneServe))
}

// may lists c if its lane is among those that pass. It writes in any case and moves on only then: no branch to guess.
func (l *candidates) may(c uint32, luck, passing uint64, lane uint) {
	l.who[l.n], l.lane[l.n] = c, draw.Lane(luck, lane)
	l.n += int(draw.Passed(passing, lane))
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
