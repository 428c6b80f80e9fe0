package calibrate

import (
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"xsell/scenarios"
	"xsell/scenarios/calibrate/fit"
	"xsell/scenarios/evidence"
	"xsell/scenarios/tree"
	"xsell/scenarios/words"
)

// Defaults of a search.
const (
	usualScenario = "silo"
	usualRounds   = 8
	usualSpread   = 0.5
	usualStep     = 0.1
	usualRidge    = 1
	leastRidge    = 1e-6 // without any, what no target knows about would have no place
	oneEnd        = 0.1  // tolerance of a band with one end, as a share of the end
)

// Read reads a calibration. The error is a tree.Problems with all that is wrong in the file; that every parameter can
// take both ends of its range shows there too. Nothing is lived.
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
	b := &builder{tree: parsed, dir: dir, written: written}
	b.plan = &Plan{Title: written.Title, Text: string(source.Text), AllConstants: written.AllConstants, Scenario: written.Scenario}
	b.search()
	b.parameters()
	b.targets()
	if len(b.problems) == 0 {
		b.ends()
	}
	b.problems.Sort()
	if len(b.problems) > 0 {
		return nil, b.problems
	}
	return b.plan, nil
}

// builder turns words into a plan and collects what is wrong with them.
type builder struct {
	tree     *tree.Tree
	dir      string
	written  file
	plan     *Plan
	problems tree.Problems
}

func (b *builder) problem(path []string, format string, args ...any) {
	b.problems = append(b.problems, b.tree.Problem(path, format, args...))
}

func (b *builder) search() {
	w, p := b.written.Search, b.plan
	p.Seed, p.ConfirmSeed, p.Worlds, p.ConfirmWorld = uint64(w.Seed), uint64(w.ConfirmSeed), int(w.Worlds), int(w.ConfirmWorld)
	p.Size, p.ConfirmSize = w.Size, w.ConfirmSize
	if p.ConfirmWorld == 0 {
		p.ConfirmWorld = 2 * p.Worlds
	}
	if w.ConfirmSeed == w.Seed {
		b.problem([]string{"search", "confirm-seed"}, "found the seed of the search; fresh luck needs another seed")
	}
	p.problem = fit.Problem{Ridge: b.or("ridge", w.Ridge, usualRidge), Step: b.or("step", w.Step, usualStep), Rounds: usualRounds,
		Screen: fit.Screen{Points: int(w.Screen), Spread: b.or("spread", w.Spread, usualSpread), Seed: p.Seed}}
	if w.Rounds != nil {
		p.problem.Rounds = int(*w.Rounds)
	}
	p.problem.Ridge = max(p.problem.Ridge, leastRidge)
}

// or is a number of the search, or what it is if it is left out. A step of nothing is refused; a ridge may be nothing.
func (b *builder) or(key string, value words.Factor, usual float64) float64 {
	if b.tree.Value("search", key) == nil {
		return usual
	}
	if value == 0 && key != "ridge" {
		b.problem([]string{"search", key}, "found 0, must be more")
	}
	return float64(value)
}

func (b *builder) targets() {
	book := evidence.Builtin()
	for i, name := range b.written.Facts {
		if !filepath.IsAbs(name) {
			name = filepath.Join(b.dir, name)
		}
		own, err := evidence.ReadFile(name)
		if err != nil {
			b.problem([]string{"facts", "[" + words.Count(i+1).String() + "]"}, "%s", err)
			continue
		}
		book = book.With(own)
	}
	if len(b.written.Targets) == 0 {
		b.problem([]string{"target"}, "name at least one fact")
	}
	for _, id := range slices.Sorted(maps.Keys(b.written.Targets)) {
		path, spec := []string{"target", id}, b.written.Targets[id]
		facts, unknown := book.ChooseFacts([]string{id}, "")
		for _, sentence := range unknown {
			b.problem(path, "%s", strings.Replace(sentence, "; --list", "; xsell facts --list", 1))
		}
		if len(facts) > 1 && (spec.Aim != nil || spec.Tolerance != nil) {
			b.problem(path, "it stands for %d facts, which cannot have one aim or tolerance; name each", len(facts))
		}
		for _, f := range facts {
			b.target(path, f, spec)
		}
	}
}

// target checks one of the facts that are to be met.
func (b *builder) target(path []string, f *evidence.Fact, spec targetSpec) {
	if slices.ContainsFunc(b.plan.Targets, func(t Target) bool { return t.Fact.ID == f.ID }) {
		b.problem(path, "%s is a target already", f.ID)
		return
	}
	low, high := f.Band.Low, f.Band.High
	t := Target{Fact: f, Weight: 1, Aim: (low + high) / 2, Tolerance: (high - low) / 2}
	switch {
	case math.IsInf(high, 1):
		t.Side, t.Aim, t.Tolerance = fit.Below, low, oneEnd*math.Abs(low)
	case math.IsInf(low, -1):
		t.Side, t.Aim, t.Tolerance = fit.Above, high, oneEnd*math.Abs(high)
	}
	if spec.Weight != nil {
		t.Weight = float64(*spec.Weight)
	}
	if spec.Aim != nil {
		t.Aim = float64(*spec.Aim)
	}
	if spec.Tolerance != nil {
		t.Tolerance = float64(*spec.Tolerance)
	}
	if !(t.Tolerance > 0) {
		b.problem(append(path, "tolerance"), "%s has the band %v, which gives no tolerance; set one of more than 0", f.ID, f.Band)
		return
	}
	b.plan.Targets = append(b.plan.Targets, t)
}

// constant is the row of the table of constants with a name.
func constant(name string) (scenarios.Constant, bool) {
	table := scenarios.PsychologyTable()
	i := slices.IndexFunc(table, func(c scenarios.Constant) bool { return c.Path == name })
	if i < 0 {
		return scenarios.Constant{}, false
	}
	return table[i], true
}
