package experiment

import (
	"fmt"

	"xsell/scenarios"
	"xsell/scenarios/results"
	"xsell/sim/metric"
	"xsell/sim/snapshot"
)

// luckScheme is the version of the rule that turns a seed into luck: the cipher
// and the purposes of package draw. It rises when either changes.
const luckScheme = 1

// collect turns complete blocks into results.
func collect(p Plan, blocks []block) *results.Set {
	c := &collector{plan: p, names: p.Names(), blocks: blocks, set: &results.Set{
		Manifest:               Manifest(p, len(blocks)),
		Dictionary:             dictionary(),
		DistributionDictionary: distributionDictionary(),
		BooksDictionary:        booksDictionary(),
	}}
	for s := range c.names {
		for r := range blocks {
			c.history(s, r)
		}
	}
	derive(c.set)
	return c.set
}

// collector fills a set of results from blocks.
type collector struct {
	plan   Plan
	names  []string
	blocks []block
	set    *results.Set
}

// Manifest says what was asked in a plan, of which so many worlds are complete.
func Manifest(p Plan, finished int) results.Manifest {
	size := p.Scenarios[0].Model.Size
	m := results.Manifest{
		Tool: p.Tool, Scheme: luckScheme, Command: p.CommandLine, Seed: p.Seed,
		Asked: p.Replications, Finished: finished,
		Weeks: size.Weeks, WarmUp: size.WarmUp, Close: size.Close,
	}
	for n, name := range p.Names() {
		s := described(p.Scenarios[n], name)
		s.Changes = changesOf(&p, n)
		m.Scenarios = append(m.Scenarios, s)
	}
	return m
}

func described(s *scenarios.Scenario, name string) results.Scenario {
	return results.Scenario{
		Name: name, Title: s.Spec.Title, Summary: s.Spec.Summary, Source: s.Source, Sets: s.Sets,
		TOML: scenarios.Resolved(s), Assumptions: s.Spec.Sources, Model: Fingerprint(s),
	}
}

// Fingerprint tells a compiled scenario with all its constants from every other.
func Fingerprint(s *scenarios.Scenario) string {
	print, err := snapshot.Fingerprint(s.Model)
	if err != nil {
		panic(fmt.Sprintf("experiment: the model of %s has no fingerprint: %v", s.Name, err))
	}
	return print
}

func dictionary() (rows []results.Measure) {
	for _, m := range metric.Measures {
		rows = append(rows, results.Measure{
			ID: m.ID, Title: m.Title, Unit: m.Unit, Kind: string(m.Kind), Good: string(m.Good),
			Group: m.Group, Definition: m.Definition,
		})
	}
	return rows
}

func booksDictionary() (rows []results.Item) {
	for _, item := range metric.Items {
		rows = append(rows, results.Item{ID: item.ID, Unit: item.Unit, Stock: item.Stock, Title: item.Title})
	}
	return rows
}

func distributionDictionary() (rows []results.Distribution) {
	for _, s := range metric.Shapes {
		rows = append(rows, results.Distribution{
			ID: s.ID, Title: s.Title, XTitle: s.XTitle, XUnit: s.XUnit, YTitle: s.YTitle, Definition: s.Definition,
		})
	}
	return append(rows, whale)
}

// whale is the distribution that a record keeps as a curve.
var whale = results.Distribution{
	ID: "profit_whale", Title: "Cumulated profit by customer",
	XTitle: "share of customers, the most profitable first", YTitle: "cumulated share of profit",
	Definition: "customers at the end in the order of their profit since measuring began; a bar is the share of the summed profit " +
		"earned with all customers up to its right end",
}
