package cli

import (
	"context"
	"fmt"

	"xsell/scenarios/experiment"
	"xsell/scenarios/explain"
	"xsell/scenarios/results"
	"xsell/scenarios/twins"
)

// inner is one result that stands within those of a comparison, before it is lived.
type inner struct {
	at        string // its place within the results
	what      string // it is, for who looks on
	histories int
	plan      *experiment.Plan
	run       func(context.Context) (*livedInner, error)
}

// livedInner is one that was lived.
type livedInner struct {
	write func(dir string) error
	hash  func() string // of its tables
}

// innerWhy explains a pair of designs as they stand, under the levers of e, or says all that is wrong.
func (e *explaining) innerWhy(pair experiment.Plan, hands []explain.Hand) (inner, error) {
	pair.AtOnce = atOnce(pair, machineMemory())
	if err := checkMemory(pair); err != nil {
		return inner{}, err
	}
	whole, err := e.parted(pair, hands)
	if err != nil {
		return inner{}, err
	}
	whole.Prepare()
	return inner{histories: whole.Histories(), plan: &whole.Plan, run: func(ctx context.Context) (*livedInner, error) {
		set, err := explain.Run(ctx, whole)
		if set == nil {
			return nil, err
		}
		return &livedInner{func(dir string) error { return results.WriteExplain(dir, set) }, set.Hash}, err
	}}, nil
}

// parted is the plan to explain a pair of scenarios as they stand, with their difference as levers.
func (e *explaining) parted(pair experiment.Plan, hands []explain.Hand) (explain.Plan, error) {
	whole := explain.Plan{Plan: pair, Measures: e.measures, Pairs: e.orders}
	if n := len(pair.Scenarios); n != 2 {
		return whole, fmt.Errorf("what is explained is the difference of two designs, found %d", n)
	}
	wrong := problems{}
	wrong.add(explain.Check(whole))
	split, err := explain.Of(whole.Scenarios[0], whole.Scenarios[1], e.by, hands)
	wrong.add(err)
	whole.Split = split
	return whole, wrong.err()
}

// innerWho follows the same persons in a pair of designs, or says all that is wrong.
func innerWho(pair experiment.Plan) (inner, error) {
	whole := twins.Plan{Plan: pair}
	if err := twins.Check(whole); err != nil {
		return inner{}, err
	}
	if err := twinsFit(&whole, machineMemory()); err != nil {
		return inner{}, err
	}
	return inner{histories: whole.Histories(), plan: &whole.Plan, run: func(ctx context.Context) (*livedInner, error) {
		set, err := twins.Run(ctx, whole)
		if set == nil {
			return nil, err
		}
		return &livedInner{func(dir string) error { return results.WriteTwins(dir, set) }, set.Hash}, err
	}}, nil
}
