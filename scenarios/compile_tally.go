package scenarios

import (
	"fmt"
	"strings"

	"xsell/agents"
	"xsell/agents/pay"
	"xsell/scenarios/words"
	"xsell/sim"
)

// measures by the words of a file.
var measures = map[string]sim.Measure{
	"openings": sim.Openings, "points": sim.Points, "kept-openings": sim.Kept, "margin": sim.Margin,
	"referrals": sim.Referrals, "referrals-signed": sim.ReferralsSigned,
}

// pools by the words of a file.
var pools = map[string]sim.Pool{"": sim.OfSeller, "seller": sim.OfSeller, "team": sim.OfTeam, "unit": sim.OfUnit, "firm": sim.OfFirm}

// of names a pool in the name of a tally.
var of = [...]string{sim.OfSeller: "", sim.OfTeam: " of the team", sim.OfUnit: " of the unit", sim.OfFirm: " of the firm"}

// tallyKey is what two rows must have in common to share a tally. Products are those named, not yet those the unit has
// to do with, so that a team's units count under one key.
type tallyKey struct {
	goal     string // "" where no goal is named
	measure  sim.Measure
	products agents.Products
	window   words.Weeks
	pool     sim.Pool
}

func (r *Rule) pool() sim.Pool { return pools[r.Of] }

// windowOf a row is its goal's, if it names one.
func (c *compiler) windowOf(r *Rule) words.Weeks {
	if r.Goal != "" {
		return c.spec.Targets.Goals[r.Goal].Window
	}
	return r.Window
}

// ruleTally says what a row counts, or that it does not say so.
func (p *planner) ruleTally(r *Rule, path []string) (key tallyKey, ok bool) {
	window := p.windowOf(r)
	if r.pool() == sim.OfFirm && window%p.spec.Run.Close != 0 {
		p.problem(under(path, "window"), "found %v; what the whole firm sold is known at closes only, so it must be a multiple of run.close, %v",
			window, p.spec.Run.Close)
	}
	if r.Goal != "" {
		return p.goalKey(r.Goal, r.pool()), true
	}
	if r.Measure == "" {
		p.problem(under(path, "measure"), "missing; say what is counted, or name a goal")
	}
	if r.Window == 0 {
		p.problem(under(path, "window"), "missing; say over how many weeks is counted, or name a goal")
	}
	if r.Measure == "" || r.Window == 0 {
		return tallyKey{}, false
	}
	return tallyKey{"", measures[r.Measure], p.covered(path, r.Lines, r.Products), r.Window, r.pool()}, true
}

// goalKey is the key of a goal's tally.
func (c *compiler) goalKey(name string, pool sim.Pool) tallyKey {
	g := c.spec.Targets.Goals[name]
	return tallyKey{name, measures[g.Measure], c.covered([]string{"targets", "goal", name}, g.Lines, g.Products), g.Window, pool}
}

// hasGoal tells whether the unit has a goal. A goal of referrals for every unit is for those that have a handoff.
func (p *planner) hasGoal(name string) bool {
	g := p.spec.Targets.Goals[name]
	if len(g.Units) > 0 || measures[g.Measure] < sim.Referrals {
		return p.isFor(g.Units)
	}
	return p.concerned(p.unit, p.goalKey(name, sim.OfSeller)) != 0
}

// goalTally returns the place of a goal's tally.
func (p *planner) goalTally(name string, pool sim.Pool) int {
	k := p.tally(p.goalKey(name, pool))
	p.plan.Tallies[k].Goal = pool == sim.OfSeller // a pooled count of the same goal is not a second goal
	return k
}

// tally returns the place of a tally, which it adds where there is none yet.
func (p *planner) tally(key tallyKey) int {
	if k, found := p.tallies[key]; found {
		return k
	}
	t := sim.Tally{
		Name: p.tallyName(key), Measure: key.measure, Pool: key.pool, Window: int(key.window),
		Weight: p.weights(p.unit, key), Usual: p.usual(key),
	}
	if key.goal != "" {
		t.Setter = p.setter(key.goal, t.Usual)
		if key.pool != sim.OfFirm {
			t.Spread = float64(p.spec.Targets.Spread)
		}
	}
	k := len(p.plan.Tallies)
	p.tallies[key] = k
	p.plan.Tallies = append(p.plan.Tallies, t)
	p.plan.Plan.Tallies = append(p.plan.Plan.Tallies, pay.TallyDef{Name: t.Name, Window: t.Window})
	return k
}

// tallyName is the same in all units that count together.
func (p *planner) tallyName(key tallyKey) string {
	if key.goal != "" {
		return key.goal + of[key.pool]
	}
	var products []string
	for q, name := range p.products {
		if key.products.Has(agents.ProductID(q)) {
			products = append(products, name)
		}
	}
	what := "all products"
	if len(products) < len(p.products) {
		what = strings.Join(products, ", ")
	}
	for word, measure := range measures {
		if measure == key.measure {
			return fmt.Sprintf("%s in %v%s: %s", word, key.window, of[key.pool], what)
		}
	}
	panic("scenarios: a measure has no word")
}

// concerned returns the products a tally can count in a unit: sales of all that are named, because a finder's credit
// may be for what the unit cannot sell; leads only of what it can hand off.
func (c *compiler) concerned(unit int, key tallyKey) agents.Products {
	if key.measure < sim.Referrals {
		return key.products
	}
	var handed agents.Products
	for _, h := range c.model.Org.From[unit] {
		handed |= c.model.Org.Handoffs[h].Products
	}
	return key.products & handed
}

// weights say by product what one event adds to a tally.
func (c *compiler) weights(unit int, key tallyKey) []float64 {
	weights, concerned := make([]float64, len(c.products)), c.concerned(unit, key)
	for q, name := range c.products {
		if !concerned.Has(agents.ProductID(q)) {
			continue
		}
		switch product := c.spec.Products[name]; key.measure {
		case sim.Points:
			weights[q] = float64(product.Points)
		case sim.Margin:
			weights[q] = float64(product.Margin) - float64(product.Keeping)
		default:
			weights[q] = 1
		}
	}
	return weights
}
