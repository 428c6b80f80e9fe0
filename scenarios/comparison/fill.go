package comparison

import (
	"fmt"
	"slices"

	"xsell/scenarios/decide"
	"xsell/scenarios/results"
)

// declared is a decision as results keep it.
func (a *Asked) declared(d *decide.Decision) results.Decision {
	kept := results.Decision{Measure: a.Measure, Better: results.Less, Confidence: d.Confidence, Budget: d.Budget}
	if d.Measure.More {
		kept.Better = results.More
	}
	if a.Smallest != nil {
		kept.Smallest = fmt.Sprint(a.Smallest)
	}
	for _, g := range a.Guardrails {
		statistic := g.Statistic
		if statistic == "" {
			statistic = mean
		}
		kept.Guards = append(kept.Guards, results.Boundary{Name: g.Name, Measure: g.Measure, Statistic: statistic, Kind: g.Kind,
			Limit: fmt.Sprint(g.Limit)})
	}
	return kept
}

// Fill judges the outcomes in a set of results and puts the verdicts beside them. looks are the worlds at which they were
// to be judged.
func (d *Decision) Fill(set *results.Set, looks []int) {
	a := d.Judge(set.Values)
	kept := d.declared
	kept.Looks, kept.Worlds, kept.Dropped, kept.Method, kept.Settled = looks, a.Worlds, a.Dropped, a.Method, a.Settled
	kept.Short = int(a.Short)
	kept.Look = 1 + slices.IndexFunc(looks, func(worlds int) bool { return set.Manifest.Finished <= worlds })
	d.account(&kept, set)
	d.precise(&kept, set)
	set.Manifest.Decision = &kept
	set.Verdicts, set.Standings, set.Guards = nil, nil, nil
	name := func(i int) string { return set.Manifest.Scenarios[i].Name }
	for _, p := range a.Pairs {
		set.Verdicts = append(set.Verdicts, results.Verdict{Scenario: name(p.Design), Against: name(p.Against), Measure: kept.Measure,
			Difference: p.Mean, Low: p.Low, High: p.High, Seen: p.Seen, Seen80: p.Seen80, Smallest: a.Smallest,
			Words: p.Word, Note: p.Note, More: p.More, Trust: p.Trust})
	}
	for i, s := range a.Standings {
		row := results.Standing{Scenario: name(i), Measure: kept.Measure, Mean: a.Means[i], Low: s.Low, High: s.High,
			Words: results.NotBest, Contender: slices.Contains(a.Contenders, i)}
		if s.Possible {
			row.Words = results.PossiblyBest
		}
		set.Standings = append(set.Standings, row)
	}
	for _, g := range a.Guarded {
		b := kept.Guards[g.Guardrail]
		set.Guards = append(set.Guards, results.Guard{Scenario: name(g.Design), Guardrail: b.Name, Measure: b.Measure,
			Statistic: b.Statistic, Kind: b.Kind, Limit: g.Limit, Value: g.Value, Low: g.Low, High: g.High, Words: g.Fate,
			More: g.More, Worlds: g.Worlds, Dropped: g.Dropped, Note: g.Note})
	}
}

// account notes the looks that have been taken: those on the way to this one, or, where results were extended, those before
// and this one.
func (d *Decision) account(kept *results.Decision, set *results.Set) {
	if d.before != nil {
		kept.Look, kept.Looks = len(d.before.Taken)+1, d.before.Looks
		kept.Taken = append(slices.Clone(d.before.Taken), results.Taken{Worlds: set.Manifest.Finished, Alpha: d.Alpha()})
		return
	}
	for _, worlds := range kept.Looks[:max(kept.Look, 1)] {
		kept.Taken = append(kept.Taken, results.Taken{Worlds: min(worlds, set.Manifest.Finished), Alpha: d.Alpha()})
	}
}

// precise notes how narrow the intervals are that were asked to be.
func (d *Decision) precise(kept *results.Decision, set *results.Set) {
	for i, p := range d.Precisions(set.Values) {
		u := d.untils[i]
		u.Want, u.Widest, u.Reached, u.Short = p.Want, p.Widest, p.Reached, int(p.Short)
		kept.Until = append(kept.Until, u)
	}
}
