package tree_test

import (
	"strings"
	"testing"

	"xsell/scenarios/tree"
)

// seeds are texts near the edges of the language.
var seeds = []string{
	good, base, variant, places, "", "\x00", "\xff", "a", "a = ", "= 1", "[", "[[", "[a]\n[a]", "a.b = 1\na = 2",
	"a = [1, {b = 2}, [3]]", "a = {b = {c = {}}}", "a = 1e400", "a = 9223372036854775808", "a = nan\nb = -inf",
	"a = 1979-05-27T07:32:00Z\nb = 07:32:00", "a = \"\"\"\nx\n\"\"\"", "a = '''x''", "a = \"\\u00e9\\q\"",
	"[market]\nsegment = {a = nan}\nweights = [[1]]", "[organisation.unit.\"\"]\n[organisation.partner]\n\"[1]\" = 1",
	"[[pay]]\n[[lot]]\nquota = {}", "lot = [{name = 1}, 2]", "title = 1979-05-27\n[timeline.a]\nset = 3", "a = [\n# c\n1,]",
}

// sound fails on problems that would not help: without file or message, or
// with line ends that break a list of them.
func sound(t *testing.T, problems tree.Problems) {
	t.Helper()
	for _, p := range problems {
		if p.File == "" || p.Message == "" {
			t.Errorf("a problem without file or message: %#v", p)
		}
		if strings.ContainsAny(p.Message, "\n\r") {
			t.Errorf("a message of more than one line: %q", p.Message)
		}
		if p.Line < 0 || p.Column < 0 || p.Line == 0 != (p.Column == 0) {
			t.Errorf("a place that cannot be: %s", p)
		}
	}
}

// Any text is either refused with problems that help or becomes a tree whose
// own text reads back as the same tree.
func FuzzParse(f *testing.F) {
	for _, seed := range seeds {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		read, problems := tree.Parse(tree.Source{Name: "fuzz.toml", Text: []byte(text)})
		sound(t, problems)
		if (read == nil) != (len(problems) > 0) {
			t.Fatalf("a tree and problems at once, or neither: %v", problems)
		}
		if read == nil || read.Text() == "" {
			return
		}
		if strings.Contains(read.Text(), `""`) {
			return // an empty key may stand where the TOML reader loses its neighbours
		}
		again, problems := tree.Parse(tree.Source{Name: "again", Text: []byte(read.Text())})
		if len(problems) > 0 {
			t.Fatalf("the text of a tree is not TOML: %v\n%s", problems, read.Text())
		}
		if changes := tree.Diff(read, again); len(changes) > 0 {
			t.Fatalf("the text of a tree reads back as another: %v", changes)
		}
	})
}

// Any text and any assignment is either refused with problems that help or
// decodes without a panic.
func FuzzDecode(f *testing.F) {
	for _, seed := range seeds {
		f.Add(seed, "organisation.handoff.leads.delay=2 weeks")
		f.Add(good, seed)
	}
	f.Fuzz(func(t *testing.T, text, assignment string) {
		read, problems := tree.Parse(tree.Source{Name: "fuzz.toml", Text: []byte(text)})
		sound(t, problems)
		if read == nil {
			return
		}
		sound(t, read.Decode(&house{}))
		changed, problems := read.Set(assignment)
		sound(t, problems)
		if changed != nil {
			sound(t, changed.Decode(&house{}))
		}
	})
}

// Any overlay on any text is either refused with problems that help, or leaves no star and no relative number where
// the type knows a name or a number.
func FuzzLay(f *testing.F) {
	for _, seed := range seeds {
		f.Add(good, seed)
	}
	f.Add(good, "[organisation.unit.\"*\"]\nhours = \"times 0.5\"\n[pay.\"*\"]\nsalary = \"at least EUR 5 per year\"\n[lot.\"*\".quota]\n\"*\" = \"times 2\"")
	f.Fuzz(func(t *testing.T, text, over string) {
		below, _ := tree.Parse(tree.Source{Name: "below.toml", Text: []byte(text)})
		above, _ := tree.Parse(tree.Source{Name: "over.toml", Text: []byte(over)})
		if below == nil || above == nil {
			return
		}
		laid, problems := below.Lay(above, house{})
		sound(t, problems)
		sound(t, laid.Decode(&house{}))
		if len(below.Decode(&house{})) > 0 {
			return
		}
		for _, p := range laid.Decode(&house{}) {
			if strings.Contains(p.Message, "only an overlay") {
				t.Fatalf("what an overlay says of what is below was not settled: %s", p)
			}
		}
	})
}
