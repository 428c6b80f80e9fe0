package bench

import (
	"context"
	"math"
	"runtime"
	"time"

	"xsell/sim"
	"xsell/sim/draw"
)

// seed is the luck of all measurements; another would take as long.
const seed = 20260101

// lap is what one repetition found about a scenario.
type lap struct {
	cost    float64   // [ns of the clock] of the whole history on one worker
	parts   []float64 // share of the time on the wall, by sim.Parts
	alone   float64   // [ns on the wall] on one worker
	all     float64   // [ns on the wall] on all
	shared  float64   // [ns of the clock] on all
	bytes   float64   // of memory after the build
	draws   float64   // made by one worker; 0 where they are not counted
	measure yardstick
}

// live lives a history of a model once on one worker with its parts told, and once on all.
func live(ctx context.Context, model *sim.Model, repetition, workers int, buffer []uint64) (x lap, err error) {
	x.measure = paces(buffer)
	world := draw.World{Seed: seed, Replication: uint64(repetition)}
	runtime.GC()
	spent := make([]time.Duration, len(sim.Parts()))
	drawn := draw.Drawn()
	begun, used := time.Now(), now()
	last := begun
	sim.RunInParts(model, world, func(part int) {
		at := time.Now()
		spent[part] += at.Sub(last)
		last = at
	})
	x.cost, x.alone = float64((now() - used).Nanoseconds()), float64(time.Since(begun).Nanoseconds())
	x.draws = float64(draw.Drawn() - drawn)
	for _, part := range spent {
		x.parts = append(x.parts, float64(part.Nanoseconds())/x.alone)
	}
	runtime.GC()
	begun, used = time.Now(), now()
	_, err = sim.Run(ctx, model, world, workers)
	x.all, x.shared = float64(time.Since(begun).Nanoseconds()), float64((now() - used).Nanoseconds())
	x.bytes = memory(model, world)
	return x, err
}

// memory is what a firm of a model takes when it has been built [bytes].
func memory(model *sim.Model, world draw.World) float64 {
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
	for _, m := range sim.NewFirm(model, draw.World{Seed: seed}, 1).Markets {
		n += len(m.Customers.Here)
	}
	return n
}
