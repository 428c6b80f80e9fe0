package bench

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"

	"xsell/scenarios"
	"xsell/scenarios/results"
	"xsell/scenarios/words"
	"xsell/sim"
)

// Plan is what is measured, and at which size.
type Plan struct {
	Scenarios   []string // built in, or files
	Sets        []string // assignments laid over them
	Sizes       []int    // of the only scenario, in customers; none: its parts are measured at the size Customers
	Customers   int      // of each; markets and sellers in the scenario's proportion, so that a market keeps its size
	Weeks       int      // measured, after the scenario's warm-up
	Repetitions int
	Workers     int // 0: one per processor
	Tool        string
}

// Check says everything that keeps a plan from being carried out.
func (p Plan) Check() error {
	var wrong []error
	for _, least := range []struct {
		what     string
		n, least int
	}{{"customers", p.Customers, 1}, {"weeks", p.Weeks, 1}, {"repetitions", p.Repetitions, 1}, {"workers", p.Workers, 0}, {"scenarios", len(p.Scenarios), 1}, {"customers", slices.Min(append([]int{1}, p.Sizes...)), 1}} {
		if least.n < least.least {
			wrong = append(wrong, fmt.Errorf("%d %s: at least %d", least.n, least.what, least.least))
		}
	}
	if len(p.Sizes) > 0 && len(p.Scenarios) > 1 {
		wrong = append(wrong, fmt.Errorf("sizes are measured of one scenario, not of %d: name it, as in --scenario national-bank", len(p.Scenarios)))
	}
	return errors.Join(wrong...)
}

// load makes the models at the plan's size.
func (p Plan) load() (models []*sim.Model, names []string, err error) {
	var wrong []error
	for _, name := range p.Scenarios {
		s, err := sized(name, p.Sets, p.Customers, p.Weeks)
		if err != nil {
			wrong = append(wrong, err)
			continue
		}
		models, names = append(models, s.Model), append(names, s.Name)
	}
	return models, names, errors.Join(wrong...)
}

// sized is a scenario with so many customers and weeks, and markets as large as its own.
func sized(name string, sets []string, customers, weeks int) (*scenarios.Scenario, error) {
	own, err := scenarios.Load(name, sets)
	if err != nil {
		return nil, err
	}
	size := own.Model.Size
	share := func(n int) int { return max(1, (n*customers+size.Customers/2)/size.Customers) }
	return scenarios.Load(name, append(slices.Clone(sets),
		fmt.Sprintf("run.customers=%d", customers), fmt.Sprintf("run.markets=%d", share(size.Markets)),
		fmt.Sprintf("run.sellers=%d", share(size.Sellers)), "run.weeks="+words.Weeks(weeks).String()))
}

// Measure measures the plan's scenarios in turn, as often as it says, each beside the yardstick. All repetitions live the
// same histories. start measures the start of the program, once a repetition; nil leaves it out.
func Measure(ctx context.Context, p Plan, start func(context.Context) (results.Start, error)) (*results.Bench, error) {
	if err := p.Check(); err != nil {
		return nil, err
	}
	models, names, err := p.load()
	if err != nil {
		return nil, err
	}
	workers := cmp.Or(p.Workers, runtime.GOMAXPROCS(0))
	buffer := make([]uint64, bufferWords)
	turn(buffer) // the system gives memory when it is first written
	laps, starts := make([][]lap, len(models)), []results.Start(nil)
	for range p.Repetitions {
		for i, model := range models {
			x, err := live(ctx, model, workers, buffer)
			if err != nil {
				return nil, fmt.Errorf("interrupted: %w", err)
			}
			laps[i] = append(laps[i], x)
		}
		if start != nil {
			s, err := start(ctx)
			if err != nil {
				return nil, err
			}
			starts = append(starts, s)
		}
	}
	b := p.describe(laps, starts)
	for i, model := range models {
		b.Scenarios = append(b.Scenarios, summary(names[i], model, workers, laps[i]))
	}
	return b, nil
}
