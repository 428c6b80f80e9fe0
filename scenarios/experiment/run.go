package experiment

import (
	"context"
	"errors"

	"xsell/scenarios/results"
	"xsell/sim"
)

// Run does the plan and returns its results. When ctx is cancelled it returns
// the results of the first complete worlds and an *Interrupted; without a
// complete world there are no results. Books that do not balance are an
// *Unbalanced, if the plan asks to verify them. The results are the same to the
// last byte for any number of workers.
func Run(ctx context.Context, p Plan) (*results.Set, error) {
	blocks, err := Lives(ctx, p)
	if len(blocks) == 0 {
		return nil, err
	}
	return collect(p, blocks), err
}

// Lives does the plan and returns what is kept of the histories of every complete
// world, those of the plan's scenarios in order. Its errors are those of Run.
func Lives(ctx context.Context, p Plan) ([][]*sim.Record, error) {
	if err := Check(p); err != nil {
		return nil, err
	}
	blocks, broken, err := histories(ctx, p)
	if err != nil {
		return nil, err
	}
	whole := complete(blocks)
	if p.Verify && p.Ledger != nil {
		ledgers(p, blocks[:whole])
	}
	if len(broken) > 0 {
		return nil, &Unbalanced{broken}
	}
	if whole == p.Replications {
		return blocks, nil
	}
	return blocks[:whole], &Interrupted{Finished: whole, Asked: p.Replications}
}

// block is one world: a record for each scenario, nil where it did not finish.
type block = []*sim.Record

// histories runs every scenario in every world, world by world. It returns the
// blocks and what is wrong in the books, in the order of the jobs. A history that
// cannot be lived stops the others and is an error.
func histories(ctx context.Context, p Plan) ([]block, []string, error) {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	blocks, names := make([]block, p.Replications), p.Names()
	for r := range blocks {
		blocks[r] = make(block, len(p.Scenarios))
	}
	broken := make([][]string, p.Histories())
	finished := 0
	run := func(job int) {
		leg := p.leg(job, names)
		record, wrong, err := p.live(ctx, leg)
		if err != nil {
			if ctx.Err() == nil {
				stop(failed{err})
			}
			return // cancelled: the block stays incomplete
		}
		blocks[leg.Block][leg.Column] = record
		broken[job] = placed(wrong, leg.Scenario, leg.Replication)
	}
	pool(ctx, p.Histories(), p.Abreast(), run, func() {
		finished++
		if p.Progress != nil {
			p.Progress(finished, p.Histories())
		}
	})
	var cause failed
	if errors.As(context.Cause(ctx), &cause) {
		return nil, nil, cause.error
	}
	return blocks, flatten(broken), nil
}

// failed is a history that could not be lived.
type failed struct{ error }

// live is a history, with what is wrong in its books, if that is asked.
func (p Plan) live(ctx context.Context, leg Leg) (*sim.Record, []string, error) {
	if p.Watch != nil {
		leg.Watch = p.Watch(leg.History)
	}
	if p.Live != nil {
		return p.Live(ctx, leg)
	}
	return sim.Live(ctx, leg.Model, leg.World, leg.Workers, leg.Journey)
}

// ledgers hands over the books of each scenario, summed over worlds.
func ledgers(p Plan, blocks []block) {
	for s, name := range p.Names() {
		var sum []sim.Line
		for _, b := range blocks {
			for i, line := range sim.Ledger(b[s]) {
				if i == len(sum) {
					sum = append(sum, line)
					continue
				}
				sum[i] = sum[i].Plus(line)
			}
		}
		p.Ledger(name, sum)
	}
}

// complete is the number of blocks before the first incomplete one. Worlds after
// a gap are dropped: the results are then those of a plan with fewer
// replications, and do not favour worlds that run faster.
func complete(blocks []block) int {
	for r, b := range blocks {
		for _, record := range b {
			if record == nil {
				return r
			}
		}
	}
	return len(blocks)
}
