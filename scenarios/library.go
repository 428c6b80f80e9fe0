package scenarios

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"xsell/scenarios/tree"
)

//go:embed library/*.toml
var library embed.FS

// Entry is one built-in scenario.
type Entry struct {
	Name    string // as used in a base and on the command line
	Title   string // one line
	Summary string // a paragraph
	Base    string // name of the scenario it changes; empty: none
	Partial bool   // without an organisation: others build on it, it cannot be run by itself
}

// Library returns the built-in scenarios, sorted by name. A broken one panics: the tests load them all.
func Library() []Entry {
	names := Names()
	entries := make([]Entry, len(names))
	for i, name := range names {
		entries[i] = entry(name)
	}
	return entries
}

// entry reads the heading of a built-in scenario.
func entry(name string) Entry {
	from := origin{Source: builtIn(name), id: name, builtIn: true}
	file, problems := from.withBases()
	if len(problems) > 0 {
		panic("scenarios: a built-in scenario is broken: " + problems.Error())
	}
	head, problems := headingOf(file)
	if len(problems) > 0 {
		panic("scenarios: a built-in scenario is broken: " + problems.Error())
	}
	return Entry{name, head.Title, head.Summary, head.Base, partial(file)}
}

// partial says whether a scenario has no organisation yet.
func partial(file *tree.Tree) bool { return len(file.Keys("organisation", "unit")) == 0 }

// Names returns the sorted names of the built-in scenarios.
func Names() []string {
	files, err := fs.Glob(library, "library/*.toml")
	if err != nil {
		panic("scenarios: the library cannot be listed: " + err.Error())
	}
	names := make([]string, len(files))
	for i, file := range files {
		names[i] = strings.TrimSuffix(path.Base(file), tomlEnd)
	}
	slices.Sort(names)
	return names
}

// Text returns a built-in scenario as it is written.
func Text(name string) (string, error) {
	if !slices.Contains(Names(), name) {
		return "", tree.Problems{{File: name, Message: noBuiltIn(name)}}
	}
	return string(builtIn(name).Text), nil
}

// Starter returns the text of a new scenario that changes nothing in the named one yet: below its head stand all
// levers of the base with their values, commented out.
func Starter(name string) (string, error) {
	base, err := Load(name, nil)
	if err != nil {
		return "", err
	}
	levers := only(base.Tree, leverTables...)
	var text strings.Builder
	fmt.Fprintf(&text, "title = %q\nbase = %q\n\n", "My variant of "+base.Spec.Title, name)
	text.WriteString("# Whatever is not set here keeps its value in the base. These are its levers with their values:\n")
	text.WriteString("# take away the # of a line to change it, and the # of the [table] it stands under.\n\n")
	for line := range strings.Lines(levers.Text()) {
		text.WriteString(commented(line))
	}
	return text.String(), nil
}

// leverTables is what management can choose.
var leverTables = []string{"organisation", "pay", "targets", "controls"}

// commented puts a # before a line that is not empty.
func commented(line string) string {
	if strings.TrimSpace(line) == "" {
		return line
	}
	return "# " + line
}

// builtIn returns the source of a built-in scenario that exists.
func builtIn(name string) tree.Source {
	text, err := library.ReadFile("library/" + name + tomlEnd)
	if err != nil {
		panic("scenarios: a listed scenario cannot be read: " + err.Error())
	}
	return tree.Source{Name: "library/" + name + tomlEnd, Text: text}
}

// noBuiltIn says that there is no such scenario, and which one may be meant.
func noBuiltIn(name string) string {
	message := fmt.Sprintf("no built-in scenario %q", name)
	if near := meant(name, Names()); near != "" {
		return message + near
	}
	return message + "; there are " + strings.Join(Names(), ", ") + "; a file is named by a path that ends in .toml"
}

// heading is what a file says about itself before its base is known.
type heading struct {
	Title   string `toml:"title" doc:"one line"`
	Summary string `toml:"summary" doc:"a paragraph"`
	Base    string `toml:"base" doc:"what it changes"`
}

// headingOf reads the heading of one file.
func headingOf(file *tree.Tree) (heading, tree.Problems) {
	var head heading
	problems := only(file, "title", "summary", "base").Decode(&head)
	return head, problems
}

// only returns a tree with no other keys at its top.
func only(file *tree.Tree, keys ...string) *tree.Tree {
	for _, key := range file.Keys() {
		if !slices.Contains(keys, key) {
			file = file.Without(key)
		}
	}
	return file
}
