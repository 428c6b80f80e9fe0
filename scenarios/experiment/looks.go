package experiment

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"xsell/scenarios/results"
	"xsell/sim"
	"xsell/sim/metric"
)

// Outcomes returns a measure over the whole horizon of every scenario in every world: [world][scenario], NaN where it is
// undefined. It panics on a measure that does not exist.
type Outcomes func(measure string) [][]float64

// Ahead says, of all worlds until now, at how many worlds to look next; no more than there are ends the experiment.
type Ahead func(y Outcomes) (worlds int)

// RunLooks is Run in batches: it stops at the first of the looks, which are rising numbers of worlds from the first world
// on, at which enough says yes of all worlds until then; else at the last. The results are those of a plan with so many
// replications. The plan's own number of replications only tells the whole of the progress.
func RunLooks(ctx context.Context, p Plan, looks []int, enough func(Outcomes) bool) (*results.Set, error) {
	if len(looks) == 0 {
		return nil, fmt.Errorf("no look at all: name the worlds of at least one")
	}
	return RunAhead(ctx, p, looks[0], nil, func(y Outcomes) int {
		n := len(y(metric.Measures[0].ID))
		later := slices.IndexFunc(looks, func(worlds int) bool { return worlds > n })
		if later < 0 || enough(y) {
			return n
		}
		return looks[later]
	})
}

// RunAhead is Run in batches, the first until so many worlds, the others as ahead says. With before, results that the plan
// is of, worlds are added to theirs.
func RunAhead(ctx context.Context, p Plan, worlds int, before *results.Set, ahead Ahead) (*results.Set, error) {
	g := &growing{plan: p, before: before}
	for worlds > g.worlds() {
		more, err := Lives(ctx, p.batch(g.worlds(), worlds))
		g.blocks = append(g.blocks, more...)
		var cut *Interrupted
		switch {
		case errors.As(err, &cut):
			return g.set(worlds), &Interrupted{Finished: g.worlds(), Asked: worlds}
		case err != nil:
			return nil, err
		}
		worlds = ahead(g.outcomes())
	}
	return g.set(g.worlds()), nil
}

// growing is an experiment on its way.
type growing struct {
	plan   Plan
	before *results.Set // nil: none
	blocks []block      // lived since
}

// worlds are all there are.
func (g *growing) worlds() int { return g.earlier() + len(g.blocks) }

func (g *growing) earlier() int {
	if g.before == nil {
		return 0
	}
	return g.before.Manifest.Finished
}

// set makes results of all worlds of so many asked for; nil where there are none.
func (g *growing) set(asked int) *results.Set {
	p := g.plan
	if p.Verify && p.Ledger != nil {
		ledgers(p, g.blocks)
	}
	if len(g.blocks) == 0 {
		return g.before
	}
	p.FirstReplication, p.Replications = p.Number(g.earlier()), asked-g.earlier()
	set := collect(p, g.blocks)
	if g.before != nil {
		set = Merge(g.before, set)
		set.Manifest.Asked = asked
	}
	return set
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

// outcomes of all worlds.
func (g *growing) outcomes() Outcomes {
	return func(id string) [][]float64 {
		measure, known := metric.ByID(id)
		if !known {
			panic(fmt.Sprintf("experiment: there is no measure %q", id))
		}
		y := make([][]float64, 0, g.worlds())
		if g.before != nil {
			y = g.before.Values(id)
		}
		for _, b := range g.blocks {
			var world []float64
			for _, record := range b {
				world = append(world, measure.Over(record.Frames))
			}
			y = append(y, world)
		}
		return y
	}
}
