package evidence

import (
	"fmt"
	"slices"
)

// ChooseFacts returns the facts of the book that a command line names, by their ids or the part before a "-", and that
// have a role; no words mean all, no role means both. The second result says which words name nothing.
func (b *Book) ChooseFacts(words []string, role string) (chosen []*Fact, unknown []string) {
	fits := func(f *Fact, word string) bool { return f.named(word) }
	chosen, unknown = choose(b.Facts, words, fits, func(f *Fact) string { return f.ID }, "fact")
	return slices.DeleteFunc(chosen, func(f *Fact) bool { return role != "" && f.Role != role }), unknown
}

// ChooseLaws is ChooseFacts for laws, which are named by their numbers as well.
func (b *Book) ChooseLaws(words []string) (chosen []*Law, unknown []string) {
	fits := func(l *Law, word string) bool { return l.named(word) || l.Name() == word }
	return choose(b.Laws, words, fits, func(l *Law) string { return l.ID }, "law")
}

// ChooseSystems is ChooseFacts for systems of the library.
func (b *Book) ChooseSystems(words []string) (chosen []*Law, unknown []string) {
	fits := func(l *Law, word string) bool { return l.named(word) }
	return choose(b.Systems, words, fits, func(l *Law) string { return l.ID }, "system")
}

func choose[T any](all []T, words []string, fits func(T, string) bool, id func(T) string, kind string) (chosen []T, unknown []string) {
	if len(words) == 0 {
		return slices.Clone(all), nil
	}
	ids := make([]string, len(all))
	for i, claim := range all {
		ids[i] = id(claim)
		if slices.ContainsFunc(words, func(word string) bool { return fits(claim, word) }) {
			chosen = append(chosen, claim)
		}
	}
	for _, word := range words {
		if !slices.ContainsFunc(all, func(claim T) bool { return fits(claim, word) }) {
			hint := meant(word, ids)
			if hint == "" {
				hint = "; --list shows all"
			}
			unknown = append(unknown, fmt.Sprintf("no %s %q%s", kind, word, hint))
		}
	}
	return chosen, unknown
}
