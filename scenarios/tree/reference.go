package tree

import (
	"fmt"
	"math"
	"strings"
)

// Reference writes the manual of a struct in Markdown: a heading for each table
// at the top, below it every key path with what to write, what is allowed and
// what it means. It panics on a type that contains itself.
func Reference(v any) string {
	t := structOf(v)
	if err := endless(t, nil); err != nil {
		panic("tree: " + err.Error())
	}
	var page strings.Builder
	tableHead(&page)
	walk(t, nil, func(e entry) {
		inner, _ := contents(e.typ, nil)
		if len(e.path) == 1 && inner != nil {
			fmt.Fprintf(&page, "\n## %s\n%s\n\n", e.path[0], cell(sentence(e)))
			tableHead(&page)
			return
		}
		writing := typeName(e.typ)
		if inner == nil {
			writing += ": `" + sample(e.typ) + "`"
		}
		fmt.Fprintf(&page, "| `%s` | %s | %s | %s |\n", pathText(e.path), cell(writing), cell(strings.Join(allowed(e.field), "; ")), cell(e.doc))
	})
	return page.String()
}

func tableHead(page *strings.Builder) {
	page.WriteString("| key | what to write | allowed | meaning |\n|---|---|---|---|\n")
}

// sentence is the doc of a table with what is asked of it.
func sentence(e entry) string {
	return strings.Join(append([]string{e.doc}, allowed(e.field)...), "; ")
}

// pathText joins a path that may hold placeholders.
func pathText(path []string) string {
	return strings.ReplaceAll(strings.Join(path, "."), "."+anyItem, anyItem)
}

// cell keeps a text inside its cell of a Markdown table.
func cell(text string) string { return strings.ReplaceAll(text, "|", `\|`) }

// allowed says the rules of a field in short phrases.
func allowed(f field) []string {
	var phrases []string
	say := func(applies bool, format string, args ...any) {
		if applies {
			phrases = append(phrases, fmt.Sprintf(format, args...))
		}
	}
	r := f.rules
	say(r.required, "must be set, here or in the base")
	say(r.ranged(), "%s", rangeText(single(f.typ), r))
	say(r.enum != nil, "one of %s", strings.Join(r.enum, ", "))
	say(r.ref != nil, "a name in %s", joinTables(r.ref))
	say(r.refKeys != nil, "its keys are names in %s", joinTables(r.refKeys))
	say(!math.IsNaN(r.sum), "%s sum to %s", summed(r), tidy(r.sum))
	return phrases
}

// summed names what a sum runs over.
func summed(r rules) string {
	if r.sumField == "" {
		return "the values"
	}
	return "the values of " + r.sumField
}

// joinTables lists the tables a name may come from.
func joinTables(paths [][]string) string {
	names := make([]string, len(paths))
	for i, path := range paths {
		names[i] = Join(path)
	}
	return strings.Join(names, " or ")
}
