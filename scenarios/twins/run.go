package twins

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"xsell/agents"
	"xsell/scenarios/experiment"
	"xsell/scenarios/results"
	"xsell/sim"
	"xsell/sim/draw"
)

// Plan is what is asked: two scenarios in every world. AtOnce is how many worlds are lived at a time.
type Plan struct {
	experiment.Plan
	People bool // keep a row for every person of the first world
	Untold bool // no stories: they take as long as a third of a world
}

// Check says everything that keeps a plan from being run.
func Check(p Plan) error {
	if len(p.Scenarios) != 2 {
		return fmt.Errorf("%d scenarios: twins are of two designs, the same persons in both", len(p.Scenarios))
	}
	if err := experiment.Check(p.Plan); err != nil {
		return err
	}
	a, b := p.Scenarios[0].Model, p.Scenarios[1].Model
	if n := productOrder(a, b).together(a.Products()); n > agents.MaxProducts {
		return fmt.Errorf("%s and %s sell %d products between them, and twins tell %d apart: give those that are the same the same names",
			p.Scenarios[0].Name, p.Scenarios[1].Name, n, agents.MaxProducts)
	}
	return nil
}

// Run lives both designs in step in every world and returns what becomes of everybody. After an interrupt the set holds
// the first complete worlds, with an *experiment.Interrupted, and is nil without one. Books that do not
// balance are an *experiment.Unbalanced, if the plan asks to verify them. The set is the same to the last byte for any
// number of workers.
func Run(ctx context.Context, p Plan) (*results.TwinSet, error) {
	if err := Check(p); err != nil {
		return nil, err
	}
	worlds := p.live(ctx)
	whole := 0
	for whole < len(worlds) && worlds[whole] != nil {
		whole++
	}
	if broken := brokenIn(worlds[:whole]); len(broken) > 0 {
		return nil, &experiment.Unbalanced{Sentences: broken}
	}
	var err error
	if whole < p.Replications {
		err = &experiment.Interrupted{Finished: whole, Asked: p.Replications}
	}
	if whole == 0 {
		return nil, err
	}
	set, failure := p.collect(worlds[:whole])
	return set, errors.Join(failure, err)
}

// brokenIn is all that is wrong in the books of some worlds.
func brokenIn(worlds []*lived) (broken []string) {
	for _, w := range worlds {
		broken = append(broken, w.broken...)
	}
	return broken
}

// lived is one world and, of the first, everybody in it.
type lived struct {
	world
	crowds [2]crowd // of the first world alone
	broken []string // in the books, as sentences
}

// live lives all worlds; those that were not finished are nil.
func (p Plan) live(ctx context.Context) []*lived {
	worlds := make([]*lived, p.Replications)
	abreast := max(1, min(p.Threads(), p.Replications))
	if p.AtOnce > 0 {
		abreast = min(abreast, p.AtOnce)
	}
	within := max(1, (p.Threads()+abreast-1)/abreast)
	var guard sync.Mutex
	done := 0
	sim.Parallel(p.Replications, abreast, func(i int) {
		if ctx.Err() != nil {
			return
		}
		worlds[i] = p.one(ctx, i, within)
		guard.Lock()
		defer guard.Unlock()
		if done += 2; worlds[i] != nil && p.Progress != nil {
			p.Progress(done, p.Histories())
		}
	})
	return worlds
}

// one lives one world, nil where it is cancelled.
func (p Plan) one(ctx context.Context, i, workers int) *lived {
	models := [2]*sim.Model{p.Scenarios[0].Model, p.Scenarios[1].Model}
	b := newBook(models[0].Size.Markets)
	look := b.look()
	look.Verify = p.Verify
	records, broken, err := sim.LiveBeside(ctx, models, draw.World{Seed: p.Seed, Replication: uint64(p.Number(i))}, workers, look)
	if err != nil {
		return nil // cancelled
	}
	w, names := &lived{}, p.Names()
	for _, sentence := range broken {
		w.broken = append(w.broken, fmt.Sprintf("replication %d: %s", p.Number(i), sentence))
	}
	for n, x := range [...]crowd{crowdOf(Customers, ofCustomers, models[0], records), crowdOf(Sellers, ofSellers, models[0], records)} {
		x.number, x.scenarios = p.Number(i), [2]string{names[0], names[1]}
		if x.name == Customers {
			x.people, x.dimensions = b.customers(), ids(byCustomer)
		} else {
			x.people, x.dimensions = b.sellers(), ids(bySeller)
		}
		w.add(&x)
		if i == 0 {
			w.crowds[n] = x
		}
	}
	return w
}

func crowdOf[T any](name string, outcomes []outcome[T], first *sim.Model, records [2]*sim.Record) crowd {
	x := crowd{name: name, outcomes: named(name, outcomes, first), books: booked(outcomes, records)}
	for i := range outcomes {
		x.grains = append(x.grains, outcomes[i].grain)
	}
	return x
}

func ids[T any](dimensions []dimension[T]) (all []string) {
	for i := range dimensions {
		all = append(all, dimensions[i].id)
	}
	return all
}

// add keeps what is counted of a crowd.
func (w *lived) add(x *crowd) {
	w.counts = append(w.counts, x.count()...)
	spread, grains := x.spread()
	w.spread, w.grains = append(w.spread, spread...), append(w.grains, grains...)
	w.sums, w.alone = append(w.sums, x.sums()...), append(w.alone, x.alone()...)
	w.partings = append(w.partings, x.partings()...)
}
