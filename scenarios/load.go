package scenarios

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"xsell/agents"
	"xsell/scenarios/tree"
	"xsell/sim"
)

// Scenario is a loaded scenario in its three forms: the words as laid over each other, the words decoded, and the
// tables of numbers a run needs. None of them may be changed.
type Scenario struct {
	Name   string     // of the built-in scenario, or of the file without its ending; with overlays silo+low-skill
	Source string     // "built in", or paths of the files, and names of what is built in among them: my.toml + low-skill
	Sets   []string   // assignments laid over it
	Tree   *tree.Tree // with bases and assignments
	Spec   *Spec
	Model  *sim.Model
}

const (
	builtInSource = "built in"
	tomlEnd       = ".toml"
	setFile       = "--set" // what problems of assignments are shown under
)

// Load reads a built-in scenario by its name, or a file by a path that ends in .toml or has a separator, lays over it
// the overlays that follow its name (such as "silo+low-skill") and then the assignments in sets (such as
// "organisation.teams=true"), and compiles it. The error is a tree.Problems with all that is wrong.
func Load(nameOrPath string, sets []string) (*Scenario, error) {
	return LoadWith(nameOrPath, sets, Psychology())
}

// LoadBeside is Load with paths that start from a directory.
func LoadBeside(dir, nameOrPath string, sets []string) (*Scenario, error) {
	return loadFrom(dir, nameOrPath, sets, Psychology())
}

// Missing says why there is no such scenario for LoadBeside, "" where there is one. Whether it is sound is another
// question.
func Missing(dir, nameOrPath string) string {
	_, message := find(nameOrPath, dir)
	return message
}

// LoadWith is Load under other behavioural constants.
func LoadWith(nameOrPath string, sets []string, mind *agents.Psychology) (*Scenario, error) {
	return loadFrom("", nameOrPath, sets, mind)
}

func loadFrom(dir, nameOrPath string, sets []string, mind *agents.Psychology) (*Scenario, error) {
	from, message := find(nameOrPath, dir)
	if message != "" {
		return nil, tree.Problems{{File: nameOrPath, Message: message}}
	}
	s, problems := from.load(sets, mind)
	if len(problems) > 0 {
		return nil, problems
	}
	return s, nil
}

// LoadText is Load of a text that is in no file; name is shown in its problems, and a relative base is looked for
// beside it.
func LoadText(name, text string, sets []string) (*Scenario, error) {
	from := origin{Source: tree.Source{Name: name, Text: []byte(text)}, id: name, dir: filepath.Dir(name)}
	s, problems := from.load(sets, Psychology())
	if len(problems) > 0 {
		return nil, problems
	}
	return s, nil
}

// Again is the scenario with more assignments laid over it.
func (s *Scenario) Again(sets ...string) (*Scenario, error) {
	laid, err := LoadText(s.Name, Resolved(s), sets)
	if err != nil {
		return nil, err
	}
	again := *laid
	again.Name, again.Source, again.Sets = s.Name, s.Source, append(slices.Clone(s.Sets), sets...)
	return &again, nil
}

// usualBase is what an overlay is laid over where nothing else is named.
const usualBase = "silo"

// Check returns all that is wrong with a scenario; none means it can be run. An overlay alone is laid over silo.
func Check(nameOrPath string) tree.Problems {
	if isOverlay(nameOrPath) {
		nameOrPath = usualBase + joint + nameOrPath
	}
	from, message := find(nameOrPath, "")
	if message != "" {
		return tree.Problems{{File: nameOrPath, Message: message}}
	}
	_, problems := from.load(nil, Psychology())
	return problems
}

// Schema returns the JSON Schema with which editors check and complete scenario files.
func Schema() ([]byte, error) { return tree.Schema("xsell scenario", Spec{}) }

// Reference returns the manual of all keys of a scenario in Markdown.
func Reference() string { return tree.Reference(Spec{}) }

