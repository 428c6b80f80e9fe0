package evidence

import (
	"cmp"
	"embed"
	"io/fs"
	"maps"
	"math"
	"os"
	"path"
	"path/filepath"
	"slices"
	"sync"

	"xsell/scenarios/tree"
)

//go:embed facts/*.toml laws/*.toml systems/*.toml
var embedded embed.FS

//go:embed firms/*.toml
var firms embed.FS

// usualWorlds is in how many courses of luck the firms of a claim live if it does not say.
const usualWorlds = 8

// Book is a list of claims.
type Book struct {
	Facts []*Fact // in the order of roles and ids
	Laws  []*Law  // in the order of numbers and ids

	// Systems are what scenarios and overlays of the library must show, in the order of ids: laws without a number, and
	// without a switch, as the contrast is one of the arms.
	Systems []*Law
}

// Builtin returns the claims about the model that come with it. Its claims are shared and must not be changed. A broken
// one panics: the tests read them all.
var Builtin = sync.OnceValue(func() *Book {
	book := new(Book)
	for _, pattern := range []string{"facts/*.toml", "laws/*.toml", "systems/*.toml"} {
		names, err := fs.Glob(embedded, pattern)
		if err != nil {
			panic("evidence: the claims cannot be listed: " + err.Error())
		}
		for _, name := range names {
			text, err := embedded.ReadFile(name)
			if err != nil {
				panic("evidence: listed claims cannot be read: " + err.Error())
			}
			more, problems := read(tree.Source{Name: name, Text: text}, "")
			if len(problems) > 0 {
				panic("evidence: the claims about the model are broken: " + problems.Error())
			}
			book.add(more)
		}
	}
	return book
})

// ReadFile reads claims of the user's own. Paths of scenarios in it start from the file's directory. The error is a
// tree.Problems with all that is wrong in the file; whether its scenarios can be loaded shows when they are lived.
func ReadFile(name string) (*Book, error) {
	text, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	source := tree.Source{Name: name, Text: text}
	book, problems := read(source, filepath.Dir(name))
	if problems = append(problems, known(source)...); len(problems) > 0 {
		problems.Sort()
		return nil, problems
	}
	return book, nil
}

// known refuses facts with the id of one that is built in, whose place in the tables they would take.
func known(source tree.Source) (problems tree.Problems) {
	parsed, unread := tree.Parse(source)
	if len(unread) > 0 {
		return nil // said by read
	}
	for _, f := range Builtin().Facts {
		if slices.Contains(parsed.Keys("fact"), f.ID) {
			problems = append(problems, parsed.Problem([]string{"fact", f.ID}, "%s is a built-in fact; take another id", f.ID))
		}
	}
	return problems
}

// add appends other claims and keeps the order.
func (b *Book) add(more *Book) {
	b.Facts, b.Laws, b.Systems = append(b.Facts, more.Facts...), append(b.Laws, more.Laws...), append(b.Systems, more.Systems...)
	slices.SortStableFunc(b.Facts, func(x, y *Fact) int {
		return cmp.Or(cmp.Compare(slices.Index(Roles, x.Role), slices.Index(Roles, y.Role)), natural(x.ID, y.ID))
	})
	for _, laws := range [][]*Law{b.Laws, b.Systems} {
		slices.SortStableFunc(laws, func(x, y *Law) int { return cmp.Or(cmp.Compare(x.place(), y.place()), natural(x.ID, y.ID)) })
	}
}

// place is where a law stands in a list: by its number, those without one last.
func (l *Law) place() int { return cmp.Or(l.Number, math.MaxInt) }

// With returns the book with further claims. A claim with the id of one that is there takes its place.
func (b *Book) With(more *Book) *Book {
	fact, law := func(f *Fact) string { return f.ID }, func(l *Law) string { return l.ID }
	out := &Book{Facts: but(b.Facts, more.Facts, fact), Laws: but(b.Laws, more.Laws, law), Systems: but(b.Systems, more.Systems, law)}
	out.add(more)
	return out
}

// but returns the claims whose id none of the others has.
func but[T any](claims, others []T, id func(T) string) []T {
	return slices.DeleteFunc(slices.Clone(claims), func(claim T) bool {
		return slices.ContainsFunc(others, func(other T) bool { return id(other) == id(claim) })
	})
}

// natural orders ids with numbers in them as people do: R6 before R12.
func natural(a, b string) int {
	for a != "" && b != "" {
		x, y := digits(a), digits(b)
		if x > 0 && y > 0 {
			if order := cmp.Or(cmp.Compare(x, y), cmp.Compare(a[:x], b[:y])); order != 0 {
				return order
			}
			a, b = a[x:], b[y:]
			continue
		}
		if a[0] != b[0] {
			return cmp.Compare(a[0], b[0])
		}
		a, b = a[1:], b[1:]
	}
	return cmp.Compare(len(a), len(b))
}

// digits is how many digits a text begins with.
func digits(text string) (n int) {
	for n < len(text) && text[n] >= '0' && text[n] <= '9' {
		n++
	}
	return n
}

// firmText returns a firm that only claims use, and whether there is one of this name.
func firmText(name string) (string, bool) {
	text, err := firms.ReadFile(path.Join("firms", name+".toml"))
	return string(text), err == nil
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
