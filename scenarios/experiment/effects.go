package experiment

import (
	"math"

	"xsell/scenarios/results"
	"xsell/scenarios/stats"
	"xsell/sim"
)

// happenings adds what became of every change in one history.
func (c *collector) happenings(at place, s int, record *sim.Record) {
	for i := range c.plan.Scenarios[s].Model.Changes {
		row := results.Happening{Scenario: at.scenario, Replication: at.replication, Change: c.plan.Scenarios[s].Model.Changes[i].Name}
		if week := record.Happened[i]; week != sim.Never {
			row.Made, row.Week = true, int(week)
		}
		c.set.Happenings = append(c.set.Happenings, row)
	}
}

// sides adds both sides of every trial of one history, in every measure.
func (c *collector) sides(at place, s int, record *sim.Record) {
	for t := range record.Trials {
		trial := &record.Trials[t]
		for o := range sim.Outcomes {
			outcome := &sim.Outcomes[o]
			if outcome.Of != trial.Of {
				continue
			}
			c.set.Sides = append(c.set.Sides, results.Sides{Scenario: at.scenario, Replication: at.replication,
				Change: c.plan.Scenarios[s].Model.Changes[trial.Change].Name, Of: outcome.Of.String(), Measure: outcome.ID,
				NUntreated: int(trial.Arms[0].Members), NTreated: int(trial.Arms[1].Members),
				Untreated: outcome.Value(&trial.Arms[0]), Treated: outcome.Value(&trial.Arms[1])})
		}
	}
}

// changesOf lists the changes of a scenario, by date.
func changesOf(p *Plan, s int) (changes []results.Change) {
	scenario := p.Scenarios[s]
	for i := range scenario.Model.Changes {
		x := scenario.Spec.Timeline[scenario.Model.Changes[i].Name]
		row := results.Change{Name: scenario.Model.Changes[i].Name, Title: x.Title, At: int(x.Week), When: x.When}
		if of, is := scenario.Model.Changes[i].IsTrial(); is {
			row.Of = of.String()
		}
		changes = append(changes, row)
	}
	return changes
}

// count says of every change of a scenario in how many worlds it was made, and when.
func (d *deriver) count(s *results.Scenario) {
	for i := range s.Changes {
		row := &s.Changes[i]
		row.Worlds, row.MeanWeek = 0, 0
		for _, h := range d.set.Happenings {
			if h.Scenario == s.Name && h.Change == row.Name && h.Made {
				row.Worlds++
				row.MeanWeek += float64(h.Week)
			}
		}
		row.MeanWeek /= float64(max(row.Worlds, 1))
	}
}

// effects compares the sides of every trial of a scenario.
func (d *deriver) effects(s *results.Scenario) {
	type key struct{ change, measure string }
	worlds := make(map[key][]results.Sides)
	for _, x := range d.set.Sides {
		if x.Scenario == s.Name {
			worlds[key{x.Change, x.Measure}] = append(worlds[key{x.Change, x.Measure}], x)
		}
	}
	for _, change := range s.Changes {
		for o := range sim.Outcomes {
			outcome := &sim.Outcomes[o]
			if outcome.Of.String() == change.Of {
				d.effect(results.Effect{Scenario: s.Name, Change: change.Name, Of: change.Of, Measure: outcome.ID},
					worlds[key{change.Name, outcome.ID}])
			}
		}
	}
}

// effect adds the row of one outcome. Where the change was made in no world there is none.
func (d *deriver) effect(row results.Effect, worlds []results.Sides) {
	var sides [2][]float64 // untreated and treated, by world with both
	for _, w := range worlds {
		if math.IsNaN(w.Untreated) || math.IsNaN(w.Treated) {
			continue
		}
		sides[0], sides[1] = append(sides[0], w.Untreated), append(sides[1], w.Treated)
		row.NUntreated += float64(w.NUntreated)
		row.NTreated += float64(w.NTreated)
	}
	row.Worlds = len(sides[0])
	if row.Worlds == 0 {
		return
	}
	row.NUntreated /= float64(row.Worlds)
	row.NTreated /= float64(row.Worlds)
	row.Untreated, row.Treated = stats.Summary(sides[0]).Mean, stats.Summary(sides[1]).Mean
	x := stats.Paired(sides[0], sides[1]).Chance()
	row.Difference, row.Words = x.Mean, x.Words
	row.Low, row.High = around(x.Low, x.High)
	d.set.Effects = append(d.set.Effects, row)
}

// effectsDictionary explains the measures that effects are in.
func effectsDictionary() (rows []results.EffectItem) {
	for _, o := range sim.Outcomes {
		rows = append(rows, results.EffectItem{Of: o.Of.String(), ID: o.ID, Title: o.Title, Unit: o.Unit, Good: string(o.Good),
			Definition: o.Definition})
	}
	return rows
}