// Resolved returns the scenario as one file without a base, which loads as the same model.
func Resolved(s *Scenario) string { return s.Tree.Without("base").Text() }

// load follows the bases, lays the assignments over, decodes and compiles.
func (o *origin) load(sets []string, mind *agents.Psychology) (*Scenario, tree.Problems) {
	s, problems := o.compiled(sets, mind)
	return s, problems.Folded()
}

// compiled is load with a problem for every entry that a "*" stands for.
func (o *origin) compiled(sets []string, mind *agents.Psychology) (*Scenario, tree.Problems) {
	file, early := o.withBases()
	if file == nil {
		return nil, early
	}
	if o.builtIn && partial(file) {
		return nil, tree.Problems{{File: o.id, Message: fmt.Sprintf("it is not to be run by itself: start from silo, or use it as a base, with base = %q", o.id)}}
	}
	file, wrong := set(file, sets)
	early = append(early, wrong...)
	spec := new(Spec)
	problems := append(early, file.Decode(spec)...)
	if len(problems) > 0 {
		return nil, append(o.noBase(file, problems), sorted(append(problems, looseChanges(file, problems)...))...)
	}
	model, problems := compile(spec, file, mind)
	if len(problems) > 0 {
		return nil, problems
	}
	o.ownHeading(spec, file)
	return &Scenario{o.name(), o.source(), slices.Clone(sets), file, spec, model}, nil
}

// set lays assignments over a scenario, a later one over an earlier one.
func set(file *tree.Tree, sets []string) (*tree.Tree, tree.Problems) {
	var problems tree.Problems
	for _, assignment := range sets {
		over, wrong := tree.Assignment(assignment)
		if len(wrong) == 0 {
			file, wrong = file.Lay(over, Spec{})
		}
		problems = append(problems, wrong...)
	}
	if where, _, _ := file.Where("base"); where == setFile && slices.Contains(file.Keys(), "base") {
		problems = append(problems, file.Problem([]string{"base"}, "a base is named in a file; name another scenario to run instead"))
	}
	return file, problems
}

// noBase is a problem to stand above all others where keys are missing because a file names no base.
func (o *origin) noBase(file *tree.Tree, problems tree.Problems) tree.Problems {
	missing := func(p tree.Problem) bool { return strings.HasPrefix(p.Message, "missing; ") }
	if slices.Contains(file.Keys(), "base") || !slices.ContainsFunc(problems, missing) {
		return nil
	}
	return tree.Problems{{File: o.Name, Message: `no base: write base = "silo" to change a built-in scenario, ` +
		`or base = "base" to build an organisation of your own on the base bank`}}
}

// ownHeading keeps a variant from bearing the title and summary of what it changes. Built-in ones have their own.
func (o *origin) ownHeading(spec *Spec, file *tree.Tree) {
	if o.builtIn || spec.Base == "" {
		return
	}
	if !o.says(file, "title") {
		spec.Title = o.name()
	}
	if !o.says(file, "summary") {
		spec.Summary = fmt.Sprintf("A variant of %q.", o.baseName(spec.Base))
	}
}

// says tells whether a key is set in the file itself or by an assignment, and not only in a base.
func (o *origin) says(file *tree.Tree, key string) bool {
	where, _, _ := file.Where(key)
	return slices.Contains(file.Keys(), key) && (where == o.Name || where == setFile)
}

// sorted returns problems in the order of files and lines, each once.
func sorted(problems tree.Problems) tree.Problems {
	problems.Sort()
	return slices.Compact(problems)
}

// baseName is a base's reference without paths and endings.
func (o *origin) baseName(reference string) string {
	names := parts(reference, o.dir)
	for i, name := range names {
		names[i] = bare(name)
	}
	return strings.Join(names, joint)
}

// bare is the name of a file without path and ending.
func bare(path string) string { return strings.TrimSuffix(filepath.Base(path), tomlEnd) }
