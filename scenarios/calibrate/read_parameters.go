package calibrate

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"xsell/scenarios"
	"xsell/scenarios/evidence"
	"xsell/scenarios/tree"
)

// parameters checks all that may move, against the scenario in which keys have their present values.
func (b *builder) parameters() {
	if b.plan.Scenario == "" {
		b.plan.Scenario = usualScenario
	}
	base, err := scenarios.Load(b.plan.Scenario, nil)
	if err != nil {
		b.problem([]string{"scenario"}, "%s", err)
		return
	}
	if len(b.written.Parameters) == 0 && !b.plan.AllConstants {
		b.problem([]string{"parameter"}, "name at least one parameter")
	}
	for _, name := range slices.Sorted(maps.Keys(b.written.Parameters)) {
		path, spec := []string{"parameter", name}, b.written.Parameters[name]
		p := Parameter{Name: name, Log: spec.Log}
		before := len(b.problems)
		b.kind(path, &p, spec, base)
		if len(b.problems) == before {
			b.limits(path, &p, spec)
		}
		b.plan.Parameters = append(b.plan.Parameters, p)
	}
}

// kind finds what a parameter moves and its present value.
func (b *builder) kind(path []string, p *Parameter, spec parameterSpec, base *scenarios.Scenario) {
	named := 0
	for _, given := range []bool{spec.Constant != "", spec.Set != "", len(spec.Scale) > 0} {
		if given {
			named++
		}
	}
	switch {
	case named != 1:
		b.problem(path, `say what it moves: one of constant = "stay.affinity", set = "market.exit" or scale = ["products.*.need"]`)
	case spec.Constant != "":
		b.constant(append(path, "constant"), p, spec.Constant)
	case spec.Set != "":
		b.key(append(path, "set"), p, spec.Set, base)
	default:
		b.keys(append(path, "scale"), p, spec.Scale, base)
	}
}

func (b *builder) constant(path []string, p *Parameter, name string) {
	c, known := constant(name)
	if !known {
		b.problem(path, "no behavioural constant %q%s", name, meant(name, constantNames()))
		return
	}
	*p = constantParameter(c, p.Name, p.Log)
}

// constantParameter is a constant of behaviour as a parameter over all of its range.
func constantParameter(c scenarios.Constant, name string, byFactors bool) Parameter {
	return Parameter{Name: name, Kind: Constant, What: []string{c.Path}, Low: c.Low, High: c.High, Present: c.Value, Start: c.Value,
		Log: byFactors, Source: c.Source, form: form{unit: c.Unit}}
}

func (b *builder) key(path []string, p *Parameter, key string, base *scenarios.Scenario) {
	keys, ok := tree.Path(key)
	if !ok {
		b.problem(path, "found %q, want a key such as market.exit", key)
		return
	}
	value, f, ok := quantityOf(base.Tree.Value(keys...))
	if !ok {
		above := keys[:len(keys)-1]
		b.problem(path, "%s has no number at %s%s", base.Name, key, meant(keys[len(keys)-1], base.Tree.Keys(above...)))
		return
	}
	p.Kind, p.What, p.Present, p.Start, p.form = Set, []string{key}, value, value, f
}

// changed is how much keys are multiplied by to see whether they are there.
const changed = 1.001

func (b *builder) keys(path []string, p *Parameter, keys []string, base *scenarios.Scenario) {
	p.Kind, p.What, p.Present, p.Start = Scale, keys, 1, 1
	for _, key := range keys {
		assignment := fmt.Sprintf("%s=times %v", key, changed)
		other, err := scenarios.Load(b.plan.Scenario, []string{assignment})
		switch {
		case err != nil:
			b.problem(path, "%s", err)
		case len(tree.Diff(base.Tree, other.Tree)) == 0:
			b.problem(path, "%s has no number at %s", base.Name, key)
		}
	}
}

// limits reads the range and the start of a parameter.
func (b *builder) limits(path []string, p *Parameter, spec parameterSpec) {
	low, high := p.Low, p.High
	given := b.number(path, "low", p, spec.Low, &p.Low)
	given = b.number(path, "high", p, spec.High, &p.High) && given
	b.number(path, "start", p, spec.Start, &p.Start)
	switch {
	case p.Kind != Constant && !given:
		b.problem(path, "set low and high: only constants have a range of their own")
	case p.Low >= p.High:
		b.problem(append(path, "low"), "found %v, must be less than high = %v", p.Low, p.High)
	case p.Kind == Constant && (p.Low < low || p.High > high):
		b.problem(path, "%v to %v is not within the range of the constant, %v to %v", p.Low, p.High, low, high)
	case p.Start < p.Low || p.Start > p.High:
		b.problem(append(path, "start"), "the search starts from %v, which is not within %v to %v", p.Start, p.Low, p.High)
	case p.Log && p.Low <= 0:
		b.problem(append(path, "low"), "found %v, must be more than 0 where distances are measured by factors", p.Low)
	}
}

// number reads a value in the unit of the parameter, with or without its unit, and says whether there is one.
func (b *builder) number(path []string, key string, p *Parameter, written any, into *float64) bool {
	if written == nil {
		return false
	}
	value, f, ok := quantityOf(written)
	if !ok || f != (form{}) && (f != p.form || p.Kind != Set) {
		b.problem(append(slices.Clone(path), key), "found %v, want a number%s", written, p.example())
		return true
	}
	*into = value
	return true
}

// example ends a message about a value in another unit.
func (p *Parameter) example() string {
	if p.Kind != Set || p.form == (form{}) {
		return ""
	}
	return " in the unit of " + p.form.write(p.Present)
}

// ends checks that the firms of all targets can be what each parameter makes of them at both ends of its range.
func (b *builder) ends() {
	p := b.plan
	for _, size := range [][]string{p.Size, p.ConfirmSize} {
		if err := evidence.CheckFacts(p.facts(evidence.Change{Size: size})); err != nil {
			b.problem([]string{"search"}, "%s", firstLine(err))
			return
		}
	}
	for _, parameter := range p.Parameters {
		for key, end := range map[string]float64{"low": parameter.Low, "high": parameter.High} {
			change := evidence.Change{Mind: map[string]float64{}, Size: p.Size}
			parameter.put(end, &change)
			if err := evidence.CheckFacts(p.facts(change)); err != nil {
				b.problem([]string{"parameter", parameter.Name, key}, "the firms cannot be like that: %s", firstLine(err))
			}
		}
	}
}

// firstLine of an error: the others say the same of other firms.
func firstLine(err error) string {
	line, _, _ := strings.Cut(err.Error(), "\n")
	return line
}

// meant ends a message about an unknown name with the one it may mean.
func meant(word string, among []string) string {
	if near, ok := tree.Nearest(word, among); ok {
		return fmt.Sprintf("; did you mean %q?", near)
	}
	return ""
}

func constantNames() (all []string) {
	for _, c := range scenarios.PsychologyTable() {
		all = append(all, c.Path)
	}
	return all
}
