package experiment

import (
	"context"

	"xsell/scenarios/results"
	"xsell/sim"
)

// Run does the plan and returns its results. When ctx is cancelled it returns
// the results of the first complete worlds and an *Interrupted; without a
// complete world there are no results. Books that do not balance are an
// *Unbalanced, if the plan asks to verify them. The results are the same to the
// last byte for any number of workers.
func Run(ctx context.Context, p Plan) (*results.Set, error) {
	if err := Check(p); err != nil {
		return nil, err
	}
	blocks, broken := histories(ctx, p)
	if len(broken) > 0 {
		return nil, &Unbalanced{broken}
	}
	whole := complete(blocks)
	if whole == p.Replications {
		return collect(p, blocks), nil
	}
	interrupted := &Interrupted{Finished: whole, Asked: p.Replications}
	if whole == 0 {
		return nil, interrupted
	}
	return collect(p, blocks[:whole]), interrupted
}

// block is one world: a record for each scenario, nil where it did not finish.
type block []*sim.Record

// histories runs every scenario in every world, world by world. It returns the
// blocks and what is wrong in the books, in the order of the jobs.
func histories(ctx context.Context, p Plan) ([]block, []string) {
	blocks, names := make([]block, p.Replications), p.names()
	for r := range blocks {
		blocks[r] = make(block, len(p.Scenarios))
	}
	broken := make([][]string, p.Histories())
	finished := 0
	run := func(job int) {
		r, s := job/len(p.Scenarios), job%len(p.Scenarios)
		record, err := sim.RunObserved(ctx, p.Scenarios[s].Model, p.world(r), p.spare(), p.watch(s, r, names[s]))
		if err != nil {
			return // cancelled: the block stays incomplete
		}
		blocks[r][s] = record
		if p.Verify {
			broken[job] = verify(record, names[s], p.number(r))
		}
	}
	pool(ctx, p.Histories(), p.Threads(), run, func() {
		finished++
		if p.Progress != nil {
			p.Progress(finished, p.Histories())
		}
	})
	return blocks, flatten(broken)
}

// spare is how many goroutines each history may use inside: more than one only
// where there are more workers than histories.
func (p Plan) spare() int {
	return max(1, (p.Threads()+p.Histories()-1)/p.Histories())
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
