package experiment

import (
	"context"
	"fmt"
	"slices"

	"xsell/scenarios"
	"xsell/scenarios/results"
	"xsell/sim"
)

// Again is the plan of results on disk: their scenarios as they were compiled, their seed, and no worlds yet. It is an
// error if this program would not live the same histories.
func Again(set *results.Set) (Plan, error) {
	m := &set.Manifest
	p := Plan{Seed: m.Seed, Replications: m.Finished, Tool: m.Tool, CommandLine: m.Command}
	if m.Scheme != luckScheme {
		return p, fmt.Errorf("they were made with version %d of the rule that turns a seed into luck, and this program has version %d: "+
			"new worlds would not go with the old ones; %s", m.Scheme, luckScheme, m.Anew())
	}
	for i := range m.Scenarios {
		s, err := compiledAgain(&m.Scenarios[i], m.Anew())
		if err != nil {
			return p, err
		}
		p.Scenarios = append(p.Scenarios, s)
	}
	return p, Check(p)
}

// compiledAgain is a scenario of results, compiled from the whole text that they keep. anew ends the error where it is another.
func compiledAgain(kept *results.Scenario, anew string) (*scenarios.Scenario, error) {
	s, err := scenarios.LoadText(kept.Name, kept.TOML, nil)
	if err != nil {
		return nil, fmt.Errorf("%s was written by another version of xsell, as this one cannot read it: %w", kept.Name, err)
	}
	again := *s
	again.Name, again.Source, again.Sets = kept.Name, kept.Source, kept.Sets
	if Fingerprint(&again) != kept.Model {
		return nil, fmt.Errorf("%s is not the same model in this program: a constant of behaviour, a default or the tables of the model have changed "+
			"since; %s", kept.Name, anew)
	}
	return &again, nil
}

// SameHistories lives the last world of results again and is an error if it comes out otherwise: then this program is
// another, whatever its version says.
func SameHistories(ctx context.Context, p Plan, set *results.Set) error {
	last := p
	last.FirstReplication, last.Replications = set.Manifest.Finished-1, 1
	last.Progress, last.Watch, last.Ledger, last.Lived, last.Live = nil, nil, nil, nil, nil // a kept history proves nothing
	blocks, err := Lives(ctx, last)
	if err != nil {
		return err
	}
	for i, name := range last.Names() {
		kept := slices.IndexFunc(set.Worlds, func(w results.World) bool {
			return w.Scenario == name && w.Replication == last.FirstReplication
		})
		if kept < 0 || set.Worlds[kept].Digest != sim.Digest(blocks[0][i]) {
			return fmt.Errorf("world %d of %s, lived again, is another than in the results: this build of the program is not the one that wrote them, "+
				"and its worlds would not go with the old ones; %s", last.FirstReplication, name, set.Manifest.Anew())
		}
	}
	return nil
}

// Merge puts the worlds of more, which follow those of set, to the results of set, and makes anew what is derived from all
// worlds. Verdicts are the business of whoever judges.
func Merge(set, more *results.Set) *results.Set {
	names := make([]string, len(set.Manifest.Scenarios))
	for i, s := range set.Manifest.Scenarios {
		names[i] = s.Name
	}
	both := *set
	both.Manifest.Scenarios = slices.Clone(set.Manifest.Scenarios)
	for i := range both.Manifest.Scenarios {
		both.Manifest.Scenarios[i].Changes = slices.Clone(set.Manifest.Scenarios[i].Changes)
	}
	both.Manifest.Finished += more.Manifest.Finished
	both.Manifest.Asked = max(both.Manifest.Asked, both.Manifest.Finished)
	both.Frames = joined(names, set.Frames, more.Frames, func(x *results.Frame) string { return x.Scenario })
	both.Outcomes = joined(names, set.Outcomes, more.Outcomes, func(x *results.Outcome) string { return x.Scenario })
	both.Histograms = joined(names, set.Histograms, more.Histograms, func(x *results.Histogram) string { return x.Scenario })
	both.Books = joined(names, set.Books, more.Books, func(x *results.Book) string { return x.Scenario })
	both.Worlds = joined(names, set.Worlds, more.Worlds, func(x *results.World) string { return x.Scenario })
	both.Happenings = joined(names, set.Happenings, more.Happenings, func(x *results.Happening) string { return x.Scenario })
	both.Sides = joined(names, set.Sides, more.Sides, func(x *results.Sides) string { return x.Scenario })
	derive(&both)
	return &both
}

// joined lists the rows of each scenario, old ones first.
func joined[T any](names []string, old, more []T, scenario func(*T) string) []T {
	all := make([]T, 0, len(old)+len(more))
	for _, name := range names {
		for _, rows := range [][]T{old, more} {
			for i := range rows {
				if scenario(&rows[i]) == name {
					all = append(all, rows[i])
				}
			}
		}
	}
	return all
}
