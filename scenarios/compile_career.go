package scenarios

import (
	"xsell/agents"
	"xsell/agents/pay"
	"xsell/sim"
)

// promotion compiles one rule that raises salaries, unless it is not for this unit or raises nothing.
func (p *planner) promotion(name string) {
	x := p.spec.Targets.Promotions[name]
	if !p.isFor(x.Units) || x.Raise == 0 {
		return
	}
	if !p.hasGoal(x.Goal) {
		if len(x.Units) > 0 {
			p.noGoal([]string{"targets", "promotion", name, "goal"}, x.Goal)
		}
		return
	}
	k := p.goalTally(x.Goal, sim.OfSeller)
	p.plan.Promotions = append(p.plan.Promotions, sim.Promotion{
		Promotion: pay.Promotion{Tally: k, Window: p.plan.Tallies[k].Window, Line: float64(x.AtLeast), Hits: x.Hits},
		Key:       agents.Keys([]string{name}, 24)[0],
		Raise:     float64(x.Raise),
	})
}

// deferral compiles what part of a row's pay comes later, and what it weighs today.
func (p *planner) deferral(r *Rule, path []string) pay.Deferral {
	if r.Deferred == 0 {
		return pay.Deferral{}
	}
	if r.Vests == 0 {
		p.problem(under(path, "vests"), "missing; say after how many weeks the deferred share is paid")
	}
	quits := weekly(p.spec.Environment.Quits)
	return pay.Deferral{Deferred: float64(r.Deferred), Vests: int(r.Vests), Weight: pay.Patience(&p.mind.Effort, int(r.Vests), quits)}
}
