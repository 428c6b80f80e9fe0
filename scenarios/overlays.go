package scenarios

import (
	"slices"
	"strings"
	"unicode"

	"xsell/scenarios/tree"
)

// onlyBelow are the tables and keys that an overlay leaves to the scenario it is laid over: what is compared must live
// in the same world.
var onlyBelow = []string{"run", "customers", "products"}

// laidOver returns a scenario with an overlay laid over it. Without a tree the overlay cannot be read at all.
func (o *origin) laidOver(file *tree.Tree) (*tree.Tree, tree.Problems) {
	layer, problems := tree.Parse(o.Source)
	if len(problems) > 0 {
		return nil, problems
	}
	head, problems := headingOf(layer)
	if len(problems) > 0 {
		return nil, problems
	}
	if !head.Overlay {
		return nil, tree.Problems{layer.Problem(nil, "it is laid over a scenario but is no overlay itself; an overlay says so, with overlay = true")}
	}
	levers := layer
	for _, key := range layer.Keys() {
		switch {
		case key == "base":
			problems = append(problems, layer.Problem([]string{key}, "an overlay has no base; the scenario is named before it, as in silo+low-skill"))
		case slices.Contains(onlyBelow, key):
			problems = append(problems, layer.Problem([]string{key}, "an overlay changes levers only; %s is the scenario's it is laid over", key))
			levers = levers.Without(key)
		case slices.Contains(headingKeys, key):
			levers = levers.Without(key)
		}
	}
	laid, wrong := file.Lay(levers, Spec{})
	return joined(laid, head), append(problems, wrong...)
}

// joined adds the heading of an overlay to that of the scenario it is laid over. The keys keep the places of the
// scenario's own.
func joined(file *tree.Tree, over heading) *tree.Tree {
	below, problems := headingOf(file)
	if len(problems) > 0 {
		return file // which the decoder says
	}
	if below.Title != "" && over.Title != "" {
		file = file.Rewritten(below.Title+" + "+uncapped(over.Title), "title")
	}
	if over.Summary != "" {
		file = file.Rewritten(strings.TrimSpace(below.Summary+" "+over.Summary), "summary")
	}
	if len(over.Sources) > 0 {
		file = file.Rewritten(slices.Concat(below.Sources, over.Sources), "sources")
	}
	return file
}

// uncapped begins a title in the middle of a line with a small letter, unless it begins with an abbreviation.
func uncapped(title string) string {
	letters := []rune(title)
	if len(letters) > 1 && unicode.IsUpper(letters[1]) {
		return title
	}
	letters[0] = unicode.ToLower(letters[0])
	return string(letters)
}

// isOverlay says whether a reference is that of an overlay alone.
func isOverlay(reference string) bool {
	if overlayShelf.has(reference) {
		return true
	}
	if names := parts(reference, ""); len(names) > 1 || !isPath(reference) {
		return false
	}
	from, message := scenarioShelf.find(reference, "")
	if message != "" {
		return false
	}
	file, problems := tree.Parse(from.Source)
	if len(problems) > 0 {
		return false
	}
	head, problems := headingOf(file)
	return len(problems) == 0 && head.Overlay
}
