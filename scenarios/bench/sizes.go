package bench

import (
	"cmp"
	"context"
	"fmt"
	"runtime"
	"time"

	"xsell/scenarios/results"
	"xsell/sim"
)

// large is the number of customers from which on one history is enough: what troubles a measurement passes in minutes.
const large = 10_000_000

// MeasureSizes measures what a customer-week costs at each of the plan's sizes, in turn and as often as it says; those from
// ten million customers on once. Markets stay as large as the scenario's own, so that only their number grows.
func MeasureSizes(ctx context.Context, p Plan) (*results.Bench, error) {
	if err := p.Check(); err != nil {
		return nil, err
	}
	workers, buffer := cmp.Or(p.Workers, runtime.GOMAXPROCS(0)), make([]uint64, bufferWords)
	turn(buffer)
	laps, models, names := make([][]lap, len(p.Sizes)), make([]*sim.Model, len(p.Sizes)), make([]string, len(p.Sizes))
	for i, customers := range p.Sizes {
		s, err := sized(p.Scenarios[0], p.Sets, customers, p.Weeks)
		if err != nil {
			return nil, err
		}
		models[i], names[i] = s.Model, s.Name
	}
	for repetition := range p.Repetitions {
		for i, model := range models {
			if repetition > 0 && model.Size.Customers >= large {
				continue
			}
			x, err := liveWhole(ctx, model, workers, buffer)
			if err != nil {
				return nil, fmt.Errorf("interrupted: %w", err)
			}
			laps[i] = append(laps[i], x)
		}
	}
	b := p.describe(laps, nil)
	for i, model := range models {
		b.Sizes = append(b.Sizes, ofSize(names[i], model, workers, laps[i]))
	}
	return b, nil
}

// liveWhole lives a history once on all workers.
func liveWhole(ctx context.Context, model *sim.Model, workers int, buffer []uint64) (x lap, err error) {
	x.measure = paces(buffer)
	runtime.GC()
	begun, used := time.Now(), now()
	_, err = sim.Run(ctx, model, world, workers)
	x.all, x.shared = float64(time.Since(begun).Nanoseconds()), float64((now() - used).Nanoseconds())
	return x, err
}

// ofSize is what the histories of one size say.
func ofSize(name string, model *sim.Model, workers int, laps []lap) results.BenchSize {
	size := model.Size
	weeks := size.Weeks + size.WarmUp
	lived := float64(size.Customers) * float64(weeks)
	return results.BenchSize{
		Name: name, Customers: size.Customers, Markets: size.Markets, Sellers: size.Sellers, Weeks: weeks, Workers: workers, Lived: len(laps),
		Cost:  median(laps, func(x lap) float64 { return x.shared / lived }),
		Ratio: median(laps, func(x lap) float64 { return x.shared / lived / x.measure.integer }),
		Wall:  median(laps, func(x lap) float64 { return x.all / 1e9 }),
	}
}
