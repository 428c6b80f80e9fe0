package scenarios

import (
	"fmt"
	"slices"
	"strings"

	"xsell/agents"
	"xsell/agents/pay"
	"xsell/sim"
)

// planner builds the pay plan of one unit.
type planner struct {
	*compiler
	unit    int
	plan    sim.Plan
	tallies map[tallyKey]int // place of each tally
}

// plans compiles one plan for each unit.
func (c *compiler) plans() {
	for u := range c.units {
		p := planner{compiler: c, unit: u, tallies: map[tallyKey]int{}}
		c.model.Plans = append(c.model.Plans, p.build())
	}
}

// build compiles salary, tallies, rows and threats. Every goal of the unit has a tally, whether it is paid or not.
func (p *planner) build() sim.Plan {
	p.salary()
	for _, name := range names(p.spec.Targets.Goals) {
		if p.hasGoal(name) {
			p.goalTally(name, sim.OfSeller)
		}
	}
	for _, name := range names(p.spec.Pay.Rules) {
		p.rule(name)
	}
	for _, name := range names(p.spec.Targets.Threats) {
		p.threat(name)
	}
	for _, name := range names(p.spec.Targets.Promotions) {
		p.promotion(name)
	}
	p.check()
	return p.plan
}

func (p *planner) name() string { return p.units[p.unit] }

// salary must be said for every unit, even if it is nothing: sellers weigh all other pay against it.
func (p *planner) salary() {
	salary, found := p.spec.Pay.Salary[p.name()]
	if !found {
		p.problem([]string{"pay", "salary", p.name()}, "missing; unit %q needs one, if only \"EUR 0 per year\"", p.name())
	}
	p.plan.Salary = float64(salary)
}

// isFor tells whether a list of units, empty for all, has the planner's.
func (p *planner) isFor(units []string) bool {
	return len(units) == 0 || slices.Contains(units, p.name())
}

// rule compiles one row, unless it is not for this unit, pays nothing or counts nothing the unit can do.
func (p *planner) rule(name string) {
	r, path := p.spec.Pay.Rules[name], []string{"pay", "rule", name}
	if !p.isFor(r.Units) {
		return
	}
	if r.Goal != "" && !p.hasGoal(r.Goal) {
		if len(r.Units) > 0 {
			p.noGoal(under(path, "goal"), r.Goal)
		}
		return // a row for every unit is for those with the goal
	}
	tally, ok := p.ruleTally(&r, path)
	if !ok || r.isIdle() || p.concerned(p.unit, tally) == 0 {
		return
	}
	k := p.tally(tally)
	p.plan.Tallies[k].Clawback = max(p.plan.Tallies[k].Clawback, int(r.Clawback))
	p.plan.Rules = append(p.plan.Rules, pay.Rule{
		Name: name, Tally: k, Quota: r.Goal != "", Window: p.plan.Tallies[k].Window,
		Gates: p.gates(&r, path), Curve: r.curve(), Share: 1, Deferral: p.deferral(&r, path),
	})
}

// noGoal says that the unit does not have a goal.
func (p *planner) noGoal(path []string, goal string) {
	p.problem(path, "unit %q does not have the goal %q; add it to targets.goal.%s.units or leave the unit out here",
		p.name(), goal, goal)
}

// isIdle tells whether a row pays nothing whatever is sold, which is how a variant takes a row of its base away.
func (r *Rule) isIdle() bool {
	return !slices.ContainsFunc(r.Curve, func(p Piece) bool { return p.Jump != 0 || p.Each != 0 })
}

// curve of what is paid.
func (r *Rule) curve() pay.Curve {
	curve := make(pay.Curve, len(r.Curve))
	for i, piece := range r.Curve {
		curve[i] = pay.Piece{From: float64(piece.From), Jump: float64(piece.Jump), Slope: float64(piece.Each)}
	}
	return curve
}

// gates look at the same people's count as the row, over the same window.
func (p *planner) gates(r *Rule, path []string) (gates []pay.Gate) {
	for _, name := range names(r.Gates) {
		gate, path := r.Gates[name], under(path, "gate", name, "goal")
		goal := p.spec.Targets.Goals[gate.Goal]
		if !p.hasGoal(gate.Goal) {
			p.noGoal(path, gate.Goal)
			continue
		}
		if window := p.windowOf(r); goal.Window != window {
			p.problem(path, "the goal %q runs over %v but the row over %v; give them the same window", gate.Goal, goal.Window, window)
		}
		k := p.goalTally(gate.Goal, r.pool())
		gates = append(gates, pay.Gate{Tally: k, AtLeast: float64(gate.AtLeast), Soft: float64(gate.Else)})
	}
	return gates
}

// threat compiles one firing or demotion rule, unless it is not for this unit or nothing follows from it.
func (p *planner) threat(name string) {
	t := p.spec.Targets.Threats[name]
	if !p.isFor(t.Units) || t.Dismissal == 0 && t.PayCut == 0 {
		return
	}
	if !p.hasGoal(t.Goal) {
		if len(t.Units) > 0 {
			p.noGoal([]string{"targets", "threat", name, "goal"}, t.Goal)
		}
		return
	}
	k := p.goalTally(t.Goal, sim.OfSeller)
	p.plan.Threats = append(p.plan.Threats, sim.Threat{
		Threat:    pay.Threat{Tally: k, Window: p.plan.Tallies[k].Window, Floor: float64(t.Floor), Misses: t.Misses, Chance: 1},
		Key:       agents.Keys([]string{name}, 24)[0],
		Dismissal: float64(t.Dismissal),
		PayCut:    float64(t.PayCut),
	})
}

// check turns what the plan finds wrong with itself into problems.
func (p *planner) check() {
	for _, mistake := range p.plan.Check() {
		path, message := []string{"pay"}, fmt.Sprintf("unit %q: %s", p.name(), mistake)
		for _, rule := range p.plan.Rules {
			if inRule, found := strings.CutPrefix(mistake, fmt.Sprintf("rule %q: ", rule.Name)); found {
				path, message = []string{"pay", "rule", rule.Name}, inRule
				break
			}
		}
		p.problem(path, "%s", message)
	}
}

// stride finds the longest rows of the plans, over the model and all its changes, and tells them all.
func (c *compiler) stride() {
	models := []*sim.Model{c.model}
	for _, levers := range c.model.Regimes { // in any order: a maximum
		models = append(models, levers)
	}
	var longest sim.Strides
	for _, m := range models {
		for u := range m.Plans {
			longest.Tallies = max(longest.Tallies, len(m.Plans[u].Tallies))
			longest.Threats = max(longest.Threats, len(m.Plans[u].Threats))
			longest.Promotions = max(longest.Promotions, len(m.Plans[u].Promotions))
		}
	}
	for _, m := range models {
		m.Strides = longest
	}
}
