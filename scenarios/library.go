package scenarios

import (
	"fmt"
	"slices"
	"strings"

	"xsell/scenarios/tree"
)

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
	return entries(Names(), func(name string) (*tree.Tree, tree.Problems) {
		from := origin{Source: scenarioShelf.source(name), id: name, builtIn: true}
		return from.withBases()
	})
}

// Overlays returns the built-in overlays, sorted by name. A broken one panics: the tests load them all.
func Overlays() []Entry {
	return entries(overlayShelf.names(), func(name string) (*tree.Tree, tree.Problems) {
		return tree.Parse(overlayShelf.source(name))
	})
}

// entries reads the headings of a shelf.
func entries(names []string, read func(name string) (*tree.Tree, tree.Problems)) []Entry {
	list := make([]Entry, len(names))
	for i, name := range names {
		file, problems := read(name)
		if len(problems) > 0 {
			panic("scenarios: a built-in scenario is broken: " + problems.Error())
		}
		head, problems := headingOf(file)
		if len(problems) > 0 {
			panic("scenarios: a built-in scenario is broken: " + problems.Error())
		}
		list[i] = Entry{name, head.Title, head.Summary, head.Base, !head.Overlay && partial(file)}
	}
	return list
}

// partial says whether a scenario has no organisation yet.
func partial(file *tree.Tree) bool { return len(file.Keys("organisation", "unit")) == 0 }

// Names returns the sorted names of the built-in scenarios.
func Names() []string { return scenarioShelf.names() }

// Text returns a built-in scenario or overlay as it is written; of a scenario with overlays, such as silo+low-skill,
// one part after the other, each below a line with its name.
func Text(reference string) (string, error) {
	names := parts(reference, "")
	if len(names) == 1 && overlayShelf.has(reference) {
		return string(overlayShelf.source(reference).Text), nil
	}
	var text strings.Builder
	on := scenarioShelf
	for _, name := range names {
		if !on.has(name) {
			return "", tree.Problems{{File: reference, Message: on.missing(name)}}
		}
		if len(names) > 1 {
			fmt.Fprintf(&text, "%s# ---- %s %s\n\n", gap(text.Len()), on.kind, name)
		}
		text.Write(on.source(name).Text)
		on = overlayShelf
	}
	return text.String(), nil
}

// gap separates a part from what is written before it.
func gap(before int) string {
	if before == 0 {
		return ""
	}
	return "\n"
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

// heading is what a file says about itself before its base is known.
type heading struct {
	Title   string `toml:"title" doc:"one line"`
	Summary string `toml:"summary" doc:"a paragraph"`
	Base    string `toml:"base" doc:"what it changes"`

	Overlay bool     `toml:"overlay" doc:"whether it is laid over any scenario"`
	Sources []string `toml:"sources" doc:"where its numbers come from"`
}

// headingKeys are the keys of a heading.
var headingKeys = []string{"title", "summary", "base", "overlay", "sources"}

// headingOf reads the heading of one file.
func headingOf(file *tree.Tree) (heading, tree.Problems) {
	var head heading
	problems := only(file, headingKeys...).Decode(&head)
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
