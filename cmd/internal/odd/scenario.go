package odd

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"xsell/scenarios"
)

// scenarioTables show what one scenario sets: its story, the firm's organisation, pay, goals, controls and dates.
func scenarioTables(s *scenarios.Scenario) []Section {
	spec := s.Spec
	o, pay, targets := &spec.Organisation, &spec.Pay, &spec.Targets
	return []Section{
		{"scenario", story(s)},
		{"run", leverTable("run", spec.Run)},
		{"units", entries("unit", o.Units)},
		{"grants", entries("grant", o.Grants)},
		{"handoffs", entries("handoff", o.Handoffs)},
		{"contracts", entries("contract", o.Contracts)},
		{"organisation", leverTable("organisation", *o)},
		{"salaries", salaries(pay)},
		{"rules", entries("row", rules(spec), column{"pays", curve}, column{"gates", gates})},
		{"goals", entries("goal", targets.Goals)},
		{"threats", entries("threat", targets.Threats)},
		{"targets", leverTable("targets", *targets)},
		{"controls", leverTable("controls", spec.Controls)},
		{"timeline", entries("change", changes(s), column{"sets", settings})},
	}
}

// story is title, summary and sources.
func story(s *scenarios.Scenario) string {
	var out strings.Builder
	fmt.Fprintf(&out, "\n**%s** (%s, %s", s.Spec.Title, Code(s.Name), s.Source)
	if s.Spec.Base != "" {
		fmt.Fprintf(&out, "; changes %s", Code(s.Spec.Base))
	}
	for _, set := range s.Sets {
		fmt.Fprintf(&out, "; set %s", Code(set))
	}
	fmt.Fprintf(&out, "). %s\n", strings.TrimSpace(s.Spec.Summary))
	if len(s.Spec.Sources) > 0 {
		out.WriteString("\nSources of its own numbers:\n\n")
		for _, source := range s.Spec.Sources {
			fmt.Fprintf(&out, "- %s\n", source)
		}
	}
	out.WriteString("\n")
	return out.String()
}

// salaries by unit.
func salaries(pay *scenarios.Pay) string {
	var rows [][]string
	for _, unit := range sorted(pay.Salary) {
		rows = append(rows, cells(Code(unit), pay.Salary[unit]))
	}
	return Table([]string{"unit", "salary"}, rows)
}

// rules of the pay plans, with what a goal says for them and whose count they read.
func rules(spec *scenarios.Spec) map[string]scenarios.Rule {
	whole := map[string]scenarios.Rule{}
	for name, rule := range spec.Pay.Rules {
		if goal, found := spec.Targets.Goals[rule.Goal]; found {
			rule.Measure, rule.Window, rule.Lines, rule.Products = goal.Measure, goal.Window, goal.Lines, goal.Products
		}
		rule.Of = cmp.Or(rule.Of, "seller")
		whole[name] = rule
	}
	return whole
}

// changes with the markets they are for: all, where nothing is said.
func changes(s *scenarios.Scenario) scenarios.Timeline {
	whole := scenarios.Timeline{}
	for name, change := range s.Spec.Timeline {
		if !slices.Contains(s.Tree.Keys("timeline", name), "markets") {
			change.Markets = 1
		}
		whole[name] = change
	}
	return whole
}

// curve of a row in words: from which count on what is paid.
func curve(entry any) string {
	rule := entry.(scenarios.Rule)
	var pieces []string
	for _, p := range rule.Curve {
		pieces = append(pieces, piece(p, rule.Goal != ""))
	}
	return strings.Join(pieces, "; ")
}

// piece of a curve in words; x is a count, or a share of the goal.
func piece(p scenarios.Piece, ofGoal bool) string {
	from, unit := fmt.Sprintf("from %v on", p.From), "unit"
	switch {
	case p.From == 0:
		from = "from the start"
	case ofGoal:
		from = fmt.Sprintf("from %.4g %% of the goal on", 100*float64(p.From))
	}
	if ofGoal {
		unit = "whole goal"
	}
	var paid []string
	if p.Jump != 0 {
		paid = append(paid, fmt.Sprintf("%v at once", p.Jump))
	}
	if p.Each != 0 {
		paid = append(paid, fmt.Sprintf("%v per further %s", p.Each, unit))
	}
	if len(paid) == 0 {
		return from + " nothing more"
	}
	return from + " " + strings.Join(paid, " and ")
}

// gates of a row in words.
func gates(entry any) string {
	rule := entry.(scenarios.Rule)
	var all []string
	for _, name := range sorted(rule.Gates) {
		g := rule.Gates[name]
		behind := "nothing"
		if g.Else != 0 {
			behind = g.Else.String()
		}
		all = append(all, fmt.Sprintf("%v of %s, else %s", g.AtLeast, Code(g.Goal), behind))
	}
	return strings.Join(all, "; ")
}

// settings of a dated change, as paths and values.
func settings(entry any) string { return strings.Join(flat("", entry.(scenarios.Change).Set), "; ") }

func flat(path string, set map[string]any) (all []string) {
	for _, key := range sorted(set) {
		if below, is := set[key].(map[string]any); is {
			all = append(all, flat(path+key+".", below)...)
			continue
		}
		all = append(all, Code(fmt.Sprintf("%s%s = %v", path, key, set[key])))
	}
	return all
}
