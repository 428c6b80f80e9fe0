package experiment

import (
	"context"
	"math"
	"slices"

	"xsell/scenarios"
	"xsell/scenarios/results"
	"xsell/scenarios/selection"
	"xsell/sim"
	"xsell/sim/metric"
)

// Sifting is a selection on its way: worlds are lived of the scenarios that are left, until one is.
type Sifting struct {
	Plan    Plan // its replications say nothing
	Measure *metric.Measure
	Race    *selection.Race
	Most    int                        // worlds; 0: as many as it takes
	Told    func(race *selection.Race) // called after every world; nil: not called
	shared  []block                    // worlds of all scenarios
	values  [][]float64                // of the measure, by world and scenario that was left
	left    [][]int                    // scenarios that were left, by world
}

// Run lives worlds until the selection is over or has had its most. The error is an *Interrupted where the context was
// cancelled.
func (s *Sifting) Run(ctx context.Context) error {
	s.Plan.Scenarios = named(s.Plan)
	for !s.Race.Over() && (s.Most == 0 || s.Race.Worlds < s.Most) {
		left, worlds := s.Race.Left(), s.ahead()
		p := s.Plan
		p.Scenarios, p.Progress, p.Ledger = nil, nil, nil
		for _, i := range left {
			p.Scenarios = append(p.Scenarios, s.Plan.Scenarios[i])
		}
		p.FirstReplication, p.Replications = s.Plan.Number(s.Race.Worlds), worlds
		blocks, err := Lives(ctx, p)
		if err != nil {
			return err
		}
		for _, b := range blocks {
			if !s.Race.Over() {
				s.add(left, b)
			}
		}
	}
	return nil
}

// ahead is how many worlds are lived at a time: those of the first stage at once, then so many that all processors are
// busy. Worlds that turn out not to be needed are not looked at.
func (s *Sifting) ahead() int {
	worlds := max(s.Race.Batch, (s.Plan.Threads()+len(s.Race.Left())-1)/len(s.Race.Left()))
	if s.Race.Worlds < selection.FirstStage {
		worlds = selection.FirstStage - s.Race.Worlds
	}
	if s.Most > 0 {
		worlds = min(worlds, s.Most-s.Race.Worlds)
	}
	return worlds
}

// add takes a world of the scenarios that were left when it was lived; some may have been dropped since.
func (s *Sifting) add(lived []int, b block) {
	world, histories := make([]float64, s.Race.Designs), make([]string, s.Race.Designs)
	for i := range world {
		world[i] = math.NaN()
	}
	for n, i := range lived {
		world[i], histories[i] = s.Measure.Over(b[n].Frames), sim.Digest(b[n])
	}
	left := s.Race.Left()
	s.values, s.left = append(s.values, world), append(s.left, left)
	if len(left) == s.Race.Designs {
		s.shared = append(s.shared, b)
	}
	s.Race.Add(world, histories...)
	if s.Told != nil {
		s.Told(s.Race)
	}
}

// named are the scenarios of a plan by the names they have in it, which they keep when some are gone.
func named(p Plan) (all []*scenarios.Scenario) {
	for i, name := range p.Names() {
		s := *p.Scenarios[i]
		s.Name = name
		all = append(all, &s)
	}
	return all
}

// Set is the results of the worlds that all scenarios share, with how the selection went. asked is what was declared.
func (s *Sifting) Set(asked results.Selection) *results.Set {
	p := s.Plan
	p.Replications = len(s.shared)
	set := collect(p, s.shared)
	a, names := s.Race.Answer(), p.Names()
	asked.First, asked.Batch, asked.Skew, asked.Eta, asked.H2 = selection.FirstStage, s.Race.Batch, s.Race.Skew, s.Race.Eta, s.Race.H2
	asked.Settled, asked.Selected, asked.Worlds, asked.Shared = a.Settled, names[a.Selected], s.Race.Worlds, a.Shared
	asked.Dropped, asked.Histories, asked.Whole, asked.Unseen = s.Race.Omitted, a.Lived, a.Whole, a.Unseen
	set.Manifest.Selection = &asked
	for i, name := range names {
		row := results.Contestant{Scenario: name, Measure: s.Measure.ID, Worlds: s.Race.Lived(i), Behind: math.NaN(), Margin: math.NaN(),
			Mean: s.Race.Mean(i), Fate: results.Selected}
		fate, dropped := s.Race.Fate(i)
		switch {
		case dropped:
			row.Fate, row.By, row.Behind, row.Margin = results.DroppedOut, names[fate.By], fate.Behind, fate.Margin
		case slices.Contains(a.Tied, i):
			row.Fate = results.Tied
		case slices.Contains(a.Even, i):
			row.Fate = results.Even
		case !a.Settled:
			row.Fate = results.Left
		}
		set.Contestants = append(set.Contestants, row)
		for r, left := range s.left {
			if slices.Contains(left, i) {
				set.Observed = append(set.Observed, results.Observed{Scenario: name, Replication: p.Number(r), Measure: s.Measure.ID, Value: s.values[r][i]})
			}
		}
	}
	return set
}
