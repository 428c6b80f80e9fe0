package evidence

import (
	"fmt"
	"maps"
	"regexp"
	"slices"

	"github.com/expr-lang/expr/builtin"

	"xsell/scenarios"
	"xsell/scenarios/tree"
	"xsell/scenarios/words"
)

// read parses and checks a file of claims. Scenarios are not loaded yet.
func read(source tree.Source, dir string) (*Book, tree.Problems) {
	parsed, problems := tree.Parse(source)
	if len(problems) > 0 {
		return nil, problems
	}
	var written file
	if problems = parsed.Decode(&written); len(problems) > 0 {
		return nil, problems
	}
	b, book := &builder{tree: parsed, dir: dir}, new(Book)
	for _, id := range sortedKeys(written.Facts) {
		spec := written.Facts[id]
		book.Facts = append(book.Facts, &Fact{b.claim([]string{"fact", id}, &spec.Common), spec.Role})
	}
	for _, id := range sortedKeys(written.Laws) {
		spec := written.Laws[id]
		book.Laws = append(book.Laws, b.law([]string{"law", id}, &spec))
	}
	for _, id := range sortedKeys(written.Systems) {
		spec := written.Systems[id]
		book.Systems = append(book.Systems, b.law([]string{"system", id}, &spec))
	}
	b.problems.Sort()
	ordered := new(Book)
	ordered.add(book)
	return ordered, b.problems
}

// builder turns words into claims and collects what is wrong with them.
type builder struct {
	tree     *tree.Tree
	dir      string
	problems tree.Problems
}

func (b *builder) problem(path []string, key, format string, args ...any) {
	b.problems = append(b.problems, b.tree.Problem(append(slices.Clone(path), key), format, args...))
}

func (b *builder) claim(path []string, spec *Common) Claim {
	c := Claim{ID: path[1], Title: spec.Title, Text: spec.Text, Source: spec.Source, Unit: spec.Unit,
		Explanation: spec.Explanation, Value: spec.Value, Worlds: int(spec.Worlds), Band: b.band(path, spec.Low, spec.High)}
	if c.Worlds == 0 {
		c.Worlds = usualWorlds
	}
	if c.Band.open() {
		b.problem(path, "low", "set low, high or both: without them any value would do")
	}
	b.constants(path, spec.Mind)
	c.arms = b.arms(path, spec)
	c.value = b.expression(path, "value", spec.Value, names(c.arms))
	return c
}

func (b *builder) band(path []string, low, high *words.Factor) Band {
	band := bandOf(low, high)
	if band.Low > band.High {
		b.problem(path, "low", "found %v, which is more than high = %v", *low, *high)
	}
	return band
}

// onlyArm is the name of the firm of a claim without arms.
const onlyArm = "firm"

func (b *builder) arms(path []string, spec *Common) (arms []arm) {
	written := spec.Arms
	if len(written) == 0 {
		written = map[string]armSpec{onlyArm: {}}
	}
	for _, name := range sortedKeys(written) {
		a, at := written[name], append(slices.Clone(path), "arm", name)
		if !identifier.MatchString(name) || helpers[name] != nil || slices.Contains(builtin.Names, name) {
			b.problem(at[:len(at)-1], name, "an arm needs a name of small letters, digits and _ that no function has")
		}
		b.constants(at, a.Mind)
		f := firm{scenario: a.Scenario, with: a.With, dir: b.dir, sets: slices.Concat(spec.Set, a.Set), mind: laid(spec.Mind, a.Mind)}
		if f.scenario == "" && f.with == "" {
			f.scenario = spec.Scenario
		}
		if (f.scenario == "") == (f.with == "") {
			b.problem(at, "scenario", `name a scenario, such as scenario = "silo", or write one out under with; not both`)
		}
		arms = append(arms, arm{name, f})
	}
	return arms
}

// identifier is what an expression can call an arm.
var identifier = regexp.MustCompile(`^[a-z][a-z0-9_]*$`)

func (b *builder) law(path []string, spec *lawSpec) *Law {
	law := &Law{Claim: b.claim(path, &spec.Common), Number: int(spec.Number)}
	for i, also := range spec.Also {
		at := append(slices.Clone(path), "also", fmt.Sprintf("[%d]", i+1))
		more := Also{also.Text, b.band(at, also.Low, also.High), b.expression(at, "value", also.Value, names(law.arms))}
		if more.Band.open() {
			b.problem(at, "low", "set low, high or both: without them any value would do")
		}
		law.Also = append(law.Also, more)
	}
	if spec.Off != nil {
		law.Off = b.off(append(slices.Clone(path), "off"), spec.Off, law.value.needs(law.arms))
	}
	return law
}

func (b *builder) off(path []string, spec *offSpec, arms []arm) *Off {
	b.constants(path, spec.Mind)
	if len(spec.Set) == 0 && len(spec.Mind) == 0 {
		b.problem(path, "set", "nothing is switched off: set keys of the scenario under set or constants under mind")
	}
	off := &Off{Text: spec.Text, Band: b.band(path, spec.Low, spec.High)}
	for _, a := range arms {
		a.sets, a.mind = slices.Concat(a.sets, spec.Set), laid(a.mind, spec.Mind)
		off.arms = append(off.arms, a)
	}
	return off
}

// constants checks the names and ranges of behavioural constants.
func (b *builder) constants(path []string, mind map[string]float64) {
	for _, name := range sortedKeys(mind) {
		table := scenarios.PsychologyTable()
		i := slices.IndexFunc(table, func(c scenarios.Constant) bool { return c.Path == name })
		at := append(slices.Clone(path), "mind")
		switch {
		case i < 0:
			b.problem(at, name, "no behavioural constant %q%s", name, meant(name, constantNames()))
		case mind[name] < table[i].Low || mind[name] > table[i].High:
			b.problem(at, name, "found %v, must be between %v and %v", mind[name], table[i].Low, table[i].High)
		}
	}
}

func constantNames() (all []string) {
	for _, c := range scenarios.PsychologyTable() {
		all = append(all, c.Path)
	}
	return all
}

// expression compiles a value; nil where it is wrong.
func (b *builder) expression(path []string, key, text string, arms []string) *expression {
	e, wrong := compile(text, arms)
	for _, message := range wrong {
		b.problem(path, key, "%s", message)
	}
	return e
}

func names(arms []arm) []string {
	all := make([]string, len(arms))
	for i, a := range arms {
		all[i] = a.name
	}
	return all
}

// laid returns constants with others laid over them.
func laid(under, over map[string]float64) map[string]float64 {
	all := maps.Clone(under)
	if all == nil {
		all = make(map[string]float64, len(over))
	}
	maps.Copy(all, over)
	return all
}

// meant ends a message about an unknown name with the one it may mean.
func meant(word string, among []string) string {
	if near, ok := tree.Nearest(word, among); ok {
		return fmt.Sprintf("; did you mean %q?", near)
	}
	return ""
}
