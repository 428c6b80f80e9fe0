package bench

import (
	"context"
	"math"
	"runtime"
	"time"

	"xsell/sim"
	"xsell/sim/draw"
)

// world is the luck of all measurements, in every repetition: the same work is done again, piece by piece.
var world = draw.World{Seed: seed}

const seed = 20260101

// lap is what one repetition found about a scenario.
type lap struct {
	cost    float64 // [ns of the clock] of the whole history on one worker
	pieces  []piece // of its work, in order: the same in every lap
	alone   float64 // [ns on the wall] on one worker
	all     float64 // [ns on the wall] on all
	shared  float64 // [ns of the clock] on all
	bytes   float64 // of memory after the build
	draws   float64 // made by one worker; 0 where they are not counted
	measure yardstick
}

// piece is one phase of one market in one week, one close, or the build.
type piece struct {
	part int // of sim.Parts
	// A phase takes microseconds, less than a look at the clock of the processor would be worth: it is timed on the wall. The
	// build and the closes take so long that neighbours interrupt them every time: they are timed by the processor.
	took time.Duration
}

// timer times the pieces of a history as it is told of them.
type timer struct {
	pieces   []piece
	wall     time.Time     // at the end of the piece before
	computed time.Duration // by the clock of the processor, before a close
}

// done is the end of a piece.
func (t *timer) done(part int) {
	at := time.Now()
	took := at.Sub(t.wall)
	t.wall = at
	if long(part) {
		took = now() - t.computed
	}
	if long(part) || part == len(sim.Week) { // a close may follow the last phase
		t.computed = now()
	}
	t.pieces = append(t.pieces, piece{part, took})
}

// long tells the build and the closes from the phases.
func long(part int) bool { return part == 0 || part == len(sim.Week)+1 }

// live lives a history of a model once on one worker with its parts told, and once on all.
func live(ctx context.Context, model *sim.Model, workers int, buffer []uint64) (x lap, err error) {
	x.measure = paces(buffer)
	size := &model.Size
	t := timer{pieces: make([]piece, 0, (size.Weeks+size.WarmUp)*(size.Markets*len(sim.Week)+2)+2)}
	runtime.GC()
	drawn := draw.Drawn()
	begun, used := time.Now(), now()
	t.wall, t.computed = begun, used
	sim.RunInParts(model, world, t.done)
	x.pieces = t.pieces
	x.cost, x.alone = float64((now() - used).Nanoseconds()), float64(time.Since(begun).Nanoseconds())
	x.draws = float64(draw.Drawn() - drawn)
	runtime.GC()
	begun, used = time.Now(), now()
	_, err = sim.Run(ctx, model, world, workers)
	x.all, x.shared = float64(time.Since(begun).Nanoseconds()), float64((now() - used).Nanoseconds())
	x.bytes = memory(model)
	return x, err
}

// shares are what the parts of the work take of the whole cost: of each piece the median over the laps counts, so that a
// piece during which the system did something else is seen as what it is in the other laps. The phases share what the build
// and the closes leave, in proportion to their time.
func shares(laps []lap) []float64 {
	of := make([]float64, len(sim.Parts()))
	for i, p := range laps[0].pieces {
		of[p.part] += median(laps, func(x lap) float64 { return float64(x.pieces[i].took.Nanoseconds()) })
	}
	whole, phases := median(laps, func(x lap) float64 { return x.cost }), 0.0
	rest := 1.0
	for part, took := range of {
		if long(part) {
			of[part] = min(took/whole, 1)
			rest -= of[part]
			continue
		}
		phases += took
	}
	for part := range of {
		if !long(part) {
			of[part] *= max(rest, 0) / phases
		}
	}
	return of
}

// memory is what a firm of a model takes when it has been built [bytes].
func memory(model *sim.Model) float64 {
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	firm := sim.NewFirm(model, world, 1)
	runtime.GC()
	runtime.ReadMemStats(&after)
	runtime.KeepAlive(firm)
	return math.Max(float64(after.HeapAlloc)-float64(before.HeapAlloc), 0)
}

// households is how many rows a firm of a model has.
func households(model *sim.Model) (n int) {
	for _, m := range sim.NewFirm(model, world, 1).Markets {
		n += len(m.Customers.Here)
	}
	return n
}
