package bench

import (
	"runtime"
	"slices"

	"xsell/scenarios/results"
	"xsell/sim"
)

// describe is what is known about the machine.
func (p Plan) describe(laps [][]lap, starts []results.Start) *results.Bench {
	all := slices.Concat(laps...)
	return &results.Bench{
		Schema: results.BenchSchema, Tool: p.Tool, Go: runtime.Version(), System: runtime.GOOS + "/" + runtime.GOARCH,
		Processors: runtime.GOMAXPROCS(0), Clock: clockName, Repetitions: p.Repetitions,
		Yardstick: results.Yardstick{
			Integer: median(all, func(x lap) float64 { return x.measure.integer }),
			Memory:  median(all, func(x lap) float64 { return x.measure.memory }),
		},
		Start: results.Start{
			Wall: median(starts, func(s results.Start) float64 { return s.Wall }),
			CPU:  median(starts, func(s results.Start) float64 { return s.CPU }),
		},
	}
}

// summary is the speed of one scenario over its repetitions.
func summary(name string, model *sim.Model, workers int, laps []lap) results.BenchScenario {
	size := model.Size
	weeks := size.Weeks + size.WarmUp
	lived := float64(size.Customers) * float64(weeks)
	of := func(value func(lap) float64) float64 { return median(laps, value) }
	s := results.BenchScenario{
		Name: name, Customers: size.Customers, Households: households(model), Sellers: size.Sellers, Markets: size.Markets,
		Weeks: weeks, Workers: workers,
		Cost:         of(func(x lap) float64 { return x.cost / lived }),
		Ratio:        of(func(x lap) float64 { return x.cost / lived / x.measure.integer }),
		MemoryRatio:  of(func(x lap) float64 { return x.cost / lived / x.measure.memory }),
		PerSecondAll: of(func(x lap) float64 { return lived / x.all * 1e9 }),
		SpeedUp:      of(func(x lap) float64 { return x.alone / x.all }),
		CostAll:      of(func(x lap) float64 { return x.shared / lived }),
	}
	s.Draws = of(func(x lap) float64 { return x.draws / lived })
	s.PerSecond = 1e9 / s.Cost
	s.Bytes = of(func(x lap) float64 { return x.bytes }) / float64(s.Households)
	share := shares(laps)
	for i, part := range sim.Parts() {
		units := lived
		if part == sim.BuildPart {
			units = float64(size.Customers)
		}
		s.Parts = append(s.Parts, results.BenchPart{
			Name:  part,
			Cost:  of(func(x lap) float64 { return share[i] * x.cost / units }),
			Share: share[i],
			Ratio: of(func(x lap) float64 { return share[i] * x.cost / units / x.measure.integer }),
		})
	}
	return s
}

// median of a value over repetitions; 0 of none, so that it can be written as JSON.
func median[T any](all []T, value func(T) float64) float64 {
	if len(all) == 0 {
		return 0
	}
	values := make([]float64, len(all))
	for i, x := range all {
		values[i] = value(x)
	}
	slices.Sort(values)
	middle := len(values) / 2
	if len(values)%2 == 1 {
		return values[middle]
	}
	return (values[middle-1] + values[middle]) / 2
}
