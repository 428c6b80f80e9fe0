package explain

import (
	"context"
	"errors"
	"maps"
	"slices"

	"xsell/scenarios/experiment"
	"xsell/sim"
	"xsell/sim/metric"
)

// lived is what is kept of a history: every measure over the whole time, and marks of its numbers.
type lived struct {
	outcomes []float64 // in the order of metric.Measures
	digest   string    // of all numbers
	effect   string    // of all numbers but the dates of changes and who was in their trials
}

// world is what was lived in one world, by design.
type world map[Set]lived

// live lives the plan's histories and returns those of the complete worlds, with the error of experiment.Lives. Records
// are not kept: there may be thousands.
func live(ctx context.Context, p Plan) ([]world, error) {
	var worlds []world
	done := 0
	for _, b := range p.batches() {
		more, err := p.batch(ctx, b, done)
		worlds = append(worlds, more...)
		done += b.worlds * len(b.sets)
		var cut *experiment.Interrupted
		switch {
		case errors.As(err, &cut):
			return worlds, &experiment.Interrupted{Finished: len(worlds), Asked: p.Replications}
		case err != nil:
			return nil, err
		}
	}
	return worlds, nil
}

// batch lives one batch, after so many histories.
func (p Plan) batch(ctx context.Context, b batch, done int) ([]world, error) {
	slots := make([]lived, b.worlds*len(b.sets)) // one for each history, so that no two goroutines meet
	quiet := p.Plan
	quiet.Scenarios, quiet.Ledger, quiet.Watch = p.Split.designs(b.sets), nil, nil
	quiet.FirstReplication, quiet.Replications = p.Number(b.first), b.worlds
	quiet.Live = func(ctx context.Context, leg experiment.Leg) (*sim.Record, []string, error) {
		record, wrong, err := sim.Live(ctx, leg.Model, leg.World, leg.Workers, leg.Journey)
		if err != nil {
			return nil, nil, err
		}
		slots[leg.Block*len(b.sets)+leg.Column] = livedOf(record)
		return &sim.Record{}, wrong, nil
	}
	if p.Progress != nil {
		total := p.Histories()
		quiet.Progress = func(more, _ int) { p.Progress(done+more, total) }
	}
	blocks, err := experiment.Lives(ctx, quiet)
	worlds := make([]world, len(blocks))
	for r := range worlds {
		worlds[r] = world{}
		for column, s := range b.sets {
			worlds[r][s] = slots[r*len(b.sets)+column]
		}
	}
	return worlds, err
}

func livedOf(record *sim.Record) lived {
	bare := *record
	bare.Happened, bare.Trials = nil, nil
	return lived{outcomesOf(record), sim.Digest(record), sim.Digest(&bare)}
}

func outcomesOf(record *sim.Record) []float64 {
	values := make([]float64, len(metric.Measures))
	for m := range metric.Measures {
		values[m] = metric.Measures[m].Over(record.Frames)
	}
	return values
}

// sets lists the designs of a world in order.
func (w world) sets() []Set { return slices.Sorted(maps.Keys(w)) }
