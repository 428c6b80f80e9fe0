package experiment

import (
	"context"
	"errors"
	"fmt"

	"xsell/scenarios/results"
	"xsell/sim"
	"xsell/sim/metric"
)

// Outcomes returns a measure over the whole horizon of every scenario in every world: [world][scenario], NaN where it is
// undefined. It panics on a measure that does not exist.
type Outcomes func(measure string) [][]float64

// RunLooks is Run in batches: it stops at the first of the looks, which are rising numbers of worlds from the first world
// on, at which enough says yes of all worlds until then; else at the last. The results are those of a plan with so many
// replications. The plan's own number of replications only tells the whole of the progress.
func RunLooks(ctx context.Context, p Plan, looks []int, enough func(Outcomes) bool) (*results.Set, error) {
	var blocks []block
	whole := p
	for n, worlds := range looks {
		p.Replications = worlds
		more, err := Lives(ctx, whole.batch(len(blocks), worlds))
		blocks = append(blocks, more...)
		var cut *Interrupted
		switch {
		case errors.As(err, &cut):
			return p.looked(blocks), &Interrupted{Finished: len(blocks), Asked: worlds}
		case err != nil:
			return nil, err
		case n == len(looks)-1 || enough(outcomesOf(blocks)):
			return p.looked(blocks), nil
		}
	}
	return nil, fmt.Errorf("no look at all: name the worlds of at least one")
}

// batch is the part of a plan from so many finished worlds to a look.
func (p Plan) batch(finished, worlds int) Plan {
	batch := p
	batch.FirstReplication, batch.Replications, batch.Ledger = p.Number(finished), worlds-finished, nil
	if p.Progress != nil {
		batch.Progress = func(done, _ int) { p.Progress(finished*len(p.Scenarios)+done, p.Histories()) }
	}
	if p.Watch != nil {
		batch.Watch = func(h History) *sim.Watch {
			h.Block += finished
			return p.Watch(h)
		}
	}
	return batch
}

// looked makes results of the worlds of all batches; nil where there are none.
func (p Plan) looked(blocks []block) *results.Set {
	if p.Verify && p.Ledger != nil {
		ledgers(p, blocks)
	}
	if len(blocks) == 0 {
		return nil
	}
	return collect(p, blocks)
}

func outcomesOf(blocks []block) Outcomes {
	return func(id string) [][]float64 {
		measure, known := metric.ByID(id)
		if !known {
			panic(fmt.Sprintf("experiment: there is no measure %q", id))
		}
		y := make([][]float64, len(blocks))
		for r, b := range blocks {
			for _, record := range b {
				y[r] = append(y[r], measure.Over(record.Frames))
			}
		}
		return y
	}
}
