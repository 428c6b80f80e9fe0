package explain

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"xsell/scenarios/tree"
)

// Lever is edits that are laid together.
type Lever struct {
	Name  string
	Edits []Edit // at least one
	Note  string // why it holds what would be levers of their own; "" for nothing
}

// Hand is a lever put together by hand.
type Hand struct {
	Name string
	Keys []string // each stands for all that lies below it too
}

// ParseHand reads NAME=key,key.
func ParseHand(text string) (Hand, error) {
	name, keys, ok := strings.Cut(text, "=")
	h := Hand{Name: strings.TrimSpace(name)}
	for key := range strings.SplitSeq(keys, ",") {
		if key = strings.TrimSpace(key); key != "" {
			h.Keys = append(h.Keys, key)
		}
	}
	if !ok || h.Name == "" || len(h.Keys) == 0 {
		return Hand{}, fmt.Errorf("--lever %q: write it like --lever \"joint desk=organisation.teams,organisation.handoff\"", text)
	}
	return h, nil
}

// group puts edits into levers: by hand where that is asked, else by what they go by at a level. Levers stand in the order
// of a scenario.
func group(all []Edit, level string, hands []Hand) []Lever {
	var levers []Lever
	for _, e := range all {
		name := e.nameAt(level)
		if i := slices.IndexFunc(hands, func(h Hand) bool { return h.holds(e) }); i >= 0 {
			name = hands[i].Name
		} else if slices.ContainsFunc(hands, func(h Hand) bool { return h.Name == name }) {
			name = "rest of " + name
		}
		at := slices.IndexFunc(levers, func(l Lever) bool { return l.Name == name })
		if at < 0 {
			at = len(levers)
			levers = append(levers, Lever{Name: name})
		}
		levers[at].Edits = append(levers[at].Edits, e)
	}
	slices.SortStableFunc(levers, func(a, b Lever) int {
		return cmp.Or(cmp.Compare(a.section(), b.section()), cmp.Compare(a.Edits[0].Key(), b.Edits[0].Key()))
	})
	return levers
}

// section is the first place of a lever's edits in the order of a scenario.
func (l Lever) section() int {
	first := len(sections)
	for _, e := range l.Edits {
		first = min(first, e.section())
	}
	return first
}

// holds says whether an edit is in a lever put together by hand.
func (h Hand) holds(e Edit) bool {
	return slices.ContainsFunc(h.Keys, func(key string) bool {
		path, ok := tree.Path(key)
		return ok && e.below(path)
	})
}

// checkHands says what is wrong with levers put together by hand.
func checkHands(all []Edit, hands []Hand) (wrong []error) {
	keys := make([]string, len(all))
	for i, e := range all {
		keys[i] = e.Key()
	}
	for i, h := range hands {
		if slices.ContainsFunc(hands[:i], func(other Hand) bool { return other.Name == h.Name }) {
			wrong = append(wrong, fmt.Errorf("--lever %s is named twice; put all its keys behind one name", h.Name))
		}
		for _, key := range h.Keys {
			single := Hand{Name: h.Name, Keys: []string{key}}
			if !slices.ContainsFunc(all, single.holds) {
				wrong = append(wrong, fmt.Errorf("--lever %s: the two designs do not differ in %s%s", h.Name, key, among(keys)))
			}
		}
	}
	for _, e := range all {
		var holding []string
		for _, h := range hands {
			if h.holds(e) && !slices.Contains(holding, h.Name) {
				holding = append(holding, h.Name)
			}
		}
		if len(holding) > 1 {
			wrong = append(wrong, fmt.Errorf("%s is in more than one --lever: %s; an edit belongs to one", e.Key(), strings.Join(holding, ", ")))
		}
	}
	return wrong
}

// keysShown keeps a long list of edits from filling the screen.
const keysShown = 12

// among ends a message with what there is.
func among(keys []string) string {
	if len(keys) == 0 {
		return "; they differ in nothing"
	}
	text := "; they differ in " + strings.Join(keys[:min(keysShown, len(keys))], ", ")
	if more := len(keys) - keysShown; more > 0 {
		text += fmt.Sprintf(" and %d more", more)
	}
	return text
}

// joined makes one lever of several; others are those that stay.
func joined(parts, others []Lever, note string) Lever {
	one := Lever{Note: note}
	for _, l := range parts {
		one.Edits = append(one.Edits, l.Edits...)
		if l.Note != "" && l.Note != note {
			one.Note = l.Note + "; " + one.Note
		}
	}
	one.Name = nameOf(parts, others, one.Edits)
	return one
}

// nameOf names a joined lever: by the entry or the group where it holds all edits of that name, else by all its parts.
func nameOf(parts, others []Lever, all []Edit) string {
	for _, level := range []string{ByEntry, ByGroup} {
		name := all[0].nameAt(level)
		named := func(e Edit) bool { return e.nameAt(level) == name }
		elsewhere := slices.ContainsFunc(others, func(l Lever) bool { return slices.ContainsFunc(l.Edits, named) })
		if !elsewhere && !slices.ContainsFunc(all, func(e Edit) bool { return !named(e) }) {
			return name
		}
	}
	names := make([]string, len(parts))
	for i, l := range parts {
		names[i] = l.Name
	}
	return strings.Join(names, " + ")
}
