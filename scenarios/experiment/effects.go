package experiment

import (
	"math"

	"xsell/scenarios/results"
	"xsell/scenarios/stats"
	"xsell/sim"
)

// happenings says of every change of a scenario in how many worlds it was made, and when.
func (c *collector) happenings(s int) (changes []results.Change) {
	scenario := c.plan.Scenarios[s]
	for i := range scenario.Model.Changes {
		x := scenario.Spec.Timeline[scenario.Model.Changes[i].Name]
		row := results.Change{Name: scenario.Model.Changes[i].Name, Title: x.Title, At: int(x.Week), When: x.When}
		if of, is := scenario.Model.Changes[i].IsTrial(); is {
			row.Of = of.String()
		}
		for r := range c.blocks {
			if week := c.blocks[r][s].Happened[i]; week != sim.Never {
				row.Worlds++
				row.MeanWeek += float64(week)
			}
		}
		row.MeanWeek /= float64(max(row.Worlds, 1))
		changes = append(changes, row)
	}
	return changes
}

// effects compares the sides of every trial of a scenario.
func (c *collector) effects(s int) {
	model := c.plan.Scenarios[s].Model
	for i := range model.Changes {
		of, is := model.Changes[i].IsTrial()
		if !is {
			continue
		}
		trials := c.trials(s, i)
		for o := range sim.Outcomes {
			if sim.Outcomes[o].Of == of {
				c.effect(results.Effect{Scenario: c.names[s], Change: model.Changes[i].Name}, &sim.Outcomes[o], trials)
			}
		}
	}
}

// trials of change i by world, nil where it was not made.
func (c *collector) trials(s, i int) []*sim.Trial {
	found := make([]*sim.Trial, len(c.blocks))
	for r := range c.blocks {
		for t := range c.blocks[r][s].Trials {
			if trial := &c.blocks[r][s].Trials[t]; trial.Change == i {
				found[r] = trial
			}
		}
	}
	return found
}

// effect adds the row of one outcome. Where the change was made in no world there is none.
func (c *collector) effect(row results.Effect, outcome *sim.Outcome, trials []*sim.Trial) {
	var sides [2][]float64 // untreated and treated, by world with both
	for _, t := range trials {
		if t == nil {
			continue
		}
		untreated, treated := outcome.Value(&t.Arms[0]), outcome.Value(&t.Arms[1])
		if math.IsNaN(untreated) || math.IsNaN(treated) {
			continue
		}
		sides[0], sides[1] = append(sides[0], untreated), append(sides[1], treated)
		row.NUntreated += float64(t.Arms[0].Members)
		row.NTreated += float64(t.Arms[1].Members)
	}
	row.Of, row.Measure, row.Worlds = outcome.Of.String(), outcome.ID, len(sides[0])
	if row.Worlds == 0 {
		return
	}
	row.NUntreated /= float64(row.Worlds)
	row.NTreated /= float64(row.Worlds)
	row.Untreated, row.Treated = stats.Summary(sides[0]).Mean, stats.Summary(sides[1]).Mean
	d := stats.Paired(sides[0], sides[1])
	row.Difference, row.Words = d.Mean, d.Words
	row.Low, row.High = around(d.Low, d.High)
	c.set.Effects = append(c.set.Effects, row)
}

// effectsDictionary explains the measures that effects are in.
func effectsDictionary() (rows []results.EffectItem) {
	for _, o := range sim.Outcomes {
		rows = append(rows, results.EffectItem{Of: o.Of.String(), ID: o.ID, Title: o.Title, Unit: o.Unit, Good: string(o.Good),
			Definition: o.Definition})
	}
	return rows
}
