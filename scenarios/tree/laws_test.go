package tree_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"xsell/scenarios/tree"
)

// anyTree draws trees with few keys, so that they collide, and keys that need
// quotes or look like something else.
func anyTree() *rapid.Generator[*tree.Tree] {
	return rapid.Custom(func(t *rapid.T) *tree.Tree {
		return tree.FromMap("drawn", anyTable(3).Draw(t, "table"))
	})
}

func anyTable(depth int) *rapid.Generator[map[string]any] {
	key := rapid.OneOf(
		rapid.SampledFrom([]string{"a", "b", "c", "[1]", "a b", "a.b", "ä", `"`, "\n", "\\", "#"}),
		rapid.String(),
	)
	return rapid.MapOfN(key.Filter(named), anyValue(depth), 0, 4)
}

func anyValue(depth int) *rapid.Generator[any] {
	kinds := []*rapid.Generator[any]{
		rapid.String().Filter(noNUL).AsAny(),
		rapid.Int64().AsAny(),
		rapid.Float64().AsAny(),
		rapid.Bool().AsAny(),
	}
	if depth > 0 {
		kinds = append(kinds,
			rapid.Custom(func(t *rapid.T) any { return anyTable(depth-1).Draw(t, "table") }),
			rapid.Custom(func(t *rapid.T) any {
				return rapid.SliceOfN(anyValue(depth-1), 0, 3).Draw(t, "list")
			}),
		)
	}
	return rapid.OneOf(kinds...)
}

// named drops the keys a file cannot hold safely: the TOML reader loses values
// beside an empty key in a list, which is why such files are refused.
func named(s string) bool { return s != "" && noNUL(s) }

func noNUL(s string) bool {
	return !strings.Contains(s, "\x00")
}

func TestTextReadsBackAsTheSameTree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		drawn := anyTree().Draw(t, "tree")
		text := drawn.Text()
		if text == "" {
			return // an empty file is refused
		}
		read, problems := tree.Parse(tree.Source{Name: "text", Text: []byte(text)})
		if len(problems) > 0 {
			t.Fatalf("the text of a tree is not TOML: %v\n%s", problems, text)
		}
		if changes := tree.Diff(drawn, read); len(changes) > 0 || read.Text() != text {
			t.Fatalf("the text reads back as another tree: %v\n%s", changes, text)
		}
	})
}

func TestOverlayingTwiceIsOverlayingOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := anyTree().Draw(t, "a"), anyTree().Draw(t, "b")
		once := a.Overlay(b)
		if once.Overlay(b).Text() != once.Text() {
			t.Fatalf("laying a tree over another twice changed it again:\n%s", once.Text())
		}
		if a.Overlay(a).Text() != a.Text() {
			t.Fatalf("a tree laid over itself must not change:\n%s", a.Text())
		}
	})
}

func TestOverlaysMayBeGroupedAtWill(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b, c := anyTree().Draw(t, "a"), anyTree().Draw(t, "b"), anyTree().Draw(t, "c")
		left, right := a.Overlay(b).Overlay(c), a.Overlay(b.Overlay(c))
		if left.Text() != right.Text() {
			t.Fatalf("grouping changed the result:\n%s\nagainst\n%s", left.Text(), right.Text())
		}
	})
}

func TestEmptyTreeChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, empty := anyTree().Draw(t, "a"), tree.FromMap("empty", nil)
		if a.Overlay(empty).Text() != a.Text() || empty.Overlay(a).Text() != a.Text() {
			t.Fatalf("an empty tree changed another:\n%s", a.Text())
		}
	})
}
