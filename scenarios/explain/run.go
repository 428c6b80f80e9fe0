package explain

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"slices"

	"xsell/scenarios/experiment"
	"xsell/scenarios/results"
	"xsell/scenarios/stats"
	"xsell/sim/metric"
)

// Run lives the plan, which Prepare has seen, and returns what it says. Its errors are those of experiment.Run: after an
// interrupt the set holds the first complete worlds, and is nil without one. The results are the same to the last byte for
// any number of workers.
func Run(ctx context.Context, p Plan) (*results.ExplainSet, error) {
	if err := Check(p); err != nil {
		return nil, err
	}
	worlds, err := live(ctx, p)
	if len(worlds) == 0 {
		return nil, err
	}
	c := &collector{plan: p, worlds: worlds, set: &results.ExplainSet{Manifest: experiment.Manifest(p.Plan, len(worlds))}}
	c.dictionary()
	c.levers()
	c.histories()
	for _, id := range p.Measures {
		c.measure(id)
	}
	return c.set, err
}

// collector turns worlds into a set.
type collector struct {
	plan   Plan
	worlds []world
	set    *results.ExplainSet
	idle   []bool // by lever: it changes nothing in any history
}

// dictionary describes every measure: all are kept, those that were not asked about too.
func (c *collector) dictionary() {
	for _, m := range metric.Measures {
		c.set.Dictionary = append(c.set.Dictionary, results.Measure{ID: m.ID, Title: m.Title, Unit: m.Unit, Kind: string(m.Kind),
			Good: string(m.Good), Group: m.Group, Definition: m.Definition})
	}
}

func (c *collector) levers() {
	for i, l := range c.plan.Split.Levers {
		idle := inert(c.worlds, i)
		c.idle = append(c.idle, idle)
		for _, e := range l.Edits {
			c.set.Levers = append(c.set.Levers, results.Lever{Number: i + 1, Name: l.Name, Key: e.Key(), From: e.From, To: e.To, Inert: idle, Note: l.Note})
		}
	}
	for _, note := range c.plan.Split.Notes {
		c.set.Notes = append(c.set.Notes, results.LeverNote{Note: note})
	}
}

// histories keeps the outcomes of every design in every world, the orders they come from, and the mark of all histories.
func (c *collector) histories() {
	sum := sha256.New()
	for r, w := range c.worlds {
		number := c.plan.Number(r)
		for _, s := range w.sets() {
			for m := range metric.Measures {
				c.set.Outcomes = append(c.set.Outcomes, results.Outcome{Scenario: s.String(), Replication: number,
					Measure: metric.Measures[m].ID, Value: w[s].outcomes[m]})
			}
			sum.Write([]byte(w[s].digest)) // a hash never fails
		}
		if c.plan.Exact() {
			continue
		}
		for _, order := range c.plan.orders(r) {
			c.set.Orders = append(c.set.Orders, results.LeverOrder{Replication: number, Order: orderText(order)})
		}
	}
	c.set.Manifest.Histories = hex.EncodeToString(sum.Sum(nil))
}

// orderText is the numbers of levers in the order in which they are laid.
func orderText(order []int) string {
	text := ""
	for n, i := range order {
		if n > 0 {
			text += "+"
		}
		text += Set(1 << i).String()
	}
	return text
}

// alpha is the error allowed to all intervals of a measure's levers together.
const alpha = 1 - stats.Confidence

// measure adds the difference in a measure and the shares of all levers.
func (c *collector) measure(id string) {
	at := indexOf(id)
	var used []shared
	for r, w := range c.worlds {
		if s, ok := c.plan.share(r, w, at); ok {
			used = append(used, s)
		}
	}
	m := &metric.Measures[at]
	shares := boundsOf(m, used, ofShare)
	gap := gapOf(m, used, len(c.worlds), !slices.Contains(c.idle, false))
	gap.SharesMethod = shares.family.Method
	means := c.meansOf(used)
	if len(used) > 0 {
		means, gap.Difference = stats.AddUp(means, gap.Difference, stats.Grain(append(means, gap.Base, gap.Other)...))
	}
	c.set.Differences = append(c.set.Differences, gap)
	c.rowsOf(m, used, means, shares)
}
