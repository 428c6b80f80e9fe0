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
	blocks, broken := histories(ctx, p)
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
// blocks and what is wrong in the books, in the order of the jobs.
func histories(ctx context.Context, p Plan) ([]block, []string) {
	blocks, names := make([]block, p.Replications), p.Names()
	for r := range blocks {
		blocks[r] = make(block, len(p.Scenarios))
	}
	broken := make([][]string, p.Histories())
	finished := 0
	run := func(job int) {
		r, s := job/len(p.Scenarios), job%len(p.Scenarios)
		record, wrong, err := p.live(ctx, s, r, p.watch(s, r, names[s]))
		if err != nil {
			return // cancelled: the block stays incomplete
		}
		blocks[r][s] = record
		broken[job] = placed(wrong, names[s], p.Number(r))
	}
	pool(ctx, p.Histories(), p.Threads(), run, func() {
		finished++
		if p.Progress != nil {
			p.Progress(finished, p.Histories())
		}
	})
	return blocks, flatten(broken)
}

// live is the history of scenario s in world r, with what is wrong in its books, if that is asked.
func (p Plan) live(ctx context.Context, s, r int, watch *sim.Watch) (record *sim.Record, wrong []string, err error) {
	model := p.Scenarios[s].Model
	if p.Verify {
		return sim.RunObservedVerified(ctx, model, p.world(r), p.spare(), watch)
	}
	record, err = sim.RunObserved(ctx, model, p.world(r), p.spare(), watch)
	return record, nil, err
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
