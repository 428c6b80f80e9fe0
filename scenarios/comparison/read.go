package comparison

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"xsell/scenarios"
	"xsell/scenarios/tree"
)

// Plan is a comparison as a file asks for it. What it does not say is 0, nil or false.
type Plan struct {
	Title        string
	Dir          string   // of the file: scenarios that are files are looked for there
	Scenarios    []string // as written
	Replications int
	Seed         uint64
	HasSeed      bool
	Weeks        int
	Set          []string
	Why, Who     bool // say why designs differ from the base, and who gains and loses
	Decision     *Decision
}

// Is says whether a path is that of a comparison file: one that holds a table named comparison, or decision, or guardrail.
func Is(name string) bool {
	if !strings.HasSuffix(name, ".toml") {
		return false
	}
	text, err := os.ReadFile(name)
	if err != nil {
		return false
	}
	parsed, problems := tree.Parse(tree.Source{Name: name, Text: text})
	if len(problems) > 0 { // Read says what is wrong with it
		return bytes.Contains(text, []byte("[comparison]"))
	}
	return slices.ContainsFunc(parsed.Keys(), func(key string) bool {
		return key == "comparison" || key == "decision" || key == "guardrail"
	})
}

// Read reads a comparison file. The error is a tree.Problems with all that is wrong in it; the scenarios it names are not
// loaded.
func Read(name string) (*Plan, error) {
	text, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	return parse(tree.Source{Name: name, Text: text}, filepath.Dir(name))
}

func parse(source tree.Source, dir string) (*Plan, error) {
	parsed, problems := tree.Parse(source)
	if len(problems) > 0 {
		return nil, problems
	}
	var written file
	if problems = parsed.Decode(&written); len(problems) > 0 {
		return nil, problems
	}
	r := &reader{tree: parsed, written: &written}
	plan := r.plan(dir)
	if len(r.problems) > 0 {
		r.problems.Sort()
		return nil, r.problems
	}
	return plan, nil
}

// reader turns a file into a plan and collects what is wrong.
type reader struct {
	tree     *tree.Tree
	written  *file
	problems tree.Problems
}

func (r *reader) problem(path []string, format string, args ...any) {
	r.problems = append(r.problems, r.tree.Problem(path, format, args...))
}

func (r *reader) plan(dir string) *Plan {
	w := &r.written.Comparison
	p := &Plan{Title: w.Title, Dir: dir, Scenarios: w.Scenarios, Set: w.Set, Why: w.Why, Who: w.Who}
	if len(w.Scenarios) < 2 {
		r.problem([]string{"comparison", "scenarios"}, "found %d, want at least two: the base, and what is compared with it", len(w.Scenarios))
	}
	for i, reference := range w.Scenarios {
		if message := scenarios.Missing(dir, reference); message != "" {
			r.problem([]string{"comparison", "scenarios", fmt.Sprintf("[%d]", i+1)}, "%s", message)
		}
	}
	if w.Replications != nil {
		p.Replications = int(*w.Replications)
	}
	if w.Seed != nil {
		p.Seed, p.HasSeed = uint64(*w.Seed), true
	}
	if w.Weeks != nil {
		p.Weeks = int(*w.Weeks)
	}
	p.Decision = r.decision(len(w.Scenarios))
	if p.Decision != nil && p.Decision.Looks > 1 && w.Replications != nil {
		r.problem([]string{"comparison", "replications"}, "with more than one look the worlds are those of the looks, up to the budget; leave replications out")
	}
	if p.Decision != nil && len(p.Decision.Until) > 0 && w.Replications != nil {
		r.problem([]string{"comparison", "replications"}, "until says when there are enough worlds, up to the budget; leave replications out")
	}
	return p
}

// decision between so many designs; nil where there is none or none can be made.
func (r *reader) decision(designs int) *Decision {
	if r.written.Decision == nil {
		if len(r.written.Guardrails) > 0 {
			r.problem([]string{"guardrail"}, "there is nothing to decide; name a measure under [decision]")
		}
		return nil
	}
	before := len(r.problems)
	asked := r.asked()
	if len(r.problems) > before {
		return nil
	}
	decision, faults := asked.Declare(designs)
	for _, f := range faults {
		r.problem(f.Keys, "%s", f.Message)
	}
	return decision
}

// asked is the decision in words.
func (r *reader) asked() *Asked {
	w := r.written.Decision
	a := &Asked{Measure: w.Measure, Better: w.Better, Smallest: w.Smallest}
	if w.Confidence != nil {
		a.Confidence = float64(*w.Confidence)
	}
	if w.Budget != nil {
		a.Budget = int(*w.Budget)
	}
	if w.Looks != nil {
		a.Looks = int(*w.Looks)
	}
	a.Until = w.Until
	for _, name := range slices.Sorted(maps.Keys(r.written.Guardrails)) {
		g := r.written.Guardrails[name]
		rail := Rail{Name: name, Measure: g.Measure, Statistic: g.Statistic}
		if rail.Kind, rail.key, rail.Limit = g.limit(); rail.Kind == "" {
			r.problem([]string{"guardrail", name}, "set one limit: at-most, at-least, up-at-most or down-at-most")
		}
		a.Guardrails = append(a.Guardrails, rail)
	}
	return a
}
