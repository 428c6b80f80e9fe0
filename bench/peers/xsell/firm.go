package main

import (
	"xsell/sim"
	"xsell/sim/draw"
)

// Firm is all markets.
type Firm struct {
	Markets []*Market
	room    chan *scratch
	workers int
}

// newFirm founds markets for n customers and hires so many workers.
func newFirm(w draw.World, n, workers int) *Firm {
	f := &Firm{room: make(chan *scratch, workers), workers: workers}
	for range workers {
		f.room <- new(scratch)
	}
	for first := 0; first < n; first += marketSize {
		f.Markets = append(f.Markets, newMarket(w, uint32(len(f.Markets)), min(marketSize, n-first)))
	}
	return f
}

// live lives so many weeks, market by market between two closes.
func (f *Firm) live(weeks int) {
	for lived := 0; lived < weeks; lived += period {
		sim.Parallel(len(f.Markets), f.workers, func(i int) {
			m := f.Markets[i]
			m.scratch = <-f.room
			m.live(min(period, weeks-lived))
			f.room <- m.scratch
			m.scratch = nil
		})
	}
}
