package sim

import (
	"context"

	"xsell/sim/draw"
)

// Step is a moment at which two histories that are lived in step are looked at.
type Step int

// Steps beside the phases of the week, which count from 0 in the order of Week.
const (
	AtStart  Step = -1 - iota // built, nothing lived yet
	AtChange                  // what fell due before a period has been carried out
	AtClose                   // the firm has met, where it does: the week that is over is the one before the market's
	AtEnd                     // all is lived
)

// Name of the step: that of the phase, or one of its own.
func (s Step) Name() string {
	if s >= 0 {
		return Week[s].Name
	}
	return [...]string{"start", "change", "close", "end"}[-s-1]
}

// Beside is somebody who looks on at two histories of one world that are lived in step. What is seen never changes what
// happens. Different markets are seen by different goroutines, each market by one at a time.
type Beside struct {
	Witness func(side int, m *Market) Witness // who hears of side 0 or 1 of a market; asked once, with both built
	See     func(at Step, pair [2]*Market)    // called for every market after every step
	Verify  bool                              // the books are audited at every close
}

// LiveBeside lives two histories in one world step by step, on so many workers, and returns the record of each, which is
// that of Run to the last bit, and, where the books are verified, all that is broken in them as sentences. Both models must
// have the same households, weeks and closes. The only error is that of a cancelled context.
func LiveBeside(ctx context.Context, models [2]*Model, world draw.World, workers int, look Beside) ([2]*Record, []string, error) {
	x := newPair(models, world, workers, look)
	x.each(AtStart)
	for last := int32(models[0].Size.Weeks); x.firms[0].Week < last; {
		if err := ctx.Err(); err != nil {
			return [2]*Record{}, nil, err
		}
		x.period()
	}
	var broken []string
	for i, f := range x.firms {
		f.last(x.records[i])
		if look.Verify {
			broken = append(append(broken, f.broken...), Verify(x.records[i])...)
		}
	}
	x.each(AtEnd)
	return x.records, broken, nil
}

func newPair(models [2]*Model, world draw.World, workers int, look Beside) *pair {
	x := &pair{look: look, workers: workers}
	for i, model := range models {
		f := NewFirm(model, world, workers)
		f.auditing = look.Verify
		x.firms[i], x.records[i] = f, &Record{}
		for _, m := range f.Markets {
			m.observed, m.witness = true, look.Witness(i, m)
		}
	}
	return x
}

// pair is two firms whose markets are lived in step.
type pair struct {
	firms   [2]*Firm
	records [2]*Record
	look    Beside
	workers int
}

// period lives both until either has to stop, which moves nothing in the other.
func (x *pair) period() {
	for _, f := range x.firms {
		f.begin()
	}
	x.each(AtChange)
	end := min(x.firms[0].periodEnd(), x.firms[1].periodEnd())
	rooms := [2][]*scratch{x.firms[0].roomsFor(x.workers), x.firms[1].roomsFor(x.workers)}
	by(len(x.firms[0].Markets), x.workers, func(worker, i int) {
		markets := x.markets(i)
		for side, m := range markets {
			m.borrow(rooms[side][worker])
		}
		x.live(markets, end)
	})
	for i, f := range x.firms {
		f.meet(end, x.records[i], x.workers)
	}
	x.each(AtClose)
}

// live lives the weeks of a period in a market of both, phase by phase.
func (x *pair) live(markets [2]*Market, end int32) {
	for markets[0].Week < end {
		for i := range Week {
			for _, m := range markets {
				Week[i].Run(m)
			}
			x.look.See(Step(i), markets)
		}
		for _, m := range markets {
			m.Week++
		}
	}
}

func (x *pair) markets(i int) [2]*Market {
	return [2]*Market{x.firms[0].Markets[i], x.firms[1].Markets[i]}
}

// each shows every market with all at rest.
func (x *pair) each(at Step) {
	Parallel(len(x.firms[0].Markets), x.workers, func(i int) { x.look.See(at, x.markets(i)) })
}
